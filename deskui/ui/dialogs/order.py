"""An order with all its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.order_days import is_awaited, line_periods, returns_later
from deskui.ui.format import day_words, money_words
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.order_days import RETURNS_LATER, period_role, period_words
from deskui.ui.panels.references import arrival_words

if TYPE_CHECKING:
    from deskui.domain.order import Order, Reference
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen


def show_order(desk: DeskScreen, row: object) -> None:
    """All of the order with that id."""
    desk.app.push_screen(order_page(desk.pane.order(row), desk.app.scene()))


def order_page(order: Order, scene: Scene) -> Reading:
    """An order with all its lines, numbers and dates."""
    when = day_words(order.placed_at.astimezone(scene.zone).date(), scene.today, weekday=True)
    lines = [
        Line((quiet("Bought     "), span(f"{when} · {order.channel.value}")), (span(order.status),)),
        Line((quiet("Proof      "), span(order.proof or "none seen"))),
    ]
    lines += [_number(each, scene) for each in order.references]
    if returns_later(order):
        lines.append(Line((quiet("Return     "), span(RETURNS_LATER))))
    lines.append(BLANK)
    is_here = not is_awaited(order)
    for each in order.lines:
        lines.append(
            Line((span(f"{each.quantity:>3} x "), span(each.name)), (span(money_words(each.price, scene.region)),))
        )
        for period in line_periods(each, is_here=is_here):
            words = span(period_words(period, scene.today), period_role(period, scene.today))
            lines.append(Line((Span(" " * 6), words)))
    lines += [BLANK, Line((quiet("Total"),), (span(money_words(order.total, scene.region), Role.STRONG),))]
    return Reading(
        f"Order {order.number}", lambda width: [Item((each,)) for each in lines] or [Item(wrapped("", width))]
    )


def _number(reference: Reference, scene: Scene) -> Line:
    """A number of the order, from whom it comes, and when."""
    words, role = arrival_words(reference, scene)
    supplier = quiet(f"  {reference.supplier}" if reference.supplier else "")
    known = words and (reference.supplier or reference.expected or reference.received)
    tail = (span(words, role),) if known else ()
    return Line((quiet(f"{reference.kind.value:<11}"), span(reference.number), supplier), tail)
