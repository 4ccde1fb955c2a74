"""What people write for a time in several words or in figures that is not one, and what to write instead."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNIT: Final = "(min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?)"
_SHORT_UNITS: Final = {"h": "h", "m": "min"}
_THIS: Final = "(?:the |this |next )?"
_LEAP_YEAR: Final = 2000
_FIGURES: Final = re.compile("([0-9]{1,2})[-./]([0-9]{1,2})(?:[-./]([0-9]{2}|[0-9]{4})|[-./])?")


def _unit(typed: str) -> str:
    """`h` and `min` for hours and minutes, any other unit as it is."""
    return typed if typed.startswith("month") else _SHORT_UNITS.get(typed[0], typed)


_PHRASES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), advice)
    for pattern, advice in (
        (f"(?:in )?(?:a )?couple (?:of )?{_UNIT}", lambda found: f"write in 2 {_unit(found[1])}"),
        (f"(?:in )?(?:a )?few {_UNIT}", lambda found: f"say how many: in 3 {_unit(found[1])}"),
        (f"within (an?|[0-9]{{1,4}}) ?{_UNIT}", lambda found: f"write in {found[1]} {_unit(found[2])}"),
        (f"(?:the )?end of {_THIS}week|eow", lambda _: "name the day, such as fri or sat"),
        (f"(?:the )?end of {_THIS}month|eom", lambda _: "write the date, such as 30 nov"),
        ("(?:this|next) (?:week|month|year)", lambda _: "name the day, such as next mon"),
        ("(?:in )?the (morning|afternoon|evening)", lambda found: f"write tomorrow {found[1]} or fri {found[1]}"),
        ("close of business|cob|closing(?: time)?", lambda _: "write eod"),
        ("([0-9]{1,2}) ?o'?clock", lambda found: f"write at {found[1]}"),
        ("half past ([0-9]{1,2})", lambda found: f"write at {found[1]}:30"),
        ("(?:a )?quarter past ([0-9]{1,2})", lambda found: f"write at {found[1]}:15"),
        ("(?:a )?quarter to [0-9]{1,2}", lambda _: "write the hour and the minutes, such as at 3:45"),
        (r"between ([0-9]\S{0,6}) and ([0-9]\S{0,6})", lambda found: f"write it as fri {found[1]}-{found[2]}"),
    )
)


def phrase_in(words: Sequence[str]) -> tuple[str, str] | None:
    """The first such phrase among the words, and what to write instead; None without any."""
    line = " ".join(words)
    for pattern, advice in _PHRASES:
        if (found := pattern.search(line)) is not None:
            return found[0], advice(found)
    return None


def date_in_figures(word: str) -> str | None:
    """A sentence that names the days `12/1` may mean, and how to write them; None when it is no such date.

    Two numbers with a dash may be the hours of a window, too.
    """
    if (found := _FIGURES.fullmatch(word)) is None:
        return None
    first, second = int(found[1]), int(found[2])
    year = "" if found[3] is None else f" {int(found[3]) + (2000 if len(found[3]) == 2 else 0)}"
    pairs = dict.fromkeys(((second, first), (first, second)))
    days = [f"{day} {MONTHS[month - 1]}{year}" for day, month in pairs if _is_date(day, month)]
    named = " or ".join(days)
    if "-" in word and not year and first < second <= 24:
        return f"{word!r} may be hours or a date: write today {word}{', or ' if days else ''}{named.lower()}."
    if not days:
        return f"{word!r} is no date; write 30 nov or 2026-11-30."
    reading = f"may be {named}" if len(days) > 1 else "is not understood"
    return f"{word!r} {reading}: write {named.lower()}."


def _is_date(day: int, month: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
