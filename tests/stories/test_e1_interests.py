"""E1: he collects Hot Wheels; she had a book out. From then on it was personal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_we_share_stands_in_the_header(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("You share: die-cast cars")
        await counter.sees("interest Hot Wheels and other die-cast", where="notes")


async def test_everyone_who_likes_it_is_found(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find("likes: hot wheels")
        await counter.sees("Shari Caldwell", "Wendell Ishikawa", "Lucius Byrd", "likes Hot Wheels")


async def test_an_interest_is_one_key_a_line_and_enter(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("wendell", "Wendell Ishikawa")
        await counter.press("i")
        await counter.sees("Interest", "What Wendell Ishikawa cares about")
        await counter.type("marathons, the slow ones")
        await counter.press("enter")
        await counter.sees("You share: die-cast cars, marathons")
        await counter.find("likes: marathons")
        await counter.sees("3 found", "Wendell Ishikawa")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("wendell")[0].customer_id)
        written = [note for note in view.notes if note.text == "marathons, the slow ones"]
        assert [(note.kind, note.author) for note in written] == [(NoteKind.INTEREST, "Stephen Okafor")]
