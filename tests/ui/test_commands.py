"""Every command by its key: all have actions, what does not work says why, and keys may be the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.commands import COMMANDS, Command, Needs, Where, keys_of
from deskui.commands.printed import shown
from deskui.remembered import Remembered
from deskui.ui.dialogs.review import queue
from deskui.ui.dialogs.review.queue import ReviewQueue
from deskui.ui.openers import opener
from deskui.ui.screens import board, calls, due
from deskui.ui.screens.board import BoardScreen
from deskui.ui.screens.calls import CallScreen
from deskui.ui.screens.desk import DeskScreen
from deskui.ui.screens.due import DueScreen
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


SCREENS = {
    Needs.DUE: DueScreen,
    Needs.CALLS: CallScreen,
    Needs.BOARD: BoardScreen,
    Needs.REVIEW: ReviewQueue,
}


@pytest.mark.parametrize("command", [each for each in COMMANDS if not each.fixed], ids=lambda each: each.id)
def test_every_command_is_carried_out_by_the_screen_or_opens_a_dialog_that_is_there(command: Command) -> None:
    screen = SCREENS.get(command.needs, DeskScreen)
    if command.opens:
        assert callable(opener(command))
        assert not hasattr(screen, f"do_{command.id}"), "one of both is never reached"
    else:
        assert callable(getattr(screen, f"do_{command.id}"))


WORKS = {
    DeskScreen: lambda _command: True,
    DueScreen: due.works_here,
    CallScreen: calls.works_here,
    BoardScreen: board.works_here,
    ReviewQueue: queue.works_here,
}


@pytest.mark.parametrize("screen", WORKS)
def test_a_screen_does_nothing_that_is_no_command(screen: type) -> None:
    known = {each.id for each in COMMANDS if WORKS[screen](each)}
    assert {name.removeprefix("do_") for name in dir(screen) if name.startswith("do_")} <= known


async def test_without_a_customer_a_command_says_why_not(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        for command in COMMANDS:
            if command.needs is Needs.CUSTOMER:
                counter.app.screen.say("")
                counter.app.screen.run_command(command.id)
                await counter.sees("Open a customer first: type a few letters of the name.", where="keys")


async def test_at_home_every_letter_is_typed_and_none_is_a_command(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("escape", "escape", "down", "tab")
        await counter.type("quentinN?1")
        assert counter.app.screen.query_one("#lookup").value == "quentinN?1"
        await counter.sees("Nobody found for quentinN?1", where="results")


async def test_at_home_the_last_line_shows_only_keys_that_work_while_typing(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.sees("F2 due", "F7 new", "F1 keys", where="keys")
        assert "N new" not in counter.read("keys")
        await counter.press("f6")
        await counter.sees("Desk hours", where="choices")


@pytest.mark.parametrize("key", ["S", "a", "r", "h", "O", "x", "g", "left_square_bracket", "right_square_bracket"])
async def test_without_a_case_a_key_says_why_not(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press(key)
        await counter.sees("No case is open here; o opens one.", where="keys")


async def test_without_a_note_under_the_cursor_dropping_says_why_not(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("2", "D")
        await counter.sees(
            "Put the cursor on a note or number first: 3 goes to the notes, 4 to the case.", where="keys"
        )
        await counter.press("3", "D")
        await counter.sees("Note taken away; u brings it back", where="keys")
        await counter.sees_not("genealogy")


async def test_help_shows_every_command_and_why_one_does_not_work(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=(160, 160)) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("question_mark")
        await counter.sees("Keys", "needs an open case")
        screen = counter.screen()
        for command in COMMANDS:
            assert command.help in screen, command.id
            assert all(shown(key) in screen for key in command.keys), command.id
        await counter.press("escape")
        await counter.sees("Opal Freeman", where="header")


@pytest.mark.parametrize("key", ["question_mark", "f1"])
@pytest.mark.parametrize("leave", ["escape", "q", "question_mark", "f1"])
async def test_help_comes_and_goes_by_its_keys(demo_url: str, home: Path, key: str, leave: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press(key)
        await counter.sees("Look somebody up, from anywhere")
        await counter.press(leave)
        await counter.sees_not("Look somebody up, from anywhere")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_panels_are_focused_by_their_numbers(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        for number, panel in enumerate(("history", "conversations", "notes", "case"), 1):
            await counter.press(str(number))
            await counter.sees(f"╭─ {number} ")
            assert counter.app.focused is not None
            assert counter.app.focused.id == panel
        for panel in ("history", "conversations"):
            await counter.press("tab")
            assert counter.app.focused.id == panel
        await counter.press("shift+tab")
        assert counter.app.focused.id == "history"


async def test_own_keys_replace_the_usual_ones(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, keys={"note": "w", "interest": "f6,y"}) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.sees("w note", "F6 interest", where="keys")
        await counter.press("n")
        assert "Note on" not in counter.screen()
        await counter.press("w")
        await counter.sees("Note on Opal Freeman")
        await counter.press("escape", "y")
        await counter.sees("What Opal Freeman cares about")
        await counter.press("escape", "question_mark")
        await counter.until(lambda: "│  w  " in counter.line_of("Write a note"), "the own key")


async def test_the_palette_runs_commands_by_name(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("ctrl+p")
        await counter.type("write a note")
        await counter.sees("Write a note")
        await counter.until(lambda: "Note an interest" not in counter.screen(), "the hits for what was typed")
        await counter.press("enter")
        await counter.until(lambda: "Note on Opal Freeman" in counter.screen(), "the form")


async def test_the_palette_says_why_not_too(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("ctrl+p")
        await counter.type("add a number")
        await counter.sees("Add a number to the case")
        await counter.press("enter")
        await counter.sees("No case is open here", where="keys")


def test_the_palette_has_every_command_that_is_not_a_mere_movement() -> None:
    from deskui.ui.palette import OFFERED

    assert {each.id for each in OFFERED} == {
        each.id for each in COMMANDS if not each.fixed and each.where is not Where.FORM
    } - {"palette"}


async def test_the_colours_under_the_cursor_are_shown_and_esc_brings_those_of_before_back(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        before = counter.app.theme
        await counter.open("opal", "Opal Freeman")
        await counter.press("T")
        await counter.sees("Colours", before)
        await counter.press("j")
        await counter.until(lambda: counter.app.theme != before, "a preview")
        await counter.press("escape")
        await counter.until(lambda: counter.app.theme == before, "the colours of before")
    assert Remembered(home / "remembered.json").get("theme") == before


async def test_the_theme_chosen_is_remembered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("ctrl+p")
        await counter.type("choose the colours\n")
        await counter.sees("Colours", "textual-dark")
        before = counter.app.theme
        await counter.press("home", "enter")
        await counter.until(lambda: counter.app.theme != before, "another theme")
        chosen = counter.app.theme
    assert Remembered(home / "remembered.json").get("theme") == chosen
    async with at_the_counter(demo_url, home) as counter:
        assert counter.app.theme == chosen


async def test_q_goes_home_and_ctrl_q_out(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("q")
        await counter.sees("found", where="results")
        await counter.press("ctrl+q")
        await counter.until(lambda: counter.app._exit, "the app is left")
        assert counter.app.return_code in (0, None)


def test_no_command_is_on_a_key_that_terminals_do_not_tell_apart() -> None:
    impossible = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+enter", "shift+enter"}
    assert not impossible & {key for command in COMMANDS for key in keys_of(command, {})}
