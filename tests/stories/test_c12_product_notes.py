"""C12: service-minded people still have to know the product: notes tied to what the customer has, in one search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_the_customer_bought_brings_its_notes_to_the_top(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("m")
        await counter.sees(
            "About what is in view", "Headsets: what to check before you exchange one", where="choices"
        )
        await counter.sees("Kitchen cabinets: measuring and ordering", where="choices")
        await counter.sees("Claims for lost and damaged parcels", where="choices")


async def test_notes_policies_and_guides_of_steps_are_in_the_same_search(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("data")
        await counter.sees("Laptops: data, chargers, batteries", "product note", where="choices")
        await counter.press("f9", "f9")
        await counter.type("claim")
        await counter.sees("Claims for lost and damaged parcels", "guide", where="choices")
        await counter.sees("how to claim for a lost parcel", "guide, step by step", where="choices")


async def test_a_misspelt_product_is_found_and_its_note_stands_beside_the_list(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("hedaset")
        await counter.sees("Headsets: what to check before you exchange one", where="choices")
        await counter.press("pageup")
        await counter.type(" button")
        await counter.sees("Hold the button for ten seconds until the light is white", where="article")


async def test_a_guide_found_in_the_manual_is_put_on_the_case_in_view(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("marguerite", "Marguerite Delacroix-Obi")
        await counter.type("oFiles are on the old disk\tdisks\t\n")
        await counter.sees("Files are on the old disk", where="case")
        await counter.press("m")
        await counter.type("move your files\n")
        await counter.sees("Plug the old disk into the new laptop", "g put on the case in view")
        await counter.press("g")
        await counter.sees("move your files yourself; u takes it back", where="keys")
        await counter.press("escape", "escape")
        await counter.sees("Guide: move your files yourself 0/4", where="case")
