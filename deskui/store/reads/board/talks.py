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
    HOUR,
    MOST_ROWS,
    Asked,
    apart,
    asked_of,
    at_the_desk,
    cells,
    flag,
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

_TALK: Final = models.Conversation
_THEIRS, _OURS = _TALK.direction == Direction.IN.value, _TALK.direction == Direction.OUT.value
_WITHIN: Final = int(REPEAT_WITHIN.total_seconds() * 1000)
_WAYS: Final = {Direction.IN.value: Measure.THEY_US, Direction.OUT.value: Measure.WE_THEM}


def counted(asked: Asked) -> Iterator[Cell]:
    """Contacts in the period and in the one before, each way: one statement."""
    found = _count.at_once(*asked.times, *asked.of)
    return cells(found, Measure.THEY_US, Measure.WE_THEM, Measure.WE_REACHED)


@compiled
def _count(
    before: Any, start: Any, end: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    own, into = two_cases()
    counts = (_THEIRS, _OURS, _OURS & (_TALK.reached == True))  # noqa: E712 - a column
    shown = (is_before(_TALK.at, start), *apart(by_clerk, by_kind, _TALK.employee, kind_of(own, into)))
    query = _TALK.select(*shown, *(fn.SUM(flag(each)) for each in counts))
    if by_kind or kinds is not None:
        query = with_case(query, _TALK, _TALK.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _TALK.employee, kind_of(own, into))
    return grouped(query.where(*_was(before, end), *of_scope), len(shown))


def counted_again(asked: Asked) -> Iterator[Cell]:
    """Contacts of customers who came again, by who had served them before: one statement."""
    found = _count_again.at_once(to_millis(asked.before - REPEAT_WITHIN), *asked.times, *asked.of)
    return cells(found, Measure.AGAIN)


@compiled
def _count_again(
    since: Any,
    before: Any,
    start: Any,
    end: Any,
    by_clerk: Any,
    by_kind: Any,
    is_of_clerk: Any,
    clerk: Any,
    kinds: Any,
) -> Any:
    came, about = _came(since, end), models.Case.alias("about")
    kind = fn.COALESCE(about.kind, SQL("''"))
    shown = (is_before(came.c.at, start), *apart(by_clerk, by_kind, came.c.served, kind))
    query = _TALK.select(*shown, fn.COUNT(came.c.id)).from_(came)
    if by_kind or kinds is not None:
        query = query.join_from(came, about, "LEFT JOIN", on=(about.id == came.c.about))
    of_scope = within(is_of_clerk, clerk, kinds, came.c.served, kind)
    return grouped(query.where(came.c.at >= before, *_again(came), *of_scope), len(shown))


def moments(asked: Asked) -> Iterator[Moment]:
    """When the contacts of the period were, each way: one statement."""
    for at, way, count in _moments.at_once(*asked.for_moments):
        yield Moment(*hour_of(at), _WAYS[way], count)


@compiled
def _moments(start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, into = two_cases()
    query = _TALK.select(at_the_desk(_TALK.at, edges, offsets, HOUR), _TALK.direction, fn.COUNT(_TALK.id))
    if kinds is not None:
        query = with_case(query, _TALK, _TALK.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _TALK.employee, kind_of(own, into))
    return grouped(query.where(*_was(start, end), *of_scope), 2)


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
    own, into = two_cases()
    wanted = [*_was(start, end), _THEIRS if theirs else _OURS]
    wanted += within(is_of_clerk, clerk, kinds, _TALK.employee, kind_of(own, into))
    if reached:
        wanted.append(_TALK.reached == True)  # noqa: E712 - a column
    return _told(own, into).where(*wanted)


@compiled
def _rows_again(since: Any, start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, into = two_cases()
    came = _came(since, end)
    of_clerk = within(is_of_clerk, clerk, None, came.c.served, None)
    ids = _TALK.select(came.c.id).from_(came).where(came.c.at >= start, *_again(came), *of_clerk)
    of_kind = within(False, None, kinds, None, kind_of(own, into))
    return _told(own, into).where(_TALK.id.in_(ids), *of_kind)


def _came(since: Any, end: Any) -> Any:
    """Contacts by customers, each beside the one before it by the same about the same case, or about none."""
    merged = models.Case.alias("merged")
    about = fn.COALESCE(merged.merged_into, _TALK.case)
    # Written into the text: two windows with values of their own are sorted twice.
    alike = {"partition_by": [_TALK.customer, fn.COALESCE(about, SQL("0"))], "order_by": [_TALK.at, _TALK.id]}
    query = _TALK.select(
        _TALK.id,
        _TALK.at,
        about.alias("about"),
        fn.LAG(_TALK.at).over(**alike).alias("before"),
        fn.LAG(_TALK.employee).over(**alike).alias("served"),
    )
    is_merged = (merged.id == _TALK.case) & merged.merged_into.is_null(False)
    query = query.join_from(_TALK, merged, "LEFT JOIN", on=is_merged)
    return query.where(*_was(since, end), _THEIRS).alias("came")


def _was(since: Any, end: Any) -> list[Any]:
    return [_TALK.withdrawn_at.is_null(), _TALK.at >= since, _TALK.at < end]


def _again(came: Any) -> list[Any]:
    return [came.c.before.is_null(False), came.c.at - came.c.before <= SQL(str(_WITHIN))]


def _told(own: Any, into: Any) -> Any:
    customer, employee = models.Customer, models.Employee
    query = (
        _TALK.select(
            *(_TALK.id, _TALK.at, _TALK.customer, _TALK.channel, _TALK.direction, _TALK.reached, _TALK.summary),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            *left_of(own, into),
        )
        .join(customer, on=(customer.id == _TALK.customer))
        .join_from(_TALK, employee, "LEFT JOIN", on=(employee.id == _TALK.employee))
    )
    told = with_case(query, _TALK, _TALK.case, own, into)
    return told.order_by(_TALK.at.desc(), _TALK.id.desc()).limit(MOST_ROWS)


def _row(row: dict[str, Any]) -> BoardRow:
    way = _WAYS[row["direction"]].value
    return BoardRow(
        source=Source.TALK,
        id=row["id"],
        at=row["at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["case_id"],
        case_number=row["case_number"],
        clerk=row["clerk"] or "",
        what=row["summary"],
        note=f"{row['channel']}, {way}{'' if row['reached'] else ', not reached'}",
    )
