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

_SAID, _WAITS = models.Feedback, models.ReviewItem
_KINDS: Final = {
    FeedbackKind.COMMEND.value: Measure.COMMENDED,
    FeedbackKind.COACH.value: Measure.COACHED,
    FeedbackKind.REASSIGN.value: Measure.REASSIGNED,
}
_REVIEWED: Final = (models.Note, models.Conversation, models.Goodwill, models.Statement)
"""What may wait for a supervisor; all of it is of a customer."""


def counted(asked: Asked) -> Iterator[Cell]:
    """What was said to somebody in the period and the one before: one statement."""
    for was, clerk, about, kind, count in _count.at_once(*asked.times, *asked.of):
        yield Cell(bool(was), clerk, about, _KINDS[kind], count)


@compiled
def _count(
    before: Any, start: Any, end: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    own, into = two_cases()
    shown = (is_before(_SAID.at, start), *apart(by_clerk, by_kind, _SAID.whose, kind_of(own, into)), _SAID.kind)
    query = with_case(_SAID.select(*shown, fn.COUNT(_SAID.id)), _SAID, _SAID.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _SAID.whose, kind_of(own, into))
    return grouped(query.where(*_stands(before, end), *of_scope), len(shown))


def counted_waiting(asked: Asked) -> Iterator[Cell]:
    """What waits for a supervisor now, and what was not sampled, by who wrote it: one statement."""
    is_of_clerk, clerk, kinds = asked_of(asked.scope)
    if _is_of_no_kind(kinds):
        found = _count_waiting.at_once(asked.by_clerk, is_of_clerk, clerk)
        yield from cells(((False, *row) for row in found), Measure.WAITING, Measure.UNSAMPLED)


@compiled
def _count_waiting(by_clerk: Any, is_of_clerk: Any, clerk: Any) -> Any:
    author, kind = apart(by_clerk, False, _WAITS.author, None)
    counts = (fn.SUM(flag(each)) for each in (_waits(), ~_waits()))
    query = _WAITS.select(author, kind, *counts)
    if of_scope := within(is_of_clerk, clerk, None, _WAITS.author, None):
        query = query.where(*of_scope)
    return grouped(query, 2)


def _waits() -> Any:
    """In the queue as supervisors see it; the rest was not sampled, and may be looked at."""
    return _WAITS.risk < Risk.REST.value


def _is_of_no_kind(kinds: list[str] | None) -> bool:
    """Whether what waits, which is of no case, belongs to a scope of these kinds."""
    return kinds is None or "" in kinds


def moments(asked: Asked) -> Iterator[Moment]:
    """When it was said in the period: one statement."""
    for at, kind, count in _moments.at_once(*asked.for_moments):
        yield Moment(day_of(at), 0, _KINDS[kind], count)


@compiled
def _moments(start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, into = two_cases()
    query = _SAID.select(at_the_desk(_SAID.at, edges, offsets, DAY), _SAID.kind, fn.COUNT(_SAID.id))
    query = with_case(query, _SAID, _SAID.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _SAID.whose, kind_of(own, into))
    return grouped(query.where(*_stands(start, end), *of_scope), 2)


def rows(measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime) -> tuple[BoardRow, ...]:
    """What is behind a number, the newest first: one statement."""
    if measures[0] in (Measure.WAITING, Measure.UNSAMPLED):
        is_of_clerk, clerk, kinds = asked_of(scope)
        if not _is_of_no_kind(kinds):
            return ()
        waits = measures[0] is Measure.WAITING
        return tuple(_row(row, Source.REVIEW) for row in _rows_waiting.dicts(waits, is_of_clerk, clerk))
    wanted = [kind for kind, measure in _KINDS.items() if measure in measures]
    found = _rows.dicts(*map(to_millis, (start, end)), *asked_of(scope), wanted)
    return tuple(_row(row, Source.FEEDBACK) for row in found)


@compiled
def _rows(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, wanted: Any) -> Any:
    customer, employee, (own, into) = models.Customer, models.Employee, two_cases()
    query = (
        _SAID.select(
            *(_SAID.id, _SAID.at, _SAID.kind, _SAID.about, _SAID.customer),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            *left_of(own, into),
        )
        .join(customer, on=(customer.id == _SAID.customer))
        .join_from(_SAID, employee, "LEFT JOIN", on=(employee.id == _SAID.whose))
    )
    conditions = [*_stands(start, end), *within(is_of_clerk, clerk, kinds, _SAID.whose, kind_of(own, into))]
    found = with_case(query, _SAID, _SAID.case, own, into).where(*conditions, _SAID.kind.in_(wanted))
    return found.order_by(_SAID.at.desc(), _SAID.id.desc()).limit(MOST_ROWS)


@compiled
def _rows_waiting(waits: Any, is_of_clerk: Any, clerk: Any) -> Any:
    customer, employee = models.Customer, models.Employee
    whose = fn.COALESCE(*(each.customer for each in _REVIEWED))
    query = _WAITS.select(
        *(_WAITS.id, _WAITS.at, _WAITS.risk, _WAITS.entity.alias("about"), customer.id.alias("customer")),
        customer.name.alias("called"),
        employee.name.alias("clerk"),
    )
    for each in _REVIEWED:
        is_it = (_WAITS.entity == str(each._meta.table_name)) & (each.id == _WAITS.row)
        query = query.join_from(_WAITS, each, "LEFT JOIN", on=is_it)
    query = query.join_from(_WAITS, customer, on=(customer.id == whose))
    query = query.join_from(_WAITS, employee, "LEFT JOIN", on=(employee.id == _WAITS.author))
    query = query.where(_waits() if waits else ~_waits(), *within(is_of_clerk, clerk, None, _WAITS.author, None))
    return query.order_by(_WAITS.at.desc(), _WAITS.id.desc()).limit(MOST_ROWS)


def _stands(since: Any, end: Any) -> list[Any]:
    return [_SAID.withdrawn_at.is_null(), _SAID.at >= since, _SAID.at < end]


def _row(row: dict[str, Any], source: Source) -> BoardRow:
    about, is_said = row["about"], "kind" in row
    return BoardRow(
        source=source,
        id=row["id"],
        at=row["at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row.get("case_id"),
        case_number=row.get("case_number"),
        clerk=row["clerk"] or "",
        what=f"{row['kind']}, about a {about}" if is_said else f"{about}: {Risk(row['risk']).words}",
        note="",
    )
