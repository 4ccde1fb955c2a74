"""A visit in a real terminal: ended by leaving, left open by a kill, and closed by the next start."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from tests.faults.at_terminal import QUIT, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

CLOSED = "visit left open when the program stopped is closed"


def how_it_ended(shop: Path) -> str | None:
    """How the last visit ended; None while it is open."""
    with closing(sqlite3.connect(shop)) as connection:
        ((how,),) = connection.execute("SELECT how FROM visit ORDER BY id DESC LIMIT 1")
        return str(how) if how else None


def test_a_killed_desk_leaves_its_visit_to_the_next_start(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        open_shari(desk)
        desk.shown("visit 0:0")
        desk.process.kill()
        desk.process.wait(10)
    assert how_it_ended(shop) is None
    with open_desk(shop, home) as desk:
        desk.shown(CLOSED)
        assert how_it_ended(shop) == "abandoned"
        desk.write(QUIT)
        assert desk.ends() == 0
    with open_desk(shop, home) as desk:
        desk.settle(0.3)
        assert CLOSED not in desk.text


def test_its_clock_moves_by_the_second(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        open_shari(desk)
        desk.shown("visit 0:02")
        desk.shown("visit 0:03")


def test_ctrl_q_and_a_signal_end_it(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        open_shari(desk)
        desk.shown("visit 0:0")
        desk.write(QUIT)
        assert desk.ends() == 0
    assert how_it_ended(shop) == "left without a word"
    with open_desk(shop, home) as desk:
        open_shari(desk)
        desk.shown("visit 0:0")
        desk.signal(signal.SIGTERM)
        assert desk.ends() == 128 + signal.SIGTERM
    assert how_it_ended(shop) == "left without a word"


def test_a_database_that_is_gone_does_not_hold_the_end(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        open_shari(desk)
        desk.shown("visit 0:0")
        shop.rename(shop.with_name("aside.sqlite3"))
        began = time.monotonic()
        desk.write(QUIT)
        assert desk.ends() == 0
        assert time.monotonic() - began < 5
        assert "Traceback" not in desk.text
