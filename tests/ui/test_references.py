"""Numbers of a case by keys: changed, come in, taken away and copied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deskui.domain.order import ReferenceKind
from deskui.domain.references import ReferenceTyped
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.order import Reference

SIZES = [NARROW, WIDE]


def number(desk: Desk, typed: str) -> Reference:
    """That number in the case it leads to."""
    hit = desk.lookup.find(typed)[0]
    case = desk.customers.view(hit.customer_id, hit.case_id).case
    assert case is not None
    return next(each for each in case.references if each.number == hit.text)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_changes_a_number_and_says_which_day_is_meant(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("po 4473", "Shari Caldwell")
        await counter.press("enter")
        await counter.sees("PO 4473 of case #1043", "Alder Cabinets", "Fri 27 Nov")
        await counter.press("tab", "tab", "tab", "ctrl+u")
        await counter.type("soonish")
        await counter.press("enter")
        await counter.sees("soonish", where="hint-expected")
        await counter.press("ctrl+u")
        await counter.type("in 2 weeks")
        await counter.sees("Sun 6 Dec", where="hint-expected")
        await counter.press("enter")
        await counter.sees("PO 4473 Alder Cabinets", "expected Sun 6 Dec", where="case")
    with kept(demo_url) as desk:
        assert number(desk, "po4473").expected == date(2026, 12, 6)


async def test_a_new_number_takes_its_supplier_and_day_along(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("r")
        await counter.sees("A number for case #1043")
        await counter.type("po 4475\t\tBasin Works\ttomorrow\t\tR-87960\n")
        await counter.sees("Number added", where="keys")
        await counter.holds("po 4475 Basin Works", "expected tomorrow", where="case")
        await counter.sees("PO 4474 po 4475", where="history")


async def test_somebody_who_was_faster_is_shown(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("po 4473", "Shari Caldwell")
        await counter.press("enter")
        await counter.sees("PO 4473 of case #1043")
        typed = ReferenceTyped(ReferenceKind.PO, "PO 4473", "Basin Works")
        await counter.elsewhere("Ada", lambda desk: desk.references.edit(number(desk, "po4473").id, 1, typed))
        await counter.press("tab", "tab", "ctrl+u")
        await counter.type("Front & Oak")
        await counter.press("enter")
        await counter.sees("Somebody else changed this meanwhile.", "Supplier: Basin Works", where="foot")


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_is_received_and_taken_away_by_one_key_each(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("po 4473", "Shari Caldwell")
        await counter.sees("R received", "D take away", where="keys") if size is WIDE else None
        await counter.press("R")
        await counter.sees("received today", where="case")
        await counter.press("R")
        await counter.sees("PO 4473 was received today already; Enter changes that.", where="keys")
        await counter.press("D")
        await counter.sees("Number taken away; u brings it back", where="keys")
        await counter.sees_not("PO 4473", where="case")
        await counter.press("u", "enter")
        await counter.sees("PO 4473", where="case")


@pytest.mark.parametrize("key", ["R", "D"])
async def test_without_a_number_under_the_cursor_a_key_says_why_not(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("2", key)
        await counter.sees("Put the cursor on a n", where="keys")


async def test_the_number_in_view_is_copied(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        for keys, copied in (((), "#1043"), (("1",), "R-88213"), (("down",), "R-87960"), (("4", "end"), "#1028")):
            await counter.press(*keys, "full_stop")
            await counter.sees(f"Sent to the terminal's clipboard: {copied}", where="keys")
            assert counter.app.clipboard == copied
        await counter.open("opal", "Opal Freeman")
        await counter.press("full_stop")
        await counter.sees("No number is in view here; put the cursor on an order, or open a case.", where="keys")
        assert counter.app.clipboard == "#1028"


async def test_no_control_character_is_copied(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.ask(
            lambda desk: (
                models.Reference.update(number="PO\x1b]52;c;eA==\x07 44\u202e73\nrm")
                .where(models.Reference.key == "PO4473")
                .execute()
            )
        )
        await counter.open("po 4473", "Shari Caldwell")
        await counter.press("full_stop")
        await counter.sees("Sent to the terminal's clipboard: PO]52;c;eA== 4473 rm", where="keys")
        assert counter.app.clipboard == "PO]52;c;eA== 4473 rm"
