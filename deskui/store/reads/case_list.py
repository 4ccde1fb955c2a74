"""The cases of a customer, however many there are: those still open first, newest first in each part.

Each part has an index in that order (`case_listed_open`, `case_listed_closed`), off which a page, the place of a case
and the one beside it are read; the status stands in the statements as the indexes have it, not as a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import SQL, fn

from deskui.domain.case import CaseStatus, CaseSummary
from deskui.domain.ids import CaseId
from deskui.store import models
from deskui.store.reads.cases import SUMMARY, summary
from deskui.store.reads.compiled import compiled
from deskui.store.reads.paging import PAGE, bounds, newer, older, paged

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CustomerId
    from deskui.domain.pages import Cursor, Page

_CASE = models.Case
_CLOSED: Final = SQL(f"'{CaseStatus.CLOSED.value}'")


class _Spot(NamedTuple):
    """Where in the list a case stands."""

    is_closed: bool
    opened_at: datetime
    id: int


def of_customer(customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE) -> Page[CaseSummary]:
    """A page of them: a statement for each part it reaches into, and one more behind the first page.

    The first page tells how many there are in all, which takes two more where they do not fit on it.
    """
    spot = None if after is None else _spot(customer_id, CaseId(after[1]))
    begins = bounds(after)
    rows: list[dict[str, Any]] = []
    if spot is None or not spot.is_closed:
        rows = _part.dicts(customer_id, False, *begins, limit + 1)
        begins = bounds(None)
    if len(rows) <= limit:
        rows += _part.dicts(customer_id, True, *begins, limit + 1 - len(rows))
    return paged(
        rows,
        limit,
        "opened_at",
        lambda shown: tuple(map(summary, shown)),
        None if after is not None else lambda: count(customer_id),
    )


def count(customer_id: CustomerId) -> int:
    """How many cases the customer has: two statements."""
    return sum(_counted(customer_id, is_closed) for is_closed in (False, True))


def place(customer_id: CustomerId, case_id: CaseId) -> int:
    """Which case of the customer it is, counted from 1; 0 when it is no longer kept, or another's.

    Three statements at most.
    """
    spot = _spot(customer_id, case_id)
    if spot is None:
        return 0
    before = _counted(customer_id, False) if spot.is_closed else 0
    return before + 1 + int(_count_newer.tuples(customer_id, *spot)[0][0])


def beside(customer_id: CustomerId, case_id: CaseId, step: int) -> CaseId | None:
    """The case after (1) or before (-1) that one, round and round; None when it is no longer kept.

    Four statements at most.
    """
    spot = _spot(customer_id, case_id)
    if spot is None:
        return None
    forward = step > 0
    same, other = spot.is_closed, not spot.is_closed
    found = _next.tuples(customer_id, same, forward, *spot[1:])
    found = found or _next.tuples(customer_id, other, forward, None, None)
    found = found or _next.tuples(customer_id, same, forward, None, None)
    return CaseId(found[0][0])


def _counted(customer_id: CustomerId, is_closed: bool) -> int:
    return int(_count.tuples(customer_id, is_closed)[0][0])


def _spot(customer_id: CustomerId, case_id: CaseId) -> _Spot | None:
    rows = _where.tuples(customer_id, case_id)
    return _Spot(rows[0][0] == CaseStatus.CLOSED, *rows[0][1:]) if rows else None


@compiled
def _where(customer_id: Any, case_id: Any) -> Any:
    kept = (_CASE.id == case_id) & (_CASE.customer == customer_id) & _apart()
    return _CASE.select(_CASE.status, _CASE.opened_at, _CASE.id).where(kept)


def _in_part(customer_id: Any, is_closed: Any) -> Any:
    status = _CASE.status == _CLOSED if is_closed else _CASE.status != _CLOSED
    return (_CASE.customer == customer_id) & status & _apart()


def _apart() -> Any:
    """Cases that are kept, and not part of another one."""
    return _CASE.withdrawn_at.is_null() & _CASE.merged_into.is_null()


def _from(part: Any, beyond: Any, moment: Any, than: Any) -> Any:
    """The rows of a part beyond those bounds; without any no id is named, which would mislead the engine."""
    return part if moment is None else part & beyond(_CASE.opened_at, _CASE.id, moment, than)


@compiled
def _part(customer_id: Any, is_closed: Any, moment: Any, than: Any, limit: Any) -> Any:
    wanted = _from(_in_part(customer_id, is_closed), older, moment, than)
    return _CASE.select(*SUMMARY).where(wanted).order_by(_CASE.opened_at.desc(), _CASE.id.desc()).limit(limit)


@compiled
def _count(customer_id: Any, is_closed: Any) -> Any:
    return _CASE.select(fn.COUNT(_CASE.id)).where(_in_part(customer_id, is_closed))


@compiled
def _count_newer(customer_id: Any, is_closed: Any, moment: Any, than: Any) -> Any:
    before = newer(_CASE.opened_at, _CASE.id, moment, than)
    return _CASE.select(fn.COUNT(_CASE.id)).where(_in_part(customer_id, is_closed) & before)


@compiled
def _next(customer_id: Any, is_closed: Any, forward: Any, moment: Any, than: Any) -> Any:
    beyond, up = (older, False) if forward else (newer, True)
    keys = [each.asc() if up else each.desc() for each in (_CASE.opened_at, _CASE.id)]
    wanted = _from(_in_part(customer_id, is_closed), beyond, moment, than)
    return _CASE.select(_CASE.id).where(wanted).order_by(*keys).limit(1)
