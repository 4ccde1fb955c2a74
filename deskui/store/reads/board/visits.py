"""Visits in a period and how long they took: one statement a question.

A visit that the program's end cut short is none whose length says anything, and a glance is none at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import GLANCE, LONG_VISIT, Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.visit import VisitEnd
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.board.asked import (
    HOUR,
    MOST_ROWS,
    Asked,
    apart,
    asked_of,
    at_the_desk,
    grouped,
    hour_of,
    is_before,
    kind_of,
    left_of,
    two_cases,
    with_case,
    within,
)
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from deskui.domain.board.groups import Scope

_VISIT, _TALK = models.Visit, models.Conversation
_MINUTE: Final = 60_000
_LONG: Final = int(LONG_VISIT.total_seconds() // 60)
_LENGTH: Final = _VISIT.ended_at - _VISIT.opened_at
_GLANCE: Final = SQL(str(int(GLANCE.total_seconds() * 1000)))


def counted(asked: Asked) -> Iterator[Cell]:
    """Visits that began in the period or the one before and are over, by their whole minutes: one statement."""
    for was, clerk, kind, minutes, count in _count.at_once(*asked.times, *asked.of):
        yield Cell(bool(was), clerk, kind, Measure.VISITS, count, int(minutes))
        if minutes >= _LONG:
            yield Cell(bool(was), clerk, kind, Measure.LONG_VISITS, count, int(minutes))


@compiled
def _count(
    before: Any, start: Any, end: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    own, into = two_cases()
    shown = apart(by_clerk, by_kind, _VISIT.employee, kind_of(own, into))
    query = _VISIT.select(is_before(_VISIT.opened_at, start), *shown, _minutes(), fn.COUNT(_VISIT.id))
    if by_kind or kinds is not None:
        query = _beside(query, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _VISIT.employee, kind_of(own, into))
    return grouped(query.where(*_is_one(before, end), *of_scope), 4)


def moments(asked: Asked) -> Iterator[Moment]:
    """When the visits of the period began: one statement."""
    for at, count in _moments.at_once(*asked.for_moments):
        yield Moment(*hour_of(at), Measure.VISITS, count)


@compiled
def _moments(start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, into = two_cases()
    query = _VISIT.select(at_the_desk(_VISIT.opened_at, edges, offsets, HOUR), fn.COUNT(_VISIT.id))
    if kinds is not None:
        query = _beside(query, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _VISIT.employee, kind_of(own, into))
    return grouped(query.where(*_is_one(start, end), *of_scope), 1)


def rows(measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime) -> tuple[BoardRow, ...]:
    """The visits behind a number, the newest first: one statement."""
    is_long = True if Measure.LONG_VISITS in measures else None
    return tuple(_row(row) for row in _rows.dicts(*map(to_millis, (start, end)), *asked_of(scope), is_long))


@compiled
def _rows(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, is_long: Any) -> Any:
    customer, employee, (own, into) = models.Customer, models.Employee, two_cases()
    query = (
        _VISIT.select(
            *(_VISIT.id, _VISIT.opened_at, _VISIT.customer, _VISIT.how, _VISIT.desk, _minutes()),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            *left_of(own, into),
        )
        .join(customer, on=(customer.id == _VISIT.customer))
        .join_from(_VISIT, employee, "LEFT JOIN", on=(employee.id == _VISIT.employee))
    )
    wanted = [*_is_one(start, end), *within(is_of_clerk, clerk, kinds, _VISIT.employee, kind_of(own, into))]
    if is_long:
        wanted.append(SQL(str(_LONG * _MINUTE)) <= _LENGTH)
    found = _beside(query, own, into).where(*wanted)
    return found.order_by(_VISIT.opened_at.desc(), _VISIT.id.desc()).limit(MOST_ROWS)


def _minutes() -> Any:
    return (_LENGTH / SQL(str(_MINUTE))).alias("minutes")


def _beside(query: Any, own: Any, into: Any) -> Any:
    """The query beside the case that was spoken of."""
    joined = query.join_from(_VISIT, _TALK, "LEFT JOIN", on=(_TALK.id == _VISIT.conversation))
    return with_case(joined, _TALK, _TALK.case, own, into)


def _is_one(since: Any, end: Any) -> list[Any]:
    is_glance = (_VISIT.how == VisitEnd.LEFT.value) & (_LENGTH < _GLANCE)
    over = (_VISIT.how.in_([VisitEnd.WRAPPED_UP.value, VisitEnd.LEFT.value])) & ~is_glance
    return [_VISIT.withdrawn_at.is_null(), _VISIT.opened_at >= since, _VISIT.opened_at < end, over]


def _row(row: dict[str, Any]) -> BoardRow:
    return BoardRow(
        source=Source.VISIT,
        id=row["id"],
        at=row["opened_at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["case_id"],
        case_number=row["case_number"],
        clerk=row["clerk"] or "",
        what=f"{int(row['minutes'])} min",
        note=f"{row['how']}, {row['desk']}",
    )
