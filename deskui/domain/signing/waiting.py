"""How long one waits after wrong PINs: longer with every few of them, whatever clock or desk they were typed at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WAITS: Final = ((10, timedelta(minutes=30)), (5, timedelta(minutes=1)))
"""From that many wrong ones in a row on, one waits that long before the next."""
_IN_SECONDS: Final = 120
"""From so many seconds on, a wait is told in minutes."""


class AttemptKind(StrEnum):
    """What is kept of somebody at the PIN."""

    TRIED = "tried"
    """Kept before it is looked at, so that no way of stopping the program leaves a try uncounted."""
    WRONG = "wrong"
    """It was looked at and was not theirs; it is counted by its `TRIED`."""
    RIGHT = "right"
    """It was the right one: what was tried before counts no more."""
    CLOCK = "clock"
    """The clock was found before the newest of these; the wait begins anew by the clock as it is now."""


@dataclass(frozen=True, slots=True)
class Tries:
    """What was tried since a PIN was right last, of one person or at one desk; `since` is when the wait began."""

    wrong: int = 0
    since: datetime | None = None

    @property
    def wait(self) -> timedelta:
        """How long one waits before the next."""
        return next((wait for wrong, wait in _WAITS if self.wrong >= wrong), timedelta())

    def until(self) -> datetime | None:
        """When the next may be typed; None when at once."""
        return self.since + self.wait if self.since is not None and self.wait else None

    @property
    def left(self) -> int:
        """How many may be wrong before one waits, or waits longer."""
        return min((wrong - self.wrong for wrong, _ in _WAITS if wrong > self.wrong), default=0)


def wait_words(left: timedelta) -> str:
    """How long that is, rounded up: `1 second`, `58 seconds`, `30 minutes`."""
    seconds = max(1, ceil(left.total_seconds()))
    count, unit = (seconds, "second") if seconds < _IN_SECONDS else (ceil(seconds / 60), "minute")
    return f"{count} {unit}{'' if count == 1 else 's'}"


def tries(rows: Iterable[tuple[AttemptKind, datetime]]) -> Tries:
    """What the rows since the last right one, oldest first, come to."""
    kept = tuple(each for each in rows if each[0] is not AttemptKind.WRONG)
    wrong = sum(1 for kind, _ in kept if kind is AttemptKind.TRIED)
    return Tries(wrong, kept[-1][1] if kept else None)
