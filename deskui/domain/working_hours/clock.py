"""A clock that runs only in working hours, so that lengths of working time are differences of two readings."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deskui.domain.working_hours.hours import WorkingHours

if TYPE_CHECKING:
    from datetime import tzinfo

    from deskui.domain.due_time.wall_clock import Span

EPOCH_YEAR: Final = 2020
_MINUTE: Final = timedelta(minutes=1)


class WorkingClock:
    """Minutes of working time since the year 2020 began, negative before; each year is worked out once."""

    def __init__(self, hours: WorkingHours) -> None:
        self._hours = hours
        self._years: dict[int, tuple[list[datetime], list[datetime], list[timedelta]]] = {}
        self._starts: dict[int, timedelta] = {EPOCH_YEAR: timedelta()}

    def minutes(self, at: datetime) -> int:
        """What the clock shows at an instant, in whole minutes, rounded down."""
        at = at.astimezone(UTC)
        year = at.astimezone(self._hours.zone).year
        opens, closes, before = self._year(year)
        place = bisect_right(opens, at) - 1
        passed = timedelta() if place < 0 else before[place] + min(at, closes[place]) - opens[place]
        return (self._start(year) + passed) // _MINUTE

    def _start(self, year: int) -> timedelta:
        if year not in self._starts:
            if year > EPOCH_YEAR:
                self._starts[year] = self._start(year - 1) + self._length(year - 1)
            else:
                self._starts[year] = self._start(year + 1) - self._length(year)
        return self._starts[year]

    def _length(self, year: int) -> timedelta:
        opens, closes, before = self._year(year)
        return before[-1] + closes[-1] - opens[-1] if opens else timedelta()

    def _year(self, year: int) -> tuple[list[datetime], list[datetime], list[timedelta]]:
        if year not in self._years:
            self._years[year] = self._worked_out(year)
        return self._years[year]

    def _worked_out(self, year: int) -> tuple[list[datetime], list[datetime], list[timedelta]]:
        """Openings, closings, and the working time of the year before each opening."""
        first = datetime(year, 1, 1, tzinfo=self._hours.zone).astimezone(UTC)
        last = datetime(year + 1, 1, 1, tzinfo=self._hours.zone).astimezone(UTC)
        opens, closes, before, total = list[datetime](), list[datetime](), list[timedelta](), timedelta()
        for start, end in self._hours.spans_between(first, last):
            opens.append(start)
            closes.append(end)
            before.append(total)
            total += end - start
        return opens, closes, before


@lru_cache(maxsize=8)
def working_clock(week: tuple[tuple[Span, ...], ...], holidays: frozenset[date], zone: tzinfo) -> WorkingClock:
    """The clock of these hours, with the years it has worked out already."""
    return WorkingClock(WorkingHours(week, holidays, zone))
