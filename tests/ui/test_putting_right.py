"""What an author is asked to put right: the due list leads to it, and all that the supervisor said stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.domain.conversation import Mood
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.note import NoteKind
from deskui.domain.typed import ConversationTyped, NoteTyped, StatementTyped
from tests.ui.driving import NARROW, WIDE, at_the_counter
from tests.ui.test_review import clear

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CustomerId
    from tests.ui.driving import Counter

ASKED = (
    "Say what she needs from us, not how it goes with her family; that is not ours to keep, and she would be hurt to "
    "read it on a screen at a counter where others stand in line."
)
WRITES: dict[str, Callable[[Desk, CustomerId], object]] = {
    "note": lambda desk, who: desk.notes.write(who, NoteTyped("she is difficult", NoteKind.FACT)),
    "conversation": lambda desk, who: desk.conversations.log(
        who, ConversationTyped("She was difficult.", mood=Mood.EVEN)
    ),
    "told": lambda desk, who: desk.told.say(who, StatementTyped("refund", "never comes")),
    "goodwill": lambda desk, who: desk.goodwill.give(
        who, GoodwillTyped(GoodwillKind.CREDIT, "she was difficult", "5", what="a free hose")
    ),
}


async def asked_to_fix(counter: Counter, what: str) -> None:
    """Margaret asks Ben to put right what he wrote about Opal."""
    await counter.elsewhere("Ben", clear)
    await counter.elsewhere("Ben", lambda desk: WRITES[what](desk, desk.lookup.find("opal")[0].customer_id))

    def ask(desk: Desk) -> None:
        (looked,) = desk.reviewing.next()
        desk.verdicts.ask_to_fix(looked.item, ASKED)

    await counter.elsewhere(SUPERVISOR, ask)


async def go_there(counter: Counter, does: str = "fix") -> None:
    await counter.press("f2")
    await counter.sees("For you to put right", "Opal Freeman", f"Enter go there   x {does}")
    await counter.press("enter")


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("what", ["note", "conversation"])
async def test_enter_leads_to_it_and_the_form_shows_the_words_above_the_text(
    demo_url: str, home: Path, what: str, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, employee="Ben", size=size) as counter:
        await asked_to_fix(counter, what)
        await go_there(counter)
        panel = {"note": "notes", "conversation": "conversations"}[what]
        await counter.until(lambda: counter.app.focused.id == panel, "its panel has the focus")
        assert counter.app.focused.key[0] == what
        await counter.holds(f"! to fix, Margaret Liu: {ASKED}", where=panel)
        await counter.press("enter")
        await counter.sees({"note": "Change a note on Opal Freeman", "conversation": "Conversation with Opal"}[what])
        await counter.holds(f"! to fix, Margaret Liu: {ASKED}", where="above")
        await counter.type(" Came three times about it.")
        await counter.press("ctrl+s")
        await counter.sees("it goes to the supervisors", where="keys")
        await counter.sees_not("to fix, Margaret")
        await counter.press("escape")
        await counter.sees("Due for you")
        await counter.sees_not("For you to put right")


async def test_what_customers_were_told_is_shown_with_what_was_asked(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ben", size=NARROW) as counter:
        await asked_to_fix(counter, "told")
        await go_there(counter, "put right")
        await counter.sees("What Opal Freeman was told", "never comes")
        await counter.holds(f"! to fix, Margaret Liu: {ASKED} Tell them anew what is right", where="text")


async def test_what_was_given_is_shown_with_what_was_asked(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ben", size=NARROW) as counter:
        await asked_to_fix(counter, "goodwill")
        await go_there(counter, "put right")
        await counter.sees("Goodwill for Opal Freeman", "a free hose")
        await counter.holds(f"! to fix, Margaret Liu: {ASKED} What is wrong is taken back", where="choices")


async def test_other_clerks_do_not_read_what_was_asked(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ada", size=WIDE) as counter:
        await asked_to_fix(counter, "note")
        await counter.open("opal", "Opal Freeman")
        await counter.sees("she is difficult", where="notes")
        await counter.sees_not("to fix, Margaret")


async def test_x_on_a_call_that_is_owed_is_not_offered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ben") as counter:
        await asked_to_fix(counter, "note")
        await counter.press("f2")
        await counter.sees("x fix", where="keys")
        await counter.press("end")
        await counter.sees_not("x fix", "x settle", where="keys")
        await counter.sees("Enter open c contact u undo", where="keys")
