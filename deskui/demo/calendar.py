"""From "three days ago at ten past four" in the shop's zone to an instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from deskui.store.models.base import to_millis

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days counted back from `now` in a zone; instants come out in UTC milliseconds, days in ISO form."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The day it is in the shop."""
        return self.now.astimezone(self.zone).date()

    def at(self, ago: int, clock: str) -> int:
        """That many days ago at the clock time, and never later than now."""
        day = self.today - timedelta(days=ago)
        moment = datetime.combine(day, time.fromisoformat(clock), self.zone)
        return min(to_millis(moment), to_millis(self.now) - 60_000)

    def day(self, ago: int) -> str:
        """The day that many days ago; negative for days to come."""
        return (self.today - timedelta(days=ago)).isoformat()

    def hours_ago(self, hours: int) -> int:
        """An instant that many hours back."""
        return to_millis(self.now - timedelta(hours=hours))
