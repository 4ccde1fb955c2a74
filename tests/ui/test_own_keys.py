"""The journal and the set-up say which keys work in them, and why those of the desk do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

SUPERVISOR = "Margaret Liu"


@pytest.mark.parametrize("key", ["question_mark", "f1"])
@pytest.mark.parametrize(
    ("there", "title", "keys"),
    [
        ("ctrl+t", "Keys: journal", ("look for something", "redact", "1 nov - 20 nov")),
        ("f10", "Keys: setup", ("open", "undo", "these keys")),
    ],
)
async def test_the_keys_of_this_very_page_are_shown(
    demo_url: str, home: Path, there: str, title: str, keys: tuple[str, ...], key: str
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press(there, key)
        await counter.sees(title, *keys)
        await counter.press("escape")
        await counter.sees_not(title)


@pytest.mark.parametrize("there", ["ctrl+t", "f10"])
async def test_a_key_of_the_desk_says_that_it_works_there(demo_url: str, home: Path, there: str) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press(there)
        for key, said in (("f5", "F5 ("), ("c", "c (contact)"), ("f2", "F2 (due)")):
            await counter.press(key)
            await counter.sees(said, "works on the desk; Esc goes back there.")


async def test_the_key_that_comes_here_says_that_one_is_here(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press("ctrl+t", "J")
        await counter.sees("This is the journal already; ? shows its keys.")
        await counter.press("/")
        await counter.type("J?")
        await counter.sees("J?", "John Smith")


async def test_the_lists_of_the_setup_say_it_too(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press("f6", "question_mark")
        await counter.sees("Keys: ", "these keys")
        await counter.press("escape", "f5")
        await counter.sees("works on the desk; Esc goes back there.")
