"""What a customer bought and what was said: the two long lists, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.conversation import Channel, Conversation, Direction, Mood
from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, Reference, ReferenceKind, SalesChannel
from deskui.domain.pages import Cursor, Page
from deskui.store import models
from deskui.store.models.base import from_millis, to_millis
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, CustomerId

PAGE = 50
"""Rows a page."""


def orders(customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE) -> Page[Order]:
    """A page of orders with their lines and references, newest first: one statement for each of the three.

    The first page tells how many there are in all, which takes another where they do not fit on it.
    """
    rows = _orders.dicts(customer_id, *_bounds(after), limit + 1)
    shown = rows[:limit]
    lines = _lines({row["id"]: row["currency"] for row in shown}) if shown else {}
    numbers = _numbers([row["id"] for row in shown]) if shown else {}
    last = shown[-1] if len(rows) > limit else None
    total = 0 if after is not None else len(rows) if last is None else _count_orders.tuples(customer_id)[0][0]
    return Page(
        tuple(_order(row, lines[row["id"]], numbers[row["id"]]) for row in shown),
        total,
        None if last is None else (to_millis(last["placed_at"]), last["id"]),
    )


def _bounds(after: Cursor | None) -> tuple[datetime | None, int | None]:
    return (None, None) if after is None else (from_millis(after[0]), after[1])


def _older(at: Any, row: Any, moment: Any, than: Any) -> Any:
    return row > 0 if moment is None else (at < moment) | ((at == moment) & (row < than))


@compiled
def _orders(customer_id: Any, moment: Any, than: Any, limit: Any) -> Any:
    order = models.Order
    mine = (order.customer == customer_id) & order.withdrawn_at.is_null()
    query = order.select().where(mine & _older(order.placed_at, order.id, moment, than))
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


def conversations(
    customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE, case_id: CaseId | None = None
) -> Page[Conversation]:
    """A page of conversations, newest first, of the customer or of one of their cases: one statement.

    The first page tells how many there are in all, which takes another where they do not fit on it.
    """
    rows = _talks.dicts(customer_id, case_id, *_bounds(after), limit + 1)
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    total = 0 if after is not None else len(rows) if last is None else _count_talks.tuples(customer_id, case_id)[0][0]
    return Page(
        tuple(_conversation(row) for row in shown),
        total,
        None if last is None else (to_millis(last["at"]), last["id"]),
    )


def _about(customer_id: Any, case_id: Any) -> Any:
    talk = models.Conversation
    mine = (talk.customer == customer_id) & talk.withdrawn_at.is_null()
    return mine if case_id is None else mine & (talk.case == case_id)


def next_step(customer_id: CustomerId, page: Page[Conversation], case_id: CaseId | None) -> Conversation | None:
    """The newest conversation that says what is to be done next, about the case, or about none; else None.

    `page` is the first of the customer's conversations: only behind its end is there a statement to be asked.
    """
    told = (each for each in page.rows if each.next_step and each.case_id == case_id)
    newest = next(told, None)
    if newest is None and page.after is not None:
        row = _next_steps.first_dict(customer_id, case_id, *_bounds(page.after))
        newest = None if row is None else _conversation(row)
    return newest


@compiled
def _next_steps(customer_id: Any, case_id: Any, moment: Any, than: Any) -> Any:
    talk = models.Conversation
    about = talk.case.is_null() if case_id is None else talk.case == case_id
    wanted = _about(customer_id, None) & about & (talk.next_step != "")
    return _listed(wanted & _older(talk.at, talk.id, moment, than), 1)


@compiled
def _talks(customer_id: Any, case_id: Any, moment: Any, than: Any, limit: Any) -> Any:
    talk = models.Conversation
    return _listed(_about(customer_id, case_id) & _older(talk.at, talk.id, moment, than), limit)


def _listed(wanted: Any, limit: Any) -> Any:
    talk, person, case = models.Conversation, models.Employee, models.Case
    return (
        talk.select(talk, person.name.alias("clerk"), case.number.alias("case_number"))
        .join(person, "LEFT JOIN", on=(talk.employee == person.id))
        .switch(talk)
        .join(case, "LEFT JOIN", on=(talk.case == case.id))
        .where(wanted)
        .order_by(talk.at.desc(), talk.id.desc())
        .limit(limit)
    )


@compiled
def _count_talks(customer_id: Any, case_id: Any) -> Any:
    talk = models.Conversation
    return talk.select(fn.COUNT(talk.id)).where(_about(customer_id, case_id))


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
