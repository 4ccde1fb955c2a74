"""D1: she knows where I am: how the last contact went greets whoever opens the customer next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Mood
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Helen Vandermeer"
BAD = "! the last contact went badly"


async def spoke(counter: Counter, words: str, mood: str) -> None:
    """Log a contact, with the first letter of how it went."""
    counter.clock.tick(60)
    await counter.press("c")
    await counter.sees(f"Contact with {NAME}")
    await counter.type(f"{words}\t{mood}")
    await counter.save("Contact logged")
    await counter.press("2")
    await counter.sees(words, where="conversations")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_bad_contact_greets_the_next_clerk_until_a_good_one(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size, employee="Ada") as counter:
        await counter.open("helen", NAME)
        assert "went badly" not in counter.screen()
        await spoke(counter, "The hood hums again.", "b")
        await counter.sees(f"{BAD} (today, you)", where="header")
    async with at_the_counter(demo_url, home, size=size, employee="Ben") as counter:
        counter.clock.tick(24 * 60)
        await counter.open("helen", NAME)
        await counter.sees("went badly (yesterday, Ada)", where="header")
        await spoke(counter, "Fitter comes at five.", "e")
        await counter.sees("went badly (yesterday, Ada)", where="header")
        await spoke(counter, "Quiet as a mouse now.", "g")
        await counter.sees_not("went badly")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("helen")[0].customer_id)
        assert [talk.mood for talk in view.conversations.rows[:3]] == [Mood.GOOD, Mood.EVEN, Mood.BAD]


async def test_an_earlier_bad_contact_is_not_forgotten_after_an_even_one(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", NAME)
        await spoke(counter, "The hood hums again.", "b")
        await spoke(counter, "Fitter is on his way.", "e")
        await counter.sees("! a recent contact went badly (today, you)", where="header")
