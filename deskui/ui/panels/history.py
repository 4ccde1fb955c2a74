"""What was bought: one order an item, with the dates that still matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.arrivals import supply
from deskui.domain.order import ReferenceKind, SalesChannel
from deskui.ui.format import money_words, month_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, flowing
from deskui.ui.panels.order_days import order_days, soonest_item
from deskui.ui.panels.references import arrival_words, waiting_lines
from deskui.ui.panels.tips import order_tips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.order import Order
    from deskui.domain.tips import TipInView
    from deskui.ui.panels.scene import Scene

_DAY: Final = 10
_NARROW: Final = 44
"""In fewer cells the details begin further left, so that they need no second line."""


def history(orders: Sequence[Order], scene: Scene, width: int, tips: Sequence[TipInView] = ()) -> list[Item]:
    """What ends soon; an item for each order: date, number, what it was; then its numbers, dates and tips."""
    return [*soonest_item(orders, scene, width), *(_order(order, scene, width, tips) for order in orders)] or [
        Item(wrapped("Nothing bought here yet.\nOrders come in with deskui import.", width, Role.QUIET))
    ]


def _order(order: Order, scene: Scene, width: int, tips: Sequence[TipInView]) -> Item:
    """What was bought stands in the first line where it fits there, else below."""
    indent = _DAY if width >= _NARROW else 4
    day = month_words(order.placed_at.astimezone(scene.zone).date(), scene.today)
    name = order.lines[0].name if order.lines else ""
    more = f" +{len(order.lines) - 1}" if len(order.lines) > 1 else ""
    end = _status(order.status) if order.status else quiet(money_words(order.total, scene.region))
    start = (quiet(f"{day:<{_DAY}}"), span(f"{order.number}  "))
    what = (span(name), quiet(more))
    if cells((*start, *what, end)) + 1 <= width:
        first: tuple[Line, ...] = (Line((*start, *what), (end,)),)
    else:
        first = (Line(start, (end,)), *_below(wrapped(f"{name}{more}", width - indent, most=2), indent))
    details = (*_details(order, scene, width - indent), *order_tips(tips, order.id, scene, width - indent))
    return Item((*first, *_below(details, indent)), ("order", order.id))


def _below(lines: Iterable[Line], indent: int) -> Iterable[Line]:
    return (Line((Span(" " * indent), *each.spans)) for each in lines)


def _status(status: str) -> Span:
    bad = status.casefold() in {"missing", "lost", "refunded", "cancelled", "canceled", "late", "damaged"}
    return span(status.upper() if bad else status, Role.BAD if bad else Role.QUIET)


def _details(order: Order, scene: Scene, width: int) -> list[Line]:
    numbers = [_number(each.kind, each.number) for each in order.references if each.number != order.number]
    bought = "" if order.channel is SalesChannel.STORE else order.channel.value
    lines = list(flowing([quiet(each) for each in (*numbers, bought)], width, gap="  "))
    lines += _waited_for(order, scene, width)
    lines += order_days(order, scene, width)
    return lines


def _waited_for(order: Order, scene: Scene, width: int) -> tuple[Line, ...]:
    """What holds the order up, where anything is known of when it comes."""
    known = [each for each in order.references if each.supplier or each.expected or each.received]
    coming = supply(order.references, scene.today) if known else None
    if coming is None or coming.weakest is None:
        return ()
    if coming.numbers == 1:
        return (Line((span(*arrival_words(coming.weakest, scene)),)),)
    return waiting_lines(coming, scene, width)


def _number(kind: ReferenceKind, number: str) -> str:
    if kind in (ReferenceKind.ORDER, ReferenceKind.RECEIPT) or number.casefold().startswith(kind.value.casefold()):
        return number
    return f"{kind.value} {number}"
