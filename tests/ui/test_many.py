"""Ten thousand cases on one customer and five hundred numbers on one case read as well as ten."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.ids import CustomerId
from deskui.domain.profile import Profile
from tests.conftest import NOW
from tests.crowd import crowd
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

CASES, NUMBERS = 10_000, 500
NAME = "Maria Many"


@pytest.fixture
def crowded(url: str) -> str:
    """A shop with that customer."""
    with closing(open_desk(url, clock=lambda: NOW)) as desk:
        desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
        customer = desk.customers.create(Profile(NAME)).subject
        crowd(desk.store.database, CustomerId(customer), CASES, NUMBERS)
    return url


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_title_says_which_of_how_many_and_the_brackets_walk_through_all(
    crowded: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(crowded, home, size=size, employee="Ada") as counter:
        await counter.open("maria", NAME)
        await counter.sees("Case #1001", "1/10,000", where="case")
        await counter.sees("o waits for PO 7039: expected Thu 31 Dec, 0 of 500 here", where="case")
        for key, place in (
            ("right_square_bracket", "2/10,000"),
            ("left_square_bracket", "1/10,000"),
            ("left_square_bracket", "10,000/10,000"),
            ("left_square_bracket", "9,999/10,000"),
            ("right_square_bracket", "10,000/10,000"),
            ("right_square_bracket", "1/10,000"),
        ):
            await counter.press(key)
            await counter.sees(place, where="case")


async def test_a_case_far_down_the_list_is_opened_by_its_number_with_its_place(crowded: str, home: Path) -> None:
    async with at_the_counter(crowded, home, employee="Ada") as counter:
        for number, place in (("#10999", "10,000/10,000"), ("#11000", "6,667/10,000"), ("#1003", "6,668/10,000")):
            await counter.open(number, NAME)
            await counter.sees(f"Case {number}", place, where="case")


async def test_all_numbers_are_one_key_away(crowded: str, home: Path) -> None:
    async with at_the_counter(crowded, home, size=NARROW, employee="Ada") as counter:
        await counter.open("maria", NAME)
        counter.app.screen.pane.panel("case").point_at(("references", 1))
        await counter.sees("+450 more numbers, Enter lists all", where="case")
        await counter.press("enter")
        await counter.sees("500 numbers of case #1001", "PO 7001")
        await counter.press("end")
        await counter.sees("PO 7500", where="choices")
        await counter.press("enter")
        await counter.sees("PO 7500 of case #1001")


async def test_all_cases_are_one_key_away(crowded: str, home: Path) -> None:
    async with at_the_counter(crowded, home, size=NARROW, employee="Ada") as counter:
        await counter.open("maria", NAME)
        await counter.press("end")
        await counter.sees("+9,979 more cases, Enter lists all", where="case")
        await counter.press("enter")
        await counter.sees("10,000 cases of Maria Many", "Parcel 2")
        await counter.press("end")
        await counter.sees("Parcel 9999", where="choices")
        await counter.press("enter")
        await counter.sees("Parcel 9999", "10,000/10,000", where="case")
