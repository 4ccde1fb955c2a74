"""The board over a million contacts: thirty days are there at once, and whoever looks up meanwhile waits for none."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.board.groups import Level
from deskui.domain.board.period import last_days
from tests.benchmarks.board import made_up
from tests.conftest import NOW

if TYPE_CHECKING:
    from deskui.desk.desk import Desk

PATIENCE = {"what the screen opens with": ((), 1.0), "all levels, for a file": (tuple(Level), 1.5)}
"""What is told apart, and seconds of work, which is what a machine that does nothing else takes."""
LOOKUP = 0.05
"""Seconds of work of a lookup beside it, at the middle of all."""


@pytest.mark.long
def test_a_month_among_a_million_contacts_opens_in_time_and_lookups_go_on(url: str) -> None:
    with closing(open_desk(url, clock=lambda: NOW)) as desk:
        made_up(desk, 1_000_000, 300_000)
        period = last_days(30, desk.session.today(NOW))
        took: list[float] = []
        over = threading.Event()
        meanwhile = threading.Thread(target=_look_up, args=(desk, over, took))
        meanwhile.start()
        try:
            for what, (apart, patience) in PATIENCE.items():
                started = time.thread_time()
                board = desk.board.read(period, apart=apart)
                assert time.thread_time() - started < patience, what
                assert board.group.now.counts.total() > 20_000
        finally:
            over.set()
            meanwhile.join()
        assert sorted(took)[len(took) // 2] < LOOKUP


def _look_up(desk: Desk, over: threading.Event, took: list[float]) -> None:
    desk.connect()
    while not over.is_set():
        started = time.thread_time()
        desk.lookup.find(f"customer {len(took) * 37 % 9999}")
        took.append(time.thread_time() - started)
        over.wait(0.01)
    desk.close()
