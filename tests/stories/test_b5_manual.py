"""B5: "Show me the ops manual." The rule, who decides, and what it said before are one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Truck rental: waiving the fee"


def saved(home: Path) -> list[Path]:
    return list(home.rglob("making-good*"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_rule_is_shown_with_who_decides_and_since_when(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("delia", "Delia Montrose")
        await counter.press("m")
        await counter.sees("About what is in view", TITLE, where="choices")
        await counter.type("waive")
        await counter.sees(TITLE, "policy", where="choices")
        await counter.press("enter")
        await counter.sees(TITLE, "clerk decides", "in force since", "customers may have it")
        await counter.sees("An order was late, or came in parts, by our doing or the supplier's.")


async def test_what_it_said_before_stays_readable_with_what_changed_and_why(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("waiving\n")
        await counter.press("v")
        await counter.sees(f"Versions of {TITLE}", "Version 2", "Version 1")
        await counter.sees("Why: customers waited for a supervisor while the truck stood in the yard")
        await counter.sees("- who decides: supervisor", "+ who decides: clerk")
        await counter.sees("- A supervisor may waive the fee when *we* made the customer come twice.")
        await counter.press("j", "enter")
        await counter.sees("version 1", "replaced since", "A supervisor may waive the fee when we made the customer")


async def test_while_a_promise_is_typed_the_manual_is_looked_into_and_the_promise_goes_on(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", "Delia Montrose")
        await counter.type("pcall back")
        await counter.press("f9")
        await counter.sees("Manual")
        await counter.type("late order\n")
        await counter.sees("Never name a date that the supplier did not name.")
        await counter.press("escape", "escape")
        await counter.sees("A promise to Delia Montrose")
        await counter.type(" on dec 1 at noon\n")
        await counter.sees("call back", "Tue 1 Dec 12:00", where="case")


async def test_a_passage_she_may_have_is_told_word_for_word_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", "Delia Montrose")
        await counter.press("m")
        await counter.type("waiving\n")
        await counter.sees("clerk decides")
        await counter.press("y")
        await counter.sees("Delia Montrose was told: “The truck costs $40.00", where="keys")
    with kept(demo_url) as desk:
        who = desk.lookup.find("delia")[0].customer_id
        told = desk.told.standing(who)[0]
        assert (told.topic, told.text) == (
            TITLE,
            "The truck costs $40.00 for half a day, fuel included, for goods bought here.",
        )
        assert told.basis == "policy"


async def test_of_a_heading_what_stands_under_it_is_told(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", "Delia Montrose")
        await counter.press("m")
        await counter.type("waiving\n")
        await counter.sees("clerk decides")
        await counter.press("j")
        await counter.press("y")
        await counter.sees("Delia Montrose was told: “When we waive it · Any clerk", where="keys")
    with kept(demo_url) as desk:
        told = desk.told.standing(desk.lookup.find("delia")[0].customer_id)[0]
        assert told.text.startswith("When we waive it\nAny clerk waives the fee, without asking")
        assert told.text.endswith("is exchanged today.")


async def test_what_is_for_the_staff_alone_is_neither_told_nor_handed_out(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", "Delia Montrose")
        before = await counter.ask(lambda desk: len(desk.told.history(desk.lookup.find("delia")[0].customer_id)))
        await counter.press("m")
        await counter.type("long wait\n")
        await counter.sees("for the staff alone")
        for key in ("y", "Y", "p", "f", "t"):
            await counter.press(key)
            await counter.sees("“Making good a long wait” is for the staff alone; customers are not given it.")
        after = await counter.ask(lambda desk: len(desk.told.history(desk.lookup.find("delia")[0].customer_id)))
        assert after == before
    assert saved(home) == []


async def test_she_takes_the_rule_along_as_a_file(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.files = home / "files"
        await counter.press("f9")
        await counter.type("waiving\n")
        await counter.sees("clerk decides")
        await counter.press("t")
        await counter.sees("Article saved as")
        await counter.press("f")
        await counter.until(lambda: (home / "files" / "truck-rental-waiving-the-fee.pdf").exists(), "the PDF")
    text = (home / "files" / "truck-rental-waiving-the-fee.txt").read_text()
    assert text.startswith(f"{TITLE}\n====")
    assert "1. An order was late" in text
    assert text.rstrip().split("\n")[-1].startswith("Alder & Finch, ")


async def test_a_supervisor_changes_the_rule_in_the_app_and_the_old_one_stays(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("price match\n")
        await counter.sees("Matching a lower price", "version 1")
        await counter.press("e")
        await counter.sees("Change: Matching a lower price")
        await counter.press("ctrl+home")
        await counter.type("From now on up to 100 dollars. ")
        counter.app.screen.body.row("why").value = "rivals are dearer"
        await counter.save("A new version is kept")
        await counter.sees("version 2", "From now on up to 100 dollars.")
        await counter.press("u")
        await counter.sees("Take back: article changed (Matching a lower price)")
        await counter.press("enter")
        await counter.sees("version 1")
        await counter.sees_not("From now on up to 100 dollars.")


async def test_a_clerk_is_told_who_writes_the_manual_before_anything_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("waiving\n")
        for key in ("e", "d"):
            await counter.press(key)
            await counter.sees("Only a supervisor writes the manual; ask one to sign in here.")
