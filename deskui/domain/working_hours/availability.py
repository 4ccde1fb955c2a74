"""Whether somebody can be reached at a moment, and when that changes, in the words of whoever asks.

Times are said in the zone of whoever asks; where those of the others are read differently then, the words say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import length_words, near_words
from deskui.domain.working_hours.hours import WorkingHours

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from deskui.domain.staff import Employee

_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
OUR_TIME: Final = " our time"


@dataclass(frozen=True, slots=True)
class Availability:
    """Open until `turns_at`, or closed until then, in UTC; None where it does not turn within a year."""

    is_open: bool
    turns_at: datetime | None


def availability(hours: WorkingHours, at: datetime) -> Availability:
    """Whether it is working time at an instant, and when that next changes."""
    if hours.is_open(at):
        return Availability(True, hours.closes_at(at))
    return Availability(False, hours.next_open(at))


def own_hours(who: Employee, shop: WorkingHours, own: WorkingHours, zone: tzinfo) -> WorkingHours:
    """When somebody works, in their own zone; `own` are the hours kept with them, as they were read.

    Our own staff work as the shop does where nothing else is kept: its week, its holidays. Of others nothing is
    known then.
    """
    if who.is_outside:
        return WorkingHours(own.week if who.hours else ((),) * 7, own.holidays, zone)
    week = own.week if who.hours else shop.week
    return WorkingHours(week, own.holidays if who.holidays else shop.holidays, zone)


def open_words(hours: WorkingHours, at: datetime, zone: tzinfo | None = None) -> str:
    """`open now, closes 17:00`, `closes in 40 min`, `opens Mon 07:00`, `opens in 5 min`; minutes are rounded up.

    Times are those of `zone`, else of the hours: `opens Mon 05:00 our time` where clocks there show another one.
    """
    known = availability(hours, at)
    if known.turns_at is None:
        if known.is_open:
            return "open day and night"
        return "no working hours" if hours.are_set else "hours not set"
    verb = "closes" if known.is_open else "opens"
    left = known.turns_at - at
    if left <= _HOUR:
        return f"{verb} in {length_words(left)}"
    where = zone or hours.zone
    is_soon = known.is_open and left < _DAY
    words = f"{known.turns_at.astimezone(where):%H:%M}" if is_soon else near_words(known.turns_at, at, where)
    ours = OUR_TIME if zone is not None and is_other_time(hours.zone, zone, known.turns_at) else ""
    return f"{'open now, ' if known.is_open else ''}{verb} {words}{ours}"


def is_other_time(one: tzinfo, other: tzinfo, at: datetime) -> bool:
    """Whether clocks of the two zones show different times at an instant."""
    return at.astimezone(one).utcoffset() != at.astimezone(other).utcoffset()
