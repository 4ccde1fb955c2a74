"""Keys that come while the database is slow go where they were meant to go."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from deskui.domain.done import Done
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_key_behind_a_dialog_that_is_still_being_fetched_waits_for_it(demo_url: str, home: Path) -> None:
    gate = threading.Event()
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.app.counter.ask(lambda desk: gate.wait(20))
        counter._send("a")
        await counter.pilot.pause(0.05)
        counter._send("r")
        await counter.pilot.pause(0.05)
        assert "A number for case" not in counter.screen()
        gate.set()
        await counter.sees("Hand over case #1043", "‹ Rosa Lindqvist, back Mon 07:00 ›")


async def test_a_write_that_ends_while_another_case_is_on_its_way_does_not_call_it_back(
    demo_url: str, home: Path
) -> None:
    gate = threading.Event()
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("Case #1043", where="case")
        shown = counter.app.screen.shown
        written = Done(shown.notes[0].id, shown.customer.id, "note.edit", 1)
        counter.app.counter.ask(lambda desk: gate.wait(20))
        counter._send("right_square_bracket")
        await counter.pilot.pause(0.05)
        counter.app.changed.publish(written)
        await counter.pilot.pause(0.05)
        gate.set()
        await counter.sees("Case #1028", where="case")
        await counter.settled()
        await counter.sees("Case #1028", where="case")
