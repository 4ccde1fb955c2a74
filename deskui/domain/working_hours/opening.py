"""Working hours as they are kept: text from which the hours of a desk or a colleague are read, and back."""

from __future__ import annotations

import json
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.moments import WEEKDAYS
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    Week = tuple[tuple[Span, ...], ...]

DAYS: Final = tuple(name.lower() for name in WEEKDAYS)

USUAL_WEEK: Final[Week] = (*(((Span(time(9), time(18))),),) * 6, ())
"""Monday to Saturday, 9 to 18: where no hours were set."""


@lru_cache(maxsize=64)
def read_hours(week: str, holidays: str, zone: tzinfo) -> WorkingHours:
    """The hours kept as `{"mon": [["09:00", "18:00"]], ...}` and `["2026-12-25"]`; empty text is the usual week.

    Raises: BadInput when either is not understood.
    """
    try:
        days = json.loads(week) if week else None
        spans = USUAL_WEEK if days is None else tuple(_spans(days.pop(day, [])) for day in DAYS)
        closed = frozenset(date.fromisoformat(each) for each in json.loads(holidays or "[]"))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise BadInput("The working hours are not understood; set them again.", "Hours") from error
    if days:
        raise BadInput(f"{next(iter(days))!r} is no day of the week; write mon to sun.", "Hours")
    return WorkingHours(spans, closed, zone)


def week_text(week: Week) -> str:
    """The spans of each weekday, Monday first, as they are kept."""
    days = {
        day: [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
        for day, spans in zip(DAYS, week, strict=True)
    }
    return json.dumps(days, separators=(",", ":"))


def holidays_text(holidays: Iterable[date]) -> str:
    """Days on which nobody works, as they are kept."""
    return json.dumps([each.isoformat() for each in sorted(set(holidays))])


def _spans(listed: Any) -> tuple[Span, ...]:
    return tuple(Span(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in listed)
