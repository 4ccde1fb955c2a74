"""A2: "call the store in the morning" helps nobody; a name, an extension and working hours do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.directory import Calling
    from deskui.domain.order import Reference
    from tests.ui.driving import Counter


def _case(desk: Desk, typed: str) -> Case:
    case = desk.customers.view(desk.lookup.find(typed)[0].customer_id).case
    assert case is not None
    return case


def _calling(desk: Desk, typed: str = "5120") -> Calling:
    return desk.directory.of_case(_case(desk, typed))


async def _row(counter: Counter, key: tuple[str, object]) -> None:
    """Put the cursor of the case panel on that row."""
    await counter.press("4", "home")
    for _ in range(40):
        if counter.app.focused.key == key:
            return
        await counter.press("j")
    raise AssertionError(f"{key} is not in the case\n{counter.screen()}")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_case_says_whom_to_ask_for_when_they_are_there_and_who_else_meanwhile(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("po 5122", "Delia Montrose")
        await _row(counter, ("contact", 6))
        await counter.sees("Rosa Lindqvist", "x4417", "Mon-Fri 7-15", "opens Mon 07:00", where="case")
        await counter.sees("deputy Paul, x4401", "open now, closes 17:00", where="case")
        counter.clock.now += timedelta(days=1, hours=3, minutes=38)
        await counter.press("f5")
        await counter.sees("Mon-Fri 7-15 · closes in 40 min", where="case")
        assert "deputy" not in counter.read("case")


async def test_somebody_of_another_firm_in_another_zone_is_said_in_our_time(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("po 5120", "Delia Montrose")
        await counter.holds("Tomasz Wróbel", "expediter, Hudson Cabinets", "x212 · 212-555-0144", where="case")
        await counter.holds("Mon-Fri 8-12 13-17 New York time", "opens Mon 06:00 our time", where="case")
        await counter.holds("for PO 5120, PO 5121", where="case")


async def test_a_contact_person_is_named_in_a_few_keys_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("C")
        await counter.sees("Who to call about case #1043")
        await counter.type("freight\n")
        await counter.sees("What Rosa Lindqvist is called about", "[x] the whole case: Missing parcel")
        await counter.press("enter")
        await counter.sees("✓ Rosa Lindqvist is whom to call; u takes it back", where="keys")
        person = await counter.ask(lambda desk: desk.directory.contact_of(_case(desk, "1043").id))
        assert person is not None
        assert (person.name, person.extension, person.availability) == ("Rosa Lindqvist", "4417", "opens Mon 07:00")
        await counter.press("u")
        await counter.sees("Take back: contact person (Missing parcel)")
        await counter.press("enter")
        await counter.until(lambda: counter.app.screen.view.calling.contacts == (), "nobody is named")


async def test_the_numbers_that_are_marked_get_another_person(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("po 5122", "Delia Montrose")

        def number(desk: Desk) -> Reference:
            return next(each for each in _case(desk, "5122").references if each.number == "PO 5122")

        await _row(counter, ("reference", (await counter.ask(number)).id))
        await counter.press("C")
        await counter.sees("Rosa Lindqvist", "Tomasz Wróbel", where="choices")
        await counter.press("n")
        await counter.type("wrobel\n")
        await counter.sees("[x] PO 5120", "[x] PO 5121", "[x] PO 5122", "[ ] PO 5123")
        await counter.press("home", "j", "j", "j", "j", "space", "enter")
        await counter.sees("for PO 5121, PO 5122", where="choices")
        await counter.press("escape")
        await counter.sees("for PO 5121, PO 5122", where="case")
    with kept(demo_url) as desk:
        rosa, tomasz = _calling(desk).contacts
        assert (rosa.reach.employee.name, rosa.numbers) == ("Rosa Lindqvist", ())
        assert tomasz.numbers == ("PO 5121", "PO 5122")


async def test_somebody_is_not_called_any_more(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("po 5122", "Delia Montrose")
        await counter.press("C", "home", "j", "D")
        await counter.sees("Tomasz Wróbel is not called about this any more; u brings it back", where="keys")
        await counter.sees_not("Tomasz", where="choices")
        await counter.press("home", "m")
        await counter.sees("What Rosa Lindqvist is called about", "[x] the whole case")
        await counter.press("a", "a", "enter")
        await counter.sees("Nobody is named; n names somebody.", where="choices")
    with kept(demo_url) as desk:
        assert _calling(desk).contacts == ()
        assert desk.directory.contact_of(_case(desk, "5120").id) is None


async def test_one_call_is_logged_to_all_it_was_about_and_stands_in_every_case(demo_url: str, home: Path) -> None:
    with kept(demo_url) as desk:
        shari = _case(desk, "1043")
        desk.directory.call_about(6, desk.directory.matters_of_case(shari.id)[:1])  # type: ignore[arg-type]
    async with at_the_counter(demo_url, home) as counter:
        before = await counter.ask(lambda desk: _case(desk, "1043").balance)
        await counter.open("po 5122", "Delia Montrose")
        await _row(counter, ("contact", 6))
        await counter.sees("Enter log a call", where="keys")
        await counter.press("enter")
        await counter.sees("What was the call to Rosa Lindqvist about?", "[x] all of #1040", "[ ] all of #1043")
        await counter.sees("Delia Montrose", "Shari Caldwell", where="choices")
        await counter.press("a", "enter")
        await counter.sees("Call to Rosa Lindqvist", "#1040 of Delia Montrose", "all of #1043 of Shari Caldwell.")
        await counter.type("Two of four have come.")
        await counter.save("Call to Rosa Lindqvist logged in 3 cases; u takes it back")
        await counter.holds("called Rosa today 10:42 by you: Two of four have come.", where="case")
        await counter.open("1043", "Shari Caldwell")
        await counter.sees("called Rosa today 10:42 by you: Two of four have come.", where="case")
        assert await counter.ask(lambda desk: _case(desk, "1043").balance) == before

        call = (await counter.ask(lambda desk: _calling(desk, "1043"))).inquiries[0]
        await _row(counter, ("inquiry", call.id))
        await counter.press("enter")
        await counter.sees("It was about", "all of #1040", "Delia Montrose", "all of #1043", where="text")
        await counter.press("escape", "u")
        await counter.sees("Take back: call to a contact (Two of four have come.)")
        await counter.press("enter")
        await counter.until(lambda: not counter.app.screen.view.calling.inquiries, "the call is gone")
        assert "Two of four" not in [each.summary for each in (await counter.ask(_calling)).inquiries]


async def test_what_a_call_was_not_about_is_unmarked_and_one_without_answer_needs_no_words(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.press("f6")
        await counter.sees("Tomasz Wróbel", where="choices")
        await counter.press("end", "c")
        await counter.sees("What was the call to Tomasz Wróbel about?", "[x] PO 5120", "[x] PO 5121")
        await counter.press("a", "enter")
        await counter.sees("Mark at least one first", where="foot")
        await counter.press("end", "space", "enter")
        await counter.sees("About PO 5121 of Delia Montrose.")
        await counter.press("ctrl+s")
        await counter.sees("The answer is empty; type it first.", where="foot")
        await counter.press("tab", "right")
        await counter.save("Call to Tomasz Wróbel logged in 1 case")
    with kept(demo_url) as desk:
        call = _calling(desk).inquiries[0]
        assert (call.contact, call.reached, call.summary) == ("Tomasz Wróbel", False, "")
        assert [each.number for each in desk.directory.inquiry(call.id)[1]] == ["PO 5121"]


async def test_nobody_is_called_whom_no_case_names(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f6")
        await counter.sees("Tomasz Wróbel", where="choices")
        await counter.press("c")
        await counter.sees("No open case says to call Stephen Okafor; C on a case does.", where="keys")
