"""What each column of a table was read as, and what those kept aside may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from deskui.desk.contact_points import is_email
from deskui.domain.importing.incoming import Refused
from deskui.exchange.cells import tidy
from deskui.exchange.columns import PERHAPS_LOYALTY, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deskui.exchange.csv_rows import Row

MOST_AHEAD: Final = 200
"""Rows that are looked at before the first one is brought in."""
_LARGEST_AHEAD: Final = 1_000_000
"""Characters of them: huge cells make them fewer, so that memory stays bounded."""
_FEWEST: Final = 3
"""Different values that tell something; one or two may look like anything."""
_DIFFERENT: Final = 0.8
"""The share of them in what tells people apart; somebody may have several rows."""
_DATE: Final = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}.*", re.ASCII)
_PHONE: Final = re.compile(
    r"\+[\d ()/.-]{7,22}|\(?\d{2,5}\)?[ /-] ?\d[\d ./-]{4,14}|\d{2,4}(?:\.\d{2,4}){2,5}", re.ASCII
)
"""A phone as people write it: digits alone may be any number, and with one dot an amount."""
_NUMBER: Final = re.compile(r"[A-Za-z]{0,4}[-# ]?\d{4,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column and the field it was read as; `looks_like` names the field that one kept aside may be."""

    column: str
    field: str
    looks_like: str = ""


def look_ahead(rows: Iterator[Row | Refused]) -> tuple[list[Row], Iterator[Row | Refused]]:
    """The first rows, to be looked at, and all of them, to be read."""
    ahead: list[Row | Refused] = []
    size = 0
    for row in rows:
        ahead.append(row)
        size += sum(map(len, () if isinstance(row, Refused) else row.cells))
        if len(ahead) == MOST_AHEAD or size > _LARGEST_AHEAD:
            break
    return [row for row in ahead if not isinstance(row, Refused)], chain(ahead, rows)


def columns_read(
    labels: Sequence[str], fields: Sequence[str], ahead: Sequence[Row], explained: Iterable[str]
) -> tuple[ColumnRead, ...]:
    """The columns of a table with what they were read as; `ahead` are its first rows.

    Nothing is offered for columns that somebody `explained`, nor for one without a name to map.
    """
    found, settled = [], {"", *map(squeezed, explained)}
    for at, (label, field) in enumerate(zip(labels, fields, strict=True)):
        values = [cell for row in ahead if at < len(row.cells) and (cell := tidy(row.cells[at]))]
        looks = _looks_like(label, values) if field == "custom" and squeezed(label) not in settled else ""
        found.append(ColumnRead(label, field, "" if looks == "loyalty" and "loyalty" in fields else looks))
    return tuple(found)


def _looks_like(label: str, values: Sequence[str]) -> str:
    """The field that a column may be: by its name, else when its values have one shape and tell people apart."""
    if squeezed(label) in PERHAPS_LOYALTY:
        return "loyalty"
    different = set(values)
    if len(different) < _FEWEST or len(different) < _DIFFERENT * len(values):
        return ""
    if all("@" in value and is_email(value) for value in different):
        return "email"
    if any(_DATE.fullmatch(value) for value in different):
        return ""
    if all(map(_PHONE.fullmatch, different)):
        return "phone"
    return "loyalty" if all(map(_NUMBER.fullmatch, different)) else ""
