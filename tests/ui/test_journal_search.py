"""Searching the journal leaves the counter to whoever is looked up there."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from deskui.desk.journal_reading import JournalReading
from deskui.ui.widgets.paged_list import PAGE, PagedList
from deskui.ui.widgets.typing import LineInput
from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CustomerId
    from deskui.domain.journal.asked import JournalAsked
    from deskui.domain.journal.lines import JournalLine
    from deskui.ui.lines import Item

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


async def test_the_end_is_gone_to_page_by_page_and_the_foot_says_that_there_is_more(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere(SUPERVISOR, write_much)
        await counter.press("ctrl+t")
        await counter.sees(" and more below")
        entries = counter.app.screen.query_one("#choices", PagedList)
        for pages in (2, 3):
            await counter.press("end")
            await counter.until(
                lambda wanted=pages * PAGE: entries._items.index(item_at(entries)) + 1 >= wanted, "its end"
            )
            assert len(entries.rows) <= 5 * PAGE
        await counter.press("/")
        await counter.type("setup")
        await counter.press("ctrl+j", "end")
        await counter.sees_not(" more below")


async def test_what_was_looked_for_is_replaced_by_what_is_typed_next(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.press("ctrl+t", "/")
        await counter.type("looked")
        await counter.sees("“looked”")
        await counter.press("escape", "/")
        await counter.type("last week")
        await counter.sees("9 Nov - 15 Nov 2026")
        assert counter.app.screen.query_one("#filter", LineInput).value == "last week"


def write_much(desk: Desk) -> None:
    """As many entries as five pages have."""
    for number in range(5 * PAGE):
        desk.looks.exported(f"part {number}")


def item_at(entries: PagedList[JournalLine]) -> Item:
    """The row under the cursor."""
    return next(each for each in entries._items if each.key == entries.key)
