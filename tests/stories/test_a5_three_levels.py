"""A5: what can we do better, as organisation, as process, as performer? The board reads at those three levels."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.domain.board.figures import figure, table
from deskui.domain.board.period import last_days
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.board import Board
    from deskui.desk.desk import Desk


def _board(desk: Desk) -> Board:
    return desk.board.read(last_days(30, desk.session.today(desk.now())))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_desk_each_kind_and_each_clerk_are_a_key_away(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        board = await counter.ask(_board)
        told = {each.figure.id: each for each in table(board.group)}
        await counter.press("f4")
        await counter.sees("Board: the whole desk", "30 days", "Promises due")
        await counter.holds(f"{told['they'].title} {told['they'].count}", where="figures")
        for title in ("came again within 7 days", "solved at the first visit", "open now", "half took at most"):
            await counter.holds(title, where="figures")
        await counter.press("tab")
        await counter.sees("Board: by kind of case", "repair")
        await counter.press("tab")
        await counter.sees("Board: by clerk", "Ada", "Ben")
        await counter.press("enter")
        await counter.sees(f"Board: {board.clerks[0].label}")
        await counter.press("escape", "1")
        await counter.sees("Board: the whole desk")


async def test_a_number_opens_its_rows_a_row_its_customer_and_esc_comes_back_to_the_number(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        period = last_days(30, counter.clock.now.date())
        late = await counter.ask(lambda desk: desk.board.rows(figure("broken"), period))
        assert late
        await counter.press("f4")
        await counter.sees("Board: the whole desk")
        await counter.press("j", "j", "j", "j", "enter")
        await counter.sees(f"broken: {len(late)}", late[0].what)
        await counter.press("escape")
        await counter.sees_not(f"broken: {len(late)}")
        assert counter.app.screen.query_one("#figures").key == "broken"
        await counter.press("enter")
        await counter.sees(f"broken: {len(late)}")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() == late[0].customer, late[0].customer)
        await counter.press("escape")
        await counter.until(lambda: bool(counter.app.screen.query("#figures")), "the board again")
        await counter.until(lambda: counter.app.screen.query_one("#figures").key == "broken", "the same number")


async def test_another_period_is_typed_and_read_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.press("f4")
        await counter.sees("Board: the whole desk")
        await counter.press("p")
        await counter.sees("Which days", "last month")
        await counter.type("1 nov - 20 nov")
        await counter.sees("1 Nov - 20 Nov 2026, 20 days; before: 12 Oct - 31 Oct 2026", where="understood")
        await counter.press("enter")
        await counter.sees("1 Nov - 20 Nov 2026, before: 12 Oct - 31 Oct", where="whose")
        await counter.press("p")
        await counter.type("soon")
        await counter.press("enter")
        await counter.sees(
            "That is no period; write 30, last month, or two days such as 1 nov - 20 nov.", where="understood"
        )


async def test_it_is_saved_as_a_table_that_no_spreadsheet_takes_for_formulas(
    demo_url: str, home: Path, tmp_path: Path
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        counter.app.files = tmp_path / "out"
        board = await counter.ask(_board)
        await counter.press("f4")
        await counter.sees("Board: the whole desk")
        await counter.press("e", "j", "j", "enter")
        await counter.sees("Board saved as", where="keys")
        (saved,) = counter.app.files.glob("board-*.csv")
        (look,) = await counter.ask(lambda _: list(models.Look.select().order_by(-models.Look.id).limit(1)))
        assert (look.kind, look.what) == ("export", f"board of {board.period.words}, csv")
    rows = list(csv.DictReader(io.StringIO(saved.read_text("utf-8-sig"))))
    whole = {row["figure"]: row for row in rows if row["level"] == "whole desk"}
    for told in table(board.group):
        if not told.figure.is_median:
            assert whole[told.title]["count"] == str(told.number)
    assert not [cell for row in rows for cell in row.values() if re.match("[=+@]|-[^0-9]", cell)]
