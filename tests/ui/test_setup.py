"""The set-up of the shop: every area is opened from one list and come back to, and what was missing is edited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from rich.cells import cell_len

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.domain.kinds import KindOf
from deskui.domain.setup import SetupArea
from deskui.domain.staff import EmployeeTyped, Role
from deskui.ui.panels.scene import Scene
from deskui.ui.panels.setup import area_items
from tests.conftest import NOW
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.ui.lines import Line
    from tests.ui.driving import Counter

SEES: Final = {
    SetupArea.SHOP: "Money is kept in USD here",
    SetupArea.DESK: "Changed in the settings file",
    SetupArea.HOURS: "Desk hours",
    SetupArea.STAFF: "here / away",
    SetupArea.PINS: "Everybody sets their own",
    SetupArea.LIMITS: "Limits: what each may decide alone",
    SetupArea.MANUAL: "what no longer holds, too",
    SetupArea.STEPS: "Checklists and guides",
    SetupArea.KINDS: "Kinds of case and promise",
    SetupArea.REVIEW: "Rules of the review",
    SetupArea.BENEFITS: "Kinds of benefit",
    SetupArea.OUTREACH: "Outreach rules",
    SetupArea.RETURNS: "Returns within",
}
"""What is on the screen that each area opens."""


async def opened(counter: Counter, area: SetupArea) -> None:
    await counter.press("f10")
    await counter.sees("Hours and holidays", where="choices")
    await counter.press("home", *["j"] * list(SetupArea).index(area), "enter")


@pytest.mark.parametrize("area", SetupArea)
async def test_each_area_opens_and_esc_comes_back_to_the_list(demo_url: str, home: Path, area: SetupArea) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await opened(counter, area)
        await counter.sees(SEES[area])
        await counter.until(lambda: type(counter.app.screen).__name__ != "SetupPage", "it is open")
        await counter.press("escape")
        await counter.until(lambda: type(counter.app.screen).__name__ == "SetupPage", "the list is back")
        assert counter.app.screen.list.key == ("area", area.value)
        await counter.press("escape")
        await counter.until(lambda: type(counter.app.screen).__name__ == "DeskScreen", "the desk is back")


CHANGED: Final = re.compile(
    r"(as set up |changed )?(.*\d by (you|Margaret Liu)|never changed)|in the settings|as deskui import"
)


@pytest.mark.parametrize("width", [60, 70, 124, 125, 147, 195])
def test_every_row_says_when_it_was_changed_last_and_by_whom_and_nothing_is_cut(demo_url: str, width: int) -> None:
    with kept(demo_url, SUPERVISOR) as desk:
        areas = desk.setup.areas()
        scene = Scene(NOW, desk.session.zone, "US", desk.session.employee)
    rows = {item.key: item for item in area_items(areas, scene, width) if item.key is not None}
    assert list(rows) == [("area", each.value) for each in SetupArea]
    for each, item in zip(areas, rows.values(), strict=True):
        assert all(cell_len(line_text(line)) <= width for line in item.lines)
        text = " ".join(" ".join(map(line_text, item.lines)).split())
        assert CHANGED.search(text), text
        assert "…" not in text
        assert set(each.words.split()) <= set(text.split())


def line_text(line: Line) -> str:
    return "".join(each.text for each in (*line.spans, *line.tail))


async def test_a_supervisor_is_told_before_they_try_what_an_administrator_changes(demo_url: str, home: Path) -> None:
    with kept(demo_url, SUPERVISOR) as desk:
        desk.shop.hire(EmployeeTyped("Sue", Role.SUPERVISOR))
    async with at_the_counter(demo_url, home, employee="Sue") as counter:
        await counter.press("f10")
        await counter.sees("what is set", "changed last", where="choices")
        assert "! an administrator changes it" in counter.line_of("Alder & Finch · America/Denver", where="choices")
        await counter.press("enter")
        await counter.sees("The shop itself is changed by an administrator", where="keys")


async def test_the_setup_fills_its_box_and_what_is_said_leaves_the_keys_in_view(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await opened(counter, SetupArea.HOURS)
        await counter.sees("Desk hours")
        await counter.press("escape")
        await counter.until(lambda: type(counter.app.screen).__name__ == "SetupPage", "the list is back")
        await counter.sees("Kinds of case and promise", where="choices")
        lines = counter.screen().rstrip().split("\n")
        assert all(line[0] in "╭│╰" and line.rstrip()[-1] in "╮│╯" for line in lines), "scraps beside it"
        keys = next(place for place, line in enumerate(lines) if "Enter open" in line)
        assert lines[keys - 1].strip("│ "), "a line is free though there is more"
        counter.app.screen.say("Desk hours saved; advice is counted anew; u takes it back")
        await counter.sees("u takes it back", "Enter open", "Esc back", where="keys")
        counter.app.screen.hush()
        await counter.sees_not("u takes it back")
        assert counter.screen().rstrip().split("\n")[keys - 1].strip("│ ")


async def test_a_clerk_is_told_whose_it_is(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=ACTING) as counter:
        await counter.press("f10")
        await counter.sees("Only a supervisor looks after the set-up", where="keys")


async def test_a_kind_is_added_renamed_retired_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await opened(counter, SetupArea.KINDS)
        await counter.sees("call back", where="choices")
        await counter.press("n")
        await counter.sees("New kind")
        await counter.type("aquarium")
        await counter.press("ctrl+s")
        await counter.sees("aquarium", where="choices")
        assert "aquarium" in await counter.ask(lambda desk: desk.cases.kinds())
        mine = await counter.ask(lambda desk: next(each for each in desk.kinds.listed() if each.title == "aquarium"))
        assert mine.of is KindOf.CASE
        counter.app.screen.list.point_at(("kind", mine.id))
        await counter.press("enter")
        await counter.sees("What was written keeps its word")
        await counter.press("end")
        await counter.type("s")
        await counter.press("enter")
        await counter.sees("aquariums", "before: aquarium", where="choices")
        await counter.press("d")
        await counter.sees("Retired: aquariums")
        await counter.sees_not("before: aquarium")
        await counter.press("u", "enter")
        await counter.sees("before: aquarium", where="choices")


async def test_an_administrator_renames_the_shop(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await opened(counter, SetupArea.SHOP)
        await counter.sees("The shop", "Money is kept in USD here")
        await counter.press("end")
        await counter.type(" & Daughters")
        await counter.press("ctrl+s")
        await counter.sees("& Daughters", where="choices")
