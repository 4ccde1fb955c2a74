"""What all counts of the board are asked with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn
from peewee import Case as SqlCase

from deskui.domain.board.groups import Level, Scope
from deskui.domain.board.measures import Cell, Measure
from deskui.domain.ids import EmployeeId
from deskui.store import models
from deskui.store.models.base import to_millis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from deskui.domain.board.charts import DeskClock

HOUR: Final = 3_600_000
DAY: Final = 24 * HOUR
"""Milliseconds: when things were is counted by the hour or the day at the desk."""
_FIRST_DAY: Final = date(1970, 1, 1).toordinal()
MOST_ROWS: Final = 1000
"""So many rows behind a number are read, the newest ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which time and whose it is counted, and whether apart for each clerk and each kind of case."""

    before: datetime
    start: datetime
    end: datetime
    now: datetime
    scope: Scope
    by_clerk: bool
    by_kind: bool
    clock: DeskClock

    @property
    def times(self) -> tuple[int, int, int]:
        """When the period before begins, when the period itself does, and when it is over."""
        return to_millis(self.before), to_millis(self.start), to_millis(self.end)

    @property
    def of(self) -> tuple[Any, ...]:
        """What a query of counts decides by: what is told apart, and the scope."""
        return self.by_clerk, self.by_kind, *asked_of(self.scope)

    @property
    def for_moments(self) -> tuple[Any, ...]:
        """What a query for the charts is asked with: the period, the clock of the desk, and the scope."""
        offsets = [each // timedelta(milliseconds=1) for each in self.clock.offsets]
        return *self.times[1:], list(map(to_millis, self.clock.edges)), offsets, *asked_of(self.scope)


def flag(condition: Any) -> Any:
    """1 where it holds, else 0: what is grouped by is the same on both engines then."""
    return SqlCase(None, [(condition, 1)], 0)


def is_before(at: Any, start: Any) -> Any:
    """Whether it was in the period before the one that begins at `start`."""
    return flag(at < start).alias("is_before")


def grouped(query: Any, columns: int) -> Any:
    """The query grouped by its first columns; by place, as values that are bound are not compared by an engine."""
    return query.group_by(*(SQL(str(place)) for place in range(1, columns + 1)))


def with_case(query: Any, of: Any, case: Any, own: Any, into: Any) -> Any:
    """The query of rows beside the case with that id, `own`, and the one that this was merged into."""
    joined = query.join_from(of, own, "LEFT JOIN", on=(own.id == case))
    return joined.join_from(own, into, "LEFT JOIN", on=(into.id == own.merged_into))


def kind_of(own: Any, into: Any) -> Any:
    """The kind of the case that is left of it, empty without one."""
    return fn.COALESCE(into.kind, own.kind, SQL("''"))


def left_of(own: Any, into: Any) -> tuple[Any, ...]:
    """Which case is left of it: its id and its number, called `case_id` and `case_number`."""
    shown = ((into.id, own.id, "case_id"), (into.number, own.number, "case_number"))
    return tuple(fn.COALESCE(left, its).alias(name) for left, its, name in shown)


def at_the_desk(at: Any, edges: Sequence[Any], offsets: Sequence[Any], unit: int) -> Any:
    """Which hour or day since 1970 an instant lies in by the clock of the desk: a whole number."""
    ways = [(at < edge, offset) for edge, offset in zip(edges, offsets, strict=False)]
    offset = SqlCase(None, ways, offsets[-1]) if ways else offsets[-1]
    return ((at.cast("BIGINT") + offset) / SQL(str(unit))).alias("at_the_desk")


def day_of(number: int) -> date:
    """That day since 1970."""
    return date.fromordinal(_FIRST_DAY + number)


def hour_of(number: int) -> tuple[date, int]:
    """The day, and the hour of it, of that hour since 1970."""
    day, hour = divmod(number, 24)
    return day_of(day), hour


def asked_of(scope: Scope) -> tuple[bool, int | None, list[str] | None]:
    """A scope in values that a compiled query decides by: whether it is a clerk's, whose, and which kinds."""
    kinds = list(scope.kinds) if scope.level is Level.KIND else None
    return scope.level is Level.CLERK, scope.clerk, kinds


def within(is_of_clerk: bool, clerk: Any, kinds: Any, whose: Any, kind: Any) -> list[Any]:
    """The conditions of a scope on whose a row is and on the kind of its case."""
    found: list[Any] = []
    if is_of_clerk:
        found.append(whose.is_null() if clerk is None else whose == clerk)
    if kinds is not None:
        found.append(kind.in_(kinds))
    return found


def apart(by_clerk: bool, by_kind: bool, whose: Any, kind: Any) -> tuple[Any, Any]:
    """Whose, and of which kind of case: the columns by which counts are told apart, nothing where they are not."""
    return whose if by_clerk else SQL("NULL"), kind if by_kind else SQL("''")


def cells(rows: Iterable[Sequence[Any]], *measures: Measure) -> Iterator[Cell]:
    """Rows of (is before, clerk, kind, one count for each measure) as cells, without those that are nothing."""
    for before, clerk, kind, *counts in rows:
        whose = None if clerk is None else EmployeeId(clerk)
        for measure, count in zip(measures, counts, strict=True):
            if count:
                yield Cell(bool(before), whose, kind, measure, int(count))


def two_cases() -> tuple[Any, Any]:
    """Names for the case of a row, and for the one that it was merged into."""
    return models.Case.alias("own_case"), models.Case.alias("into_case")
