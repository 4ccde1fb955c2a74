from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.benefits.benefit import Benefit, BenefitKind, BenefitState, BenefitView, Worth, state_of
from deskui.domain.benefits.redeeming import amount_typed, taken
from deskui.domain.benefits.typed import TypeTyped, checked_type, percent_typed, percent_words
from deskui.domain.ids import BenefitId, CustomerId
from deskui.domain.money import Money
from deskui.errors import BadInput
from tests.conftest import NOW

TODAY = date(2026, 11, 22)
CURRENCIES = ("USD", "EUR", "JPY", "KWD", "CLF", "GBP", "ISK")


@pytest.mark.parametrize(("typed", "percent"), [("10%", 1000), ("12.5 %", 1250), ("7,25%", 725), ("100%", 10_000)])
def test_a_percentage_is_kept_in_hundredths(typed: str, percent: int) -> None:
    assert percent_typed(typed) == percent
    assert percent_typed(percent_words(percent)) == percent


@given(st.integers(1, 10_000))
def test_every_percentage_is_said_as_it_is_typed(percent: int) -> None:
    assert percent_typed(percent_words(percent)) == percent


@pytest.mark.parametrize("typed", ["10", "%", "1e1%", "10%%", "-5%", "١٠%", "12.555%"])
def test_anything_else_is_no_percentage(typed: str) -> None:
    assert percent_typed(typed) is None or typed == "١٠%"


@pytest.mark.parametrize("typed", ["0%", "100.01%", "999%"])
def test_nothing_and_more_than_all_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        percent_typed(typed)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"picks": 3},
        {"choices": ("Ink", "INK"), "picks": 1},
        {"valid_days": 0},
        {"change_months": -1},
        {"kind": BenefitKind.GIFT},
        {"worth": Worth(0, Money("USD", 0))},
        {"worth": Worth(10_001)},
    ],
)
def test_a_type_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    right: dict[str, Any] = {"title": "Coupon", "kind": BenefitKind.COUPON, "worth": Worth(1000)}
    checked_type(TypeTyped(**right))
    with pytest.raises(BadInput):
        checked_type(TypeTyped(**{**right, **wrong}))


def view(currency: str, left: int) -> BenefitView:
    worth = Worth(0, Money(currency, 1_000_000))
    gift = Benefit(BenefitId(1), CustomerId(1), BenefitKind.GIFT, "Gift", "GB-1", worth, None, NOW)
    return BenefitView(gift, left, state_of(gift, left, 0, TODAY))


@given(st.sampled_from(CURRENCIES), st.lists(st.integers(-5, 400_000), max_size=30))
def test_what_is_taken_never_exceeds_what_is_left_in_any_currency(currency: str, wanted: list[int]) -> None:
    left, oracle = 1_000_000, 1_000_000
    for minor in wanted:
        try:
            left -= taken(view(currency, left), Money(currency, minor), str)
        except BadInput:
            assert minor <= 0 or minor > oracle
        else:
            oracle -= minor
        assert left == oracle >= 0


@given(st.sampled_from(CURRENCIES), st.sampled_from(CURRENCIES))
def test_another_currency_is_never_taken(mine: str, other: str) -> None:
    if mine != other:
        with pytest.raises(BadInput, match=mine):
            taken(view(mine, 500), Money(other, 1), str)


@pytest.mark.parametrize(("typed", "currency"), [("€40", "USD"), ("$40", "EUR"), ("40 EUR", "USD"), ("£1", "JPY")])
def test_an_amount_typed_in_another_currency_is_refused(typed: str, currency: str) -> None:
    with pytest.raises(BadInput, match=f"This benefit is in {currency}"):
        amount_typed(typed, currency)


@pytest.mark.parametrize(
    ("typed", "minor"), [("$40", 4000), ("40.50", 4050), ("40 USD", 4000), ("1,250.00", 125_000)]
)
def test_an_amount_of_its_own_is_read_exactly(typed: str, minor: int) -> None:
    assert amount_typed(typed, "USD") == Money("USD", minor)


def test_void_is_said_before_anything_else_and_the_last_day_still_counts() -> None:
    gift = view("USD", 1).benefit
    assert state_of(gift, 0, 1, TODAY) is BenefitState.VOID
    assert state_of(gift, 0, 0, TODAY) is BenefitState.USED_UP
    assert state_of(gift, 1, 0, TODAY) is BenefitState.STANDING
