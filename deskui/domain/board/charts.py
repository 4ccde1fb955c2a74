"""What the charts of the board show: counts by day, and by hour of the week."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.board.measures import DECIDED, GIVEN, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from deskui.domain.board.period import Period

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_BUSY: Final = (Measure.THEY_US, Measure.WE_THEM, Measure.VISITS)


class Moment(NamedTuple):
    """So many of a measure on a day at the desk, and in that hour of it where the hour is asked for."""

    day: date
    hour: int
    measure: Measure
    number: int


@dataclass(frozen=True, slots=True)
class DeskClock:
    """What is added to UTC for the clock at the desk: each of the `offsets` up to its edge, the last one for good."""

    edges: tuple[datetime, ...]
    offsets: tuple[timedelta, ...]


def desk_clock(period: Period, zone: tzinfo) -> DeskClock:
    """The clock at the desk through a period: more than one offset where it is put forward or back meanwhile."""
    since, end = period.start(zone), period.end(zone)
    edges, offsets = list[datetime](), [_offset(since, zone)]
    while since < end:
        until = min(since + _DAY, end)
        if (changed := _offset(until, zone)) != offsets[-1]:
            edges.append(_change(since, until, zone))
            offsets.append(changed)
        since = until
    return DeskClock(tuple(edges), tuple(offsets))


def _offset(at: datetime, zone: tzinfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _change(since: datetime, until: datetime, zone: tzinfo) -> datetime:
    """The second at which the clock is put forward or back between two instants."""
    before, seconds = _offset(since, zone), range((until - since) // _SECOND)
    return since + _SECOND * bisect_left(
        seconds, True, key=lambda each: _offset(since + each * _SECOND, zone) != before
    )


@dataclass(frozen=True, slots=True)
class Charts:
    """Counts of each measure by day of the period, and how busy each hour of the week was: seven rows of 24."""

    days: tuple[date, ...]
    by_day: dict[Measure, tuple[int, ...]]
    hours: tuple[tuple[int, ...], ...]

    def line(self, measures: Iterable[Measure]) -> tuple[int, ...]:
        """These measures together, by day."""
        rows = [self.by_day[each] for each in measures if each in self.by_day]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(self.days)


def charts(moments: Iterable[Moment], period: Period) -> Charts:
    """What the charts show of these moments."""
    days = tuple(period.each_day())
    by_day: Counter[tuple[Measure, date]] = Counter()
    by_hour: Counter[tuple[int, int]] = Counter()
    for day, hour, measure, number in moments:
        by_day[measure, day] += number
        if measure in _BUSY:
            by_hour[day.weekday(), hour] += number
    shown = {measure for measure, _ in by_day}
    return Charts(
        days,
        {each: tuple(by_day[each, day] for day in days) for each in shown},
        tuple(tuple(by_hour[weekday, hour] for hour in range(24)) for weekday in range(7)),
    )


LINES: Final = {
    "promise": (("kept", DECIDED[:3]), ("broken", DECIDED[3:])),
    "contact": (("they to us", (Measure.THEY_US,)), ("we to them", (Measure.WE_THEM,))),
    "visit": (("visits", (Measure.VISITS,)),),
    "case": (("closed", (Measure.CLOSED,)),),
    "goodwill": (("given", GIVEN),),
    "feedback": (("commended", (Measure.COMMENDED,)), ("coached", (Measure.COACHED,))),
    "review": (("commended", (Measure.COMMENDED,)), ("coached", (Measure.COACHED,))),
}
"""By kind of row, the lines over days and what they count together."""
