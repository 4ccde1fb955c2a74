"""Amounts as they are typed: exact in every currency, and refused where they could be two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.money import Money, exponent
from deskui.domain.money_typed import MOST, money_typed
from deskui.errors import BadInput

CURRENCIES = ("USD", "EUR", "JPY", "KWD", "CLF", "CHF", "INR", "VND")


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("40", "USD", 4000),
        ("40.5", "USD", 4050),
        ("$40.50", "USD", 4050),
        ("40,50 €", "EUR", 4050),
        ("1,250.00", "USD", 125000),
        ("1.250,00", "EUR", 125000),
        ("1 250", "EUR", 125000),
        ("1'250.05", "CHF", 125005),
        ("1,250", "USD", 125000),
        ("1,250", "JPY", 1250),
        ("500", "JPY", 500),
        ("1.250", "KWD", 1250),
        ("0.005", "KWD", 5),
        ("USD 7", "USD", 700),
    ],
)
def test_what_is_meant(typed: str, currency: str, minor: int) -> None:
    assert money_typed(typed, currency) == Money(currency, minor)


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        *(("", "USD"), ("  ", "USD"), ("-4", "USD"), ("0", "USD"), ("0.00", "USD"), ("4.05", "JPY"), ("4.5", "JPY")),
        *(("4.0055", "USD"), ("1,25,000", "USD"), ("1.2.3", "USD"), ("4e3", "USD"), ("٤٠", "USD"), ("forty", "USD")),
        *(("nan", "USD"), ("inf", "USD"), ("9" * 15, "USD"), ("40 50", "USD"), ("4.00 EUR", "USD"), ("=4+4", "USD")),
    ],
)
def test_what_is_refused(typed: str, currency: str) -> None:
    with pytest.raises(BadInput) as refused:
        money_typed(typed, currency)
    assert refused.value.field == "The amount"
    assert refused.value.sentence.count(".") <= 2


@given(st.integers(1, MOST), st.sampled_from(CURRENCIES))
def test_every_amount_is_read_as_it_is_written(minor: int, currency: str) -> None:
    money = Money(currency, minor)
    plain, places = f"{money.decimal:f}", exponent(currency)
    assert money_typed(plain, currency) == money
    assert money_typed(f"{money.decimal:,.{places}f}", currency) == money
