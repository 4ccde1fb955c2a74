"""What a clerk gives beyond its kind: refused in the transaction, or agreed to by a supervisor's own PIN."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.ids import BenefitId, BenefitTypeId
from deskui.domain.money import Money
from deskui.domain.staff import Role
from deskui.errors import DeskError, NoRight, NotAllowed
from deskui.store import models
from tests.desk.goodwill import Shop

if TYPE_CHECKING:
    from tests.desk.counter import Counter

TODAY = date(2026, 11, 23)
SORRY = TypeTyped(
    "Sorry voucher",
    BenefitKind.VOUCHER,
    Worth(0, Money("USD", 1000)),
    valid_days=30,
    terms="Once.",
    by_clerk=True,
)
PIN = "246813"


@pytest.fixture
def shop(counter: Counter) -> Shop:
    """Ben is acting, a clerk; Ada and Margaret have PINs."""
    made = Shop(counter)
    made.acting(made.ada)
    made.desk.signing.set_pin(made.ada.id, "135792")
    made.desk.signing.set_pin(made.margaret.id, PIN)
    return made


def kind(shop: Shop, typed: TypeTyped = SORRY) -> BenefitTypeId:
    shop.acting(shop.ada)
    added = shop.desk.benefit_types.add(typed).subject
    shop.acting(shop.ben)
    return BenefitTypeId(added)


def usd(minor: int) -> Worth:
    return Worth(0, Money("USD", minor))


MORE: dict[str, dict[str, Any]] = {
    "a higher value": {"worth": usd(100_000_00)},
    "another sort of value": {"worth": Worth(500)},
    "no end": {"has_end": False},
    "a later end": {"expires": TODAY + timedelta(days=31)},
    "another title": {"title": "Free kitchen"},
    "other terms": {"terms": "As often as you like."},
}


@pytest.mark.parametrize("words", MORE)
def test_a_clerk_gives_no_more_than_the_kind_says(shop: Shop, words: str) -> None:
    made = kind(shop)
    with pytest.raises(NoRight) as found:
        shop.desk.benefits.give(shop.whom, BenefitTyped(made, **MORE[words]))
    assert found.value.sentence == (
        f"A clerk gives Sorry voucher as its kind says; for {words} a supervisor signs in here, "
        "or agrees with their own PIN."
    )
    assert not models.Benefit.select().exists()
    shop.acting(shop.margaret)
    assert shop.desk.benefits.give(shop.whom, BenefitTyped(made, **MORE[words])).subject


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"worth": usd(1000)},
        {"worth": usd(999)},
        {"expires": TODAY},
        {"expires": TODAY + timedelta(days=30)},
        {"title": " Sorry  voucher ", "terms": "Once. "},
    ],
)
def test_a_clerk_gives_the_same_or_less_alone(shop: Shop, more: dict[str, Any]) -> None:
    typed = BenefitTyped(kind(shop), **more)
    assert shop.desk.benefits.beyond(typed) == ()
    given = BenefitId(shop.desk.benefits.give(shop.whom, typed).subject)
    assert [(each.by, each.agreed_by) for each in shop.desk.benefits.ledger(given)] == [("Ben", "")]


def test_a_kind_without_an_end_has_any_and_one_that_begins_later_ends_no_later(shop: Shop) -> None:
    endless = kind(shop, replace(SORRY, valid_days=None))
    shop.desk.benefits.give(shop.whom, BenefitTyped(endless, expires=TODAY + timedelta(days=3650)))
    with pytest.raises(NoRight, match="a later end"):
        shop.desk.benefits.give(shop.whom, BenefitTyped(kind(shop), valid_from=TODAY + timedelta(days=7)))


def test_a_percentage_is_held_to_the_kind_as_well(shop: Shop) -> None:
    made = kind(shop, replace(SORRY, kind=BenefitKind.COUPON, worth=Worth(1000)))
    shop.desk.benefits.give(shop.whom, BenefitTyped(made, worth=Worth(500)))
    for worth in (Worth(1001), usd(1)):
        with pytest.raises(NoRight):
            shop.desk.benefits.give(shop.whom, BenefitTyped(made, worth=worth))


def test_a_supervisor_agrees_by_their_own_pin_and_both_names_are_kept(shop: Shop) -> None:
    typed = BenefitTyped(kind(shop), worth=usd(5000), has_end=False)
    assert [each.value for each in shop.desk.benefits.beyond(typed)] == ["a higher value", "no end"]
    for who, pin in ((shop.margaret, ""), (shop.margaret, "135792"), (shop.ben, PIN)):
        with pytest.raises(DeskError):
            shop.desk.benefits.give(shop.whom, typed, who.id, pin)
    given = BenefitId(shop.desk.benefits.give(shop.whom, typed, shop.margaret.id, PIN).subject)
    assert shop.desk.session.employee == shop.ben
    assert [(each.by, each.agreed_by) for each in shop.desk.benefits.ledger(given)] == [("Ben", "Margaret")]
    assert shop.desk.benefits.one(given).rest == Money("USD", 5000)


def test_who_agrees_is_asked_for_no_pin_where_nothing_goes_beyond(shop: Shop) -> None:
    given = shop.desk.benefits.give(shop.whom, BenefitTyped(kind(shop)), shop.margaret.id, "000000").subject
    assert [each.agreed_by for each in shop.desk.benefits.ledger(BenefitId(given))] == [""]


def test_what_is_not_for_clerks_is_agreed_to_in_the_same_way(shop: Shop) -> None:
    typed = BenefitTyped(kind(shop, replace(SORRY, by_clerk=False)))
    with pytest.raises(NoRight, match="Only a supervisor gives Sorry voucher"):
        shop.desk.benefits.give(shop.whom, typed)
    assert shop.desk.benefits.give(shop.whom, typed, shop.margaret.id, PIN).subject


def test_the_kind_counts_as_it_is_kept_when_it_is_given(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    made = kind(shop)
    typed = BenefitTyped(made, worth=usd(1000))
    prove = shop.desk.signing.prove

    def meanwhile(*about: Any) -> Any:
        proved = prove(*about)
        shop.change(shop.margaret, role=Role.CLERK.value)
        return proved

    with monkeypatch.context() as patched:
        patched.setattr(shop.desk.signing, "prove", meanwhile)
        with pytest.raises(NotAllowed):
            shop.desk.benefits.give(shop.whom, replace(typed, worth=usd(1001)), shop.margaret.id, PIN)
    models.BenefitType.update(amount_minor=500).where(models.BenefitType.id == made).execute()
    with pytest.raises(NoRight, match="a higher value"):
        shop.desk.benefits.give(shop.whom, typed)
