"""C7: a different person, and a different story, each time: until what was told before is named first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from deskui.domain.told.statement import StatementState
from deskui.domain.typed import StatementTyped
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Helen Vandermeer"
BEN = "the kitchen comes on Fri at noon"
MINE = "the kitchen comes tue 1 dec 12:00"


async def ben_told_her(counter: Counter) -> None:
    """On Sunday Ben named Friday; it is Tuesday now, and she is at another desk."""
    await counter.open("helen", NAME)
    who, zone = counter.app.screen.view.customer.id, counter.app.scene().zone
    friday = datetime(2026, 11, 27, 12, tzinfo=zone)
    await counter.elsewhere("Ben", lambda desk: desk.told.say(who, StatementTyped("the kitchen", BEN, friday)))
    counter.clock.tick(2 * 24 * 60)
    await counter.press("f5")
    await counter.sees(f'"{BEN}" (Ben, Sun)', where="header")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_another_date_is_held_against_the_earlier_one_and_corrects_it(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await ben_told_her(counter)
        await counter.press("t")
        await counter.sees("Told so far", BEN, "Ben, Sun")
        await counter.type(f"the kitchen: {MINE}")
        earlier = f'Ben said "{BEN}" on Sun'
        await counter.sees("topic the kitchen · Tue 1 Dec 12:00", earlier, where="hint-line")
        await counter.press("enter")
        await counter.sees(f'Replaces what Ben said on Sun: "{BEN}".', where="foot")
        await counter.press("enter")
        await counter.sees("What they were told is written; u takes it back", where="keys")
        await counter.sees(f'"{MINE}" (you, today)', where="header")
        assert BEN not in counter.read("header")
        await counter.press("H")
        await counter.sees("~ corrected", MINE, BEN, f"instead: {MINE} (you, today")
    with kept(demo_url) as desk:
        told = desk.told.history(desk.lookup.find("helen")[0].customer_id)
        assert [(each.text, each.said_by, each.state) for each in told] == [
            (MINE, "Stephen Okafor", StatementState.STANDING),
            (BEN, "Ben", StatementState.CORRECTED),
        ]
        assert told[0].corrects == told[1].id


async def test_the_clerk_who_sees_it_in_time_says_what_ben_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await ben_told_her(counter)
        await counter.press("t")
        await counter.type(f"the kitchen: {MINE}\n")
        await counter.sees("saves and corrects", where="foot")
        await counter.press("escape")
        await counter.sees(f'"{BEN}" (Ben, Sun)', where="header")
        await counter.press("t", "ctrl+r")
        await counter.type("the kitchen: still on fri noon\n")
        await counter.sees("What they were told is written", where="keys")
        await counter.press("H")
        await counter.sees("- said again")
        assert "corrected" not in counter.screen()


async def test_another_name_for_the_same_thing_is_noticed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await ben_told_her(counter)
        await counter.press("t")
        await counter.type("kitchens arrive by tue 1 dec noon\n")
        await counter.sees(f'Keeps what Ben said on Sun as well: "{BEN}".', where="foot")
        await counter.press("ctrl+n", "enter")
        await counter.sees("saves and corrects", where="foot")
        await counter.press("enter")
        await counter.sees("What they were told is written", where="keys")
        await counter.sees('"kitchens arrive by tue 1 dec noon" (you, today)', where="header")
        assert BEN not in counter.read("header")


async def test_taken_back_the_earlier_one_stands_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await ben_told_her(counter)
        await counter.type(f"tthe kitchen: {MINE}\n\n")
        await counter.sees("What they were told is written", where="keys")
        await counter.press("u", "enter")
        await counter.sees(f'"{BEN}" (Ben, Sun)', where="header")
        await counter.press("H")
        await counter.sees("- taken back")
