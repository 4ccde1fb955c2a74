"""Lengths of working time as they are said at a counter."""

from __future__ import annotations

import math
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.working_hours.hours import WorkingHours

_SHORT = 3
"""Up to so many hours the minutes are said too."""


def working_day(hours: WorkingHours) -> float:
    """The hours of a usual working day: the mean of the weekdays that have any, 24 where none has."""
    lengths = [sum(_length(span.opens, span.closes) for span in spans) for spans in hours.week if spans]
    return min(24.0, sum(lengths) / len(lengths)) if lengths else 24.0


def working_words(length: float, day: float) -> str:
    """`40 working min`, `2 working hours 20 min`, `7 working hours`, `2 working days 4 h`, rounded up.

    `length` is in working hours, `day` is how many of them make a working day.
    """
    minutes = math.ceil(round(length * 60, 6))
    if minutes < 60:
        return f"{minutes} working min"
    hours, rest = divmod(minutes, 60)
    if hours < min(_SHORT, day):
        return _counted(hours, "working hour") + (f" {rest} min" if rest else "")
    hours += bool(rest)
    if hours < day:
        return _counted(hours, "working hour")
    days = math.floor(hours / day)
    over = math.ceil(round(hours - days * day, 6))
    return _counted(days, "working day") + (f" {over} h" if over else "")


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _length(opens: time, closes: time) -> float:
    """Hours on the wall from opening to closing, which is on the next day unless it is later."""
    began = datetime.combine(datetime.min, opens)
    ends = datetime.combine(datetime.min, closes) + timedelta(days=closes <= opens)
    return (ends - began) / timedelta(hours=1)
