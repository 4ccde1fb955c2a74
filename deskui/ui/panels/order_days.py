"""The days of an order in words: `return by 12 Dec, 20 d left`, `warranty expired 3 d ago`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.order_days import FEW, LONG_OVER, PeriodKind, periods, returns_later, soonest
from deskui.ui.format import day_words, left_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut, flowing, laid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deskui.domain.order import Order
    from deskui.domain.order_days import Period
    from deskui.ui.panels.scene import Scene

RETURNS_LATER: Final = "return period begins when it is here"
_BY: Final = {PeriodKind.RETURN: "by", PeriodKind.WARRANTY: "to"}


def period_words(period: Period, today: date) -> str:
    """`return by 12 Dec, 20 d left`, `return by 27 Nov, only 5 d left`, `warranty expired 3 d ago`."""
    if period.days(today) < 0:
        return f"{period.kind} {left_words(period.until, today)}"
    return f"{_day(period, today)}, {left_words(period.until, today)}"


def period_role(period: Period, today: date) -> Role:
    """What is about to end stands out; its words say so too."""
    return Role.WARN if 0 <= period.days(today) <= FEW else Role.QUIET


def order_days(order: Order, scene: Scene, width: int) -> list[Line]:
    """A line for each period of an order that still matters, however narrow the panel is."""
    shown = [each for each in periods(order, scene.today) if each.days(scene.today) >= -LONG_OVER]
    lines = list(wrapped(RETURNS_LATER, width, Role.QUIET)) if returns_later(order) else []
    return lines + [line for each in shown for line in _lines(each, scene.today, width)]


def soonest_item(orders: Sequence[Order], scene: Scene, width: int) -> list[Item]:
    """What ends within a few days, above everything that was bought; the cursor passes it over."""
    found = soonest(orders, scene.today)
    if found is None:
        return []
    order, period = found
    words = span(f"! {period_words(period, scene.today)}", Role.WARN)
    name = order.lines[0].name if order.lines else ""
    whose = quiet(f"{order.number}  {name}".rstrip())
    room = width - cells((words,)) - 2
    if room >= cells((quiet(order.number),)):
        return [Item((Line((words, Span("  "), cut(whose, room))),))]
    return [Item((*flowing((words,), width), Line((Span("  "), cut(whose, width - 2)))))]


def _lines(period: Period, today: date, width: int) -> tuple[Line, ...]:
    role, days = period_role(period, today), period.days(today)
    if days <= 0:
        return flowing((span(period_words(period, today), role),), width)
    day, left = span(_day(period, today), role), left_words(period.until, today)
    return laid([(day, span(left, role)), (day, span(left.removesuffix(" left"), role))], width, ", ")


def _day(period: Period, today: date) -> str:
    """The day it ends; where other lines of the order have it for longer, that it is the first of them."""
    return f"{'first ' if period.is_first else ''}{period.kind} {_BY[period.kind]} {day_words(period.until, today)}"
