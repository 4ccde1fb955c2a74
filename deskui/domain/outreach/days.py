"""Days that come round every year, kept as `11-22`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple


class Stretch(NamedTuple):
    """Days of one year, from `first` to `last` as month and day, both with it."""

    first: str
    last: str
    year: int


def coming(today: date, days: int) -> tuple[Stretch, ...]:
    """From today to so many days ahead; two stretches over the end of a year."""
    last = today + timedelta(days=days)
    if last.year == today.year:
        return (Stretch(_short(today), _short(last), today.year),)
    return (Stretch(_short(today), "12-31", today.year), Stretch("01-01", _short(last), last.year))


def day_in(month_day: str, year: int) -> date:
    """That day of a year; 29 February is the 28th where there is none."""
    month, day = (int(each) for each in month_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def _short(day: date) -> str:
    return f"{day:%m-%d}"
