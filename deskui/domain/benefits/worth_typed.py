"""The value of a benefit as it is typed: a percentage, or an amount of the shop's currency."""

from __future__ import annotations

from deskui.domain.benefits.benefit import Worth
from deskui.domain.benefits.typed import WORTH, percent_typed, percent_words
from deskui.domain.money_typed import money_typed


def worth_typed(typed: str, currency: str) -> Worth:
    """`10%`, `12.5 %`, `40`, `$40.00`; nothing for what is worth nothing in money.

    Raises: BadInput for anything else.
    """
    if not typed.strip():
        return Worth()
    percent = percent_typed(typed)
    return Worth(percent) if percent is not None else Worth(0, money_typed(typed, currency, WORTH))


def worth_written(worth: Worth) -> str:
    """The same as it is typed."""
    if worth.amount is not None:
        return str(worth.amount.decimal)
    return percent_words(worth.percent) if worth.percent else ""
