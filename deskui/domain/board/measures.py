"""What the board counts: plain counts, from which every figure is made, and the rows behind them found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.ids import EmployeeId

REPEAT_WITHIN: Final = timedelta(days=7)
"""A customer who comes again about the same thing within this time came again."""
LONG_VISIT: Final = timedelta(minutes=20)
"""A visit of this length or more is a long one."""
GLANCE: Final = timedelta(seconds=10)
"""Left sooner, a customer was looked at only: no visit."""


class Source(StrEnum):
    """What kind of row is counted."""

    PROMISE = "promise"
    TALK = "contact"
    VISIT = "visit"
    CASE = "case"
    GOODWILL = "goodwill"
    FEEDBACK = "feedback"
    REVIEW = "review"


class Measure(StrEnum):
    """One thing that is counted; the value is what a row behind it is called."""

    KEPT_EARLY = "kept early"
    KEPT_ON_TIME = "kept on time"
    KEPT_LATE = "kept late"
    BROKEN = "broken"
    STILL_OPEN = "open"
    RELEASED = "let off"
    SUPERSEDED = "replaced"
    MOVED = "moved"
    """Of those kept or broken, those that were moved at least once."""
    AS_ADVISED = "as advised"
    """At the advised time or looser."""
    TIGHTER = "tighter than advised"
    THEY_US = "they to us"
    WE_THEM = "we to them"
    WE_REACHED = "we reached them"
    AGAIN = "came again"
    VISITS = "visit"
    LONG_VISITS = "long visit"
    CLOSED = "closed"
    SOLVED_FIRST = "solved at the first visit"
    """Closed, and they had contacted us about it once at most."""
    OPEN_2 = "open up to 2 days"
    OPEN_7 = "open 3 to 7 days"
    OPEN_30 = "open 8 to 30 days"
    OPEN_90 = "open 31 to 90 days"
    OPEN_LONGER = "open over 90 days"
    WAIVED = "fee waived"
    CREDITED = "credit"
    REPLACED = "replacement"
    UPGRADED = "upgrade"
    EXCEPTED = "exception to policy"
    COMMENDED = "commended"
    COACHED = "coached"
    REASSIGNED = "reassigned"
    WAITING = "waiting for a supervisor"
    UNSAMPLED = "not sampled"
    """What a supervisor may look at, and need not."""
    ALONE = "decided alone"
    """Of what was given, that for which nobody else was asked."""


DECIDED: Final = (Measure.KEPT_EARLY, Measure.KEPT_ON_TIME, Measure.KEPT_LATE, Measure.BROKEN)
"""What may become of a promise that was to be kept."""
GIVEN: Final = (Measure.WAIVED, Measure.CREDITED, Measure.REPLACED, Measure.UPGRADED, Measure.EXCEPTED)
"""What was given for goodwill, by what it was."""
ADVISED: Final = (Measure.AS_ADVISED, Measure.TIGHTER)
OPEN_AGES: Final = {
    Measure.OPEN_2: 2,
    Measure.OPEN_7: 7,
    Measure.OPEN_30: 30,
    Measure.OPEN_90: 90,
    Measure.OPEN_LONGER: None,
}
"""Open cases by age: up to so many times 24 hours since they were opened."""
OPEN_CASES: Final = tuple(OPEN_AGES)
SOURCES: Final = {
    **dict.fromkeys(Measure, Source.PROMISE),
    **dict.fromkeys((Measure.THEY_US, Measure.WE_THEM, Measure.WE_REACHED, Measure.AGAIN), Source.TALK),
    **dict.fromkeys((Measure.VISITS, Measure.LONG_VISITS), Source.VISIT),
    **dict.fromkeys((*GIVEN, Measure.ALONE), Source.GOODWILL),
    **dict.fromkeys((Measure.COMMENDED, Measure.COACHED, Measure.REASSIGNED), Source.FEEDBACK),
    **dict.fromkeys((Measure.WAITING, Measure.UNSAMPLED), Source.REVIEW),
    **dict.fromkeys((Measure.CLOSED, Measure.SOLVED_FIRST, *OPEN_CASES), Source.CASE),
}
"""Of which kind the rows behind a measure are."""


class Cell(NamedTuple):
    """How many of a measure there were, in the period or before it, of whom, in which kind of case.

    `clerk` is None where nobody is named, `kind` empty where there is none.
    `minutes` is the length of visits, whole minutes; None for all else.
    """

    is_before: bool
    clerk: EmployeeId | None
    kind: str
    measure: Measure
    number: int
    minutes: int | None = None


@dataclass(slots=True)
class Tally:
    """What was counted of each measure, and how many visits took how many whole minutes."""

    counts: Counter[Measure] = field(default_factory=Counter)
    minutes: Counter[int] = field(default_factory=Counter)

    def add(self, cell: Cell) -> None:
        """Count these too."""
        self.counts[cell.measure] += cell.number
        if cell.minutes is not None and cell.measure is Measure.VISITS:
            self.minutes[cell.minutes] += cell.number

    def sum(self, measures: Iterable[Measure]) -> int:
        """All of these measures together."""
        return sum(self.counts[each] for each in measures)

    @property
    def median(self) -> float | None:
        """Half of the visits took so many minutes or less; None without any."""
        total = self.minutes.total()
        if not total:
            return None
        return (self._nth((total - 1) // 2) + self._nth(total // 2)) / 2

    def _nth(self, place: int) -> int:
        for minutes, count in sorted(self.minutes.items()):
            if place < count:
                return minutes
            place -= count
        raise AssertionError("there are fewer visits than that")
