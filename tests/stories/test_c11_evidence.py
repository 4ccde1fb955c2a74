"""C11: techies without people skills stay in the back. Evidence per clerk, and no score made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.domain.board.figures import NOT_COMPARED
from deskui.domain.board.groups import Level, Scope
from deskui.domain.board.measures import DECIDED, Measure
from deskui.domain.board.period import last_days
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.board import Board
    from deskui.desk.desk import Desk


def _board(desk: Desk) -> Board:
    return desk.board.read(last_days(30, desk.session.today(desk.now())))


async def test_a_supervisor_sees_what_each_did_and_what_it_rests_on(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        board = await counter.ask(_board)
        await counter.press("f4", "3")
        await counter.sees("Board: by clerk")
        for group in board.clerks:
            row = counter.line_of(group.label, "figures")
            kept = group.now.sum(DECIDED[:3])
            assert f"{kept} of {group.now.sum(DECIDED)}" in row
            assert f" {group.now.counts[Measure.THEY_US]} " in row
        assert "score" not in counter.screen().casefold()
        assert NOT_COMPARED in counter.screen()


async def test_a_clerk_sees_their_own_and_nobody_elses(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=ACTING) as counter:
        await counter.press("f4")
        await counter.sees("Board: you", "Promises due")
        own = await counter.ask(_board)
        me = counter.app.session
        assert me is not None
        assert me.employee is not None
        assert own.group.scope == Scope(Level.CLERK, clerk=me.employee.id)
        await counter.holds(f"they contacted us {own.group.now.counts[Measure.THEY_US]}", where="figures")
        for key in ("1", "2", "tab"):
            await counter.press(key)
            await counter.sees("Only a supervisor sees the board of others; this is yours.", where="keys")
        assert "Board: you" in counter.screen()
        assert "Ada" not in counter.read("figures")


async def test_whoever_takes_over_the_desk_does_not_find_the_board_of_others_on_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.press("f4", "3", "enter")
        await counter.sees("Board: Ben")
        await counter.press("f8", "p", "enter")
        await counter.sees("Paul", where="status")
        assert not counter.app.screen.query("#figures")
        await counter.press("f4")
        await counter.sees("Board: you")
        own = await counter.ask(_board)
        assert [each.label for each in own.clerks] == ["Paul"]
