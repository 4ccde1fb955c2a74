"""B4: two million miles, and nobody looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, NORMAL, VAST, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE, VAST])
async def test_tier_and_since_when_are_in_the_first_line(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("edmund", "Edmund Achterberg")
        assert "PREMIER since 2003" in counter.line_of('"Ed"')


async def test_the_value_of_a_customer_alone_is_there_too(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("pavlo", "Gregory Pavlović")
        await counter.sees("GOLD since 2021 · 3 orders, $11,144", where="header")


async def test_the_standing_is_seen_before_anybody_is_opened(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.find("edmund")
        assert "PREMIER" in counter.line_of("Edmund Achterberg")


async def test_a_new_tier_shows_at_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.sees("SILVER", where="header")
        await counter.press("E")
        await counter.sees("Profile of Helen Vandermeer")
        await counter.press("tab", "tab", "tab", "tab", "tab", "ctrl+u")
        await counter.type("Gold\t2026")
        await counter.save("Profile saved")
        await counter.sees("GOLD since 2026", where="header")
    with kept(demo_url) as desk:
        who = desk.customers.view(desk.lookup.find("helen vandermeer")[0].customer_id).customer
        assert (who.tier, str(who.tier_since)) == ("Gold", "2026-01-01")
