"""What people write for a time in several words or in figures that is not one, and what to write instead."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.names import DAY_NAMES
from deskui.domain.moments import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNIT: Final = "(?P<unit>min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?)"
_HOUR: Final = "([0-9]{1,2}(?::[0-9]{2})?)"
_HALF: Final = "(?P<half>[ap])"
_DAY: Final = "|".join(DAY_NAMES)
_SHORT_UNITS: Final = {"h": "h", "mi": "min"}

_PHRASES: Final = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), advice)
    for pattern, advice in (
        (f"(?:in )?(?:a )?couple (?:of )?{_UNIT}", r"write in 2 \g<unit>"),
        (f"(?:in )?(?:a )?few {_UNIT}", r"say how many: in 3 \g<unit>"),
        (f"within (an?|[0-9]{{1,4}}) ?{_UNIT}", r"write in \1 \g<unit>"),
        ("within the hour|in the next hour", "write in 1 h"),
        ("in an hour and a half", "write in 1 h 30 min"),
        (r"in ([0-9]{1,2})[.,]5 ?(?:h|hrs?|hours?)", r"write in \1 h 30 min"),
        ("in ([0-9]{1,3})(?=$)", r"say of what: in \1 min or in \1 days"),
        ("(?:in )?a fortnight", "write in 2 weeks"),
        ("(?:the )?end of (?:the |this |next )?week|eow", "name the day, such as fri or sat"),
        ("(?:the )?end of (?:the |this |next )?month|eom", "write the date, such as 30 nov"),
        ("(?:(?:this|next|the) )?weekend", "name the day: sat or sun"),
        ("(?:this|next) week", "name the day, such as next mon"),
        ("(?:this|next) (?:month|year)", "write the date, such as 30 nov"),
        (f"(?:at |by )?{_HOUR} in the morning", r"write \1am"),
        (f"(?:at |by )?{_HOUR} in the (?:afternoon|evening)", r"write \1pm"),
        ("(?:in )?the (morning|afternoon|evening)", r"write tomorrow \1 or fri \1"),
        ("first thing", "write tomorrow morning, or the hour"),
        ("(?:(?:after|before|over|at|by) )?lunch(?:time)?", "write noon, or the hour: 13:00"),
        ("close of business|cob|closing(?: time)?|(?<=by )close|(?<=at )close", "write eod"),
        (rf"{_HOUR} ?{_HALF}\.m", r"write \1\g<half>m"),
        ("([0-9]{1,2}) ?o'?clock", r"write at \1"),
        (f"(?:at )?(?:around|about|approx|approximately|circa|ca|roughly) {_HOUR}", r"write at \1"),
        (f"(?:at )?{_HOUR}({_HALF}m)?[- ]?ish", r"write at \1\2"),
        (f"(?:before|until|till|til) ({_HOUR}(?:[ap]m)?|noon|{_DAY})", r"write by \1"),
        ("half past ([0-9]{1,2})", r"write at \1:30"),
        ("(?:a )?quarter past ([0-9]{1,2})", r"write at \1:15"),
        ("(?:half|(?:a )?quarter to) [0-9]{1,2}", "write the hour and the minutes, such as at 3:45"),
        (r"between ([0-9]\S{0,6}) and ([0-9]\S{0,6})", r"write it as fri \1-\2"),
    )
)
_FIGURES: Final = re.compile("([0-9]{1,2})([-–./])([0-9]{1,2})(?:[-./]([0-9]{2}|[0-9]{4})|([-./]))?")
_LEAP_YEAR: Final = 2000


def phrase_in(words: Sequence[str]) -> tuple[str, str] | None:
    """The first such phrase among the words, and what to write instead; None without any."""
    line = " ".join(words)
    for pattern, template in _PHRASES:
        if (found := pattern.search(line)) is None:
            continue
        advice, unit = found.expand(template), found.groupdict().get("unit")
        short = None if unit is None else _SHORT_UNITS.get(unit[0]) or _SHORT_UNITS.get(unit[:2])
        return found[0], advice if unit is None or short is None else f"{advice.removesuffix(unit)}{short}"
    return None


def date_in_figures(word: str, day: str = "today") -> str | None:
    """A sentence that names what `12/1` may mean, and how to write that; None when it is no such date.

    Two numbers with a dash may be the hours of a window, on the `day` that is named beside them; with a dot, a time.
    """
    if (found := _FIGURES.fullmatch(word)) is None:
        return None
    first, sign, second = int(found[1]), found[2], int(found[3])
    year = "" if found[4] is None else f" {int(found[4]) + (2000 if len(found[4]) == 2 else 0)}"
    pairs = dict.fromkeys(((second, first), (first, second)))
    meant = [f"{each} {MONTHS[month - 1]}{year}" for each, month in pairs if _is_date(each, month)]
    is_whole = found[4] is None and found[5] is None
    if is_whole and sign in "-–" and first < second <= 24:
        named = ", or ".join((f"{day} {word}", " or ".join(meant).lower())).removesuffix(", or ")
        return f"{word!r} may be hours or a date: write {named}."
    if is_whole and sign == ".":
        if len(found[3]) == 1:
            return None
        if first < 24 and second < 60:
            meant.insert(0, f"{first}:{found[3]}")
    if not meant:
        return f"{word!r} is no date; write 30 nov or 2026-11-30."
    reading = f"may be {' or '.join(meant)}" if len(meant) > 1 else "is not understood"
    return f"{word!r} {reading}: write {' or '.join(meant).lower()}."


def _is_date(day: int, month: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
