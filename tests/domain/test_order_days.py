"""Which days of an order matter on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import OrderId, ReferenceId
from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, Reference, ReferenceKind, SalesChannel
from deskui.domain.order_days import (
    FEW,
    Period,
    PeriodKind,
    is_awaited,
    line_periods,
    periods,
    returns_later,
    soonest,
)

TODAY: Final = date(2026, 11, 22)
RETURN, WARRANTY = PeriodKind.RETURN, PeriodKind.WARRANTY
PRICE: Final = Money("USD", 100)


def day(ahead: int | None) -> date | None:
    return None if ahead is None else TODAY + timedelta(days=ahead)


def order(*lines: tuple[int | None, int | None], status: str = "picked up", row: int = 1) -> Order:
    """An order whose lines can come back and are covered for so many days from today."""
    made = tuple(OrderLine("Lamp", "", 1, PRICE, day(back), day(good)) for back, good in lines)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return Order(OrderId(row), f"R-{row}", at, SalesChannel.STORE, status, PRICE, "", made, ())


days: Final = st.one_of(st.none(), st.integers(-60, 60))
orders: Final = st.lists(st.tuples(days, days), max_size=4).map(lambda lines: order(*lines))


def test_of_several_lines_the_first_to_end_is_said_and_that_others_have_longer() -> None:
    found = periods(order((20, 278), (3, 900), (-2, None)), TODAY)
    assert found == (Period(RETURN, TODAY + timedelta(3), True), Period(WARRANTY, TODAY + timedelta(278), True))


def test_of_what_is_all_over_the_last_is_said() -> None:
    assert periods(order((-40, None), (-3, None)), TODAY) == (Period(RETURN, TODAY - timedelta(3)),)


def test_the_last_day_is_a_day_left() -> None:
    assert soonest([order((0, None))], TODAY) == (order((0, None)), Period(RETURN, TODAY))
    assert soonest([order((-1, None))], TODAY) is None


@pytest.mark.parametrize(("ahead", "is_told"), [(FEW, True), (FEW + 1, False)])
def test_only_what_ends_within_a_few_days_is_told_first(ahead: int, is_told: bool) -> None:
    assert (soonest([order((None, ahead))], TODAY) is not None) is is_told


@pytest.mark.parametrize("status", ["Refunded", "returned", "CANCELLED"])
def test_of_what_came_back_nothing_ends(status: str) -> None:
    assert soonest([order((2, 3), status=status)], TODAY) is None


@given(orders)
def test_each_kind_is_said_once_and_is_the_end_of_a_line(made: Order) -> None:
    found = periods(made, TODAY)
    every = [each for line in made.lines for each in line_periods(line)]
    assert [each.kind for each in found] == [kind for kind in PeriodKind if kind in {each.kind for each in every}]
    for each in found:
        ends = [(other.until - TODAY).days for other in every if other.kind is each.kind]
        running = [left for left in ends if left >= 0]
        assert each.days(TODAY) == (min(running) if running else max(ends))
        assert each.is_first == (len(set(running)) > 1)


@given(st.lists(orders, max_size=5))
def test_the_soonest_is_the_soonest_of_all_lines(made: list[Order]) -> None:
    every = [each for one in made for line in one.lines for each in line_periods(line)]
    left = [each.days(TODAY) for each in every if 0 <= each.days(TODAY) <= FEW]
    found = soonest(made, TODAY)
    assert (None if found is None else found[1].days(TODAY)) == min(left, default=None)


def number(received: date | None = None, supplier: str = "Basin Works") -> Reference:
    return Reference(ReferenceId(1), ReferenceKind.PO, "PO 5123", OrderId(1), None, supplier, TODAY, received)


@pytest.mark.parametrize(
    ("status", "numbers", "awaits"),
    [
        ("On order", (), True),
        ("on order", (number(),), True),
        ("on order", (number(TODAY),), False),
        ("on order", (number(TODAY), number()), True),
        ("", (number(),), True),
        ("picked up", (number(),), False),
        ("picked up", (), False),
        ("refunded", (number(),), False),
    ],
)
def test_what_is_on_order_is_not_here(status: str, numbers: tuple[Reference, ...], awaits: bool) -> None:
    assert is_awaited(replace(order((0, 3), status=status), references=numbers)) is awaits


def test_what_is_not_here_yet_has_no_return_period() -> None:
    ordered = order((0, 300), status="on order")
    assert periods(ordered, TODAY) == (Period(WARRANTY, TODAY + timedelta(300)),)
    assert returns_later(ordered)
    assert soonest([ordered], TODAY) is None
    assert not returns_later(order((None, 300), status="on order"))
