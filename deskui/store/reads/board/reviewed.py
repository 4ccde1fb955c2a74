"""What supervisors said to whom, and what waits for them: one statement a question.

What was said stays between the two: the rows behind a number tell that it was, and never in which words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.feedback import FeedbackKind
from deskui.domain.review.item import Risk
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.board.asked import (
    MOST_ROWS,
    asked_of,
    began,
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

_SAID, _WAITS = models.Feedback, models.ReviewItem
_KINDS: Final = {
    FeedbackKind.COMMEND.value: Measure.COMMENDED,
    FeedbackKind.COACH.value: Measure.COACHED,
    FeedbackKind.REASSIGN.value: Measure.REASSIGNED,
}
_REVIEWED: Final = (models.Note, models.Conversation, models.Goodwill, models.Statement)
"""What may wait for a supervisor; all of it is of a customer."""


def counted(before: datetime, start: datetime, end: datetime) -> Iterator[Cell]:
    """What was said to somebody from `before` to `end`: one statement."""
    for was, clerk, about, kind, count in _count.tuples(*map(to_millis, (before, start, end))):
        yield Cell(bool(was), clerk, about, _KINDS[kind], count)


@compiled
def _count(before: Any, start: Any, end: Any) -> Any:
    own, left = two_cases()
    shown = (is_before(_SAID.at, start), _SAID.whose, kind_of(left).alias("about"), _SAID.kind)
    query = with_case(_SAID.select(*shown, fn.COUNT(_SAID.id)), _SAID, _SAID.case, own, left)
    return grouped(query.where(*_stands(before, end)), len(shown))


def counted_waiting() -> Iterator[Cell]:
    """What waits for a supervisor now, by who wrote it: one statement."""
    for author, count in _count_waiting.tuples():
        yield Cell(False, author, "", Measure.WAITING, count)


@compiled
def _count_waiting() -> Any:
    return grouped(_WAITS.select(_WAITS.author, fn.COUNT(_WAITS.id)).where(_WAITS.risk < Risk.REST.value), 1)


def moments(scope: Scope, start: datetime, end: datetime) -> Iterator[Moment]:
    """When it was said to those of a scope: one statement."""
    for at, kind, count in _moments.tuples(*map(to_millis, (start, end)), *asked_of(scope)):
        yield Moment(began(at), _KINDS[kind], count)


@compiled
def _moments(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, left = two_cases()
    query = _SAID.select(quarter(_SAID.at).alias("quarter"), _SAID.kind, fn.COUNT(_SAID.id))
    query = with_case(query, _SAID, _SAID.case, own, left)
    of_scope = within(is_of_clerk, clerk, kinds, _SAID.whose, kind_of(left))
    return grouped(query.where(*_stands(start, end), *of_scope), 2)


def rows(measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime) -> tuple[BoardRow, ...]:
    """What is behind a number, the newest first: one statement."""
    if Measure.WAITING in measures:
        is_of_clerk, clerk, kinds = asked_of(scope)
        if kinds is not None and "" not in kinds:
            return ()
        return tuple(_row(row, Source.REVIEW) for row in _rows_waiting.dicts(is_of_clerk, clerk))
    wanted = [kind for kind, measure in _KINDS.items() if measure in measures]
    found = _rows.dicts(*map(to_millis, (start, end)), *asked_of(scope), wanted)
    return tuple(_row(row, Source.FEEDBACK) for row in found)


@compiled
def _rows(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, wanted: Any) -> Any:
    customer, employee, (own, left) = models.Customer, models.Employee, two_cases()
    query = (
        _SAID.select(
            *(_SAID.id, _SAID.at, _SAID.kind, _SAID.about, _SAID.customer),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            left.id.alias("case"),
            left.number.alias("number"),
        )
        .join(customer, on=(customer.id == _SAID.customer))
        .join_from(_SAID, employee, "LEFT JOIN", on=(employee.id == _SAID.whose))
    )
    conditions = [*_stands(start, end), *within(is_of_clerk, clerk, kinds, _SAID.whose, kind_of(left))]
    found = with_case(query, _SAID, _SAID.case, own, left).where(*conditions, _SAID.kind.in_(wanted))
    return found.order_by(_SAID.at.desc(), _SAID.id.desc()).limit(MOST_ROWS)


@compiled
def _rows_waiting(is_of_clerk: Any, clerk: Any) -> Any:
    customer, employee = models.Customer, models.Employee
    whose = fn.COALESCE(*(each.customer for each in _REVIEWED))
    query = _WAITS.select(
        *(_WAITS.id, _WAITS.at, _WAITS.entity.alias("about"), customer.id.alias("customer")),
        customer.name.alias("called"),
        employee.name.alias("clerk"),
    )
    for each in _REVIEWED:
        is_it = (_WAITS.entity == str(each._meta.table_name)) & (each.id == _WAITS.row)
        query = query.join_from(_WAITS, each, "LEFT JOIN", on=is_it)
    query = query.join_from(_WAITS, customer, on=(customer.id == whose))
    query = query.join_from(_WAITS, employee, "LEFT JOIN", on=(employee.id == _WAITS.author))
    query = query.where(_WAITS.risk < Risk.REST.value, *within(is_of_clerk, clerk, None, _WAITS.author, None))
    return query.order_by(_WAITS.at.desc(), _WAITS.id.desc()).limit(MOST_ROWS)


def _stands(since: Any, end: Any) -> list[Any]:
    return [_SAID.withdrawn_at.is_null(), _SAID.at >= since, _SAID.at < end]


def _row(row: dict[str, Any], source: Source) -> BoardRow:
    said = f"{row['kind']}, about a {row['about']}" if "kind" in row else f"{row['about']} waiting for a supervisor"
    return BoardRow(
        source=source,
        id=row["id"],
        at=row["at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row.get("case"),
        case_number=row.get("number"),
        clerk=row["clerk"] or "",
        what=said,
        note="",
    )
