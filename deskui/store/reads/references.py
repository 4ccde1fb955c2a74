"""The numbers that belong to cases and orders, and what is on order under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import Case, fn

from deskui.domain.arrivals import Supply, weakest
from deskui.domain.order import Reference, ReferenceKind
from deskui.domain.pages import Page
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.paging import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deskui.domain.ids import CaseId, CustomerId, OrderId, ReferenceId
    from deskui.domain.pages import Cursor

_NUMBER = models.Reference


def of_cases(case_ids: Sequence[CaseId], after: Cursor | None = None, limit: int = PAGE) -> Page[Reference]:
    """A page of the numbers of these cases, as they were written down: one statement.

    The first page tells how many there are in all, which takes another where they do not fit on it.
    """
    rows = _of_cases.tuples(case_ids, 0 if after is None else after[1], limit + 1)
    shown, is_more = tuple(made(row) for row in rows[:limit]), len(rows) > limit
    total = None if after is not None else int(_count.tuples(case_ids)[0][0]) if is_more else len(shown)
    return Page(shown, total, (0, shown[-1].id) if is_more else None)


def made(row: tuple[Any, ...]) -> Reference:
    """A reference from a row of `with_orders`."""
    return Reference(row[0], ReferenceKind(row[1]), *(*row[2:9], row[9] or ""))


def with_orders() -> Any:
    """All numbers, each with the order it stands behind where there is one."""
    order = models.Order
    behind = (_NUMBER.order == order.id) & order.withdrawn_at.is_null()
    columns = (
        *(_NUMBER.id, _NUMBER.kind, _NUMBER.number, _NUMBER.order, _NUMBER.case),
        *(_NUMBER.supplier, _NUMBER.expected, _NUMBER.received, _NUMBER.version, order.number),
    )
    return _NUMBER.select(*columns).join(order, "LEFT JOIN", on=behind)


@compiled
def _of_cases(case_ids: Any, after: Any, limit: Any) -> Any:
    return with_orders().where(_in_cases(case_ids), _NUMBER.id > after).order_by(_NUMBER.id).limit(limit)


def _in_cases(case_ids: Any) -> Any:
    return _NUMBER.case.in_(case_ids) & _NUMBER.withdrawn_at.is_null()


@compiled
def _count(case_ids: Any) -> Any:
    return _NUMBER.select(fn.COUNT(_NUMBER.id)).where(_in_cases(case_ids))


def one(reference_id: ReferenceId) -> tuple[Reference, CustomerId]:
    """A number and whose it is: one statement.

    Raises: NotFound when it is no longer kept.
    """
    rows = _one.tuples(reference_id)
    if not rows:
        raise NotFound("This number is no longer kept; F5 reads the case again.")
    return made(rows[0][:-1]), rows[0][-1]


@compiled
def _one(reference_id: Any) -> Any:
    query = with_orders().select_extend(_NUMBER.customer)
    return query.where(_NUMBER.id == reference_id, _NUMBER.withdrawn_at.is_null())


def supply(case_ids: Sequence[CaseId], today: date) -> Supply | None:
    """What is on order in these cases, of however many numbers: two statements, which read three rows.

    They say the same as `arrivals.supply` says of all of them.
    """
    ordered, here = _ordered.tuples(case_ids)[0]
    if not ordered:
        return None
    return Supply(ordered, here or 0, weakest((made(row) for row in _holding_up.tuples(case_ids, today)), today))


def _on_order() -> Any:
    is_dated = _NUMBER.expected.is_null(False) | _NUMBER.received.is_null(False)
    return is_dated | (_NUMBER.kind == ReferenceKind.PO.value) | (_NUMBER.supplier != "")


@compiled
def _ordered(case_ids: Any) -> Any:
    return _NUMBER.select(fn.COUNT(_NUMBER.id), fn.COUNT(_NUMBER.received)).where(_in_cases(case_ids), _on_order())


@compiled
def _holding_up(case_ids: Any, today: Any) -> Any:
    expected = _NUMBER.expected
    is_late = expected < today
    rank = Case(None, ((is_late, 0), (expected.is_null(), 1)), 2)
    awaited = with_orders().where(_in_cases(case_ids), _on_order(), _NUMBER.received.is_null())
    soonest = Case(None, ((is_late, expected),), None)
    return awaited.order_by(rank, soonest, expected.desc(), _NUMBER.id).limit(1)


def order_behind(customer_id: CustomerId, key: str) -> OrderId | None:
    """The customer's newest order that has the number with that key; None when there is none: one statement."""
    rows = _order_behind.tuples(customer_id, key)
    return rows[0][0] if rows else None


@compiled
def _order_behind(customer_id: Any, key: Any) -> Any:
    order = models.Order
    query = _NUMBER.select(order.id).join(order, on=(_NUMBER.order == order.id))
    its = (_NUMBER.key == key) & (_NUMBER.customer == customer_id) & _NUMBER.withdrawn_at.is_null()
    return query.where(its, order.withdrawn_at.is_null()).order_by(order.placed_at.desc(), order.id.desc()).limit(1)
