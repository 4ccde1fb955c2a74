"""Columns of payment card numbers, which are left out as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.payment_cards import is_payment_card
from deskui.exchange.cells import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.exchange.csv_rows import Row

LEFT_OUT: Final = "payment_card"
"""What such a column is read as; nobody can map one to it or from it."""
_FEWEST: Final = 2
"""A lone number may have gone astray, and says nothing about its column."""


def card_columns(ahead: Sequence[Row], width: int) -> frozenset[int]:
    """Which of the `width` columns hold payment card numbers for the most part; `ahead` are the first rows."""
    return frozenset(
        at for at in range(width) if _is_of_cards([tidy(row.cells[at]) for row in ahead if row.cells[at:]])
    )


def _is_of_cards(values: Sequence[str]) -> bool:
    written = [value for value in values if value]
    cards = sum(map(is_payment_card, written))
    return cards >= _FEWEST and 2 * cards > len(written)
