"""The words that name a day: one strict grammar for promises, follow-ups, alerts, holidays and dates of a profile.

    near    yesterday, today, tomorrow, fri, friday, next fri
    ahead   in 3 days, in a week, in 2 months
    dates   30 nov, 30. november, nov 30, 30 nov 2026, 2026-11-30; a weekday may stand before a date and must be right

`due_day` says which day these mean. Words are expected in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from deskui.domain.due_time.names import DAY_NAMES, MONTH_NAMES

COUNT: Final = "([0-9]{1,4}|an?)"
"""How many of a unit, as in `in 2 h` and `in an hour`."""

_BESIDE_TODAY: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAY: Final = "|".join(DAY_NAMES)
_MONTH: Final = "|".join(MONTH_NAMES)
_NAMED_DAY: Final = re.compile(f"(next )?({_WEEKDAY})")
_AHEAD: Final = re.compile(f"in {COUNT} ?(d|days?|w|weeks?|months?)")
_DATED: Final = re.compile(
    rf"(?:({_WEEKDAY}) )?(?:([0-9]{{1,2}})\.? ({_MONTH})|({_MONTH}) ([0-9]{{1,2}}))(?: ([0-9]{{4}}))?"
)
_ISO: Final = re.compile(f"(?:({_WEEKDAY}) )?([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})")


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days and months of the calendar after today; days before it are negative."""

    days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """The next such day (0 is Monday), or the one of the week that begins on the coming Monday."""

    index: int
    is_next_week: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date; without a year the next such one; `weekday` is what it was said to be, `has_month_name` how."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    has_month_name: bool


Day = Ahead | Weekday | Dated


def read_day(words: str) -> Day | None:
    """The day that all of the words say, or None when they are none."""
    if (apart := _BESIDE_TODAY.get(words)) is not None:
        return Ahead(apart)
    if (found := _NAMED_DAY.fullmatch(words)) is not None:
        return Weekday(DAY_NAMES[found[2]], found[1] is not None)
    if (found := _AHEAD.fullmatch(words)) is not None:
        return _ahead(count(found[1]), found[2])
    if (found := _ISO.fullmatch(words)) is not None:
        return Dated(int(found[2]), int(found[3]), int(found[4]), DAY_NAMES.get(found[1]), has_month_name=False)
    if (found := _DATED.fullmatch(words)) is not None:
        month, day = MONTH_NAMES[found[3] or found[4]], int(found[2] or found[5])
        return Dated(int(found[6]) if found[6] else None, month, day, DAY_NAMES.get(found[1]), has_month_name=True)
    return None


def count(typed: str) -> int:
    """The number that `COUNT` matches."""
    return 1 if typed in ("a", "an") else int(typed)


def _ahead(number: int, unit: str) -> Ahead:
    if unit.startswith("m"):
        return Ahead(months=number)
    return Ahead(number * 7 if unit.startswith("w") else number)
