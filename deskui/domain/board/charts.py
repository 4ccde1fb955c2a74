"""What the charts of the board show: counts by day, and by hour of the week."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.board.measures import DECIDED, GIVEN, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from deskui.domain.board.period import Period

STEP: Final = timedelta(minutes=15)
"""Instants are counted by the quarter hour: no zone in use is off by less."""
_BUSY: Final = (Measure.THEY_US, Measure.WE_THEM, Measure.VISITS)


class Moment(NamedTuple):
    """So many of a measure in the quarter hour that begins at an instant."""

    at: datetime
    measure: Measure
    number: int


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


def charts(moments: Iterable[Moment], period: Period, zone: tzinfo) -> Charts:
    """What the charts show of these moments; days and hours are those of the desk's own clock."""
    days = tuple(period.each_day())
    by_day: Counter[tuple[Measure, date]] = Counter()
    by_hour: Counter[tuple[int, int]] = Counter()
    for at, measure, number in moments:
        local = at.astimezone(zone)
        by_day[measure, local.date()] += number
        if measure in _BUSY:
            by_hour[local.weekday(), local.hour] += number
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
