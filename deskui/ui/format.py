"""Dates, money and ages in the words people use."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from deskui.domain.money import Money

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, today: date, *, weekday: bool = False) -> str:
    """`today`, `yesterday`, `tomorrow`, `19 Nov`, or `19 Nov 2019` in other years; `Thu 19 Nov` with the weekday."""
    apart = (day - today).days
    if not weekday and apart in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[apart]
    if day.year != today.year:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{_DAYS[day.weekday()]} {words}" if weekday else words


def ahead_words(day: date, today: date) -> str:
    """How far away a day is: `today`, `tomorrow`, `in 3 days`."""
    days = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {count_words(days, 'day')}")


def month_words(day: date, today: date) -> str:
    """`19 Nov` this year, `Nov 2019` before: in a long list the day matters less the longer ago it is."""
    if day.year == today.year:
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{_MONTHS[day.month - 1]} {day.year}"


def moment_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`today 09:02`, `Thu 19 Nov 16:10`, `19 Nov 2019`: the time matters less the longer ago it is."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if abs((local.date() - today).days) <= 1:
        return f"{day_words(local.date(), today)} {local:%H:%M}"
    if local.year != today.year:
        return day_words(local.date(), today)
    return f"{day_words(local.date(), today, weekday=True)} {local:%H:%M}"


def clock_words(now: datetime, zone: tzinfo) -> str:
    """The status line's clock: `Sun 22 Nov 10:42`."""
    local = now.astimezone(zone)
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local:%H:%M}"


def age_words(since: datetime, now: datetime) -> str:
    """How long something has lasted: `4 min`, `3 h`, `5 d`, `7 wk`, `14 mo`, `3 yr`."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    for size, unit in ((525_960 * 2, "yr"), (43_830 * 3, "mo"), (10_080 * 3, "wk"), (1_440, "d"), (60, "h")):
        if minutes >= size:
            return f"{minutes // {'yr': 525_960, 'mo': 43_830, 'wk': 10_080, 'd': 1_440, 'h': 60}[unit]} {unit}"
    return f"{minutes} min"


def left_words(until: date, today: date) -> str:
    """Days left of a period: `12 d left`, `last day`, `over since 3 Mar`."""
    days = (until - today).days
    if days < 0:
        return f"over since {day_words(until, today)}"
    return "last day" if days == 0 else f"{days} d left" if days < 90 else f"{days // 30} mo left"


@lru_cache(4096)
def money_words(money: Money, region: str = "US", *, whole: bool = False) -> str:
    """An amount as people of that region write it; `whole` leaves the minor units out."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_currency

    try:
        locale = Locale("en", region)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en", "US")
    amount = money.decimal.to_integral_value() if whole else money.decimal
    shown: str = format_currency(
        amount, money.currency, locale=locale, currency_digits=not whole, format="¤#,##0" if whole else None
    )
    return shown


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 order`, `4 orders`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
