"""The strict grammar of a due time: which words are one, and what they say, before any clock is asked.

A due time is a day, a time, both in either order, or a length of real time from now:

    day     what `day_grammar` reads: today, fri, next fri, in 2 weeks, 30 nov, 2026-11-30
    time    17:00, 5pm, 5:30 pm, noon, midnight (the end of the day), eod or end of day (closing time);
            a bare hour behind at or by, or behind a day without a month: at 3, mon 9, today 17, 30 nov at 9;
            01:30 first or second as the clocks go back
    window  9-12 (after such a day), 14:00-16:00, 2pm to 4pm, noon-16:00
    part    tomorrow morning, fri afternoon, this evening, tonight; with an hour in it: fri morning at 9, at 7 tonight
    length  in 40 min, in 2 h, in an hour, in half an hour, in 1 h 30 min

`by`, `on` and `at` may stand before any of these, and between a day and a time. Words are expected in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.clock import Clock, PartOfDay, Window, in_part, read_time
from deskui.domain.due_time.day_grammar import COUNT, Dated, count, read_day
from deskui.domain.due_time.names import DAY_WORDS, MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.due_time.clock import Time
    from deskui.domain.due_time.day_grammar import Day

MOST_WORDS: Final = 12
"""The longest due time: `by fri 27 nov 2027 at 5 pm to 6 pm`, and one over."""

_BEFORE_TIMES: Final = frozenset({"by", "at", "@"})
_FILLERS: Final = _BEFORE_TIMES | {"on"}
_FIRST_WORDS: Final = (
    _FILLERS | DAY_WORDS | set(MONTH_NAMES) | set("next in this tonight noon midnight eod end".split())
)
_ISO_BOTH: Final = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})")
_PARTS: Final = frozenset(PartOfDay)
_THIS: Final = re.compile(f"this (?=(?:{'|'.join(PartOfDay)})( |$))|tonight(?= |$)")
_HALF_AN_HOUR: Final = frozenset(
    f"in {half} {unit}" for half in ("half an", "a half", "half") for unit in ("h", "hour")
)
_LENGTH: Final = re.compile(
    f"in {COUNT} ?(min|mins|minutes?|h|hrs?|hours?)(?: ([0-9]{{1,2}}) ?(?:min|mins|minutes?))?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A due time as it was said: a day, a time, both, or a `length` of real time from now."""

    day: Day | None = None
    time: Time | None = None
    length: timedelta | None = None

    @property
    def ends_bare(self) -> bool:
        """Whether it ends with a bare number, so that a word behind it may be what is counted."""
        last = self.time.end if isinstance(self.time, Window) else self.time
        return isinstance(last, Clock) and last.is_bare


def read(words: Sequence[str]) -> Said | None:
    """What the words say when all of them together are a due time, else None."""
    if not words or len(words) > MOST_WORDS:
        return None
    if words[0] not in _FIRST_WORDS and not words[0][:1].isdigit():
        return None
    if (length := _length(" ".join(words))) is not None:
        return Said(length=length)
    words = _of_today(words)
    after_at = words[0] in _BEFORE_TIMES
    if words[0] in _FILLERS:
        words = words[1:]
    if len(words) == 1 and (both := _ISO_BOTH.fullmatch(words[0])) is not None:
        words = (both[1], both[2])
    for cut in range(len(words), -1, -1):
        first, rest = words[:cut], words[cut:]
        if (said := _day_then_time(first, rest) or _time_then_day(first, rest, after_at)) is not None:
            return said
    return None


def _day_then_time(first: Sequence[str], rest: Sequence[str]) -> Said | None:
    day = read_day(" ".join(first))
    if day is None or not rest:
        return None if day is None else Said(day)
    after_month = isinstance(day, Dated) and day.has_month_name
    if rest[0] in _BEFORE_TIMES:
        rest, after_month = rest[1:], False
    time = read_time(" ".join(rest), after_day=True, after_month=after_month)
    return None if time is None else Said(day, time)


def _time_then_day(first: Sequence[str], rest: Sequence[str], after_at: bool) -> Said | None:
    time = read_time(" ".join(first), after_day=False, after_at=after_at)
    if time is None or not rest:
        return None if time is None else Said(time=time)
    rest = rest[1:] if rest[0] in ("on", "by") else rest
    if rest and rest[-1] in _PARTS:
        *rest, part = rest
        time = in_part(time, PartOfDay(part), " ".join((*first, part)))
    day = read_day(" ".join(rest))
    if isinstance(time, Clock):
        time = replace(time, is_bare=False)
    return None if day is None or time is None else Said(day, time)


def _of_today(words: Sequence[str]) -> Sequence[str]:
    """`this morning` and `tonight` as a part of today."""
    if "this" not in words and "tonight" not in words:
        return words
    return _THIS.sub(lambda found: "today evening" if found[0] == "tonight" else "today ", " ".join(words)).split()


def _length(words: str) -> timedelta | None:
    if words in _HALF_AN_HOUR:
        return timedelta(minutes=30)
    if (found := _LENGTH.fullmatch(words)) is None:
        return None
    if found[2].startswith("m"):
        return None if found[3] else timedelta(minutes=count(found[1]))
    return timedelta(hours=count(found[1]), minutes=int(found[3] or 0))
