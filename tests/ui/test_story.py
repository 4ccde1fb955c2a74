"""The case on screen as one page: read, turned to the customer's copy, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.slips.reading import pdf_text
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_story_is_read_from_its_first_contact_to_what_is_to_come(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O")
        await counter.sees("Story of case #1043", "Case #1043: Missing parcel", "Tuesday 17 November 2026")
        await counter.press("end")
        await counter.sees("Still to come", "hub answer, by Mon 23 Nov 12:00")
        await counter.press("home")
        await counter.sees("Case #1043: Missing parcel")
        await counter.press("escape")
        await counter.sees_not("Story of case #1043")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_word_in_front_says_who_may_read_a_line(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O")
        await counter.sees("R-88213 says delivered", "09:15 contact", where="choices")
        assert "internal" in counter.line_of("R-88213 says delivered")
        assert "customer  09:15  contact" in counter.line_of("09:15  contact")
        await counter.press("v")
        await counter.sees("everything internal is left out")
        await counter.sees_not("R-88213 says delivered", "customer  09:15")
        await counter.press("v")
        await counter.sees("R-88213 says delivered", "customer 09:15", where="choices")


async def test_it_goes_on_while_it_is_read(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O", "end")
        await counter.sees("Still to come", "call back, by Wed 18 Nov 17:00, overdue", where="choices")
        who = counter.app.screen_stack[1].view.customer.id  # type: ignore[attr-defined]
        promised = next(
            each for each in await counter.ask(lambda desk: desk.promises.of_customer(who)) if each.is_open
        )
        await counter.app.write(lambda desk: desk.promises.keep(promised.promise.id))
        await counter.sees("kept call back", "3 d 17 h late", where="choices")
        assert "Case #1043: Missing parcel" not in counter.read("choices"), "it stays where it was read"


async def test_what_is_shown_is_saved_and_nothing_is_overwritten(
    demo_url: str, home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")  # a short path, which is told whole
    async with at_the_counter(demo_url, home) as counter:
        counter.app.files = out
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O")
        await counter.sees("Tuesday 17 November 2026")
        for key, name in (("t", "story-1043.txt"), ("t", "story-1043-2.txt"), ("w", "story-1043.html")):
            await counter.press(key)
            await said_saved(counter, name)
        await counter.press("v", "f")
        await said_saved(counter, "story-1043-customer.pdf")
    assert "Third call about the parcel" in (out / "story-1043.txt").read_text()
    theirs = pdf_text((out / "story-1043-customer.pdf").read_bytes())
    assert "hub answers by Mon 12:00" in theirs
    assert "Third call" not in theirs


async def said_saved(counter: Counter, name: str) -> None:
    """A file may stand there before it is whole: that it is saved is said after that, in a path of several lines."""
    await counter.until(lambda: f"/{name}" in counter.read("keys").replace(" ", ""), f"{name} is saved")


async def test_a_folder_that_cannot_be_written_to_is_said(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        (tmp_path / "file").write_text("")
        counter.app.files = tmp_path / "file" / "out"
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O", "t")
        await counter.sees("Nothing can be saved in")
