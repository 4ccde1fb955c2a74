"""A clerk is offered only the keys that work for a clerk, and told who does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.demo.staff import SUPERVISOR
from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_clerk_is_offered_what_works_for_clerks(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("wendell", "Wendell Ishikawa")
        await counter.press("b")
        await counter.sees("redeem", "Esc back", where="keys")
        assert "V void" not in counter.read("keys")
        await counter.press("V")
        await counter.sees("A supervisor makes a benefit void")
        await counter.press("escape", "f1")
        await counter.sees("Keys")
        await counter.holds("a supervisor does that", where="table")
        await counter.press("escape", "f12", "r")
        await counter.sees("Outreach rules", "v versions")
        assert "on or off" not in counter.screen()
        await counter.press("n")
        await counter.sees("A supervisor changes the rules")


async def test_a_supervisor_is_offered_the_rest(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        await counter.open("wendell", "Wendell Ishikawa")
        await counter.press("b")
        await counter.sees("V void", where="keys")
        await counter.press("escape", "f12", "r")
        await counter.sees("Outreach rules", "o on or off")
