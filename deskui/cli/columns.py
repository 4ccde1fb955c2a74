"""Plain text in columns, for a terminal or a pipe."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZERO = frozenset({"Mn", "Me", "Cf"})
_WIDE = frozenset({"W", "F"})


def cells(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode Standard Annex 11; marks take none)."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def aligned(rows: Sequence[Sequence[str]], widest: int = 40) -> list[str]:
    """One line a row, its columns aligned; a text wider than `widest` pushes its own line only.

    A column that is empty in every row takes no room. Hidden characters come out as marks, so that the lines are
    safe for a terminal.
    """
    shown = [[visible(text) for text in row] for row in rows]
    widths = [min(widest, max(map(cells, column))) for column in zip(*shown, strict=True)]
    return [_line(row, widths) for row in shown]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True) if width)
    return "  ".join(padded).rstrip()
