"""Working hours as people type them, `mon-fri 9-18, sat 9-13`: a strict grammar that says what it wants."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.due_time.wall_clock import Span
from deskui.domain.moments import FULL_WEEKDAYS
from deskui.domain.working_hours.opening import DAYS
from deskui.domain.working_hours.words import ALL_DAY, span_words
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.working_hours.opening import Week

EXAMPLES: Final = "mon-fri 9-18, sat 9-13"
_FIELD: Final = "Hours"
_FULL: Final = tuple(name.lower() for name in FULL_WEEKDAYS)
_SPAN: Final = re.compile(r"(\d{1,2})(?::(\d\d))?(am|pm)?-(\d{1,2})(?::(\d\d))?(am|pm)?", re.ASCII)
_TIDY: Final = ((r"[‐-―−]", "-"), (r"\s*-\s*", "-"), (r"(\d)\s+(am|pm)\b", r"\1\2"), (r"\b24\s*h(ours)?\b", "24h"))


def week_typed(text: str) -> Week | None:
    """The week meant by `mon-thu 8-12 13-17, fri 8-14`, `22:00-06:00`, `24 h` or `closed`; None when empty.

    Days stand before their hours, hours without days are those of every day, and a day not named is closed.
    Raises: BadInput in one sentence that says what is understood.
    """
    typed = text.lower()
    for pattern, plain in _TIDY:
        typed = re.sub(pattern, plain, typed)
    week: dict[int, tuple[Span, ...]] = {}
    waiting: list[int] = []
    parts = [part.split() for part in re.split(r"[,;\n]", typed) if part.strip()]
    for words in parts:
        days, spans = _part(words)
        waiting += days
        if spans is None:
            continue
        for day in waiting or range(7):
            if day in week:
                raise BadInput(f"{DAYS[day]} is named twice; write each day once: mon 9-12 13-17, tue 9-17.", _FIELD)
            week[day] = spans
        waiting = []
    if waiting:
        name = DAYS[waiting[0]]
        raise BadInput(f"Say the hours of {name} too, such as {name} 9-18, or {name} closed.", _FIELD)
    return tuple(week.get(day, ()) for day in range(7)) if parts else None


def holidays_typed(text: str, today: date) -> tuple[date, ...]:
    """The days meant by `25 dec, 2027-01-01`, in order, each once.

    Raises: BadInput for one that is not understood.
    """
    days = (parse_day(part, today, "Holidays", Reach.ANY) for part in re.split(r"[,;\n]", text))
    return tuple(sorted({day for day in days if day is not None}))


def _part(words: list[str]) -> tuple[list[int], tuple[Span, ...] | None]:
    """The days and the hours of one part; None for hours that have not been said yet."""
    days: list[int] = []
    place = 0
    while place < len(words) and (named := _days(words[place])):
        days += named
        place += 1
    said = words[place:]
    if said == ["closed"]:
        return days, ()
    if said == ["24h"]:
        return days, (ALL_DAY,)
    spans = [_span(word) for word in said]
    for before, after in pairwise(spans):
        is_night = before.closes <= before.opens
        if is_night or after.opens < before.closes:
            raise BadInput(f"{span_words(before)} and {span_words(after)} overlap or are not in order.", _FIELD)
    return days, tuple(spans) or None


def _days(word: str) -> list[int]:
    """The weekdays that `fri`, `friday` or `mon-fri` names; none when it names no day."""
    first, _, last = word.partition("-")
    if first not in (*DAYS, *_FULL):
        return []
    if last not in ("", *DAYS, *_FULL) or word.endswith("-"):
        raise BadInput(f"{word[:20]!r} is not understood; write days as mon-fri.", _FIELD)
    start = DAYS.index(first[:3])
    count = (DAYS.index(last[:3]) - start) % 7 if last else 0
    return [(start + step) % 7 for step in range(count + 1)]


def _span(word: str) -> Span:
    found = _SPAN.fullmatch(word)
    opens = _time(*found.group(1, 2, 3)) if found else None
    closes = _time(*found.group(4, 5, 6)) if found else None
    if opens is None or closes is None or (found and found[1] == "24"):
        raise BadInput(f"{word[:20]!r} is not understood; write {EXAMPLES}, 22:00-06:00, 24 h or closed.", _FIELD)
    return Span(opens, closes)


def _time(hours: str, minutes: str | None, half: str | None) -> time | None:
    """A time of day; 24:00 is midnight, and None is what no clock shows."""
    hour, minute = int(hours), int(minutes or 0)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) == (24, 0):
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
