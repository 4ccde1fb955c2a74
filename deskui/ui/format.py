"""Money, counts and ages in the words people use; days and moments are worded by `domain.moments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.amounts import money_words
from deskui.domain.moments import clock_words, day_words, moment_words, month_words
from deskui.domain.order_days import FEW, LONG_OVER

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = [
    "age_words",
    "ago_words",
    "ahead_words",
    "clock_words",
    "count_words",
    "day_words",
    "left_words",
    "moment_words",
    "money_words",
    "month_words",
    "up_to",
]


def ahead_words(day: date, today: date) -> str:
    """How far away a day is: `today`, `tomorrow`, `in 3 days`."""
    days = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {count_words(days, 'day')}")


def age_words(since: datetime, now: datetime) -> str:
    """How long something has lasted: `4 min`, `3 h`, `5 d`, `7 wk`, `14 mo`, `3 yr`."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    for size, unit in ((525_960 * 2, "yr"), (43_830 * 3, "mo"), (10_080 * 3, "wk"), (1_440, "d"), (60, "h")):
        if minutes >= size:
            return f"{minutes // {'yr': 525_960, 'mo': 43_830, 'wk': 10_080, 'd': 1_440, 'h': 60}[unit]} {unit}"
    return f"{minutes} min"


def ago_words(since: datetime, now: datetime) -> str:
    """How long ago something was: `just now`, `4 min ago`, `3 h ago`."""
    age = age_words(since, now)
    return "just now" if age == "0 min" else f"{age} ago"


def left_words(until: date, today: date) -> str:
    """Days left of a period: `20 d left`, `only 6 d left`, `last day`, `expired 3 d ago`, then `expired 3 Mar`."""
    days = (until - today).days
    if days < 0:
        return f"expired {-days} d ago" if -days <= LONG_OVER else f"expired {day_words(until, today)}"
    return "last day" if days == 0 else f"{'only ' if days <= FEW else ''}{days:,} d left"


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 order`, `4 orders`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def up_to(most: int, count: int) -> str:
    """What was counted no further than that: `12`, `1,000+`."""
    return f"{most:,}+" if count >= most else f"{count:,}"
