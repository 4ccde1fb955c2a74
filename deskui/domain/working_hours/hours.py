"""Working hours: when a desk, a branch or a colleague is there, and time that counts only then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.wall_clock import Span
from deskui.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, tzinfo

__all__ = ["Span", "WorkingHours"]

_DAY: Final = timedelta(days=1)
_ZERO: Final = timedelta()
_YEAR_DAYS: Final = 366
_LONGEST_YEARS: Final = 20


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The spans of each weekday, Monday first, in the zone's own time, and the dates on which none of them begins.

    A span belongs to the day on which it begins: a night shift runs on into a holiday, but does not begin on one.
    Spans that touch or overlap are one. Every length is real elapsed time, so a night shift over a change of clocks
    is an hour shorter or longer; an edge that the change skips falls on the change, one that comes twice on its
    first. Instants are aware, in and out, and those that come out are UTC.
    """

    week: tuple[tuple[Span, ...], ...]
    holidays: frozenset[date]
    zone: tzinfo

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(f"hours are given for 7 weekdays, not for {len(self.week)}")

    @property
    def are_set(self) -> bool:
        """Whether any weekday has hours at all."""
        return any(self.week)

    def is_open(self, at: datetime) -> bool:
        """Whether `at` is working time; the moment of closing is not."""
        return any(start <= at < end for start, end in self._around(at))

    def is_within(self, at: datetime) -> bool:
        """Whether `at` is working time or the very moment of closing: both are fit to be due in."""
        return any(start <= at <= end for start, end in self._around(at))

    def next_open(self, at: datetime) -> datetime | None:
        """`at` itself when open, else the next opening; None when there is none within a year."""
        return next((max(start, at.astimezone(UTC)) for start, _ in self._from(at)), None)

    def closes_at(self, at: datetime) -> datetime | None:
        """The end of the working time now running; None when closed, and when it never ends (within a year)."""
        if not self.is_open(at):
            return None
        end = at.astimezone(UTC)
        last = end + _YEAR_DAYS * _DAY
        for start, later in self._from(end):
            if start > end:
                return end
            end = max(end, later)
            if end > last:
                return None
        return end

    def closing_of(self, day: date) -> datetime | None:
        """The end of the last span that begins on that day; None on a day without hours."""
        return max((end for _, end in self._spans(day)), default=None)

    def add(self, at: datetime, duration: timedelta) -> datetime:
        """The first instant at which `duration` of working time has passed since `at`.

        Raises: DeskError when there are no hours within a year on the way, or the way is longer than twenty years.
        """
        if duration < _ZERO:
            raise ValueError("working time is only counted forwards")
        cursor, left = at.astimezone(UTC), duration
        if not left:
            return cursor
        last = cursor + _LONGEST_YEARS * _YEAR_DAYS * _DAY
        for start, end in self._from(cursor):
            cursor = max(cursor, start)
            if cursor > last:
                raise DeskError(f"That is more than {_LONGEST_YEARS} years of working hours ahead; give a date.")
            if end - cursor >= left:
                return cursor + left
            left -= max(_ZERO, end - cursor)
            cursor = max(cursor, end)
        raise DeskError("There are no working hours within a year; set the hours first, or give a date.")

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; negative when `end` is the earlier one."""
        if end.astimezone(UTC) < start.astimezone(UTC):
            return -self.between(end, start)
        return sum((closes - opens for opens, closes in self.spans_between(start, end)), _ZERO)

    def spans_between(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The working time from `start` to `end` as openings and closings, in order, none inside another."""
        cursor, end = start.astimezone(UTC), end.astimezone(UTC)
        for opens, closes in self._from(cursor, until=end):
            if opens >= end:
                break
            opens, closes = max(opens, cursor), min(closes, end)
            if closes > opens:
                yield opens, closes
                cursor = closes

    def _around(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        today = at.astimezone(self.zone).date()
        for ahead in (-2, -1, 0, 1):
            yield from self._spans(today + ahead * _DAY)

    def _from(self, at: datetime, until: datetime | None = None) -> Iterator[tuple[datetime, datetime]]:
        """The spans that end after `at`, by their beginning, up to a year without any (from `until` on)."""
        if not self.are_set:
            return
        day = at.astimezone(self.zone).date() - 2 * _DAY
        last = max(day, (until or at).astimezone(self.zone).date()) + _YEAR_DAYS * _DAY
        while day <= last:
            for start, end in self._spans(day):
                last = max(last, day + _YEAR_DAYS * _DAY)
                if end > at:
                    yield start, end
            day += _DAY

    def _spans(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The spans beginning on that day, sorted; one that a change of clocks swallows whole is left out."""
        if day in self.holidays:
            return
        for span in sorted(self.week[day.weekday()]):
            start, end = span.on(day, self.zone)
            if end > start:
                yield start, end
