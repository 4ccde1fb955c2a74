"""When a customer likes to be called, from the words their wishes are kept in: `mornings, never before 9`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import FULL_WEEKDAYS

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

NOW_FINE: Final = "now fine"
NOT_TODAY: Final = "not today"
_EARLIEST: Final = time(8)
_LATEST: Final = time(21)
"""Without any wish of theirs nobody is called before and after these."""
_PARTS: Final = {"morning": (time(8), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time(21))}
_NAMES: Final = tuple(name.lower() for name in FULL_WEEKDAYS)
_ANY_DAY: Final = "|".join(f"{name[:3]}(?:{name[3:]}s?)?" for name in _NAMES)
_CLOCK: Final = r"(\d{1,2})(?::(\d\d))?\s*(am|pm)?(?:\s*h|\s*o'clock)?"
_HOURS: Final = re.compile(rf"\b{_CLOCK}\s*[-–]\s*{_CLOCK}")
_NOT_BEFORE: Final = re.compile(
    rf"\b(?:(?:not|never) before|(?<!not )(?<!never )after|from|no earlier than)\s+{_CLOCK}"
)
_NOT_AFTER: Final = re.compile(rf"\b(?:(?:not|never) after|before|until|till|no later than)\s+{_CLOCK}")
_PART: Final = re.compile(r"\b(?:(not|never|no)\s+(?:in the\s+)?)?(morning|afternoon|evening)s?\b")
_DAYS: Final = re.compile(rf"\b({_ANY_DAY})\s*[-–]\s*({_ANY_DAY})\b")
_DAY: Final = re.compile(rf"\b(?:(not|never|no)\s+(?:on\s+)?)?({_ANY_DAY}|weekdays?|weekends?)\b")
_WEEK: Final = {"weekday": frozenset(range(5)), "weekend": frozenset({5, 6})}


@dataclass(frozen=True, slots=True)
class CallingHours:
    """The days, Monday being 0, and the times of day at which they like to be called."""

    days: frozenset[int]
    spans: tuple[tuple[time, time], ...]

    def words(self, now: datetime, zone: tzinfo) -> str:
        """`now fine`, `not before 9`, `not before 17:30`, `not today`."""
        local = now.astimezone(zone)
        if local.weekday() not in self.days:
            return NOT_TODAY
        at = local.time()
        if any(opens <= at < closes for opens, closes in self.spans):
            return NOW_FINE
        later = min((opens for opens, _ in self.spans if opens > at), default=None)
        return NOT_TODAY if later is None else f"not before {_clock_words(later)}"


def calling_hours(wishes: str) -> CallingHours:
    """What is understood of somebody's wishes; where they name no hours, nobody is called before 8 or from 21 on."""
    text = re.sub(r"\b(?:noon|midday)\b", "12:00", wishes.lower())
    return CallingHours(_days(text), _spans(_DAYS.sub(" ", text)))


def _spans(text: str) -> tuple[tuple[time, time], ...]:
    """The hours that are named, else the parts of the day, within what they are not before and not after."""
    named = [span for each in _HOURS.finditer(text) if (span := _span(each)) is not None]
    rest = _HOURS.sub(" ", text)
    starts = _times(_NOT_BEFORE, rest)
    ends = _times(_NOT_AFTER, _NOT_BEFORE.sub(" ", rest))
    parts = _PART.findall(text)
    refused = {part for never, part in parts if never}
    wanted = [span for part, span in _PARTS.items() if part in {each for never, each in parts if not never}]
    left = [span for part, span in _PARTS.items() if part not in refused] if refused else []
    begun = (max(starts, default=_EARLIEST), min(ends, default=_LATEST))
    if begun[0] >= begun[1]:
        begun = (begun[0], time.max)
    found = named or wanted or left or [begun]
    cut = ((max(begun[0], opens), min(begun[1], closes)) for opens, closes in found)
    return tuple(sorted(each for each in (named or cut) if each[0] < each[1])) or (begun,)


def _times(pattern: re.Pattern[str], text: str) -> list[time]:
    return [at for each in pattern.finditer(text) if (at := _time(*each.groups())) is not None]


def _span(found: re.Match[str]) -> tuple[time, time] | None:
    start, end = _time(*found.groups()[:3]), _time(*found.groups()[3:])
    if start is None or end is None:
        return None
    if end <= start and found.group(6) is None and found.group(3) is None and end.hour < 12:
        end = end.replace(hour=end.hour + 12)  # 9-5
    return (start, end) if start < end else None


def _days(text: str) -> frozenset[int]:
    wanted: set[int] = set()
    refused: set[int] = set()
    for first, last in _DAYS.findall(text):
        begins, ends = _index(first), _index(last)
        wanted |= {(begins + step) % 7 for step in range((ends - begins) % 7 + 1)}
    for never, name in _DAY.findall(_DAYS.sub(" ", text)):
        days = _WEEK.get(name.rstrip("s")) or {_index(name)}
        (refused if never else wanted).update(days)
    left = (wanted or set(range(7))) - refused
    return frozenset(left or range(7))


def _index(name: str) -> int:
    return next(place for place, each in enumerate(_NAMES) if each.startswith(name[:3]))


def _time(hours: str, minutes: str | None, half: str | None) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _clock_words(at: time) -> str:
    return f"{at:%H:%M}".lstrip("0") if at.minute else str(at.hour)
