"""What customers were given is reviewed too, over the limit first, by nobody who decided it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deskui.desk.checking import look_over
from deskui.domain.checked import Checked
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.review.item import Risk, Subject
from deskui.domain.review.redaction import REDACTED
from deskui.domain.typed import RulesTyped
from deskui.errors import NotAllowed
from deskui.store import models
from tests.desk.goodwill import Shop

if TYPE_CHECKING:
    from tests.desk.counter import Counter

SECRET = "Zqxwvk"


@pytest.fixture
def shop(counter: Counter) -> Shop:
    made = Shop(counter)
    made.acting(made.ada)
    made.desk.reviewing.set_rules(RulesTyped("", "0", "0", "12"), 1)
    made.acting(made.ben)
    return made


def over_the_limit(shop: Shop, reason: str = "we were late") -> None:
    asked = shop.desk.approvals.ask(shop.whom, GoodwillTyped(GoodwillKind.WAIVE_FEE, reason, "85", what=reason))
    shop.acting(shop.margaret)
    shop.desk.approvals.approve(asked.subject)  # type: ignore[arg-type]


def test_what_was_given_over_the_limit_waits_and_the_rest_is_sampled(shop: Shop) -> None:
    shop.give("19")
    over_the_limit(shop)
    shop.acting(shop.ada)
    (looked,) = shop.desk.reviewing.next(ahead=9)
    assert (looked.item.risk, looked.item.author, looked.item.approver) == (Risk.OVER_LIMIT, "Ben", "Margaret")
    assert (looked.item.subject, looked.item.text) == (Subject.GOODWILL, "we were late")
    assert looked.item.amount is not None
    assert looked.item.amount.minor == 8500


def test_whoever_approved_it_does_not_review_it(shop: Shop) -> None:
    over_the_limit(shop)
    shop.acting(shop.ada)
    (looked,) = shop.desk.reviewing.next()
    shop.desk.reviewing.let_go()
    shop.acting(shop.margaret)
    assert shop.desk.reviewing.next() == ()
    with pytest.raises(NotAllowed, match="your own"):
        shop.desk.verdicts.approve(looked.item)


def test_what_was_taken_back_waits_no_more(shop: Shop) -> None:
    over_the_limit(shop)
    given = shop.standing()[0]
    shop.desk.goodwill.take_back(given.id, "not meant")
    shop.acting(shop.ada)
    assert shop.desk.reviewing.next() == ()


@pytest.mark.embedded("about its file")
def test_of_a_redacted_reason_nothing_is_left_not_in_the_request_either(shop: Shop, url: str) -> None:
    over_the_limit(shop, f"she has {SECRET}")
    shop.acting(shop.ada)
    (looked,) = shop.desk.reviewing.next()
    shop.desk.verdicts.redact(looked.item, SECRET, "health")
    shop.desk.scrubbing.as_far_as_it_goes()
    place = Path(url.removeprefix("sqlite:///"))
    kept = b"".join(each.read_bytes() for each in place.parent.glob(f"{place.name}*") if each.is_file())
    assert SECRET.lower().encode() not in kept.lower()
    assert models.Approval.select().first().reason == f"she has {REDACTED}"
    assert [words for each in look_over(url) if isinstance(each, Checked) for words in each.wrong] == []


def test_what_was_redacted_is_offered_as_no_reason_and_makes_nothing_similar(shop: Shop) -> None:
    for _ in range(2):
        shop.acting(shop.ben)
        over_the_limit(shop)
    shop.acting(shop.ada)
    for looked in shop.desk.reviewing.next(ahead=9):
        shop.desk.verdicts.redact(looked.item, "", "health")
    shop.acting(shop.ben)
    assert {each.reason for each in models.Goodwill.select()} == {REDACTED}
    reasons = shop.desk.goodwill.prospect(shop.whom).reasons
    assert REDACTED not in [each for kind in GoodwillKind for each in reasons[kind]]
    assert [each.trait for each in models.PrecedentTrait.select() if "redacted" in each.trait] == []
