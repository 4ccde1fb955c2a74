"""What the journal is asked for, and the days that people type there: those gone by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.board.period import Period, between_days, named_period
from deskui.domain.moments import FULL_WEEKDAYS, MONTHS
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId

_ISO: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
_DAY: Final = timedelta(days=1)
_TO: Final = re.compile(r"\s*(?:–|\.\.)\s*")
_BETWEEN: Final = frozenset({"-", "to", "until"})
"""Words between the first day of several and the last."""


@dataclass(frozen=True, slots=True)
class JournalAsked:
    """Which entries: of any of these customers, people and verbs, and on these days; what is empty asks for all."""

    customers: tuple[CustomerId, ...] = ()
    employees: tuple[EmployeeId, ...] = ()
    verbs: tuple[str, ...] = ()
    days: Period | None = None
    is_about_one: bool = False
    """Whether they are all about a single customer."""
    said: tuple[str, ...] = ()
    """How what was typed was taken, part by part."""

    def also(self, said: str, **more: object) -> JournalAsked:
        """The same, narrowed by one more part."""
        return replace(self, said=(*self.said, said), **more)  # type: ignore[arg-type]


def words_typed(typed: str) -> tuple[str, ...]:
    """The words in small letters; what stands between two days is one of them."""
    return tuple(_TO.sub(" - ", typed.casefold()).split())


def past_days(words: tuple[str, ...], today: date) -> tuple[Period, int] | None:
    """The days that the first of the words mean, and how many they are: `1 nov - 20 nov`, `last week`, a single day.

    Raises: BadInput where days end before they begin, or the day is missing on which they end.
    """
    for taken in (2, 1):
        if (named := named_period(" ".join(words[:taken]), today)) is not None:
            return named, taken
    if (first := past_day(words, today)) is None:
        return None
    day, taken = first
    if words[taken : taken + 1] and words[taken] in _BETWEEN:
        if (last := past_day(words[taken + 1 :], today)) is None:
            raise BadInput("Say on which day it ends as well, such as 1 nov - 20 nov.", "Find")
        return between_days(day, last[0], today), taken + 1 + last[1]
    return Period(day, day), taken


def past_day(words: tuple[str, ...], today: date) -> tuple[date, int] | None:
    """The day that the first of the words mean, and how many of them: `today`, `mon`, `19 nov`, `19 nov 2025`.

    A weekday is the last one gone by, today's name today; a date without a year is the last one gone by.
    """
    first = words[0] if words else ""
    if first in ("today", "yesterday"):
        return today - (first == "yesterday") * _DAY, 1
    if _ISO.fullmatch(first):
        year, month, day = map(int, first.split("-"))
        return _made(year, month, day, 1)
    for index, name in enumerate(FULL_WEEKDAYS):
        if len(first) >= 3 and name.lower().startswith(first):
            return today - (today.weekday() - index) % 7 * _DAY, 1
    return _dated(words, today)


def _dated(words: tuple[str, ...], today: date) -> tuple[date, int] | None:
    months = [name.lower() for name in MONTHS]
    if len(words) < 2 or not words[0].isascii() or not words[0].isdigit() or len(words[0]) > 2:
        return None
    if len(words[1]) < 3 or words[1][:3] not in months:
        return None
    day, month = int(words[0]), months.index(words[1][:3]) + 1
    if len(words) > 2 and re.fullmatch(r"\d{4}", words[2], re.ASCII):
        return _made(int(words[2]), month, day, 3)
    for year in range(today.year, today.year - 9, -1):
        found = _made(year, month, day, 2)
        if found is not None and found[0] <= today:
            return found
    return None


def _made(year: int, month: int, day: int, taken: int) -> tuple[date, int] | None:
    try:
        return date(year, month, day), taken
    except ValueError:
        return None
