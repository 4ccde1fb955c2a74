"""Sizes that change all the time, and pastes as large as a mailbox: the desk goes on, and says what it cut."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.at_terminal import CLEAR, PASTE, PASTED, begin_note, leave, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.terminal import Terminal

pytestmark = pytest.mark.long

MEGABYTE = 1_000_000
LATEST = 6.0
"""Seconds for a megabyte, on a busy machine."""
PROSE = ("every word she ever wrote to us, with héllos and lines\n" * 20_000)[:MEGABYTE]


def test_a_storm_of_sizes_leaves_the_desk_whole(shop: Path, home: Path) -> None:
    chance = random.Random(4)
    with open_desk(shop, home) as desk:
        open_shari(desk)
        for _ in range(60):
            desk.resize(chance.randint(1, 220), chance.randint(1, 60))
            desk.read(chance.choice((0, 0.01)))
        for size in ((1, 1), (5, 20), (20, 5), (3, 3), (120, 40)):
            desk.resize(*size)
            desk.settle(0.1)
        whole = ("Shari Caldwell", "1 History", "Missing parcel", "Ctrl+Q quit")
        desk.until(lambda: all(part in desk.text for part in whole), "the customer, whole")
        begin_note(desk)
        desk.resize(5, 20)
        desk.write("still here")
        desk.settle(0.1)
        desk.resize(100, 30)
        desk.shown("still here")


def pasted(desk: Terminal, text: str, shown: str, limit: float = LATEST) -> float:
    """Paste, and wait for a text on the screen; how many seconds it took."""
    began = time.monotonic()
    desk.write(PASTE + text + PASTED, limit)
    desk.shown(shown, limit)
    return time.monotonic() - began


def test_a_megabyte_in_the_lookup_is_cut_with_a_word(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        pasted(desk, PROSE, "characters fit here")
        desk.write(CLEAR)
        open_shari(desk)
        assert leave(desk) == 0


def test_a_megabyte_in_a_note_is_kept_or_cut_with_a_word(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        open_shari(desk)
        begin_note(desk)
        pasted(desk, PROSE, "characters fit here")
        desk.write("and this")
        desk.shown("and this", LATEST)


@pytest.mark.long
def test_a_megabyte_without_paste_marks_ends_some_time(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        desk.write(PROSE.replace("\n", " "), 120)
        desk.write(CLEAR)
        open_shari(desk)
