"""Redacting from where it is seen: the row on the desk, what they were told, and an entry of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind
from deskui.domain.typed import NoteTyped, StatementTyped
from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CustomerId
    from tests.ui.driving import AtTheCounter

SUPERVISOR = "Margaret Liu"


def opal(desk: Desk) -> CustomerId:
    return desk.lookup.find("opal")[0].customer_id


async def redact(counter: AtTheCounter, words: str = "") -> None:
    """Fill the form in, and say yes to what it asks."""
    await counter.sees("Redact", "Take out", "Reason")
    await counter.type(f"{words}\thealth\n")
    await counter.sees("It cannot be taken back", "redacts it")
    await counter.press("enter")


async def test_a_note_on_the_desk_that_was_approved_long_ago(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        typed = NoteTyped("Pays late. Has zqxwvk.", NoteKind.FACT)
        await counter.elsewhere("Ben", lambda desk: desk.notes.write(opal(desk), typed))
        await counter.open("opal", "Opal Freeman")
        await counter.press("3")
        await counter.sees("Has zqxwvk", where="notes")
        await counter.press("end", "asterisk")
        await redact(counter, "Has zqxwvk")
        await counter.sees("Redacted; that is for good")
        await counter.sees("Pays late. [redacted].", where="notes")
        await counter.until(lambda: not counter.app.chores.scrubbing._under_way, "it is scrubbed")


async def test_what_was_told_is_chosen_from_all_of_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        said = StatementTyped("result", "zqxwvk comes by post")
        await counter.elsewhere("Ben", lambda desk: desk.told.say(opal(desk), said))
        await counter.open("opal", "Opal Freeman")
        await counter.press("1", "asterisk")
        await counter.sees("Redact what they were told", "result: zqxwvk comes by post")
        await counter.press("enter")
        await redact(counter)
        await counter.sees("Redacted; that is for good")
        kept = await counter.ask(lambda desk: desk.told.history(opal(desk)))
        assert [each.text for each in kept if "zqxwvk" in each.text] == []


async def test_a_withdrawn_note_from_its_entry_in_the_journal(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:

        def write(desk: Desk) -> None:
            note = desk.notes.write(opal(desk), NoteTyped("has zqxwvk", NoteKind.FACT))
            desk.own_entries.undo(note)

        await counter.elsewhere("Ben", write)
        await counter.open("opal", "Opal Freeman")
        await counter.press("J")
        await counter.sees("note (has zqxwvk)")
        await counter.press("j", "enter")
        await counter.sees("has zqxwvk", "* redact")
        await counter.press("asterisk")
        await redact(counter)
        await counter.sees("note ([redacted])")


async def test_a_clerk_is_told_who_does_that(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("3", "asterisk")
        await counter.sees("Only a supervisor takes words out for good")
