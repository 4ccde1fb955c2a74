"""The instants that a time of the day means on a day; the hours of the desk tell which half of the day is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.clock import PartOfDay
from deskui.domain.due_time.refusal import fitting
from deskui.domain.due_time.wall_clock import instant, readings
from deskui.domain.moments import date_words, near_words, short_date
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deskui.domain.due_time.clock import Clock, Window
    from deskui.domain.working_hours.hours import WorkingHours

_HOURS_OF: Final = {PartOfDay.MORNING: (0, 12), PartOfDay.AFTERNOON: (12, 17), PartOfDay.EVENING: (17, 24)}
"""From which hour to which one we work in that part of the day, if we are open then."""


def clock_instant(clock: Clock, day: date, hours: WorkingHours) -> datetime:
    """When clocks show that on the day, in UTC; `3` and `3:30` are those in working hours, closing time included.

    Raises: BadInput when both halves of the day or neither are working hours then, or clocks never show it.
    """
    halves = _halves(clock)
    if len(halves) > 1:
        halves = [each for each in halves if hours.is_within(_at_least(each, day, hours))]
    if len(halves) != 1:
        raise BadInput(_either(clock, day, hours, are_open=bool(halves)))
    return _shown(halves[0], day, hours)


def window_instants(window: Window, day: date, hours: WorkingHours) -> tuple[datetime, datetime]:
    """When a window begins and ends on the day, in UTC: of `2-4` the one in working hours.

    Raises: BadInput when that may be two windows, or clocks never show one of its ends.
    """
    later = (_halves(window.start)[-1], _halves(window.end)[-1])
    pairs = list(dict.fromkeys(((window.start, window.end), later)))
    pairs = [(start, end) for start, end in pairs if _minutes(start) < _minutes(end)]
    found = pairs if len(pairs) == 1 else _in_working_hours(pairs, day, hours)
    if len(found) > 1 and (window.start.is_exact or window.end.is_exact):
        found = pairs[:1]  # One end is written by a clock of 24 hours, and so is the other one.
    if len(found) != 1:
        first, second = (f"{_clock(start)}-{_clock(end)}" for start, end in pairs)
        typed = f"{window.start.typed}-{window.end.typed}"
        raise BadInput(f"{typed!r} may be {first} or {second}; write it as one of them.")
    ((start, end),) = found
    return _shown(start, day, hours), _shown(end, day, hours)


def part_instants(part: PartOfDay, day: date, now: datetime, hours: WorkingHours) -> tuple[datetime | None, datetime]:
    """The first and the last working time of that part of the day, in UTC; no first one where that has passed.

    Raises: BadInput when we are closed then, or the last one has passed too.
    """
    begins, ends = (
        instant(datetime.combine(day, time()) + timedelta(hours=each), hours.zone) for each in _HOURS_OF[part]
    )
    spans = list(hours.spans_between(begins, ends))
    if not spans:
        raise BadInput(_closed(part, day, max(begins, now), now, hours))
    first, last = spans[0][0], spans[-1][1]
    if last <= now:
        ended, clock = (f"{each.astimezone(hours.zone):%H:%M}" for each in (last, now))
        raise BadInput(f"The {part} ended at {ended}, it is {clock} now; write tomorrow {part} or a later time.")
    return (first if first > now else None), last


def _closed(part: PartOfDay, day: date, begins: datetime, now: datetime, hours: WorkingHours) -> str:
    if not hours.are_set:
        return f"No hours are set, so {part} names none; write the hours, such as fri 9-12."
    closed = f"We are closed in the {part} of {date_words(day, now.astimezone(hours.zone).year)}"
    opens = hours.next_open(begins)
    if opens is None:
        return f"{closed}; name another day."
    next_open = f"{closed}; next open {near_words(opens, now, hours.zone)}"
    return fitting(f"{next_open}, or name another day.", f"{next_open}.")


def _in_working_hours(
    pairs: Sequence[tuple[Clock, Clock]], day: date, hours: WorkingHours
) -> list[tuple[Clock, Clock]]:
    """Those windows that begin and end in working hours, or without any, those with working time between."""
    ends = {pair: [_at_least(each, day, hours) for each in pair] for pair in pairs}
    within = [pair for pair in pairs if all(map(hours.is_within, ends[pair]))]
    return within or [pair for pair in pairs if hours.between(*ends[pair])]


def _halves(clock: Clock) -> list[Clock]:
    """The times that may be meant: as it stands, and twelve hours later unless it is exact."""
    return [clock] if clock.is_exact else [clock, replace(clock, hour=clock.hour + 12)]


def _either(clock: Clock, day: date, hours: WorkingHours, *, are_open: bool) -> str:
    minutes = f":{clock.minute:02}" if clock.minute else ""
    either = f"{clock.hour}{minutes}am or {clock.hour}{minutes}pm"
    if are_open:
        return f"{clock.typed!r} may be {either}, and we are open at both; write {either}."
    if hours.are_set:
        day_said = date_words(day, day.year)
        return f"{clock.typed!r} may be {either}, and on {day_said} we are closed at both; write {either}."
    return f"{clock.typed!r} may be {either}; write one of them."


def _wall(clock: Clock, day: date) -> datetime:
    return datetime.combine(day, time()) + timedelta(hours=clock.hour, minutes=clock.minute)


def _at_least(clock: Clock, day: date, hours: WorkingHours) -> datetime:
    """When clocks first show that time or have passed it."""
    return instant(_wall(clock, day), hours.zone)


def _shown(clock: Clock, day: date, hours: WorkingHours) -> datetime:
    """When clocks show exactly that time, the first of two unless the second is said."""
    wall = _wall(clock, day)
    found = readings(wall, hours.zone)
    if not found:
        after = _at_least(clock, day, hours).astimezone(hours.zone)
        none = f"{wall:%H:%M} does not exist on {short_date(day)}"
        raise BadInput(f"{none}, the clocks go forward; write {after:%H:%M}.")
    if clock.which and len(found) == 1:
        raise BadInput(f"{wall:%H:%M} comes only once on {short_date(day)}; leave first or second out.")
    return found[max(0, clock.which - 1)]


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + clock.minute


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02}:{clock.minute:02}"
