"""Days as people type them: a strict grammar that refuses what it does not understand."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from deskui.errors import BadInput

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})(?: (\d{4}))?")
_IN: Final = re.compile(r"in (\d{1,3}) ?(d|days?|w|weeks?|months?)")


def parse_day(text: str, today: date, what: str = "The date") -> date | None:
    """The day meant by `2026-11-30`, `2026`, `30 nov`, `today`, `tomorrow`, `fri`, `in 2 weeks`; None when empty.

    A weekday is the next one after today, `next fri` the one of next week, Monday to Sunday; a day without a
    year is the next such day.
    Raises: BadInput naming `what` when it is not understood.
    """
    typed = " ".join(text.lower().split())
    if not typed:
        return None
    try:
        found = _named(typed, today) or _numbered(typed, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise BadInput(
            f"{what} {text.strip()!r} is not understood; write 2026-11-30, 30 nov, fri or in 2 weeks.", what
        )
    return found


def _named(typed: str, today: date) -> date | None:
    if typed in ("today", "tomorrow", "yesterday"):
        return today + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[typed])
    if typed.startswith("next ") and typed[5:] in _weekday_names():
        return today + timedelta(days=7 - today.weekday() + _WEEKDAYS.index(typed[5:8]))
    if typed[:3] in _WEEKDAYS and typed in _weekday_names():
        ahead = (_WEEKDAYS.index(typed[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if (found := _IN.fullmatch(typed)) is not None:
        count, unit = int(found[1]), found[2][0]
        return today + timedelta(days=count * {"d": 1, "w": 7, "m": 30}[unit])
    return None


def _weekday_names() -> frozenset[str]:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return frozenset((*_WEEKDAYS, *full))


def _numbered(typed: str, today: date) -> date | None:
    if (found := _ISO.fullmatch(typed)) is not None:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    if (found := _DAY_MONTH.fullmatch(typed)) is None or found[2][:3] not in _MONTHS:
        return None
    month = _MONTHS.index(found[2][:3]) + 1
    if found[3] is not None:
        return date(int(found[3]), month, int(found[1]))
    this_year = date(today.year, month, int(found[1]))
    return this_year if this_year >= today else date(today.year + 1, month, int(found[1]))
