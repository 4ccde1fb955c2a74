"""Checklists and guides by keys: ticked, skipped, started, attached, and their templates changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.domain.steps.step_list import ListKind, Stage, StepState
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.steps.step_list import Step
    from tests.ui.driving import Counter

WRITTEN = "A name and an extension written down"
TOLD = "Told what happens next, and when"
CLAIM = "how to claim for a lost parcel"


async def shari(counter: Counter) -> None:
    await counter.open("shari", "Shari Caldwell")
    await counter.holds("Before they leave 2/4", where="case")


async def on_step(counter: Counter, text: str) -> None:
    """Put the cursor of the case panel on that step."""
    case = await counter.ask(lambda desk: desk.steps.of_case(counter.app.screen.view.case.id))
    key = next(("step", each.id) for one in case for each in one.steps if each.text == text)
    for _ in range(40):
        if counter.app.focused.key == key:
            return
        await counter.press("j")
    raise AssertionError(f"the cursor does not come to {text}")


def step(desk: Desk, text: str) -> Step:
    case = desk.customers.view(desk.lookup.find("shari caldwell")[0].customer_id).case
    assert case is not None
    return next(each for one in case.steps for each in one.steps if each.text == text)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_key_ticks_the_next_open_step_wherever_the_cursor_is(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await shari(counter)
        await counter.press("x")
        await counter.sees(f"3/4 done: {WRITTEN}; u takes it back", where="keys")
        await counter.press("1", "x")
        await counter.sees(f"4/4 done: {TOLD}", where="keys")
        await counter.press("4")
        await counter.holds("Before they leave 4/4", where="case")
    with kept(demo_url) as desk:
        assert [(each.state, each.by) for each in (step(desk, WRITTEN), step(desk, TOLD))] == [
            (StepState.DONE, "Stephen Okafor")
        ] * 2


async def test_the_same_key_on_a_step_ticks_and_opens_it_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter)
        await on_step(counter, TOLD)
        await counter.press("x")
        await counter.sees(f"✓ {TOLD}", f"o {WRITTEN}", where="case")
        await on_step(counter, TOLD)
        await counter.press("x")
        await counter.sees(f"Open again: {TOLD}", where="keys")
        await counter.holds(f"o {TOLD}", "Before they leave 2/4", where="case")


async def test_a_list_is_gone_through_by_one_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type("oLost parcel\tparcel\t\n")
        await counter.holds("Before they leave 0/4", where="case")
        await counter.press("4", "home")
        for done in range(1, 5):
            await counter.press("x")
            await counter.holds(f"Before they leave {done}/4", where="case")
        await counter.press("x")
        await counter.holds("Before they leave 3/4", where="case")


async def test_of_a_guide_it_is_asked_who_did_it(demo_url: str, home: Path) -> None:
    second = "Add the receipt, and what was in the parcel and its worth"
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter)
        await on_step(counter, second)
        await counter.press("x")
        await counter.sees(f"Who did it: {second}?", "the customer did it")
        await counter.press("escape", "x", "c")
        await counter.sees(f"2/5 they did: {second[:30]}", where="keys")
        await counter.sees("o 3 Hand it in at any counter", where="case")
        await counter.press("x")
        await counter.sees("Who did it: Hand it in")
        await counter.press("w")
        await counter.sees(f"Guide: {CLAIM} 3/5", where="case")
    with kept(demo_url) as desk:
        assert step(desk, second).by_customer


async def test_a_step_is_skipped_in_the_sheet_with_a_reason(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await shari(counter)
        await on_step(counter, WRITTEN)
        await counter.press("enter")
        await counter.sees("Steps of case #1043", "s skip")
        await counter.press("s", "enter")
        await counter.sees("The reason is empty; type it first.", where="foot")
        await counter.type("has his number already\n")
        await counter.sees(f"– {WRITTEN}", "skipped: has his number already", where="choices")
        await counter.press("k", "k", "s")
        await counter.sees("Only an open step can be skipped", where="keys")
        await counter.press("j", "j", "u", "enter")
        await counter.sees(f"o {WRITTEN}", where="choices")
        await counter.press("k", "c")
        await counter.sees(f"✓ {WRITTEN}", "they did, today", where="choices")
        await counter.press("k", "c")
        await counter.sees("That step is done already; x opens it again.", where="keys")
        await counter.press("x", "escape")
        await counter.sees(f"o {WRITTEN}", where="case")


async def test_with_nothing_left_it_says_what_starts_a_list(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type("oBroken chair\tchairs\t\n")
        await counter.sees("Broken chair", where="case")
        await counter.press("x")
        await counter.sees("no steps on this case; X starts a checklist, g a guide.", where="keys")


async def test_a_checklist_is_started_by_hand_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter)
        await counter.press("X")
        await counter.sees("Checklists and guides for case #1043", "Taking it in", "parcel · take-in · 4 steps")
        await counter.press("enter")
        await counter.sees("“Before they leave” is on this case already, 2/4 done.", where="keys")
        await counter.press("j", "enter")
        await counter.sees("On the case: Before they leave; u takes it back", where="keys")
        await counter.sees("o It works: tried together at the counter", where="case")
        await counter.press("u", "enter")
        await counter.sees("Taken back: list started (Before they leave)", where="keys")
        await counter.sees_not("It works: tried together", where="case")


async def test_what_becomes_ready_shows_its_hand_out_list(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type("oClock stopped\trepair\t\n")
        await counter.sees("Taking it in 0/4", where="case")
        await counter.press("S")
        await counter.sees("Still to check:", "Status")
        await counter.press("r", "ctrl+s")
        await counter.holds("Before they leave 0/4", where="case")


async def test_steps_are_typed_for_a_case_and_kept_as_a_guide(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await shari(counter)
        await counter.press("g")
        await counter.sees("Guides for case #1043", CLAIM)
        await counter.press("n")
        await counter.sees("Steps for case #1043", "one a line")
        await counter.type("track it yourself\t1. open the site\n2. type the number")
        await counter.sees("2 steps, the last: type the number")
        await counter.press("tab", "tab", "y")
        await counter.save("On the case, and kept as a guide")
        await counter.sees("Guide: track it yourself 0/2", "they may read it", "o 1 open the site", where="case")
    with kept(demo_url) as desk:
        made = next(each for each in desk.steps.templates() if each.title == "track it yourself")
        assert (made.kind, made.lines, made.for_customer) == (
            ListKind.GUIDE,
            ("open the site", "type the number"),
            True,
        )


async def test_a_template_is_changed_and_a_started_list_stays(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await shari(counter)
        await counter.press("X", "e")
        await counter.sees("Checklist: Before they leave", "Starts at")
        await counter.press("ctrl+s")
        await counter.sees_not("Starts at")
        await counter.press("e")
        await counter.sees("Starts at")
        await counter.press("tab", "tab", "tab")
        await counter.type("\nCard with my name")
        await counter.sees("5 steps, the last: Card with my name")
        await counter.save("Version 2 kept; lists on cases stay as they are")
        await counter.sees("parcel · take-in · 5 steps", where="choices")
        await counter.press("v")
        await counter.sees("Version 2", "Version 1", "by Margaret Liu")
        await counter.press("escape", "d")
        await counter.sees("Retired: Before they leave; u takes it back", where="keys")
        await counter.sees_not("parcel · take-in", where="choices")
        await counter.press("escape")
        await counter.holds("Before they leave 2/4", where="case")


async def test_somebody_who_changed_the_template_first_is_shown(demo_url: str, home: Path) -> None:
    from deskui.domain.steps.template import TemplateTyped

    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await shari(counter)
        await counter.press("X", "e")
        await counter.sees("Starts at")
        theirs = TemplateTyped(ListKind.CHECKLIST, "Before he leaves", "look", "parcel", Stage.TAKE_IN)
        of = (await counter.ask(lambda desk: desk.steps.templates()))[0]
        parcel = next(
            each.family
            for each in await counter.ask(lambda desk: desk.steps.templates())
            if (each.case_kind, each.kind) == ("parcel", ListKind.CHECKLIST)
        )
        assert of.kind is ListKind.CHECKLIST
        await counter.elsewhere(SUPERVISOR, lambda desk: desk.steps.edit_template(parcel, 1, theirs))
        await counter.type(" today\x13")
        await counter.sees("Somebody else changed this meanwhile.", "Before he leaves", where="foot")
        await counter.save("Version 3 kept")


async def test_a_new_checklist_starts_with_the_next_case_of_its_kind(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("X", "n")
        await counter.sees("New checklist or guide")
        await counter.type("Chairs in\tchairs\t\tlegs\nseat\x13")
        await counter.sees("Kept: Chairs in", where="keys")
        await counter.press("escape")
        await counter.type("oBroken chair\tChairs\t\n")
        await counter.sees("Chairs in 0/2", "o legs", "o seat", where="case")


async def test_without_a_case_templates_can_still_be_changed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("ctrl+p")
        await counter.type("start a checklist\n")
        await counter.sees("Checklists and guides", "Taking it in", where="")
        await counter.press("enter")
        await counter.sees("No case is open here to start it on; e changes it.", where="keys")
        await counter.press("e")
        await counter.sees("Starts at")


async def test_a_finished_list_folds_after_a_while_and_unfolds_in_the_sheet(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter)
        await counter.press("x")
        await counter.sees(f"3/4 done: {WRITTEN}", where="keys")
        await counter.press("x")
        await counter.holds("Before they leave 4/4", f"✓ {TOLD}", where="case")
        counter.clock.tick(61)
        await counter.press("f5")
        await counter.holds("✓ Before they leave 4/4", where="case")
        await counter.sees_not(TOLD, where="case")
        await counter.press("home", "j", "j", "enter")
        await counter.sees("Steps of case #1043", f"✓ {TOLD}")
        await counter.press("x")
        await counter.sees("o Receipt and tracking number noted", where="choices")


async def test_a_closed_case_keeps_its_steps_as_they_are(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter)
        await counter.press("S")
        await counter.sees("Left open")
        await counter.press("c", "tab", "tab")
        await counter.type("Found.\tit was next door")
        await counter.save("Case #1043 is closed")
        await counter.sees("With steps open, because: it was next door", where="case")
        await counter.press("x")
        await counter.sees("Case #1043 is closed, and its steps with it; open it again first.", where="keys")
        await counter.press("g", "j", "enter")
        await counter.sees("! Case #1043 is closed, and its steps with it", where="keys")
