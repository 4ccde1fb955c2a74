"""D8: owners see the long run: a timeline that loads at once for a customer of twenty years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.demo.long_history import CONVERSATIONS
from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_header_says_since_when_how_often_and_by_whom(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("thorvaldsen", "Ingrid Thorvaldsen")
        await counter.sees("customer since 9 Mar 2004", "2,001 contacts", "served by Ada", where="header")


async def test_the_whole_timeline_is_reached_page_by_page(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("thorvaldsen", "Ingrid Thorvaldsen")
        await counter.press("2")
        await counter.sees("2 Conversations", "A hundred boxes. Freya has puppies", where="conversations")
        panel = counter.app.screen.query_one("#conversations")
        while len(panel.items) <= CONVERSATIONS:
            before = len(panel.items)
            await counter.press("end")
            await counter.until(lambda before=before: len(panel.items) > before, "the next page")
        await counter.press("end")
        await counter.sees("2006", where="conversations")
        await counter.press("home")
        await counter.sees("A hundred boxes. Freya has puppies", where="conversations")


async def test_she_opens_with_a_handful_of_statements(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.idle = lambda: None  # the ranking of quiet moments would be counted as well
        await counter.find("thorvaldsen")
        await counter.until(lambda: "Ingrid Thorvaldsen" in counter.read("preview"), "the preview")
        before = counter.statements()
        await counter.press("enter")
        await counter.sees("Ingrid Thorvaldsen", where="header")
        await counter.ask(lambda desk: None)
        assert counter.statements() - before < 56
