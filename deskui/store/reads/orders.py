"""What a customer bought, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, Reference, SalesChannel
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.paging import PAGE, bounds, older, paged
from deskui.store.reads.references import made, with_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CustomerId, OrderId
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


def one(order_id: OrderId) -> tuple[Order, CustomerId]:
    """An order with its lines and numbers, and whose it is: three statements.

    Raises: NotFound when it is no longer kept.
    """
    rows = _one.dicts(order_id)
    if not rows:
        raise NotFound("This order is no longer kept; F5 reads the history again.")
    return _made(rows)[0], rows[0]["customer"]


@compiled
def _one(order_id: Any) -> Any:
    order = models.Order
    return _with_proof().where(order.id == order_id, order.withdrawn_at.is_null())


def _with_proof() -> Any:
    """Orders, each with the name of who accepted its proof."""
    order, person = models.Order, models.Employee
    query = order.select(order, person.name.alias("proof_by_name"))
    return query.join(person, "LEFT JOIN", on=(order.proof_by == person.id))


@compiled
def _orders(customer_id: Any, moment: Any, than: Any, limit: Any) -> Any:
    order = models.Order
    mine = (order.customer == customer_id) & order.withdrawn_at.is_null()
    query = _with_proof().where(mine & older(order.placed_at, order.id, moment, than))
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


def _numbers(orders: list[int]) -> dict[int, tuple[Reference, ...]]:
    """The numbers behind each order, each once: a case that is about the order has them too."""
    found: defaultdict[int, dict[str, Reference]] = defaultdict(dict)
    for row in _order_numbers.tuples(orders):
        found[row[3]].setdefault(row[-1], made(row))
    return {order: tuple(found[order].values()) for order in orders}


@compiled
def _order_numbers(orders: Any) -> Any:
    number = models.Reference
    numbers = with_orders().select_extend(number.key)
    return numbers.where(number.order.in_(orders), number.withdrawn_at.is_null()).order_by(number.id)


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
        proof_by_id=row["proof_by"],
        proof_by=row["proof_by_name"] or "",
        proof_at=row["proof_at"],
        version=row["version"],
    )
