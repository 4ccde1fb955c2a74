"""Searching the journal leaves the counter to whoever is looked up there."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from deskui.desk.journal_reading import JournalReading
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from deskui.domain.ids import CustomerId
    from deskui.domain.journal.asked import JournalAsked

SUPERVISOR = "Margaret Liu"


async def test_letters_that_were_typed_on_are_not_looked_for_and_hold_nobody_up(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[str] = []
    real = JournalReading.asked

    def asked(self: JournalReading, typed: str, about: CustomerId | None = None) -> JournalAsked:
        looked_for.append(typed)
        return real(self, typed, about)

    monkeypatch.setattr(JournalReading, "asked", asked)
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("J")
        await counter.sees("customer opened")
        await counter.press("/", "ctrl+u")
        await counter.sees("everything")
        looked_for.clear()
        free, begun = Event(), Event()

        def long_report(_desk: object) -> bool:
            begun.set()
            return free.wait(30)

        counter.app.counter.report(long_report)
        assert begun.wait(30)
        await counter.type("margaret today opened")
        assert (await counter.ask(lambda desk: desk.lookup.find("opal")))[0].name == "Opal Freeman"
        assert looked_for == []
        free.set()
        await counter.sees("Margaret Liu · Sun 22 Nov · “opened”", "customer opened")
        assert looked_for == ["margaret today opened"]
