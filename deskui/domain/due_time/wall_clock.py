"""From a clock on the wall to instants and back, through hours that a change of clocks skips or repeats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, tzinfo

_SECOND: Final = timedelta(seconds=1)


def readings(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The instants, in UTC, at which clocks of that zone show the naive `wall`: none, one or two, in order."""
    found = {_with_fold(wall, zone, fold) for fold in (0, 1)}
    return tuple(sorted(at for at in found if at.astimezone(zone).replace(tzinfo=None) == wall))


def instant(wall: datetime, zone: tzinfo) -> datetime:
    """The first instant, in UTC, at which clocks of that zone show the naive `wall` or have passed it.

    A time that a change of clocks skips is the moment of that change, one that comes twice is its first: so a later
    time on the wall is never an earlier instant.
    """
    found = _with_fold(wall, zone, 0)
    if found.astimezone(zone).replace(tzinfo=None) == wall:
        return found
    early, late = _with_fold(wall, zone, 1), found
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).replace(tzinfo=None) < wall:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one time on the wall to another; at or before `opens`, `closes` is on the day after."""

    opens: time
    closes: time

    def on(self, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
        """The instants, in UTC, of a span that begins on that day; the same twice where a change swallows it."""
        ends_on = day if self.closes > self.opens else day + timedelta(days=1)
        return (
            instant(datetime.combine(day, self.opens), zone),
            instant(datetime.combine(ends_on, self.closes), zone),
        )


def _with_fold(wall: datetime, zone: tzinfo, fold: int) -> datetime:
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
