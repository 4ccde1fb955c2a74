"""A1: three receipts had become four purchase orders, and nobody could say where the goods were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.order import ReferenceKind
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = ("R-86014", "R-86077", "R-86190", "PO 5120", "PO 5121", "PO 5122", "PO 5123")
TYPED = (*NUMBERS, "r86077", "po5121", "5123", "86190")


@pytest.mark.parametrize("typed", TYPED)
async def test_any_number_shows_the_case_and_its_siblings(demo_url: str, home: Path, typed: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(typed, "Delia Montrose")
        await counter.sees("Kitchen remodel", where="case")
        await counter.sees(*NUMBERS, where="case")


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
        await counter.sees("claim CL-55501", where="case")
        await counter.open("cl 55501", "Delia Montrose")
    with kept(demo_url) as desk:
        hit = desk.lookup.find("55501")[0]
        assert (hit.name, hit.matched.value) == ("Delia Montrose", "claim")
