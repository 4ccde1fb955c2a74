"""What was bought: one order an item, with the dates that still matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.order import ReferenceKind, SalesChannel
from deskui.ui.format import day_words, left_words, money_words, month_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deskui.domain.order import Order
    from deskui.ui.panels.scene import Scene

_DAY = 10


def history(orders: Iterable[Order], scene: Scene, width: int) -> list[Item]:
    """An item for each order: date, number, what it was; then its other numbers and dates."""
    return [_order(order, scene) for order in orders] or [
        Item(wrapped("Nothing bought here yet.\nOrders come in with deskui import.", width, Role.QUIET))
    ]


def _order(order: Order, scene: Scene) -> Item:
    day = month_words(order.placed_at.astimezone(scene.zone).date(), scene.today)
    what = order.lines[0].name if order.lines else ""
    more = f" +{len(order.lines) - 1}" if len(order.lines) > 1 else ""
    end = _status(order.status) if order.status else quiet(money_words(order.total, scene.region))
    first = Line(
        (quiet(f"{day:<{_DAY}}"), span(f"{order.number}  "), span(what), quiet(more)),
        (end,),
    )
    return Item((first, *_details(order, scene)), ("order", order.id))


def _status(status: str) -> Span:
    bad = status.casefold() in {"missing", "lost", "refunded", "cancelled", "canceled", "late", "damaged"}
    return span(status.upper() if bad else status, Role.BAD if bad else Role.QUIET)


def _details(order: Order, scene: Scene) -> list[Line]:
    numbers = [_number(each.kind, each.number) for each in order.references if each.number != order.number]
    bought = "" if order.channel is SalesChannel.STORE else order.channel.value
    parts = [part for part in (*numbers, bought) if part]
    lines = [Line((span(" " * _DAY), quiet("  ".join(parts))))] if parts else []
    for title, until in (("return", _latest(order, "return_until")), ("warranty", _latest(order, "warranty_until"))):
        if until is not None and (until - scene.today).days >= -30:
            role = Role.WARN if 0 <= (until - scene.today).days <= 14 else Role.QUIET
            left = left_words(until, scene.today)
            over = until < scene.today
            words = f"{title} {left}" if over else f"{title} to {day_words(until, scene.today)}, {left}"
            lines.append(Line((span(" " * _DAY), span(words, role))))
    return lines


def _latest(order: Order, name: str) -> date | None:
    found = [getattr(each, name) for each in order.lines if getattr(each, name) is not None]
    return max(found) if found else None


def _number(kind: ReferenceKind, number: str) -> str:
    if kind in (ReferenceKind.ORDER, ReferenceKind.RECEIPT) or number.casefold().startswith(kind.value.casefold()):
        return number
    return f"{kind.value} {number}"
