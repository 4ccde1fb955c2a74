"""A1: three receipts had become four purchase orders, and nobody could say where the goods were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.order import ReferenceKind
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = ("R-86014", "R-86077", "R-86190", "PO 5120", "PO 5121", "PO 5122", "PO 5123")
TYPED = (*NUMBERS, "r86077", "po5121", "5123", "86190")


@pytest.mark.parametrize("typed", TYPED)
async def test_any_number_shows_the_case_and_its_siblings(demo_url: str, home: Path, typed: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(typed, "Delia Montrose")
        await counter.holds("Kitchen remodel", where="case")
        await counter.holds(*NUMBERS, where="case")


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("number", NUMBERS)
async def test_the_cursor_is_on_the_number_that_was_typed_among_its_siblings(
    demo_url: str, home: Path, number: str, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open(number, "Delia Montrose")
        await counter.holds(*NUMBERS, where="case")
        await counter.press("full_stop")
        await counter.sees(f"Sent to the terminal's clipboard: {number}", where="keys")
        assert counter.app.clipboard == number


async def test_the_case_says_what_holds_everything_up_until_it_has_come(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("po5121", "Delia Montrose")
        await counter.press("home")
        await counter.sees("! waits for PO 5121: late since Thu, 1 of 4 here", where="case")
        for number, then in (
            ("5121", "o waits for PO 5123: expected Tue 1 Dec, 2 of 4 here"),
            ("5123", "o waits for PO 5120: expected Fri 27 Nov, 3 of 4 here"),
            ("5120", "✓ all 4 orders are here"),
        ):
            await counter.open(number, "Delia Montrose")
            await counter.press("R")
            await counter.sees("Received today", where="keys")
            await counter.press("home")
            await counter.sees(then, where="case")


async def test_several_purchase_orders_stand_behind_one_receipt(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("R-86014", "Delia Montrose")
        await counter.sees("PO 5120 Alder Cabinets", "PO 5121 Alder Cabinets", where="case")
        await counter.press("1", "end")
        await counter.sees("PO 5120 PO 5121", "waits for PO 5121: late since Thu, 0 of 2 here", where="history")
        await counter.press("enter")
        await counter.sees("PO 5120 Alder Cabinets expected Fri 27 Nov", where="text")
        await counter.sees("PO 5121 Alder Cabinets late since Thu", where="text")


async def test_the_result_says_which_number_it_was(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.find("po5122")
        await counter.sees("Delia Montrose", "PO 5122", where="results")


async def test_a_new_case_takes_any_number_of_references(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("o")
        await counter.sees("New case for Helen Vandermeer")
        await counter.type("Hood again\trepair\tR-85105, PO 7001, po 7002, 1Z999AA10123456784")
        await counter.sees("receipt R-85105", "PO 7001", "tracking 1Z")
        await counter.press("enter")
        await counter.sees("Hood again", "PO 7001", "po 7002", "1Z999AA10123456784", where="case")
        await counter.open("po 7002", "Helen Vandermeer")
        await counter.sees("Hood again", where="case")
    with kept(demo_url) as desk:
        case = desk.customers.view(desk.lookup.find("7001")[0].customer_id).case
        assert case is not None
        assert [(each.kind, each.number) for each in case.references] == [
            (ReferenceKind.RECEIPT, "R-85105"),
            (ReferenceKind.PO, "PO 7001"),
            (ReferenceKind.PO, "po 7002"),
            (ReferenceKind.TRACKING, "1Z999AA10123456784"),
        ]


async def test_one_more_number_is_found_at_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", "Delia Montrose")
        await counter.press("r")
        await counter.sees("A number for case #")
        await counter.type("CL-55501\tcl")
        await counter.press("enter")
        await counter.holds("claim CL-55501", where="case")
        await counter.open("cl 55501", "Delia Montrose")
    with kept(demo_url) as desk:
        hit = desk.lookup.find("55501")[0]
        assert (hit.name, hit.matched.value) == ("Delia Montrose", "claim")
