"""B2: no receipt in the system, yet this was one of the largest family customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_header_says_what_the_whole_household_is_worth(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("household of 4, $18,240", where="header")


async def test_a_member_without_any_receipt_counts_for_as_much(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("mieke achterberg", "Mieke Achterberg")
        await counter.sees("household of 4", where="header")
        own = counter.read("header").split("household of 4, ")[1].split()[0]
        await counter.open("edmund", "Edmund Achterberg")
        await counter.sees(f"household of 4, {own}", where="header")
        assert int(own.strip("$").replace(",", "")) > 10_000


async def test_a_firm_is_shown_as_an_account(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("beatriz", "Beatriz Nakamura-Soto")
        await counter.sees("account of 3", where="header")
