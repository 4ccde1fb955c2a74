"""What the wishes about calls say, one after the other: days, parts of the day, hours, and which they refuse."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.moments import FULL_WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES: Final = tuple(name.lower() for name in FULL_WEEKDAYS)
_ANY_DAY: Final = "|".join(f"{name[:3]}(?:{name[3:]}s?)?" for name in NAMES)
_CLOCK: Final = r"\d{1,2}(?:[:.h]\d\d)?(?!\d)(?:\s*[ap]\.?m\b\.?|[ap]\b|\s*h\b)?(?:\s*o'clock)?"
_TO: Final = r"\s*(?:[-–]|\b(?:to|until|till?)\b)\s*"
_ENDS: Final = ("before", "until", "till", "til", "by", "earlier than")
_BEGINS: Final = ("after", "from", "later than")
_OPPOSED: Final = frozenset({"before", "after", "earlier than", "later than"})
_ITEM: Final = re.compile(
    rf"(?P<hours>\bbetween\s+{_CLOCK}\s+and\s+{_CLOCK}|(?:\bfrom\s+)?\b{_CLOCK}{_TO}{_CLOCK})"
    rf"|\b(?P<bound>{'|'.join((*_ENDS, *_BEGINS))})\s+(?P<at>{_CLOCK})"
    r"|\b(?P<part>morning|afternoon|evening)s?\b"
    rf"|\b(?P<first>{_ANY_DAY})\s*(?:[-–]|\bto\b)\s*(?P<last>{_ANY_DAY})\b"
    rf"|\b(?P<day>{_ANY_DAY}|weekday|weekend)s?\b"
)
_TIME: Final = re.compile(r"(\d{1,2})(?:([:.h])(\d\d))?(?!\d)(?:\s*([ap])\.?m\b\.?|([ap])\b|(\s*h)\b)?")
_REFUSES: Final = re.compile(
    r"(?:\b(?:not?|never|nor|dont|cannot|except|avoid|busy|asleep|sleeps?|away|closed)|n't)\b(?:\s+[^\s,]+){0,3}\s*$"
)
_REFUSED_AFTER: Final = re.compile(r"\s*(?:never|not|no)\s*(?:[,;.]|$)")
_CLAUSE: Final = re.compile(r"[,;.!?\n]|\bbut\b")
_JOINED: Final = re.compile(r"\s*(?P<by>,|/|&|and|or|nor)?(?:\s*(?:and|or|nor))?\s*(?:on|in the)?\s*")
_HALF: Final = re.compile(r"(\d)\s*(?:o'clock\s*)?(?:in the (morning|afternoon|evening)|at night)\b")


class At(NamedTuple):
    """A time of day as it is written; `said` when it can only be that one: `5pm`, `17`, `05:00`."""

    at: time
    said: bool
    half: str = ""

    @property
    def later(self) -> time:
        """The same twelve hours later, where it may mean that one."""
        return self.at if self.said or self.at.hour >= 12 else self.at.replace(hour=self.at.hour + 12)


class Said(NamedTuple):
    """One thing that is wished or refused; hours are two times, a bound is one: `begins` or ends with it."""

    kind: str
    refused: bool
    words: str = ""
    times: tuple[At, ...] = ()
    begins: bool = False
    days: frozenset[int] = frozenset()


def said_in(wishes: str) -> Iterator[Said]:
    """Everything that is understood of the wishes, in their order."""
    text = re.sub(r"\b(?:noon|midday)\b", "12:00", wishes.lower().replace("’", "'"))
    text = _HALF.sub(lambda found: found[1] + (" am" if found[2] == "morning" else " pm"), text)
    before, end = Said("", False), 0
    for found in _ITEM.finditer(text):
        gap, end = text[end : found.start()], found.end()
        refused = (
            _REFUSES.search(_CLAUSE.split(gap)[-1]) is not None
            or _REFUSED_AFTER.match(text, end) is not None
            or (before.refused and _goes_on(before, found, gap))
        )
        if (said := _said(found, refused)) is not None:
            yield (before := said)


def _said(found: re.Match[str], refused: bool) -> Said | None:
    if found["part"]:
        return Said("part", refused, found["part"])
    if found["bound"]:
        at, begins = _time(found["at"]), found["bound"] in _BEGINS
        return None if at is None else Said("bound", refused, found["bound"], (at,), begins is not refused)
    if found["hours"]:
        times = [_time(each[0]) for each in _TIME.finditer(found["hours"])]
        first, last = times[0], times[-1]
        return None if first is None or last is None else Said("hours", refused, times=(first, last))
    return Said("day", refused, days=_days(found))


def _goes_on(before: Said, found: re.Match[str], gap: str) -> bool:
    """Whether a refusal goes on: `not mondays or fridays`, `not before 9 or after 17`."""
    joined = _JOINED.fullmatch(gap)
    if joined is None or joined["by"] is None:
        return False
    if found["bound"]:
        opposed = before.words != found["bound"] and {before.words, found["bound"]} <= _OPPOSED
        return opposed and joined["by"] != ","
    if found["part"] or found["hours"]:
        return before.kind == ("part" if found["part"] else "hours") and joined["by"] != ","
    return before.kind == "day"


def _days(found: re.Match[str]) -> frozenset[int]:
    if found["first"]:
        begins, ends = _index(found["first"]), _index(found["last"])
        return frozenset((begins + step) % 7 for step in range((ends - begins) % 7 + 1))
    named = found["day"]
    return {"weekday": frozenset(range(5)), "weekend": frozenset({5, 6})}.get(named) or frozenset({_index(named)})


def _index(name: str) -> int:
    return next(place for place, each in enumerate(NAMES) if each.startswith(name[:3]))


def _time(text: str) -> At | None:
    found = _TIME.match(text)
    assert found is not None, "it is what was looked for"
    hour, minute = int(found[1]), int(found[3] or 0)
    if half := found[4] or found[5] or "":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    said = bool(half or found[6] or found[2] == "h") or hour > 12 or found[1].startswith("0")
    return At(time(hour, minute), said, half) if hour < 24 and minute < 60 else None
