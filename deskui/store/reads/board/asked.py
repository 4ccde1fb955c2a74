"""What all counts of the board are asked with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn
from peewee import Case as SqlCase

from deskui.domain.board.groups import Level, Scope
from deskui.domain.board.measures import Cell, Measure
from deskui.domain.ids import EmployeeId
from deskui.store import models
from deskui.store.models.base import from_millis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

STEP: Final = 900_000
"""Milliseconds of a quarter hour: instants are counted by it, as `charts.Moment` has them."""
MOST_ROWS: Final = 1000
"""So many rows behind a number are read, the newest ones."""


def flag(condition: Any) -> Any:
    """1 where it holds, else 0: what is grouped by is the same on both engines then."""
    return SqlCase(None, [(condition, 1)], 0)


def is_before(at: Any, start: Any) -> Any:
    """Whether it was in the period before the one that begins at `start`."""
    return flag(at < start).alias("is_before")


def grouped(query: Any, columns: int) -> Any:
    """The query grouped by its first columns; by place, as values that are bound are not compared by an engine."""
    return query.group_by(*(SQL(str(place)) for place in range(1, columns + 1)))


def with_case(query: Any, of: Any, case: Any, own: Any, left: Any) -> Any:
    """The query of rows beside the case with that id, `own`, and of merged ones the one that is left, `left`."""
    joined = query.join_from(of, own, "LEFT JOIN", on=(own.id == case))
    return joined.join_from(own, left, "LEFT JOIN", on=(left.id == fn.COALESCE(own.merged_into, own.id)))


def kind_of(left: Any) -> Any:
    """The kind of that case, empty without one."""
    return fn.COALESCE(left.kind, "")


def quarter(at: Any) -> Any:
    """Which quarter hour since 1970 an instant lies in: a whole number."""
    return at.cast("BIGINT") / SQL(str(STEP))


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


def cells(rows: Iterable[tuple[Any, ...]], *measures: Measure) -> Iterator[Cell]:
    """Rows of (is before, clerk, kind, one count for each measure) as cells, without those that are nothing."""
    for before, clerk, kind, *counts in rows:
        whose = None if clerk is None else EmployeeId(clerk)
        for measure, count in zip(measures, counts, strict=True):
            if count:
                yield Cell(bool(before), whose, kind, measure, int(count))


def two_cases() -> tuple[Any, Any]:
    """Names for the case of a row, and for the one that is left of it."""
    return models.Case.alias("own_case"), models.Case.alias("left_case")


def began(number: Any) -> datetime:
    """The instant at which that quarter hour since 1970 began."""
    return from_millis(int(number) * STEP)
