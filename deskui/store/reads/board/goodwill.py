"""Concessions that were given in a period and not taken back: one statement a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.board.asked import (
    DAY,
    MOST_ROWS,
    Asked,
    apart,
    asked_of,
    at_the_desk,
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

_GIVEN: Final = models.Goodwill
_KINDS: Final = {
    GoodwillKind.WAIVE_FEE.value: Measure.WAIVED,
    GoodwillKind.CREDIT.value: Measure.CREDITED,
    GoodwillKind.REPLACEMENT.value: Measure.REPLACED,
    GoodwillKind.UPGRADE.value: Measure.UPGRADED,
    GoodwillKind.EXCEPTION.value: Measure.EXCEPTED,
}


def counted(asked: Asked) -> Iterator[Cell]:
    """Concessions by what they were, and those decided without asking: one statement."""
    for was, clerk, about, kind, alone, count in _count.at_once(*asked.times, *asked.of):
        yield Cell(bool(was), clerk, about, _KINDS[kind], count)
        if alone:
            yield Cell(bool(was), clerk, about, Measure.ALONE, count)


@compiled
def _count(
    before: Any, start: Any, end: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    own, into = two_cases()
    shown = (
        is_before(_GIVEN.at, start),
        *apart(by_clerk, by_kind, _GIVEN.by, kind_of(own, into)),
        _GIVEN.kind,
        flag(_alone()).alias("alone"),
    )
    query = with_case(_GIVEN.select(*shown, fn.COUNT(_GIVEN.id)), _GIVEN, _GIVEN.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _GIVEN.by, kind_of(own, into))
    return grouped(query.where(*_stands(before, end), *of_scope), len(shown))


def moments(asked: Asked) -> Iterator[Moment]:
    """When those of the period were given: one statement."""
    for at, kind, count in _moments.at_once(*asked.for_moments):
        yield Moment(day_of(at), 0, _KINDS[kind], count)


@compiled
def _moments(start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any) -> Any:
    own, into = two_cases()
    query = _GIVEN.select(at_the_desk(_GIVEN.at, edges, offsets, DAY), _GIVEN.kind, fn.COUNT(_GIVEN.id))
    query = with_case(query, _GIVEN, _GIVEN.case, own, into)
    of_scope = within(is_of_clerk, clerk, kinds, _GIVEN.by, kind_of(own, into))
    return grouped(query.where(*_stands(start, end), *of_scope), 2)


def rows(measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime) -> tuple[BoardRow, ...]:
    """The concessions behind a number, the newest first: one statement."""
    wanted = [kind for kind, measure in _KINDS.items() if measure in measures] or list(_KINDS)
    alone = True if Measure.ALONE in measures else None
    return tuple(_row(row) for row in _rows.dicts(*map(to_millis, (start, end)), *asked_of(scope), wanted, alone))


@compiled
def _rows(start: Any, end: Any, is_of_clerk: Any, clerk: Any, kinds: Any, wanted: Any, alone: Any) -> Any:
    customer, employee, (own, into) = models.Customer, models.Employee, two_cases()
    query = (
        _GIVEN.select(
            *(_GIVEN.id, _GIVEN.at, _GIVEN.customer, _GIVEN.kind, _GIVEN.what, _GIVEN.reason),
            flag(_alone()).alias("alone"),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            *left_of(own, into),
        )
        .join(customer, on=(customer.id == _GIVEN.customer))
        .join_from(_GIVEN, employee, "LEFT JOIN", on=(employee.id == _GIVEN.by))
    )
    conditions = [*_stands(start, end), *within(is_of_clerk, clerk, kinds, _GIVEN.by, kind_of(own, into))]
    conditions.append(_GIVEN.kind.in_(wanted))
    if alone:
        conditions.append(_alone())
    found = with_case(query, _GIVEN, _GIVEN.case, own, into).where(*conditions)
    return found.order_by(_GIVEN.at.desc(), _GIVEN.id.desc()).limit(MOST_ROWS)


def _alone() -> Any:
    """Whether nobody else had to approve it."""
    return _GIVEN.approved_by.is_null() & _GIVEN.approval.is_null()


def _stands(since: Any, end: Any) -> list[Any]:
    """Given in that time and not taken back; by kind as well, since the index by time begins with it."""
    entry = models.GoodwillEntry
    taken_back = fn.EXISTS(entry.select(entry.id).where(entry.goodwill == _GIVEN.id))
    return [_GIVEN.kind.in_(list(_KINDS)), _GIVEN.at >= since, _GIVEN.at < end, ~taken_back]


def _row(row: dict[str, Any]) -> BoardRow:
    how = "decided alone" if row["alone"] else "approved"
    return BoardRow(
        source=Source.GOODWILL,
        id=row["id"],
        at=row["at"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["case_id"],
        case_number=row["case_number"],
        clerk=row["clerk"] or "",
        what=row["what"] or row["kind"],
        note=f"{row['kind']}, {how}: {row['reason']}",
    )
