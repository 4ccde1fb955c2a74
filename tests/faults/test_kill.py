"""SIGKILL of the running desk: what it said was saved is there, and the half-typed text comes back."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.terminal import NeverShown
from tests.faults.at_terminal import SAVE, begin_note, draft_files, half_typed, notes_in, open_desk, open_shari, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.terminal import Terminal

GRACE = 0.2
"""Seconds that a letter on the screen may be older than its draft on a busy machine."""
HASTY = """
import asyncio
from deskui.domain.done import Done
from deskui.ui.app import DeskApp
from deskui.ui.kit.form_spec import Saved

async def save(self, work):
    asyncio.get_running_loop().call_later(0.5, self.counter.ask, work)
    return Saved(Done(0, None, "note.write", 0), "Note saved")

DeskApp.save = save
"""
"""Says that it is saved first, and saves a little later."""
FORGETFUL = "from deskui.ui.drafts import Drafts; Drafts.save = lambda *_: None"


class Clerk:
    """Writes notes as fast as the desk takes them, and remembers what was seen on the screen."""

    def __init__(self, desk: Terminal, round_number: int) -> None:
        self.desk, self.round = desk, round_number
        self.acknowledged: list[str] = []
        self.typed = ""
        self.seen: list[tuple[float, str]] = []

    def work(self) -> None:
        """Write until the desk is gone."""
        for count in range(1000):
            words = [f"{self.round}.{count}.{place}" for place in range(24)]
            self.typed, self.seen = "", []
            begin_note(self.desk)
            for word in words:
                self.desk.write(f"{word} ")
                self.typed += f"{word} "
                self.desk.shown(word)
                self.seen.append((time.monotonic(), self.typed))
            self.typed = ""
            self.desk.write(SAVE)
            self.desk.until(lambda: saved(self.desk), "an acknowledgement")
            self.acknowledged.append(" ".join(words))

    def half_typed(self, killed: float) -> str:
        """What must come back: the text that had been on the screen for a moment."""
        older = [text for at, text in self.seen if at < killed - GRACE]
        return older[-1] if self.typed and older else ""


def kill_at_random(desk: Terminal, clerk: Clerk, seconds: float) -> float:
    """Let the clerk work, and end the desk after that time without a warning; when it was."""
    killed: list[float] = []

    def kill() -> None:
        killed.append(time.monotonic())
        desk.process.kill()

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        with pytest.raises((NeverShown, OSError)):
            clerk.work()
    finally:
        timer.join()
    assert desk.process.wait(10) == -9
    return killed[0]


def rounds(shop: Path, home: Path, seed: int, count: int) -> tuple[int, int]:
    """Kill so many times; how many notes were acknowledged, and how often text had to come back."""
    chance = random.Random(seed)
    acknowledged: list[str] = []
    came_back = 0
    for number in range(count):
        with open_desk(shop, home) as desk:
            open_shari(desk)
            clerk = Clerk(desk, number)
            killed = kill_at_random(desk, clerk, chance.uniform(0.05, 2.0))
        acknowledged += clerk.acknowledged
        assert set(acknowledged) <= notes_in(shop), "acknowledged and lost"
        wanted = clerk.half_typed(killed)
        came_back += bool(wanted)
        kept = half_typed(home)
        assert kept.startswith(wanted), "half-typed and lost"
        for file in draft_files(home):
            file.unlink()
    return len(acknowledged), came_back


def test_what_was_acknowledged_is_kept_and_what_was_typed_comes_back(shop: Path, home: Path) -> None:
    rounds(shop, home, seed=2, count=5)


@pytest.mark.long
def test_fifty_kills_lose_nothing(shop: Path, home: Path) -> None:
    acknowledged, came_back = rounds(shop, home, seed=50, count=50)
    assert acknowledged > 25
    assert came_back > 5


def save_and_kill(shop: Path, home: Path, broken: str = "") -> bool:
    """Kill at the very moment of the acknowledgement; whether the note is kept."""
    with open_desk(shop, home, broken=broken) as desk:
        open_shari(desk)
        begin_note(desk)
        desk.write("promised to call back" + SAVE)
        desk.until(lambda: saved(desk), "an acknowledgement")
        desk.process.kill()
        desk.process.wait(10)
    return "promised to call back" in notes_in(shop)


def test_a_note_is_kept_when_it_is_acknowledged(shop: Path, home: Path) -> None:
    assert save_and_kill(shop, home)


def test_a_desk_that_acknowledges_first_is_found_out(shop: Path, home: Path) -> None:
    assert not save_and_kill(shop, home, HASTY)


def type_kill_and_reopen(shop: Path, home: Path, broken: str = "") -> str:
    """Kill in the middle of a note; the screen when the form is opened again."""
    with open_desk(shop, home, broken=broken) as desk:
        open_shari(desk)
        begin_note(desk)
        desk.write("her book is out in")
        desk.shown("her book is out in")
        desk.settle(GRACE)
        desk.process.kill()
        desk.process.wait(10)
    with open_desk(shop, home) as desk:
        open_shari(desk)
        begin_note(desk)
        desk.settle(0.2)
        return desk.text


def test_half_typed_text_is_back_in_its_form(shop: Path, home: Path) -> None:
    shown = type_kill_and_reopen(shop, home)
    assert "her book is out in" in shown
    assert "What you had typed is back" in shown


def test_a_desk_without_drafts_is_found_out(shop: Path, home: Path) -> None:
    assert "her book is out in" not in type_kill_and_reopen(shop, home, FORGETFUL)
