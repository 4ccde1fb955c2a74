"""What `deskui import` says about a file beside its tally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.cli.shell import quoted
from deskui.exchange.card_columns import LEFT_OUT
from deskui.exchange.columns import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.exchange.doubts import Doubts
    from deskui.exchange.locale_rules import LocaleRules
    from deskui.exchange.reading import ColumnRead

_KINDS: Final = {
    "shopify-customers": "Shopify's customer export",
    "shopify-orders": "Shopify's order export",
    "square-customers": "Square's customer export",
    "vcard": "vCards",
    "benefits": "benefits",
    "csv": "a CSV file",
}
_MEANINGS: Final = {"loyalty": "loyalty number", "email": "e-mail address", "phone": "phone"}
_MOST_NAMED: Final = 5
"""Doubtful rows that are named; all of them are in the JSON."""


def understood(kind: str, columns: Sequence[ColumnRead]) -> list[str]:
    """What the file and its columns were read as, what was kept aside, and what of that may have a meaning."""
    read = [_as_field(one) for one in columns if one.field not in ("custom", "ignore", LEFT_OUT)]
    aside = [one.column for one in columns if one.field == "custom"]
    dropped = [one.column for one in columns if one.field == "ignore"]
    cards = [one.column for one in columns if one.field == LEFT_OUT]
    said = [f"Read as {_KINDS[kind]}" + (f": {', '.join(read)}." if read else ".")]
    if aside:
        said.append(f"Kept aside with the customer: {_listed(aside)}.")
    if dropped:
        said.append(f"Left out: {_listed(dropped)}.")
    if cards:
        said.append(f"Left out: {_listed(cards)} (payment card numbers are never kept).")
    for one in columns:
        if one.looks_like:
            mapped = quoted(f"{one.column}={one.looks_like}")
            meaning = _MEANINGS[one.looks_like]
            said.append(f'"{one.column}" may be the {meaning}; if it is, import again with --map {mapped}')
    return said


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(column[:40] or "(no name)" for column in columns)


def _as_field(one: ColumnRead) -> str:
    return one.column if squeezed(one.column) == squeezed(one.field) else f"{one.column} as {one.field}"


def doubtful(doubts: Doubts) -> list[str]:
    """How many names were turned, how many rows somebody should look at, and a line on each of the first ones."""
    said = []
    if doubts.turned:
        names = "One name was" if doubts.turned == 1 else f"{doubts.turned} names were"
        said.append(f"{names} written Last, First and turned, first on line {doubts.first_turned}.")
    if doubts.count:
        rows = "One row" if doubts.count == 1 else f"{doubts.count} rows"
        said.append(f"{rows} to look at, brought in all the same:")
        named = doubts.listed[:_MOST_NAMED]
        said += [f"Line {row.line} {' and '.join(row.doubts)}." for row in named]
        if more := doubts.count - len(named):
            said.append(f"… and {more} more, which --json lists.")
    return said


def read_two_ways(rules: LocaleRules) -> list[str]:
    """Which way dates were taken that could be two, and how to have them taken the other way."""
    if not (count := rules.two_ways.count):
        return []
    dates, were = ("One date", "was") if count == 1 else (f"{count} dates", "were")
    taken, other = ("day", "month") if rules.day_first else ("month", "day")
    way = f"with the {taken} in front; if that is wrong, import again with --dates {other}-first"
    return [f"{dates} such as {rules.two_ways.first} could be two days, and {were} read {way}"]
