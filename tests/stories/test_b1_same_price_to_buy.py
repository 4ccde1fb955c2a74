"""B1: buying it costs the same, and you have 30 days to bring it back: the clerk goes one step further, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.tips import TipAnswer
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Ottilie Brandt"
TIP = "tip: Same price to buy, and 30 days to bring it back"
BOTH = pytest.mark.parametrize("size", [NARROW, WIDE])


@BOTH
async def test_an_order_says_until_when_it_comes_back_and_what_is_worth_saying(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("ottilie", NAME)
        await counter.sees("Worth saying", TIP, where="case")
        await counter.press("1")
        await counter.sees("! return by 27 Nov, only 5 d left", "R-88470", TIP, where="history")
        await counter.press("enter")
        await counter.sees("Tent rental, a week", "return by 27 Nov, only 5 d left", where="text")


@BOTH
async def test_it_is_offered_and_taken_in_three_keys(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("ottilie", NAME)
        await counter.press("1", "d")
        await counter.sees("What came of the tip", "Who rents a headset for a trip pays")
        await counter.press("t", "enter")
        await counter.sees("Written down: taken", where="keys")
        await counter.sees(f"{TIP}, offered just now by you: taken", where="history")
    with kept(demo_url) as desk:
        tips = desk.customers.view(desk.lookup.find(NAME)[0].customer_id).tips
        assert [each.is_open for each in tips] == [False, False]
        assert {each.offered.answer for each in tips if each.offered} == {TipAnswer.TAKEN}


async def test_the_next_clerk_does_not_repeat_what_was_declined(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("ottilie", NAME)
        await counter.type("d")
        await counter.type("d\thas one at home\n")
        await counter.sees("Written down: declined; nobody offers it again", where="keys")
    async with at_the_counter(demo_url, home, employee="Ada") as counter:
        await counter.open("ottilie", NAME)
        await counter.sees("by Stephen Okafor: declined (has one at home)", where="case")
        await counter.press("d", "n", "enter")
        await counter.sees("That was offered today by Stephen Okafor already: declined; nothing is", where="foot")
        await counter.press("t", "enter")
        await counter.sees(f"{TIP}, offered just now by you: taken", where="case")


async def test_what_was_not_wanted_just_now_comes_back_in_a_month(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("ottilie", NAME)
        await counter.press("d", "n", "enter")
        await counter.sees("Written down: not now; it comes back in 30 days", where="keys")
        for days, is_open in ((29, False), (1, True)):
            counter.clock.tick(days * 24 * 60)
            view = await counter.ask(lambda desk: desk.customers.view(desk.lookup.find(NAME)[0].customer_id))
            assert [each.is_open for each in view.tips] == [is_open, is_open]


async def test_it_stands_in_the_story_for_colleagues_and_is_taken_back_by_u(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("ottilie", NAME)
        await counter.press("d", "t", "enter")
        await counter.sees("Written down: taken", where="keys")
        await counter.press("O")
        await counter.sees("offered", "Same price to buy, and 30 days to bring it back: taken")
        await counter.press("v")
        await counter.sees_not("Same price to buy, and 30 days to bring it back: taken")
        await counter.press("escape", "u")
        await counter.sees("Take back: tip offered (Same price to buy, and 30 days to bring")
        await counter.press("enter")
        await counter.sees("Taken back", where="keys")
        await counter.sees_not("offered just now", where="case")
    with kept(demo_url):
        assert models.TipOffer.select().where(models.TipOffer.title.startswith("Same price")).count() == 3


async def test_the_projector_was_bought_because_somebody_said_so(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", "Edmund Achterberg")
        await counter.sees(f"{TIP}, offered 6 d ago by you: taken (bought it", where="history")
