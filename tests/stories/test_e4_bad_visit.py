"""E4: the first visit had gone badly; that is visible until a good one follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.conversation import Mood
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

BAD = "! the last contact went badly"


async def test_a_bad_contact_is_seen_until_a_good_one_follows(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("opal", "Opal Freeman")
        assert BAD not in counter.screen()
        await counter.press("c")
        await counter.sees("Contact with Opal Freeman")
        await counter.type("Waited for half an hour.\tb")
        await counter.save("Contact logged")
        await counter.sees(f"{BAD} (today, you)", where="header")

        counter.clock.tick(60)
        await counter.press("c")
        await counter.sees("Contact with Opal Freeman")
        await counter.type("Called to say sorry.\te")
        await counter.save("Contact logged")
        await counter.sees("! a recent contact went badly", where="header")

        counter.clock.tick(60)
        await counter.press("c")
        await counter.sees("Contact with Opal Freeman")
        await counter.type("Came back, all is well.\tg")
        await counter.save("Contact logged")
        await counter.sees_not("went badly")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("opal")[0].customer_id)
        assert [talk.mood for talk in view.conversations.rows[:3]] == [Mood.GOOD, Mood.EVEN, Mood.BAD]
        assert view.known.bad_visit is None


async def test_the_warning_comes_back_when_the_good_entry_is_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        for minute, (said, mood) in enumerate((("Rained in.", "b"), ("Dry again.", "g"))):
            counter.clock.tick(minute)
            await counter.press("c")
            await counter.sees("Contact with Opal Freeman")
            await counter.type(f"{said}\t{mood}")
            await counter.save("Contact logged")
            await counter.sees(said, where="conversations")
        await counter.sees_not("went badly")
        await counter.press("u")
        await counter.sees("Take back: contact wrapped up (Dry again.) on Opal Freeman")
        await counter.press("enter")
        await counter.sees("went badly", where="header")
        await counter.sees_not("Dry again.", where="conversations")
