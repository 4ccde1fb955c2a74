"""Until when what was bought can come back and is under warranty: the days of an order that matter on a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.arrivals import is_on_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deskui.domain.order import Order, OrderLine

FEW: Final = 7
"""With so many days left, or fewer, somebody has to be told now."""
LONG_OVER: Final = 30
"""A period that ended more days ago is not asked about any more."""
_YEAR: Final = 365
_DONE_WITH: Final = frozenset({"refunded", "returned", "cancelled", "canceled"})
"""The shop's words for orders of which nothing can come back."""


_ON_ORDER: Final = frozenset({"on order", "ordered", "back order", "backordered", "on backorder", "special order"})
_HANDED_OVER: Final = frozenset({"picked up", "collected", "delivered", "handed over"})
"""The shop's words for goods that are not here yet, and for goods that the customer has."""


class PeriodKind(StrEnum):
    """What a period gives the customer."""

    RETURN = "return"
    WARRANTY = "warranty"


@dataclass(frozen=True, slots=True)
class Period:
    """What is given until a day (inclusive); `is_first` says that other lines of the order have it for longer."""

    kind: PeriodKind
    until: date
    is_first: bool = False

    def days(self, today: date) -> int:
        """Days left: 0 on the last one, negative when it is over."""
        return (self.until - today).days


def is_awaited(order: Order) -> bool:
    """Whether goods of it are still on order: by the shop's own word, else by a number that has not come in."""
    status = order.status.casefold()
    if status in _DONE_WITH or status in _HANDED_OVER:
        return False
    is_waiting = any(is_on_order(each) and each.received is None for each in order.references)
    has_come = any(each.received is not None for each in order.references)
    return is_waiting or (status in _ON_ORDER and not has_come)


def line_periods(line: OrderLine, *, is_here: bool = True) -> tuple[Period, ...]:
    """What one line has, whether over or not; what is not here yet cannot come back, whatever day stands with it."""
    back = line.return_until if is_here else None
    ends = ((PeriodKind.RETURN, back), (PeriodKind.WARRANTY, line.warranty_until))
    return tuple(Period(kind, until) for kind, until in ends if until is not None)


def periods(order: Order, today: date) -> tuple[Period, ...]:
    """Of each kind the one to end first of those that still run, else the one that ended last."""
    is_here = not is_awaited(order)
    every = [each for line in order.lines for each in line_periods(line, is_here=is_here)]
    return tuple(
        _first(ends, today) for kind in PeriodKind if (ends := [each for each in every if each.kind is kind])
    )


def is_current(order: Order, placed: date, today: date) -> bool:
    """Whether an order, placed on that day, is still of the day: of the last year, or something of it runs."""
    is_running = any(each.days(today) >= 0 for each in periods(order, today))
    return order.status.casefold() not in _DONE_WITH and (is_running or (today - placed).days <= _YEAR)


def soonest(orders: Iterable[Order], today: date) -> tuple[Order, Period] | None:
    """The period that ends next within a few days, and whose it is; None where none does."""
    found = [(each, period) for each in orders for period in _ending(each, today)]
    return min(found, key=lambda each: (each[1].until, list(PeriodKind).index(each[1].kind)), default=None)


def returns_later(order: Order) -> bool:
    """Whether it can come back, but not before it is here."""
    return is_awaited(order) and any(each.return_until is not None for each in order.lines)


def _ending(order: Order, today: date) -> Iterator[Period]:
    if order.status.casefold() not in _DONE_WITH:
        yield from (each for each in periods(order, today) if 0 <= each.days(today) <= FEW)


def _first(ends: list[Period], today: date) -> Period:
    running = sorted({each.until for each in ends if each.days(today) >= 0})
    if not running:
        return max(ends, key=lambda each: each.until)
    return Period(ends[0].kind, running[0], len(running) > 1)
