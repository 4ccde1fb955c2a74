"""Working hours as people type them, `mon-fri 9-18, sat 9-13`, and back: a strict grammar that says what it wants."""

from __future__ import annotations

import re
from datetime import time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deskui.domain.days import parse_day
from deskui.domain.opening_hours import DAYS
from deskui.domain.wall_clock import Span
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deskui.domain.opening_hours import Week

ALL_DAY: Final = Span(time(0), time(0))
EXAMPLES: Final = "mon-fri 9-18, sat 9-13"
_FIELD: Final = "Hours"
_FULL: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN: Final = re.compile(r"(\d{1,2})(?::(\d\d))?(am|pm)?-(\d{1,2})(?::(\d\d))?(am|pm)?", re.ASCII)
_TIDY: Final = ((r"[‐-―−]", "-"), (r"\s*-\s*", "-"), (r"(\d)\s+(am|pm)\b", r"\1\2"), (r"\b24\s*h(ours)?\b", "24h"))
_DAY: Final = timedelta(days=1)
_YEAR_OR_MONTH: Final = re.compile(r"\d{4}(-\d{1,2})?")


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


def hours_words(week: Week) -> str:
    """The week in the shortest words that `week_typed` reads as the same week."""
    if not any(week):
        return "closed"
    alike: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            alike.setdefault(spans, []).append(day)
    return ", ".join(" ".join((*_days_words(days), _spans_words(spans))) for spans, days in alike.items())


def week_length(week: Week) -> timedelta:
    """How long all spans of a week are together, on clocks that nobody changes."""
    return sum((span_length(span) for spans in week for span in spans), timedelta())


def span_length(span: Span) -> timedelta:
    """From opening to closing on the wall; a whole day where both are the same."""
    return (_since_midnight(span.closes) - _since_midnight(span.opens)) % _DAY or _DAY


def holidays_typed(text: str, today: date) -> tuple[date, ...]:
    """The days meant by `25 dec, 2027-01-01`, in order, each once.

    Raises: BadInput for one that is not understood.
    """
    found: set[date] = set()
    for part in re.split(r"[,;\n]", text):
        typed = part.strip()
        day = None if _YEAR_OR_MONTH.fullmatch(typed) else parse_day(typed, today, "Holidays")
        if typed and day is None:
            raise BadInput(
                f"{typed[:20]!r} is no single day; write 25 dec or 2027-01-01, with commas between.", "Holidays"
            )
        if day is not None:
            found.add(day)
    return tuple(sorted(found))


def holidays_words(holidays: Iterable[date]) -> str:
    """The days in ISO form, as `holidays_typed` reads them."""
    return ", ".join(day.isoformat() for day in sorted(holidays))


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
            raise BadInput(f"{_span_words(before)} and {_span_words(after)} overlap or are not in order.", _FIELD)
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


def _days_words(days: list[int]) -> list[str]:
    """Days in a row as `mon-fri`; no words for all seven."""
    if len(days) == 7:
        return []
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs]


def _spans_words(spans: tuple[Span, ...]) -> str:
    return "24 h" if spans == (ALL_DAY,) else " ".join(_span_words(span) for span in spans)


def _span_words(span: Span) -> str:
    closes = "24" if span.closes == time(0) else _time_words(span.closes)
    return f"{_time_words(span.opens)}-{closes}"


def _time_words(at: time) -> str:
    return f"{at.hour}:{at.minute:02}" if at.minute else str(at.hour)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
