"""What `deskui import` says about a file beside its tally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deskui.exchange.doubts import Doubts

_MOST_NAMED: Final = 5
"""Doubtful rows that are named; all of them are in the JSON."""


def doubtful(doubts: Doubts) -> list[str]:
    """How many rows somebody should look at, the first ones with their line, and how many names were turned."""
    said = []
    if doubts.turned:
        names = "One name was" if doubts.turned == 1 else f"{doubts.turned} names were"
        said.append(f"{names} written Last, First and turned, first on line {doubts.first_turned}.")
    if doubts.count:
        rows = "One row" if doubts.count == 1 else f"{doubts.count} rows"
        named = [f"line {row.line} {' and '.join(row.doubts)}" for row in doubts.listed[:_MOST_NAMED]]
        more = doubts.count - len(named)
        rest = f"; and {more} more, which --json lists" if more else ""
        said.append(f"{rows} to look at, brought in as written: {'; '.join(named)}{rest}.")
    return said
