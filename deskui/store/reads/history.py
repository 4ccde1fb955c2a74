"""What a customer bought and what was said: the two long lists, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from deskui.domain.conversation import Channel, Conversation, Direction, Mood
from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, Reference, ReferenceKind, SalesChannel
from deskui.domain.pages import Cursor, Page
from deskui.store import models
from deskui.store.models.base import from_millis, to_millis
from deskui.store.reads.rows import dicts, tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId, CustomerId

PAGE = 50
"""Rows a page."""


def orders(customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE) -> Page[Order]:
    """A page of orders with their lines and references, newest first: one statement for each of the three."""
    order = models.Order
    mine = (order.customer == customer_id) & order.withdrawn_at.is_null()
    query = order.select().where(mine & _older(order.placed_at, order.id, after))
    rows = dicts(query.order_by(order.placed_at.desc(), order.id.desc()).limit(limit + 1))
    total = order.select().where(mine).count() if after is None else 0
    shown = rows[:limit]
    lines = _lines({row["id"]: row["currency"] for row in shown})
    numbers = _numbers([row["id"] for row in shown])
    last = shown[-1] if len(rows) > limit else None
    return Page(
        tuple(_order(row, lines[row["id"]], numbers[row["id"]]) for row in shown),
        total,
        None if last is None else (to_millis(last["placed_at"]), last["id"]),
    )


def _older(at: Any, row: Any, after: Cursor | None) -> Any:
    if after is None:
        return row > 0
    moment = from_millis(after[0])
    return (at < moment) | ((at == moment) & (row < after[1]))


def _lines(currencies: dict[int, str]) -> defaultdict[int, tuple[OrderLine, ...]]:
    line = models.OrderLine
    found: defaultdict[int, tuple[OrderLine, ...]] = defaultdict(tuple)
    query = line.select(
        line.order,
        line.name,
        line.sku,
        line.quantity,
        line.price_minor,
        line.return_until,
        line.warranty_until,
    ).where(line.order.in_(list(currencies)), line.withdrawn_at.is_null())
    for order, name, sku, quantity, minor, returns, warranty in tuples(query.order_by(line.order, line.position)):
        price = Money(currencies[order], minor)
        found[order] += (OrderLine(name, sku, quantity, price, returns, warranty),)
    return found


def _numbers(orders: list[int]) -> defaultdict[int, tuple[Reference, ...]]:
    number = models.Reference
    found: defaultdict[int, tuple[Reference, ...]] = defaultdict(tuple)
    query = (
        number.select(number.id, number.kind, number.number, number.order, number.case)
        .where(number.order.in_(orders), number.withdrawn_at.is_null())
        .order_by(number.id)
    )
    for row in tuples(query):
        found[row[3]] += (Reference(row[0], ReferenceKind(row[1]), row[2], row[3], row[4]),)
    return found


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


def conversations(
    customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE, case_id: CaseId | None = None
) -> Page[Conversation]:
    """A page of conversations, newest first, of the customer or of one of their cases."""
    talk, person, case = models.Conversation, models.Employee, models.Case
    mine = (talk.customer == customer_id) & talk.withdrawn_at.is_null()
    if case_id is not None:
        mine &= talk.case == case_id
    query = (
        talk.select(talk, person.name.alias("clerk"), case.number.alias("case_number"))
        .join(person, "LEFT JOIN", on=(talk.employee == person.id))
        .switch(talk)
        .join(case, "LEFT JOIN", on=(talk.case == case.id))
        .where(mine & _older(talk.at, talk.id, after))
        .order_by(talk.at.desc(), talk.id.desc())
    )
    rows = dicts(query.limit(limit + 1))
    total = talk.select().where(mine).count() if after is None else 0
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    return Page(
        tuple(_conversation(row) for row in shown),
        total,
        None if last is None else (to_millis(last["at"]), last["id"]),
    )


def _conversation(row: dict[str, Any]) -> Conversation:
    return Conversation(
        id=row["id"],
        at=row["at"],
        channel=Channel(row["channel"]),
        direction=Direction(row["direction"]),
        reached=bool(row["reached"]),
        mood=Mood(row["mood"]),
        minutes=row["minutes"],
        summary=row["summary"],
        employee_id=row["employee"],
        employee=row["clerk"] or "",
        case_id=row["case"],
        case_number=row["case_number"],
        version=row["version"],
        next_step=row["next_step"],
    )
