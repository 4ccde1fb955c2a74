"""Days and times in the short English of the counter, and the names they are said with; the moment of now is given.

What is due, told or open is worded by `near_day` and `near_words`, what stands in a log by `day_words` and
`moment_words`: so one moment reads the same in every panel, form and question. What `date_words` and `near_words` say
of a time to come may be typed back.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

FULL_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FULL_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS: Final = tuple(name[:3] for name in FULL_WEEKDAYS)
MONTHS: Final = tuple(name[:3] for name in FULL_MONTHS)

_MINUTE: Final = timedelta(minutes=1)
_NEAR_DAYS: Final = 6
"""As long as a weekday alone can only mean one day, of those to come or of those gone by."""
_BESIDE_TODAY: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def short_date(day: date) -> str:
    """`27 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def date_words(day: date, year: int) -> str:
    """`Fri 27 Nov`, and `Fri 8 Jan 2027` where the year is another than `year`."""
    words = f"{WEEKDAYS[day.weekday()]} {short_date(day)}"
    return words if day.year == year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """`Friday 27 November 2026`: on paper, which is read on any other day."""
    return f"{FULL_WEEKDAYS[day.weekday()]} {day.day} {FULL_MONTHS[day.month - 1]} {day.year}"


def long_words(at: datetime, zone: tzinfo) -> str:
    """`Friday 27 November 2026, 17:00`."""
    local = at.astimezone(zone)
    return f"{long_day(local.date())}, {local:%H:%M}"


def full_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`Fri 27 Nov 17:00`, with the year when it is another one than now."""
    local = at.astimezone(zone)
    return f"{date_words(local.date(), now.astimezone(zone).year)} {local:%H:%M}"


def near_day(day: date, today: date) -> str:
    """`today`, `Thu` up to six days either side of that, then `3 Mar`, and `3 Mar 2019` in other years."""
    if day == today:
        return "today"
    return WEEKDAYS[day.weekday()] if is_near(day, today) else _dated(day, today)


def near_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`today 07:00`, `Mon 07:00` up to six days either side of now, then with the date: `Mon 30 Nov 07:00`."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if not is_near(local.date(), today):
        return full_words(at, now, zone)
    return f"{near_day(local.date(), today)} {local:%H:%M}"


def is_near(day: date, today: date) -> bool:
    """Whether a weekday alone tells which day is meant."""
    return abs((day - today).days) <= _NEAR_DAYS


def day_words(day: date, today: date, *, weekday: bool = False) -> str:
    """`today`, `yesterday`, `tomorrow`, `19 Nov`, or `19 Nov 2019` in other years; `Thu 19 Nov` with the weekday."""
    if not weekday and (words := _BESIDE_TODAY.get((day - today).days)) is not None:
        return words
    return date_words(day, today.year) if weekday and day.year == today.year else _dated(day, today)


def moment_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`today 09:02`, `Thu 19 Nov 16:10`, `19 Nov 2019`: the time matters less the longer ago it is."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    day = local.date()
    if (words := _BESIDE_TODAY.get((day - today).days)) is not None:
        return f"{words} {local:%H:%M}"
    return full_words(at, now, zone) if day.year == today.year else _dated(day, today)


def month_words(day: date, today: date) -> str:
    """`19 Nov` this year, `Nov 2019` before: in a long list the day matters less the longer ago it is."""
    return short_date(day) if day.year == today.year else f"{MONTHS[day.month - 1]} {day.year}"


def clock_words(now: datetime, zone: tzinfo) -> str:
    """The date and the time without a year, as a clock shows them: `Sun 22 Nov 10:42`."""
    return full_words(now, now, zone)


def length_words(length: timedelta) -> str:
    """`5 d 2 h`, `3 h 20 min`, `40 min`: the two largest units of a length of real time, minutes rounded up."""
    minutes = -(-length // _MINUTE)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{rest} min"


def _dated(day: date, today: date) -> str:
    return short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"
