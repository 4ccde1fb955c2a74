"""Cases that were closed in a period, and those that are open now by their age: one statement a question."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import OPEN_AGES, OPEN_CASES, Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.case import CaseStatus
from deskui.domain.conversation import Direction
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.board.asked import (
    DAY,
    MOST_ROWS,
    Asked,
    apart,
    asked_of,
    at_the_desk,
    cells,
    day_of,
    flag,
    grouped,
    is_before,
    within,
)
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from deskui.domain.board.groups import Scope

_CASE, _TALK = models.Case, models.Conversation
_CLOSED: Final = CaseStatus.CLOSED.value
_EDGES: Final = [timedelta(days=days) for days in OPEN_AGES.values() if days is not None]


def counted_closed(asked: Asked) -> Iterator[Cell]:
    """Cases closed in the period or the one before, and of them what took one contact at most: one statement."""
    found = _count_closed.at_once(*asked.times, *asked.of)
    return cells(found, Measure.CLOSED, Measure.SOLVED_FIRST)


@compiled
def _count_closed(
    before: Any, start: Any, end: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    shown = (is_before(_CASE.closed_at, start), *apart(by_clerk, by_kind, _CASE.owner, _CASE.kind))
    query = _CASE.select(*shown, fn.COUNT(_CASE.id), fn.SUM(flag(_came_once())))
    of_scope = within(is_of_clerk, clerk, kinds, _CASE.owner, _CASE.kind)
    return grouped(query.where(*_was_closed(before, end), *of_scope), len(shown))


def counted_open(asked: Asked) -> Iterator[Cell]:
    """Cases that are open now, by their age: one statement."""
    found = _count_open.at_once(_edges(asked.now), *asked.of)
    return cells(((False, *row) for row in found), *OPEN_CASES)


@compiled
def _count_open(edges: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    shown = apart(by_clerk, by_kind, _CASE.owner, _CASE.kind)
    counts = (fn.SUM(flag(each)) for each in _aged(edges))
    of_scope = within(is_of_clerk, clerk, kinds, _CASE.owner, _CASE.kind)
    return grouped(_CASE.select(*shown, *counts).where(*_is_open(), *of_scope), len(shown))


def moments(asked: Asked) -> Iterator[Moment]:
    """When the cases of the period were closed: one statement."""
    for at, count in _moments.at_once(*asked.for_moments):
        yield Moment(day_of(at), 0, Measure.CLOSED, count)


@compiled
def _moments(start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    query = _CASE.select(at_the_desk(_CASE.closed_at, edges, offsets, DAY), fn.COUNT(_CASE.id))
    return grouped(
        query.where(*_was_closed(start, end), *within(is_of_clerk, clerk, kinds, _CASE.owner, _CASE.kind)), 1
    )


def rows(
    measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime, now: datetime
) -> tuple[BoardRow, ...]:
    """The cases behind a number, the newest first: one statement."""
    if measures[0] in OPEN_AGES:
        edges = _edges(now)
        last, first = OPEN_CASES.index(measures[-1]), OPEN_CASES.index(measures[0])
        oldest = edges[last] if last < len(edges) else None
        youngest = edges[first - 1] if first else None
        found = _rows_open.dicts(oldest, youngest, *asked_of(scope))
    else:
        once = True if measures[0] is Measure.SOLVED_FIRST else None
        found = _rows_closed.dicts(*map(to_millis, (start, end)), *asked_of(scope), once)
    return tuple(_row(row) for row in found)


@compiled
def _rows_open(oldest: Any, youngest: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    wanted = [*_is_open(), *within(is_of_clerk, clerk, kinds, _CASE.owner, _CASE.kind)]
    if oldest is not None:
        wanted.append(_CASE.opened_at >= oldest)
    if youngest is not None:
        wanted.append(_CASE.opened_at < youngest)
    return _told().where(*wanted).order_by(_CASE.opened_at.desc(), _CASE.id.desc())


@compiled
def _rows_closed(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, once: Any) -> Any:
    wanted = [*_was_closed(start, end), *within(is_of_clerk, clerk, kinds, _CASE.owner, _CASE.kind)]
    if once:
        wanted.append(_came_once())
    return _told().where(*wanted).order_by(_CASE.closed_at.desc(), _CASE.id.desc())


def _told() -> Any:
    customer, employee = models.Customer, models.Employee
    return (
        _CASE.select(
            *(_CASE.id, _CASE.number, _CASE.opened_at, _CASE.closed_at, _CASE.customer, _CASE.subject),
            *(_CASE.kind, _CASE.status, _CASE.outcome),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
        )
        .join(customer, on=(customer.id == _CASE.customer))
        .join_from(_CASE, employee, "LEFT JOIN", on=(employee.id == _CASE.owner))
        .limit(MOST_ROWS)
    )


def _edges(now: datetime) -> list[int]:
    return [to_millis(now - edge) for edge in _EDGES]


def _aged(edges: list[Any]) -> list[Any]:
    """Opened since the first edge, between two of them, and before the last one."""
    opened = _CASE.opened_at
    between = [(opened < newer) & (opened >= older) for newer, older in pairwise(edges)]
    return [opened >= edges[0], *between, opened < edges[-1]]


def _is_open() -> list[Any]:
    # Written into the text, word for word as in the indexes that hold only what is open.
    return [_CASE.status != SQL("'closed'"), _CASE.withdrawn_at.is_null(), _CASE.merged_into.is_null()]


def _was_closed(since: Any, end: Any) -> list[Any]:
    is_kept = [_CASE.withdrawn_at.is_null(), _CASE.merged_into.is_null(), _CASE.status == _CLOSED]
    return [*is_kept, _CASE.closed_at >= since, _CASE.closed_at < end]


def _came_once() -> Any:
    """Whether they contacted us once at most about the case and those merged into it."""
    part = _CASE.alias("part")
    theirs = (_TALK.direction == Direction.IN.value) & _TALK.withdrawn_at.is_null()
    two = _TALK.select(_TALK.id).where(_TALK.case == _CASE.id, theirs).limit(2)  # of more nothing is to be known
    own = _TALK.select(fn.COUNT(SQL("*"))).from_(two)
    merged = (
        _TALK.select(fn.COUNT(_TALK.id)).join(part, on=(part.id == _TALK.case)).where(part.merged_into == _CASE.id)
    )
    # Two queries added as they are would be a union of them.
    return fn.COALESCE(own, 0) + fn.COALESCE(merged.where(theirs), 0) <= 1


def _row(row: dict[str, Any]) -> BoardRow:
    is_closed = row["status"] == _CLOSED
    return BoardRow(
        source=Source.CASE,
        id=row["id"],
        at=row["closed_at"] if is_closed and row["closed_at"] is not None else row["opened_at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["id"],
        case_number=row["number"],
        clerk=row["clerk"] or "",
        what=row["subject"],
        note=", ".join(filter(None, (row["kind"], f"closed: {row['outcome']}" if is_closed else row["status"]))),
    )
