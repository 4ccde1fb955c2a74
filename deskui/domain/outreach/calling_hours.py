"""When a customer likes to be called, from the words their wishes are kept in: `mornings, never before 9`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final

from deskui.domain.outreach.wishes import At, said_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from deskui.domain.outreach.wishes import Said

NOW_FINE: Final = "now fine"
NOT_TODAY: Final = "not today"
_EARLIEST: Final = time(8)
_LATEST: Final = time(21)
"""Without any wish of theirs nobody is called before and after these."""
_PARTS: Final = {"morning": (time(8), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time(21))}
_REFUSED: Final = _PARTS | {"morning": (time(), time(12)), "evening": (time(17), time.max)}
"""What a refused part keeps free: the morning from midnight on, the evening until then."""
Span = tuple[time, time]


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
    """What is understood of somebody's wishes; where they name no hours, nobody is called before 8 or from 21 on.

    Hours without am or pm are the ones at which we call: `after 5` is 17, `9-5` ends at 17. Nothing that may be read
    in two ways opens the day beyond 8 and 21; wishes that leave no time leave none.
    """
    said = tuple(said_in(wishes))
    return CallingHours(_days(said), _spans(said))


def _days(said: Iterable[Said]) -> frozenset[int]:
    wanted: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()
    for each in said:
        if each.refused:
            refused |= each.days
        else:
            wanted |= each.days
    return (wanted or frozenset(range(7))) - refused


def _spans(said: Iterable[Said]) -> tuple[Span, ...]:
    """The hours that are named, else the parts of the day, within the bounds that are named, without what is refused.

    Bounds are read as they leave any time at all, in the order of what is likelier.
    """
    said = tuple(said)
    hours = [(each.refused, _named(*each.times)) for each in said if each.kind == "hours"]
    parts = [(each.refused, each.words) for each in said if each.kind == "part"]
    refused = [span for is_refused, span in hours if is_refused]
    refused += [_REFUSED[part] for is_refused, part in parts if is_refused]
    found = [span for is_refused, span in hours if not is_refused]
    found = found or [_PARTS[part] for is_refused, part in parts if not is_refused]
    starts = [each.times[0] for each in said if each.kind == "bound" and each.begins]
    ends = [each.times[0] for each in said if each.kind == "bound" and not each.begins]
    for start, end in _readings(starts, ends):
        within = found or [(start or _EARLIEST, end or _LATEST)]
        cut = [(max(first, start or time.min), min(last, end or time.max)) for first, last in within]
        if left := _without(cut, refused):
            return left
    return ()


def _readings(starts: list[At], ends: list[At]) -> Iterator[tuple[time | None, time | None]]:
    """The bounds as they may be meant, the likeliest first: an hour outside of ours is the one of the afternoon."""
    meant = [each.later if each.at < _EARLIEST else each.at for each in starts]
    until = [each.later if each.at <= _EARLIEST else each.at for each in ends]
    late, written = [each.later for each in ends], [each.at for each in starts]
    for begins, closes in ((meant, until), (meant, late), (written, until), (written, [each.at for each in ends])):
        first = [at if one.said else max(at, _EARLIEST) for at, one in zip(begins, starts, strict=True)]
        last = [_end(at) if one.said else min(at, _LATEST) for at, one in zip(closes, ends, strict=True)]
        yield max(first, default=None), min(last, default=None)


def _end(at: time) -> time:
    return time.max if at == time() else at


def _named(first: At, last: At) -> Span:
    """The hours from one time to another, `9-11pm` and `7am-8` in one half of the day; over midnight up to then."""
    if (last.half or last.at < _EARLIEST) and last.said and not first.said:
        shared = At(first.later if last.half == "p" else first.at, True)
        first = shared if shared.at < last.at and first.at.hour < 12 else first
    elif first.half and not last.said:
        shared = At(last.later if first.half == "p" else last.at, True)
        last = shared if shared.at > first.at and last.at.hour < 12 else last
    both = ((start or _EARLIEST, end or _LATEST) for start, end in _readings([first], [last]))
    begins = first.at if first.said else max(first.at, _EARLIEST)
    over = (begins, begins if first.at == last.at else time.max if first.said else _LATEST)
    return next((span for span in both if span[0] < span[1]), over)


def _without(spans: list[Span], refused: list[Span]) -> tuple[Span, ...]:
    """What is left of spans without those refused, in their order."""
    for begins, closes in refused:
        parts = [((first, min(last, begins)), (max(first, closes), last)) for first, last in spans]
        spans = [each for pair in parts for each in pair if each[0] < each[1]]
    return tuple(sorted({each for each in spans if each[0] < each[1]}))


def _clock_words(at: time) -> str:
    return f"{at.hour}:{at:%M}" if at.minute else str(at.hour)
