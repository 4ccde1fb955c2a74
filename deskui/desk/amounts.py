"""Amounts in the words of a region."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.money import Money


@lru_cache(4096)
def money_words(money: Money, region: str = "US", *, whole: bool = False) -> str:
    """An amount as people of that region write it; `whole` leaves the minor units out."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_currency

    try:
        locale = Locale("en", region)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en", "US")
    amount = money.decimal.to_integral_value() if whole else money.decimal
    shown: str = format_currency(
        amount, money.currency, locale=locale, currency_digits=not whole, format="¤#,##0" if whole else None
    )
    return shown
