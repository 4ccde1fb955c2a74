"""Contacts in a period, and those of customers who came again: one statement a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import REPEAT_WITHIN, Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.conversation import Direction
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.board.asked import (
    MOST_ROWS,
    asked_of,
    began,
    cells,
    flag,
    grouped,
    is_before,
    kind_of,
    quarter,
    two_cases,
    with_case,
    within,
)
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from deskui.domain.board.groups import Scope

_TALK: Final = models.Conversation
_THEIRS, _OURS = _TALK.direction == Direction.IN.value, _TALK.direction == Direction.OUT.value
_WITHIN: Final = int(REPEAT_WITHIN.total_seconds() * 1000)
_WAYS: Final = {Direction.IN.value: Measure.THEY_US, Direction.OUT.value: Measure.WE_THEM}


def counted(before: datetime, start: datetime, end: datetime) -> Iterator[Cell]:
    """Contacts from `before` to `end`, each way: one statement."""
    found = _count.tuples(*map(to_millis, (before, start, end)))
    return cells(found, Measure.THEY_US, Measure.WE_THEM, Measure.WE_REACHED)


@compiled
def _count(before: Any, start: Any, end: Any) -> Any:
    own, left = two_cases()
    counts = (_THEIRS, _OURS, _OURS & (_TALK.reached == True))  # noqa: E712 - a column
    shown = (is_before(_TALK.at, start), _TALK.employee, kind_of(left).alias("about"))
    query = with_case(_TALK.select(*shown, *(fn.SUM(flag(each)) for each in counts)), _TALK, _TALK.case, own, left)
    return grouped(query.where(_TALK.withdrawn_at.is_null(), _TALK.at >= before, _TALK.at < end), len(shown))


def counted_again(before: datetime, start: datetime, end: datetime) -> Iterator[Cell]:
    """Contacts from `before` to `end` of customers who came again, by who had served them before: one statement."""
    found = _count_again.tuples(*map(to_millis, (before - REPEAT_WITHIN, before, start, end)))
    return cells(found, Measure.AGAIN)


@compiled
def _count_again(since: Any, before: Any, start: Any, end: Any) -> Any:
    came = _came(since, end)
    shown = (is_before(came.c.at, start), came.c.served, came.c.about)
    query = _TALK.select(*shown, fn.COUNT(came.c.id)).from_(came).where(came.c.at >= before, *_again(came))
    return grouped(query, len(shown))


def moments(scope: Scope, start: datetime, end: datetime) -> Iterator[Moment]:
    """When the contacts of a scope were, each way: one statement."""
    for at, way, count in _moments.tuples(*map(to_millis, (start, end)), *asked_of(scope)):
        yield Moment(began(at), _WAYS[way], count)


@compiled
def _moments(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, left = two_cases()
    query = _TALK.select(quarter(_TALK.at).alias("quarter"), _TALK.direction, fn.COUNT(_TALK.id))
    if kinds is not None:
        query = with_case(query, _TALK, _TALK.case, own, left)
    of_scope = within(is_of_clerk, clerk, kinds, _TALK.employee, kind_of(left))
    return grouped(query.where(_TALK.withdrawn_at.is_null(), _TALK.at >= start, _TALK.at < end, *of_scope), 2)


def rows(measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime) -> tuple[BoardRow, ...]:
    """The contacts behind a number, the newest first: one statement."""
    since, *bounds = map(to_millis, (start - REPEAT_WITHIN, start, end))
    if Measure.AGAIN in measures:
        found = _rows_again.dicts(since, *bounds, *asked_of(scope))
    else:
        theirs = True if measures[0] is Measure.THEY_US else None
        reached = True if measures[0] is Measure.WE_REACHED else None
        found = _rows.dicts(*bounds, *asked_of(scope), theirs, reached)
    return tuple(_row(row) for row in found)


@compiled
def _rows(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, theirs: Any, reached: Any) -> Any:
    own, left = two_cases()
    wanted = [_TALK.withdrawn_at.is_null(), _TALK.at >= start, _TALK.at < end, _THEIRS if theirs else _OURS]
    wanted += within(is_of_clerk, clerk, kinds, _TALK.employee, kind_of(left))
    if reached:
        wanted.append(_TALK.reached == True)  # noqa: E712 - a column
    return _told(own, left).where(*wanted)


@compiled
def _rows_again(since: Any, start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, left = two_cases()
    came = _came(since, end)
    of_scope = within(is_of_clerk, clerk, kinds, came.c.served, came.c.about)
    ids = _TALK.select(came.c.id).from_(came).where(came.c.at >= start, *_again(came), *of_scope)
    return _told(own, left).where(_TALK.id.in_(ids))


def _came(since: Any, end: Any) -> Any:
    """Contacts by customers, each beside the one before it by the same about the same case, or about none."""
    own, left = models.Case.alias("its_case"), models.Case.alias("its_left")
    alike = {"partition_by": [_TALK.customer, fn.COALESCE(left.id, 0)], "order_by": [_TALK.at, _TALK.id]}
    query = _TALK.select(
        _TALK.id,
        _TALK.at,
        kind_of(left).alias("about"),
        fn.LAG(_TALK.at).over(**alike).alias("before"),
        fn.LAG(_TALK.employee).over(**alike).alias("served"),
    )
    query = with_case(query, _TALK, _TALK.case, own, left)
    return query.where(_TALK.withdrawn_at.is_null(), _TALK.at >= since, _TALK.at < end, _THEIRS).alias("came")


def _again(came: Any) -> list[Any]:
    return [came.c.before.is_null(False), came.c.at - came.c.before <= SQL(str(_WITHIN))]


def _told(own: Any, left: Any) -> Any:
    customer, employee = models.Customer, models.Employee
    query = (
        _TALK.select(
            *(_TALK.id, _TALK.at, _TALK.customer, _TALK.channel, _TALK.direction, _TALK.reached, _TALK.summary),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            left.id.alias("about"),
            left.number.alias("number"),
        )
        .join(customer, on=(customer.id == _TALK.customer))
        .join_from(_TALK, employee, "LEFT JOIN", on=(employee.id == _TALK.employee))
    )
    told = with_case(query, _TALK, _TALK.case, own, left)
    return told.order_by(_TALK.at.desc(), _TALK.id.desc()).limit(MOST_ROWS)


def _row(row: dict[str, Any]) -> BoardRow:
    way = _WAYS[row["direction"]].value
    return BoardRow(
        source=Source.TALK,
        id=row["id"],
        at=row["at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["about"],
        case_number=row["number"],
        clerk=row["clerk"] or "",
        what=row["summary"],
        note=f"{row['channel']}, {way}{'' if row['reached'] else ', not reached'}",
    )
