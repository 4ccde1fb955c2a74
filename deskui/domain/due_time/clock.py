"""Times of the day as they are said: `17:00`, `5pm`, `noon`, `9-12`, `morning`, `eod`; which are clear, which not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

_CLOCK: Final = r"[0-9]{1,2}(?::[0-9]{2})?(?: ?[ap]m)?|noon|midnight"
_PARTS: Final = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(?: ?([ap]m))?(?: (first|second))?")
_WINDOW: Final = re.compile(rf"({_CLOCK})(?: ?[-–—] ?| to )({_CLOCK})")
_PART: Final = re.compile(rf"(morning|afternoon|evening)(?: (?:at |by |@ )?({_CLOCK}))?")
_RUN_TOGETHER: Final = re.compile(r"([01]?[0-9]|2[0-3])([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Clock:
    """One time of the day; hour 24 is its end.

    `is_bare` is a number alone, `is_exact` when it cannot also mean twelve hours later (`05:00`, `5am`, `17`), and
    `which` is 1 or 2 where the first or second of a time that comes twice is said, else 0: then it is exact, too.
    """

    typed: str
    hour: int
    minute: int = 0
    is_bare: bool = False
    is_exact: bool = True
    which: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """From one time to another of the same day."""

    start: Clock
    end: Clock


class PartOfDay(StrEnum):
    """The working hours of one part of the day."""

    MORNING = "morning"
    """Until noon."""
    AFTERNOON = "afternoon"
    """From noon to five."""
    EVENING = "evening"
    """From five on."""


_HOURS_OF: Final = {PartOfDay.MORNING: (0, 12), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (17, 24)}
"""From which hour to which one an hour may be said to be in that part: five is in two of them."""


@dataclass(frozen=True, slots=True)
class EndOfDay:
    """Closing time."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that are meant as a time and refused; the sentence says why."""

    sentence: str


Time = Clock | Window | PartOfDay | EndOfDay | Unclear


def read_time(words: str, *, after_day: bool, after_month: bool = False, after_at: bool = False) -> Time | None:
    """The time of day that the words say, or None when they are none.

    A bare number is a time only behind a day, `at` or `by`, and refused directly behind the name of a month, where
    it may be a year.
    """
    if words in ("eod", "end of day", "end of the day"):
        return EndOfDay()
    if (found := _WINDOW.fullmatch(words)) is not None:
        window = _window(_clock(found[1]), _clock(found[2]), words)
        is_bare = isinstance(window, Window) and window.start.is_bare and window.end.is_bare
        return None if is_bare and not after_day else window
    if after_day and (found := _PART.fullmatch(words)) is not None:
        part = PartOfDay(found[1])
        return part if found[2] is None else in_part(_clock(found[2]), part, words)
    if after_day and (found := _RUN_TOGETHER.fullmatch(words)) is not None and len(words) > 2:
        return Unclear(f"{words!r} may be a time or a number; write {found[1]}:{found[2]}.")
    if words.isdigit() and not (after_day or after_at):
        return None
    time = _clock(words)
    if not isinstance(time, Clock) or not time.is_bare:
        return time
    if after_month:
        return Unclear(f"{words!r} behind a date may be a year or an hour; write it as 14:00 or 2pm.")
    return time


def in_part(time: Time | None, part: PartOfDay, words: str) -> Time | None:
    """An hour that is said to be in a part of the day, as in `tomorrow morning at 9`; None for no single hour."""
    if not isinstance(time, Clock):
        return time if isinstance(time, Unclear) else None
    first, end = _HOURS_OF[part]
    halves = (time.hour,) if time.is_exact else (time.hour, time.hour + 12)
    for hour in halves:
        if first <= hour < end:
            return replace(time, hour=hour, is_exact=True)
    return Unclear(f"{words!r} does not go together; write the hour alone, such as 3pm.")


def _clock(words: str) -> Clock | Unclear | None:
    if words in ("noon", "midnight"):
        return Clock(words, 12 if words == "noon" else 24)
    if (found := _PARTS.fullmatch(words)) is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    which = {"first": 1, "second": 2}.get(found[4], 0)
    is_bare = found[2] is None and half is None
    if is_bare and which:
        return None
    if half is not None:
        if not 1 <= hour <= 12 or minute > 59:
            return Unclear(f"{words!r} is no time; write 5pm, 5:30pm or 17:30.")
        if hour == 12 and half == "am":
            return Unclear(f"{words!r} may be the start of the day or its end; write 00:00 or midnight.")
        return Clock(words, hour % 12 + (12 if half == "pm" else 0), minute, which=which)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Unclear(f"{words!r} is no time of the day; write 17:00 or 5pm, and for a date 30 nov.")
    is_exact = not 1 <= hour <= 11 or (not is_bare and len(found[1]) == 2) or found[1].startswith("0")
    return Clock(words, hour, minute, is_bare, is_exact or which > 0, which)


def _window(start: Clock | Unclear | None, end: Clock | Unclear | None, words: str) -> Window | Unclear | None:
    if not isinstance(start, Clock) or not isinstance(end, Clock):
        return start if isinstance(start, Unclear) else end if isinstance(end, Unclear) else None
    halves = [each.typed.endswith(("am", "pm")) for each in (start, end)]
    if halves[0] != halves[1] and not (start.is_exact and end.is_exact):
        return Unclear(f"{words!r} leaves one end open; write 2pm-4pm or 14:00-16:00.")
    if (end.hour, end.minute) <= (start.hour, start.minute):
        return Unclear(f"{words!r} ends before it begins; write 9-17 or 9am-5pm, within one day.")
    return Window(start, end)
