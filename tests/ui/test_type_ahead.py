"""Keys typed faster than forms open: in order, and where they were meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.type_ahead import TypeAhead
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_a_whole_errand_typed_without_looking_lands_where_it_was_meant(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.type("/shari\nisteam trains\n/ingrid\nibrown paper\n")
        await counter.sees("brown paper", where="notes")
        assert counter.opened() == "Ingrid Thorvaldsen"
        found = await counter.ask(lambda desk: [hit.name for hit in desk.lookup.find("likes: steam trains")])
        assert found == ["Shari Caldwell"]


async def test_letters_behind_save_wait_for_the_form_to_close(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.type("nKeeps a spare key\x13iharps\n")
        await counter.sees("Keeps a spare key", "harps", where="notes")


async def test_keys_for_a_dialog_that_fetches_first_wait_for_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.type("E\tanne\x13")
        await counter.sees('"Sharianne"', where="header")


async def test_without_holding_keys_back_letters_are_taken_for_commands(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(TypeAhead, "on_event")
    async with at_the_counter(demo_url, home) as counter:
        await counter.type("/shari\nisteam trains\n")
        found = await counter.ask(lambda desk: desk.lookup.find("likes: steam trains"))
        assert found == []
