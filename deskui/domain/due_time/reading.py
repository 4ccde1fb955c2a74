"""When a promise is due, from one typed line: strict, since a wrong date said silently is worse than a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.clock import Clock, EndOfDay, PartOfDay, Window
from deskui.domain.due_time.day import MOST_DAYS, TOO_FAR, coming_day
from deskui.domain.due_time.echo import echo, moment, next_open_after
from deskui.domain.due_time.instant import clock_instant, part_instants, window_instants
from deskui.domain.due_time.line import NoTimeSaid, take_apart
from deskui.domain.due_time.wall_clock import instant
from deskui.domain.moments import full_words
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.domain.due_time.grammar import Said
    from deskui.domain.working_hours.hours import WorkingHours

__all__ = ["Due", "NoTimeSaid", "at_another_time", "echo", "next_open_after", "parse_due"]

USUAL_CLOSING: Final = time(17)
"""The end of a day that has no hours."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """What is promised, due at an instant in UTC; `earliest` is where a window begins, `said` the words for it."""

    what: str
    at: datetime
    earliest: datetime | None
    said: str


def parse_due(text: str, now: datetime, hours: WorkingHours) -> Due:
    """What `text` promises and when, read at `now` in the zone of the hours; the grammar is that of `due_grammar`.

    A weekday is the next one after today, and refused when that is what today is; `next tue` is that of the week
    beginning on the coming Monday. A day without a time means its closing time, 17:00 where it has no hours.
    `in 2 h` is real time; `midnight` and `24:00` are the end of the day. An hour such as `3` or `3:30` is the one in
    working hours, and refused where both or neither are; `03:30` and `15` are meant as they stand. A time that comes
    twice is the first one. A part of the day is the working time in it: the morning until noon, the afternoon until
    17:00, the evening until we close or midnight; one that has begun has no `earliest`.
    Raises: NoTimeSaid when nothing in it may be meant as a time, BadInput saying what is not understood, or why it
    cannot be, and what to write.
    """
    line = take_apart(text)
    earliest, at = _instants(line.said, line.words, now, hours)
    return Due(line.what, at, earliest, line.words)


def at_another_time(text: str, at: datetime, now: datetime, hours: WorkingHours) -> str:
    """The line that promises the same at the full minute `at`; empty where no words for that fit into it.

    The new words stand where those were that said when, and at the end of a line that says nothing of a time.
    """
    words = moment(Due("", at, None, ""), now, hours.zone)
    try:
        line = take_apart(text)
    except NoTimeSaid as unsaid:
        what, other = unsaid.what, f"{text.strip()} {words}"
    except BadInput:
        return ""
    else:
        what, other = line.what, line.at(words)
    try:
        read = parse_due(other, now, hours)
    except BadInput:
        return ""
    return other if (read.what, read.at, read.earliest) == (what, at, None) else ""


def _instants(said: Said, words: str, now: datetime, hours: WorkingHours) -> tuple[datetime | None, datetime]:
    today = now.astimezone(hours.zone).date()
    if said.length is not None:
        if not said.length:
            raise BadInput(f"{words!r} is now; give a later time.")
        if said.length > MOST_DAYS * _DAY:
            raise BadInput(TOO_FAR)
        return None, now.astimezone(UTC).replace(second=0, microsecond=0) + said.length
    day = today if said.day is None else coming_day(said.day, today)
    if isinstance(said.time, Window):
        earliest, at = window_instants(said.time, day, hours)
        _check_ahead(earliest, said, now, hours)
        return earliest, at
    if isinstance(said.time, PartOfDay):
        return part_instants(said.time, day, now, hours)
    if isinstance(said.time, Clock):
        at = clock_instant(said.time, day, hours)
    else:
        at = _closing(day, now, hours, alone=said.day is None)
    _check_ahead(at, said, now, hours)
    return None, at


def _closing(day: date, now: datetime, hours: WorkingHours, *, alone: bool) -> datetime:
    """Closing time of that day; said `alone` in a night shift of the day before, the end of that shift."""
    before = hours.closing_of(day - _DAY) if alone and hours.is_open(now) else None
    if before is not None and before > now:
        return before
    return hours.closing_of(day) or instant(datetime.combine(day, USUAL_CLOSING), hours.zone)


def _check_ahead(at: datetime, said: Said, now: datetime, hours: WorkingHours) -> None:
    if at > now:
        return
    passed = f"{full_words(at, now, hours.zone)} has passed, it is {now.astimezone(hours.zone):%H:%M} now"
    if said.time is None or isinstance(said.time, EndOfDay):
        raise BadInput(f"Closing time, {passed}; give a time or a later day.")
    raise BadInput(f"{passed}; give a later time{' or a day, such as tomorrow' if said.day is None else ''}.")
