"""The days that the board looks at, and the days before that they are held against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import MONTHS, short_date
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_DAY: Final = timedelta(days=1)
MOST_DAYS: Final = 731
"""Days of the longest period."""
PRESETS: Final = (7, 30, 90)
"""Days of the periods that end today."""
_FIELD: Final = "Period"
_HOW: Final = "write 30, last month, or two days such as 1 nov - 20 nov."
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED: Final = re.compile(r"(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s+(?:-|–|to|until)\s+|\s*–\s*|\s*\.\.\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days at the desk, both of them in it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """As many days, up to the one before it begins."""
        return Period(self.first - self.days * _DAY, self.first - _DAY)

    def start(self, zone: tzinfo) -> datetime:
        """The instant at which it begins, in UTC."""
        return _midnight(self.first, zone)

    def end(self, zone: tzinfo) -> datetime:
        """The instant at which it is over, in UTC."""
        return _midnight(self.last + _DAY, zone)

    def each_day(self) -> Iterator[date]:
        """Its days in order."""
        return (self.first + number * _DAY for number in range(self.days))

    @property
    def words(self) -> str:
        """`1 Nov - 30 Nov 2026`; the year stands twice where it changes."""
        first = short_date(self.first) if self.first.year == self.last.year else f"{_dated(self.first)}"
        return _dated(self.last) if self.first == self.last else f"{first} - {_dated(self.last)}"


def last_days(count: int, today: date) -> Period:
    """So many days, today the last of them.

    Raises: BadInput when it is less than one day, or more than two years.
    """
    if not 1 <= count <= MOST_DAYS:
        raise BadInput(f"A period has 1 to {MOST_DAYS} days; {_HOW}", _FIELD)
    return Period(today - (count - 1) * _DAY, today)


def this_month(today: date) -> Period:
    """The month so far."""
    return Period(today.replace(day=1), today)


def last_month(today: date) -> Period:
    """All of the month before."""
    last = today.replace(day=1) - _DAY
    return Period(last.replace(day=1), last)


def this_week(today: date) -> Period:
    """Monday to today."""
    return Period(today - today.weekday() * _DAY, today)


def last_week(today: date) -> Period:
    """Monday to Sunday of the week before."""
    last = this_week(today).first - _DAY
    return Period(last - 6 * _DAY, last)


_NAMES: Final = {
    "this week": this_week,
    "last week": last_week,
    "this month": this_month,
    "last month": last_month,
}


def named_period(said: str, today: date) -> Period | None:
    """`30 days`, `this week`, `last month`; None for anything else.

    Raises: BadInput for more days than a period has.
    """
    if (count := re.fullmatch(r"(\d{1,4}) ?d(?:ays?)?", said, re.ASCII)) is not None:
        return last_days(int(count[1]), today)
    return _NAMES[said](today) if said in _NAMES else None


def between_days(first: date, last: date, today: date) -> Period:
    """From the one day to the other, as far as they have come.

    Raises: BadInput where it ends before it begins, has not begun, or is longer than two years.
    """
    if last < first:
        raise BadInput("The period ends before it begins; give the earlier day first.", _FIELD)
    if first > today:
        raise BadInput("That period has not begun yet; give days that have come.", _FIELD)
    if (last - first).days >= MOST_DAYS:
        raise BadInput(f"A period has 1 to {MOST_DAYS} days; {_HOW}", _FIELD)
    return Period(first, min(last, today))


def typed_period(text: str, today: date) -> Period:
    """`30`, what `named_period` takes, `1 nov - 20 nov`, `2026-11-01 - 2026-11-20`, or a single day.

    A day without a year is the latest such day that has come. Raises: BadInput in one sentence.
    """
    said = " ".join(text.lower().split())
    if (named := named_period(f"{said} days" if re.fullmatch(r"\d{1,4}", said) else said, today)) is not None:
        return named
    sides = _BETWEEN.split(said)
    if not said or len(sides) > 2:
        raise BadInput(f"That is no period; {_HOW}", _FIELD)
    return between_days(_day(sides[0], today), _day(sides[-1], today), today)


def _day(said: str, today: date) -> date:
    if said in ("today", "yesterday"):
        return today if said == "today" else today - _DAY
    try:
        if (iso := _ISO.fullmatch(said)) is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if (named := _NAMED.fullmatch(said)) is not None:
            month = [each.lower() for each in MONTHS].index(named[2].lower()) + 1
            found = date(int(named[3] or today.year), month, int(named[1]))
            return found if named[3] or found <= today else found.replace(year=today.year - 1)
    except ValueError as error:
        raise BadInput(f"There is no day {said}; {_HOW}", _FIELD) from error
    raise BadInput(f"That is no period; {_HOW}", _FIELD)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _dated(day: date) -> str:
    return f"{short_date(day)} {day.year}"
