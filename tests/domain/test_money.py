from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.money import Money, exponent


@pytest.mark.parametrize(
    ("currency", "minor", "amount"),
    [
        ("USD", 123456, "1234.56"),
        ("JPY", 1234, "1234"),
        ("KWD", 1234, "1.234"),
        ("EUR", -5, "-0.05"),
        ("xof", 7, "7"),
    ],
)
def test_minor_units_are_the_currencys_own(currency: str, minor: int, amount: str) -> None:
    assert Money(currency, minor).decimal == Decimal(amount)


@pytest.mark.parametrize(("amount", "minor"), [("0.005", 1), ("0.004", 0), ("19.999", 2000), ("-0.005", -1)])
def test_amounts_are_rounded_half_up(amount: str, minor: int) -> None:
    assert Money.from_decimal(Decimal(amount), "usd") == Money("USD", minor)


@given(st.integers(-(10**15), 10**15), st.sampled_from(["USD", "JPY", "KWD", "CLF", "EUR", "XXX"]))
def test_there_and_back_is_exact(minor: int, currency: str) -> None:
    assert Money.from_decimal(Money(currency, minor).decimal, currency) == Money(currency, minor)
    assert exponent(currency) in (0, 2, 3, 4)
