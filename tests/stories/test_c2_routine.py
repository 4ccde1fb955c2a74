"""C2: a fixed routine checks that everything is there before the customer leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

STEPS = (
    "It works: tried together at the counter",
    "Photos, mail and settings are all there",
    "Charger, bag, papers: all that came with it",
    "Who to ask for if it comes back",
)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_laptop_is_handed_out_step_by_step(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("marguerite", "Marguerite Delacroix-Obi")
        await counter.type("oLaptop does not charge\trepair\tR-87702\n")
        await counter.sees(
            "Laptop does not charge", "Taking it in 0/4", "o Phone and serial number noted", where="case"
        )
        for done in range(1, 5):
            await counter.press("x")
            await counter.sees(f"{done}/4 done: ", where="keys")
        await counter.press("S")
        await counter.sees("Still to check: It works: tried together at the counter;")
        await counter.press("r", "ctrl+s")
        await counter.sees("ready", where="keys")
        await counter.press("x", "x", "S", "c", "tab", "tab")
        await counter.sees("Still to check: Charger, bag, papers: all that came with it; Who to")
        await counter.type("Charges again.\x13")
        await counter.sees("are open. Tick them, or say why.", where="foot")
        await counter.press("escape", "x", "x")
        await counter.sees("4/4 done: Who to ask for", where="keys")
        await counter.press("S")
        await counter.sees("is ready", "Outcome", "Charges again.")
        assert "Left open" not in counter.screen()
        await counter.save("is closed")
    with kept(demo_url) as desk:
        case = desk.customers.view(desk.lookup.find("marguerite")[0].customer_id).cases
        newest = desk.cases.case(max(case, key=lambda each: each.number).id)
        assert (newest.status, newest.outcome, newest.unfinished) == (CaseStatus.CLOSED, "Charges again.", "")
        assert [each.text for each in newest.steps[1].steps] == list(STEPS)
        assert {each.by for one in newest.steps for each in one.steps} == {"Stephen Okafor"}


async def test_it_cannot_be_closed_with_open_items_unless_a_reason_is_given(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("anselm", "Anselm Kirchhoff")
        await counter.sees("Before they leave 1/4", "o Photos, mail and settings are all there", where="case")
        await counter.press("S", "c", "tab", "tab")
        await counter.type("Picked up.\n")
        await counter.press("ctrl+s")
        await counter.sees("“Photos, mail and settings are all there”", "1 more are open.", where="foot")
        await counter.type("a microwave has none\x13")
        await counter.sees("Picked up. With steps open, because: a microwave has none", where="case")
