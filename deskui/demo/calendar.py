"""From "three days ago at ten past four" in the shop's zone to an instant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from deskui.store.models.base import to_millis

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAY_IN_TEXT: Final = re.compile(r"\{(day|weekday|nth) (-?\d+)\}")


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
        return min(self.due(ago, clock), to_millis(self.now) - 60_000)

    def due(self, ago: int, clock: str) -> int:
        """That many days ago at the clock time, or in days to come when negative."""
        moment = datetime.combine(self.today - timedelta(days=ago), time.fromisoformat(clock), self.zone)
        return to_millis(moment)

    def day(self, ago: int) -> str:
        """The day that many days ago; negative for days to come."""
        return (self.today - timedelta(days=ago)).isoformat()

    def hours_ago(self, hours: int) -> int:
        """An instant that many hours back."""
        return to_millis(self.now - timedelta(hours=hours))

    def tell(self, text: str) -> str:
        """The text with `{day 3}` as the weekday three days ago, short, `{weekday 3}` in full, `{nth 3}` as 20th."""
        return _DAY_IN_TEXT.sub(self._in_words, text)

    def _in_words(self, found: re.Match[str]) -> str:
        day = self.today - timedelta(days=int(found[2]))
        if found[1] == "nth":
            ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
            return f"{day.day}{ending}"
        return f"{day:%a}" if found[1] == "day" else f"{day:%A}"
