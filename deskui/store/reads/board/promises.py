"""Promises that were due in a period, from what is derived of each: one statement a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import Case as SqlCase
from peewee import fn

from deskui.domain.board.charts import Moment
from deskui.domain.board.measures import DECIDED, Cell, Measure, Source
from deskui.domain.board.rows import BoardRow
from deskui.domain.promises.standing import Outcome
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

_FIGURE: Final = models.PromiseFigure
_BECAME: Final = {
    Outcome.KEPT_EARLY.value: Measure.KEPT_EARLY,
    Outcome.KEPT_ON_TIME.value: Measure.KEPT_ON_TIME,
    Outcome.KEPT_LATE.value: Measure.KEPT_LATE,
    Outcome.BROKEN.value: Measure.BROKEN,
    Outcome.OPEN.value: Measure.STILL_OPEN,
    Outcome.RELEASED.value: Measure.RELEASED,
    Outcome.SUPERSEDED.value: Measure.SUPERSEDED,
}
_OUTCOMES: Final = {measure: outcome for outcome, measure in _BECAME.items()}


def counted(asked: Asked) -> Iterator[Cell]:
    """Promises due in the period and in the one before, as they stand now: one statement."""
    found = _count.at_once(*asked.times, to_millis(asked.now), *asked.of)
    for was, owner, kind, outcome, moved, tight, count in found:
        became = _BECAME[outcome]
        yield Cell(bool(was), owner, kind, became, count)
        if became in DECIDED and moved:
            yield Cell(bool(was), owner, kind, Measure.MOVED, count)
        if became in DECIDED and tight is not None:
            yield Cell(bool(was), owner, kind, Measure.TIGHTER if tight else Measure.AS_ADVISED, count)


@compiled
def _count(
    before: Any, start: Any, end: Any, now: Any, by_clerk: Any, by_kind: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    shown = (
        is_before(_FIGURE.due, start),
        *apart(by_clerk, by_kind, _FIGURE.owner, _FIGURE.case_kind),
        _became(now).alias("became"),
        flag(_FIGURE.moved > 0).alias("was_moved"),
        _FIGURE.tight,
        fn.COUNT(_FIGURE.promise),
    )
    of_scope = within(is_of_clerk, clerk, kinds, _FIGURE.owner, _FIGURE.case_kind)
    query = _FIGURE.select(*shown).where(_FIGURE.due >= before, _FIGURE.due < end, *of_scope)
    return grouped(query, len(shown) - 1)


def moments(asked: Asked) -> Iterator[Moment]:
    """When those of the period were due, by what became of them: one statement."""
    for day, outcome, count in _moments.at_once(to_millis(asked.now), *asked.for_moments):
        yield Moment(day_of(day), 0, _BECAME[outcome], count)


@compiled
def _moments(
    now: Any, start: Any, end: Any, edges: Any, offsets: Any, is_of_clerk: Any, clerk: Any, kinds: Any
) -> Any:
    day = at_the_desk(_FIGURE.due, edges, offsets, DAY)
    shown = (day, _became(now).alias("became"), fn.COUNT(_FIGURE.promise))
    of_scope = within(is_of_clerk, clerk, kinds, _FIGURE.owner, _FIGURE.case_kind)
    return grouped(_FIGURE.select(*shown).where(_FIGURE.due >= start, _FIGURE.due < end, *of_scope), 2)


def rows(
    measures: tuple[Measure, ...], scope: Scope, start: datetime, end: datetime, now: datetime
) -> tuple[BoardRow, ...]:
    """The promises behind a number, the newest first: one statement."""
    outcomes = [_OUTCOMES[each] for each in measures if each in _OUTCOMES] or [_OUTCOMES[each] for each in DECIDED]
    moved = True if Measure.MOVED in measures else None
    tight = None if not measures[0].name.startswith(("TIGHT", "AS_")) else measures[0] is Measure.TIGHTER
    asked = (*map(to_millis, (start, end, now)), *asked_of(scope), outcomes, moved, tight)
    return tuple(_row(row) for row in _rows.dicts(*asked))


@compiled
def _rows(
    start: Any, end: Any, now: Any, is_of_clerk: Any, clerk: Any, kinds: Any, outcomes: Any, moved: Any, tight: Any
) -> Any:
    promise, customer, employee, (own, into) = models.Promise, models.Customer, models.Employee, two_cases()
    query = (
        _FIGURE.select(
            *(_FIGURE.due, _FIGURE.moved, _became(now).alias("became"), promise.id, promise.what, promise.customer),
            customer.name.alias("called"),
            employee.name.alias("clerk"),
            *left_of(own, into),
        )
        .join(promise, on=(promise.id == _FIGURE.promise))
        .join_from(promise, customer, on=(customer.id == promise.customer))
        .join_from(_FIGURE, employee, "LEFT JOIN", on=(employee.id == _FIGURE.owner))
    )
    wanted = [_FIGURE.due >= start, _FIGURE.due < end, _became(now).in_(outcomes)]
    wanted += within(is_of_clerk, clerk, kinds, _FIGURE.owner, _FIGURE.case_kind)
    if moved:
        wanted.append(_FIGURE.moved > 0)
    if tight is not None:
        wanted.append(_FIGURE.tight == tight)
    found = with_case(query, promise, promise.case, own, into).where(*wanted)
    return found.order_by(_FIGURE.due.desc(), _FIGURE.promise.desc()).limit(MOST_ROWS)


def _became(now: Any) -> Any:
    """What has become of a promise: of one that nothing has settled the clock decides."""
    ways = [(_FIGURE.outcome != "", _FIGURE.outcome), (_FIGURE.due < now, Outcome.BROKEN.value)]
    return SqlCase(None, ways, Outcome.OPEN.value)


def _row(row: dict[str, Any]) -> BoardRow:
    moved = f", moved {row['moved']}x" if row["moved"] else ""
    return BoardRow(
        source=Source.PROMISE,
        id=row["id"],
        at=row["due"],
        customer_id=row["customer"],
        customer=row["called"],
        case_id=row["case_id"],
        case_number=row["case_number"],
        clerk=row["clerk"] or "",
        what=row["what"],
        note=f"{row['became']}{moved}",
    )
