"""C5: one thing could not be done for her; he walked her through doing it herself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

FILES = "move your files yourself"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_guide_is_attached_and_ticked_for_her_or_for_us(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("marguerite", "Marguerite Delacroix-Obi")
        await counter.type("oFiles are on the old disk\tdisks\t\n")
        await counter.sees("Files are on the old disk", where="case")
        await counter.press("g")
        await counter.sees("Guides for case #")
        await counter.sees(FILES, "they may read it", where="choices")
        await counter.press("j", "enter")
        await counter.sees(f"On the case: {FILES}; u takes it back", where="keys")
        await counter.press("x", "w")
        await counter.sees("1/4 done: Plug the old disk into the new laptop", where="keys")
        for done in (2, 3, 4):
            await counter.press("x")
            await counter.sees("Who did it:", "the customer did it")
            await counter.press("c")
            await counter.sees(f"{done}/4 they did: ", where="keys")
        await counter.sees(f"Guide: {FILES} 4/4", where="case")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("marguerite")[0].customer_id)
        assert view.case is not None
        (guide,) = desk.steps.of_case(view.case.id)
        assert guide.for_customer
        assert [each.by_customer for each in guide.steps] == [False, True, True, True]


async def test_what_he_showed_her_stands_in_the_case_of_then(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("marguerite", "Marguerite Delacroix-Obi")
        await counter.sees(f"✓ Guide: {FILES} 4/4", "✓ Before they leave 4/4", where="case")
