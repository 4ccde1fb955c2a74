"""Dates and times in the short English that may be typed back: `Fri 27 Nov 17:00`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTE: Final = timedelta(minutes=1)
_NEAR_DAYS: Final = 6
"""As long as a weekday alone can only mean one day."""


def date_words(day: date, year: int) -> str:
    """`Fri 27 Nov`, and `Fri 8 Jan 2027` where the year is another than `year`."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"


def near_words(at: datetime, seen_from: datetime, zone: tzinfo) -> str:
    """`Mon 07:00` up to six days either side of `seen_from`, with the date beyond: `Mon 30 Nov 07:00`."""
    local, base = at.astimezone(zone), seen_from.astimezone(zone)
    if abs((local.date() - base.date()).days) <= _NEAR_DAYS:
        return f"{WEEKDAYS[local.weekday()]} {local:%H:%M}"
    return f"{date_words(local.date(), base.year)} {local:%H:%M}"


def length_words(length: timedelta) -> str:
    """`5 d 2 h`, `3 h 20 min`, `40 min`: the two largest units of a length of real time, minutes rounded up."""
    minutes = -(-length // _MINUTE)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{rest} min"
