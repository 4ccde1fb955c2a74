"""Esc leads back to the list a customer was opened from, with the cursor on the same row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [NARROW, WIDE]


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_precedent_back_to_it_and_to_whose_it_was(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("edmund", "Edmund Achterberg")
        await counter.press("G", "down", "down")
        await counter.sees("Precedents for Ed")
        at = counter.app.screen.list.key
        await counter.press("o")
        await counter.until(lambda: counter.opened() == "Cornelius Vance", "that customer is open")
        await counter.press("escape")
        await counter.sees("Precedents for Ed")
        await counter.until(lambda: counter.app.screen.list.key == at, "the same row")
        await counter.press("escape")
        assert counter.opened() == "Edmund Achterberg"
        await counter.press("escape")
        await counter.until(lambda: not counter.opened(), "nobody is open any more")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("over", ["tab", "f2"])
async def test_from_a_request_back_to_the_approvals_and_what_they_were_over(
    demo_url: str, home: Path, size: tuple[int, int], over: str
) -> None:
    async with at_the_counter(demo_url, home, size=size, employee=SUPERVISOR) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press(over, "Y", "down")
        await counter.sees("Approvals")
        at = counter.app.screen.list.key
        await counter.press("o")
        await counter.until(lambda: counter.opened() not in ("", "Shari Caldwell"), "their customer is open")
        await counter.sees_not("Approvals")
        await counter.press("escape")
        await counter.sees("Approvals")
        await counter.until(lambda: counter.app.screen.list.key == at, "the same row")
        await counter.press("escape")
        await counter.sees("Due" if over == "f2" else "Shari Caldwell")
        await counter.press(*(["escape"] if over == "f2" else []))
        assert counter.opened() == "Shari Caldwell"


async def test_from_feedback_back_to_it_and_to_whoever_was_open(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f2", "enter")
        await counter.until(counter.has_visit, "somebody of the due list is open")
        who = counter.opened()
        await counter.press("U", "o")
        await counter.until(lambda: counter.opened() == "Shari Caldwell", "whom it is about is open")
        await counter.press("escape")
        await counter.sees("Said to you")
        await counter.press("escape")
        assert counter.opened() == who
        await counter.press("escape")
        await counter.sees("Due for you")
