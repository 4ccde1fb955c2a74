"""Which tips go with what is in view, in which order, and when one may be offered again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import ArticleId, ArticleVersionId, CaseId, OrderId, TipOfferId
from deskui.domain.manual.article import TiedTo
from deskui.domain.tips import (
    Fit,
    InView,
    Tip,
    TipAnswer,
    TipOffer,
    TipTie,
    closeness,
    last_offer,
    may_offer,
    refusal,
    tips_for,
)

NOW: Final = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
HEADSET: Final = InView(products=("headset noise cancelling",), order_id=OrderId(7))
CLAIM: Final = InView(case_kind="claim", case_id=CaseId(3))
TAKEN, DECLINED, NOT_NOW = TipAnswer.TAKEN, TipAnswer.DECLINED, TipAnswer.NOT_NOW


def tie(what: TiedTo, key: str) -> TipTie:
    return TipTie(what, key)


def offer(
    answer: TipAnswer, ago: float = 3, *, row: int = 1, order: int | None = 7, case: int | None = None
) -> TipOffer:
    at = NOW - timedelta(days=ago)
    order_id = None if order is None else OrderId(order)
    case_id = None if case is None else CaseId(case)
    return TipOffer(TipOfferId(row), ArticleId(1), order_id, case_id, answer, "", None, "Paul", at)


def tip(row: int, *ties: TipTie, since: int = 0, offers: tuple[TipOffer, ...] = ()) -> Tip:
    return Tip(ArticleId(row), ArticleVersionId(row), f"tip {row}", date(2026, 1, 1 + since), ties, offers)


@pytest.mark.parametrize(
    ("key", "fit"),
    [
        ("headset noise cancelling", Fit.PRODUCT),
        ("cancelling headset noise", Fit.PRODUCT),
        ("headset", Fit.PRODUCT_KIND),
        ("noise headset", Fit.PRODUCT_KIND),
        ("headset gaming", None),
        ("head", None),
        ("", None),
    ],
)
def test_a_product_is_meant_by_some_words_of_its_name_or_by_all(key: str, fit: Fit | None) -> None:
    assert closeness([tie(TiedTo.PRODUCT, key)], HEADSET) is fit


def test_words_of_two_products_are_no_product() -> None:
    both = InView(products=("headset black", "lamp white"))
    assert closeness([tie(TiedTo.PRODUCT, "headset white")], both) is None


def test_a_kind_of_case_is_all_of_it() -> None:
    assert closeness([tie(TiedTo.CASE, "claim")], CLAIM) is Fit.CASE
    assert closeness([tie(TiedTo.CASE, "claim dealer")], CLAIM) is None
    assert closeness([tie(TiedTo.PRODUCT, "claim"), tie(TiedTo.BENEFIT, "claim")], CLAIM) is None
    assert closeness([tie(TiedTo.CASE, "")], InView()) is None


def test_the_most_specific_comes_first_then_the_newest_and_what_was_offered_last() -> None:
    kind, whole = tie(TiedTo.PRODUCT, "headset"), tie(TiedTo.PRODUCT, "headset noise cancelling")
    tips = (tip(1, whole, offers=(offer(DECLINED),)), tip(2, kind, since=1), tip(3, kind, since=2), tip(4, whole))
    found = tips_for(tips, HEADSET, NOW, UTC)
    assert [each.tip.article_id for each in found] == [4, 3, 2, 1]
    assert [each.is_open for each in found] == [True, True, True, False]


def test_a_tip_that_was_offered_for_another_order_is_still_to_be_offered() -> None:
    assert last_offer([offer(DECLINED, order=8), offer(DECLINED, order=None, case=9)], HEADSET) is None


@pytest.mark.parametrize(
    "seen",
    [
        HEADSET,
        InView(case_id=CaseId(3), orders_behind=(OrderId(7),)),
    ],
)
def test_what_was_offered_for_the_order_was_offered_in_the_case_about_it(seen: InView) -> None:
    assert last_offer([offer(TAKEN)], seen) == offer(TAKEN)


def test_what_was_offered_in_a_merged_case_was_offered_in_this_one() -> None:
    given_there = offer(TAKEN, order=None, case=4)
    assert last_offer([given_there], InView(case_id=CaseId(3), merged=(CaseId(4),))) == given_there


def test_the_last_answer_is_the_one_that_holds() -> None:
    first, second = offer(NOT_NOW, 40), offer(DECLINED, 2, row=2)
    assert last_offer([second, first], HEADSET) is second


@pytest.mark.parametrize(("days", "may"), [(29, False), (30, True), (400, True)])
def test_not_now_comes_back_after_thirty_days_of_the_calendar(days: int, may: bool) -> None:
    assert may_offer(offer(NOT_NOW, days), NOW, UTC) is may
    assert not may_offer(offer(DECLINED, days), NOW, UTC)
    assert not may_offer(offer(TAKEN, days), NOW, UTC)


def test_the_day_is_that_of_the_shop() -> None:
    """Late in the evening of one day is early on the next one elsewhere."""
    from zoneinfo import ZoneInfo

    said = offer(NOT_NOW, 29.3)
    assert may_offer(said, NOW, ZoneInfo("Asia/Tokyo"))
    assert not may_offer(said, NOW, UTC)


@pytest.mark.parametrize(
    ("before", "answer", "is_refused"),
    [
        (None, TAKEN, False),
        (NOT_NOW, TAKEN, False),
        (NOT_NOW, DECLINED, False),
        (NOT_NOW, NOT_NOW, True),
        (DECLINED, TAKEN, False),
        (DECLINED, DECLINED, True),
        (DECLINED, NOT_NOW, True),
        (TAKEN, DECLINED, True),
        (TAKEN, TAKEN, True),
    ],
)
def test_nothing_is_offered_twice_but_who_did_not_want_it_may_take_it(
    before: TipAnswer | None, answer: TipAnswer, is_refused: bool
) -> None:
    said = None if before is None else offer(before)
    sentence = refusal(said, answer, NOW, UTC)
    assert bool(sentence) is is_refused
    if is_refused:
        assert sentence == f"That was offered Thu by Paul already: {before}; nothing is offered twice."


words = st.lists(st.sampled_from("headset noise gaming lamp".split()), max_size=3, unique=True).map(" ".join)


@given(st.lists(st.tuples(words, st.integers(0, 9), st.booleans()), max_size=6))
def test_the_order_is_that_of_a_plain_comparison(rows: list[tuple[str, int, bool]]) -> None:
    tips = [
        tip(row, tie(TiedTo.PRODUCT, key), since=since, offers=(offer(TAKEN),) if done else ())
        for row, (key, since, done) in enumerate(rows, 1)
    ]
    found = tips_for(tips, HEADSET, NOW, UTC)
    wanted = {
        row
        for row, (key, _, _) in enumerate(rows, 1)
        if key and set(key.split()) <= {"headset", "noise", "cancelling"}
    }
    assert {each.tip.article_id for each in found} == wanted
    for before, after in pairwise(found):
        assert (before.is_open, before.fit, before.tip.since, before.tip.article_id) > (
            after.is_open,
            after.fit,
            after.tip.since,
            after.tip.article_id,
        )
