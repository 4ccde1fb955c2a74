"""Only the lines that differ are painted; what stands on the terminal is still what a whole repaint would give."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from tests.faults.at_terminal import CLEAR, ESCAPE, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.terminal import Terminal

pytestmark = pytest.mark.long

SIZE: Final = (160, 45)
KEYS: Final = (
    *("1", "2", "3", "4", "j", "k", "j", "\t", "\x1b[6~", "\x1b[5~", "\x1b[F", "\x1b[H", "]", ESCAPE, "\r", "?"),
    *("/", f"/{CLEAR}shari", f"/{CLEAR}m", f"/{CLEAR}mar", "\x1b[B", "\x1b[B", "\x1b[A", f"/{CLEAR}", "nx", "T"),
)
HASTY: Final = """
from textual.geometry import Region
from deskui.ui.widgets.line_view import LineView
exchange = LineView._exchange_repaint_regions
LineView._exchange_repaint_regions = lambda self: list(exchange(self))[:1]
"""
"""Paints the first of the lines that differ."""


@pytest.fixture
def narrow(shop: Path) -> Path:
    """The shop without the signs of which terminals disagree how wide they are."""
    with closing(sqlite3.connect(shop)) as connection:
        connection.execute(
            "UPDATE customer SET name = 'Wide', preferred_name = '', company = '' WHERE name LIKE 'Wide%'"
        )
        connection.commit()
    return shop


def body(desk: Terminal) -> list[str]:
    """The screen without the clock above and the passing words below."""
    return [row.rstrip() for row in desk.screen[1:-1]]


def differences(desk: Terminal, seed: int, steps: int) -> int:
    """Press keys at random; how often the screen was not what it is after everything is painted anew."""
    chance, found = random.Random(seed), 0
    open_shari(desk)
    for step in range(steps):
        desk.write(chance.choice(KEYS))
        if step % 6 == 5:
            desk.settle(0.15, 2)
            before = body(desk)
            desk.resize(SIZE[0] - 1, SIZE[1])
            desk.settle(0.1, 2)
            desk.resize(*SIZE)
            desk.settle(0.15, 2)
            found += body(desk) != before
    return found


def test_painting_by_difference_leaves_no_old_line(narrow: Path, home: Path) -> None:
    with open_desk(narrow, home, columns=SIZE[0], rows=SIZE[1]) as desk:
        assert differences(desk, 7, 60) == 0, desk.text


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
def test_painting_by_difference_leaves_no_old_line_for_long(narrow: Path, home: Path, seed: int) -> None:
    with open_desk(narrow, home, columns=SIZE[0], rows=SIZE[1]) as desk:
        assert differences(desk, seed, 180) == 0, desk.text


def test_painting_too_little_is_found_out(narrow: Path, home: Path) -> None:
    with open_desk(narrow, home, broken=HASTY, columns=SIZE[0], rows=SIZE[1]) as desk:
        assert differences(desk, 7, 30) > 0
