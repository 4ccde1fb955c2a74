"""The journal on the screen: of the customer in front of us, or what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.typed import RulesTyped
from deskui.ui.dialogs.journal.page import HINT
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

SUPERVISOR = "Margaret Liu"


async def test_it_begins_with_the_customer_on_screen_and_finds_what_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type("iballooning\n")
        await counter.sees("interest ballooning", where="notes")
        await counter.press("J")
        await counter.sees("Opal Freeman (C-", "note (ballooning)", "customer opened")
        await counter.press("enter")
        await counter.sees(", added", "text: ballooning", "author: Margaret Liu", "digest ")
        await counter.press("escape", "/", "ctrl+u")
        await counter.type("margaret today opened")
        await counter.sees("Margaret Liu · Sun 22 Nov · “opened”", "customer opened")
        await counter.press("ctrl+u")
        await counter.type("xyzzy")
        await counter.sees("'xyzzy' is no day, colleague, customer, or anything that is done here.")
        await counter.press("escape", "escape")
        await counter.sees("interest ballooning", where="notes")


async def test_a_change_of_the_sensitive_words_is_read_in_it_and_a_long_one_scrolls(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press("f3")
        await counter.sees("a approve")
        await counter.press("r")
        await counter.sees("Rules of the review")
        await counter.press("ctrl+end")
        await counter.type(", hospice\x13")
        await counter.sees("Reviewed by these rules from now on")
        await counter.press("escape", "ctrl+t", "/")
        await counter.type("sensitive words")
        await counter.sees("“sensitive” · “words”", "rules of the review")
        await counter.press("ctrl+j", "enter")
        await counter.sees("shop, changed", "added: hospice", "digest ")
        assert "karen" not in counter.screen()
        await counter.press("escape", "escape")
        await counter.elsewhere(
            SUPERVISOR, lambda desk: desk.reviewing.set_rules(RulesTyped("", "10", "10", "12"), 2)
        )
        await counter.press("ctrl+t", "/")
        await counter.type("setup")
        await counter.sees("“setup”", "rules of the review")
        await counter.press("ctrl+j", "enter")
        await counter.sees("sensitive words", "taken out: cancer")
        assert "gold digger" not in counter.screen()
        await counter.press("end")
        await counter.sees("gold digger", "hospice", "digest ")


async def test_a_long_entry_begins_at_its_top(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type(f"nfirst {'and more ' * 180}last\x13")
        await counter.press("J")
        await counter.sees("note (first and more")
        await counter.press("enter")
        await counter.sees("note (first and more", "Margaret Liu, ", "note, added")
        assert "digest " not in counter.screen()
        await counter.press("end")
        await counter.sees("digest ")
        assert "note (first and more" not in counter.screen()


@pytest.mark.parametrize(
    ("key", "words", "shows"),
    [("ctrl+t", "the journal", "who did what"), ("ctrl+g", "said about my work", "Said by you")],
)
async def test_with_nobody_open_a_key_that_is_no_letter_and_the_palette_lead_there(
    demo_url: str, home: Path, key: str, words: str, shows: str
) -> None:
    there = HINT if words == "the journal" else shows
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press(key)
        await counter.sees(there)
        await counter.press("escape", "ctrl+p")
        await counter.sees("All commands")
        await counter.type(words)
        await counter.sees("Ctrl+T" if words == "the journal" else "Ctrl+G")
        await counter.press("enter")
        await counter.sees(there)


async def test_on_a_wide_screen_it_takes_the_width_and_cuts_less(demo_url: str, home: Path) -> None:
    words = "collects kites, balloons, spinning tops and everything else that turns"
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=WIDE) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type(f"n{words}\x13")
        await counter.sees("collects kites", where="notes")
        await counter.press("J")
        await counter.sees(f"note ({words})")


async def test_a_clerk_is_told_who_reads_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("escape")
        await counter.open("opal", "Opal Freeman")
        await counter.press("J")
        await counter.sees("Only a supervisor reads the journal; ask one to sign in here.")
        await counter.press("escape")
        await counter.sees("Opal Freeman")


async def test_a_saved_story_stands_in_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        counter.app.files = home
        await counter.open("shari", "Shari Caldwell")
        await counter.press("O")
        await counter.sees("Story of case #1043")
        await counter.press("t")
        await counter.sees("Story saved as")
        await counter.press("escape", "J")
        await counter.sees("taken out of the program")
        await counter.press("enter")
        await counter.sees("what: story of case #1043, txt")
