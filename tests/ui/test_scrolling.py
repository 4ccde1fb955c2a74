"""Where a list stands: at its very top when it is new, and back there by keys, with what is above the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Channel, Direction
from deskui.domain.typed import ConversationTyped
from deskui.ui.widgets.item_list import ItemList
from tests.ui.driving import NARROW, NORMAL, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

PANELS = {"history": "1", "conversations": "2", "notes": "3", "case": "4"}


def first_line(counter: Counter, name: str) -> str:
    """The line below the upper frame of a panel."""
    return counter._lines(name)[1].strip("│ ")


async def scrolled_down(counter: Counter, name: str) -> str:
    """Go to the end of a panel; what stood in its first line before."""
    await counter.press(PANELS[name])
    before = first_line(counter, name)
    await counter.press("end")
    await counter.until(lambda: first_line(counter, name) != before, f"{name} is scrolled down")
    return before


async def much_said(counter: Counter, name: str) -> None:
    """A customer with whom was spoken so often that no screen shows it all."""

    def say(desk: Desk) -> None:
        who = desk.lookup.find(name)[0].customer_id
        for each in range(30):
            desk.conversations.log(who, ConversationTyped(f"Word {each}.", Channel.PHONE, Direction.IN))

    await counter.ask(say)


@pytest.mark.parametrize("size", [NARROW, NORMAL])
async def test_every_panel_of_the_next_customer_starts_at_its_very_top(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        for name in ("shari", "harold"):
            await much_said(counter, name)
        await counter.open("harold", "Harold Prewitt")
        await counter.press("4")
        top = first_line(counter, "case")
        await counter.press("q")
        await counter.open("shari", "Shari Caldwell")
        await scrolled_down(counter, "case")
        await scrolled_down(counter, "conversations")
        await counter.press("q")
        await counter.open("harold", "Harold Prewitt")
        for name, key in PANELS.items():
            await counter.press(key)
            assert "^" not in counter._lines(name)[0], name
        assert first_line(counter, "case") == top
        await counter.press("2")
        await counter.sees("Word 29.", where="conversations")


@pytest.mark.parametrize("keys", [("home",), ("k",) * 40, ("pageup",) * 9])
async def test_the_lines_above_the_first_row_come_back_by_keys(demo_url: str, home: Path, keys: tuple[str]) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("shari", "Shari Caldwell")
        top = await scrolled_down(counter, "case")
        assert " above" in counter._lines("case")[0]
        await counter.press(*keys)
        assert first_line(counter, "case") == top
        assert "^" not in counter._lines("case")[0]


async def test_a_row_out_of_sight_is_scrolled_to_before_the_cursor_leaves_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=(80, 13)) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("4")
        panel = counter.app.screen.query_one("#case", ItemList)
        first = panel.key
        top = first_line(counter, "case")
        assert "call back" not in (shown := counter.read("case"))
        while panel.key == first:
            shown = counter.read("case")
            await counter.press("j")
        assert "call back" in shown
        await counter.press("home")
        assert (panel.key, first_line(counter, "case")) == (first, top)
