"""A due time in full words, so that nobody is misled by what was understood."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from deskui.domain.due_time.wall_clock import readings
from deskui.domain.moments import full_words, length_words, near_words

if TYPE_CHECKING:
    from datetime import tzinfo

    from deskui.domain.due_time.reading import Due
    from deskui.domain.working_hours.hours import WorkingHours


def echo(due: Due, now: datetime, zone: tzinfo, hours: WorkingHours) -> str:
    """`Fri 27 Nov 17:00 (in 5 d 2 h)`, with the year when it is another one, and what is odd about that time.

    What stands before the bracket may be typed back and means the same. In a closed hour `, we are closed then; next
    open Mon 07:00` follows; of a time that comes twice it says which one.
    """
    left = due.at - now
    away = f"in {length_words(left)}" if left > timedelta() else f"{length_words(-left)} ago"
    words = f"{moment(due, now, zone)} ({away})"
    if len(found := readings(due.at.astimezone(zone).replace(tzinfo=None), zone)) > 1:
        words += f", the {'second' if due.at == found[1] else 'first'} of two as the clocks go back"
    if not _is_closed(due, hours):
        return words
    opens = next_open_after(due, hours)
    return f"{words}, we are closed then" + (f"; next open {near_words(opens, now, zone)}" if opens else "")


def next_open_after(due: Due, hours: WorkingHours) -> datetime | None:
    """The next opening when it is due in a closed hour; None when it is not, or there is none within a year."""
    return hours.next_open(due.at) if _is_closed(due, hours) else None


def _is_closed(due: Due, hours: WorkingHours) -> bool:
    """Whether no working time is left to do it in; hours that were never set close nothing."""
    if not hours.are_set or hours.is_within(due.at):
        return False
    return due.earliest is None or not hours.between(due.earliest, due.at)


def moment(due: Due, now: datetime, zone: tzinfo) -> str:
    """`Fri 27 Nov 17:00`, with the year when it is another one: words that may be typed back and mean the same."""
    local = due.at.astimezone(zone)
    if due.earliest is not None:
        begins = due.earliest.astimezone(zone)
        ends = f"{local:%H:%M}" if local.date() == begins.date() else "24:00"
        return f"{full_words(begins, now, zone)}-{ends}"
    words = full_words(local, now, zone)
    found = readings(local.replace(tzinfo=None), zone)
    return words if len(found) < 2 else f"{words} {'second' if due.at == found[1] else 'first'}"
