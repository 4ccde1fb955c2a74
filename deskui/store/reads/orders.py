"""What a customer bought, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, Reference, ReferenceKind, SalesChannel
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.paging import PAGE, bounds, older, paged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CustomerId
    from deskui.domain.pages import Cursor, Page


def of_customer(customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE) -> Page[Order]:
    """A page of orders with their lines and references, newest first: one statement for each of the three.

    The first page tells how many there are in all, which takes another where they do not fit on it.
    """
    rows = _orders.dicts(customer_id, *bounds(after), limit + 1)
    count = None if after is not None else lambda: int(_count_orders.tuples(customer_id)[0][0])
    return paged(rows, limit, "placed_at", _made, count)


def _made(rows: Sequence[dict[str, Any]]) -> tuple[Order, ...]:
    lines = _lines({row["id"]: row["currency"] for row in rows}) if rows else {}
    numbers = _numbers([row["id"] for row in rows]) if rows else {}
    return tuple(_order(row, lines[row["id"]], numbers[row["id"]]) for row in rows)


@compiled
def _orders(customer_id: Any, moment: Any, than: Any, limit: Any) -> Any:
    order = models.Order
    mine = (order.customer == customer_id) & order.withdrawn_at.is_null()
    query = order.select().where(mine & older(order.placed_at, order.id, moment, than))
    return query.order_by(order.placed_at.desc(), order.id.desc()).limit(limit)


@compiled
def _count_orders(customer_id: Any) -> Any:
    order = models.Order
    return order.select(fn.COUNT(order.id)).where(order.customer == customer_id, order.withdrawn_at.is_null())


def _lines(currencies: dict[int, str]) -> defaultdict[int, tuple[OrderLine, ...]]:
    found: defaultdict[int, tuple[OrderLine, ...]] = defaultdict(tuple)
    for order, name, sku, quantity, minor, returns, warranty in _order_lines.tuples(list(currencies)):
        price = Money(currencies[order], minor)
        found[order] += (OrderLine(name, sku, quantity, price, returns, warranty),)
    return found


@compiled
def _order_lines(orders: Any) -> Any:
    line = models.OrderLine
    query = line.select(
        line.order,
        line.name,
        line.sku,
        line.quantity,
        line.price_minor,
        line.return_until,
        line.warranty_until,
    ).where(line.order.in_(orders), line.withdrawn_at.is_null())
    return query.order_by(line.order, line.position)


def _numbers(orders: list[int]) -> defaultdict[int, tuple[Reference, ...]]:
    found: defaultdict[int, tuple[Reference, ...]] = defaultdict(tuple)
    for row in _order_numbers.tuples(orders):
        found[row[3]] += (Reference(row[0], ReferenceKind(row[1]), row[2], row[3], row[4]),)
    return found


@compiled
def _order_numbers(orders: Any) -> Any:
    number = models.Reference
    return (
        number.select(number.id, number.kind, number.number, number.order, number.case)
        .where(number.order.in_(orders), number.withdrawn_at.is_null())
        .order_by(number.id)
    )


def _order(row: dict[str, Any], lines: tuple[OrderLine, ...], numbers: tuple[Reference, ...]) -> Order:
    return Order(
        id=row["id"],
        number=row["number"],
        placed_at=row["placed_at"],
        channel=SalesChannel(row["channel"]),
        status=row["status"],
        total=Money(row["currency"], row["total_minor"]),
        proof=row["proof"],
        lines=lines,
        references=numbers,
    )
