"""The board as files: one page, all of it, and nothing in it that a spreadsheet or browser would run."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from deskui.desk.board import Board
from deskui.domain.board.charts import charts
from deskui.domain.board.figures import FIGURES, NOT_COMPARED, table
from deskui.domain.board.groups import by_clerk, by_kind, together
from deskui.domain.board.measures import Cell, Measure
from deskui.domain.board.period import Period
from deskui.domain.ids import EmployeeId
from deskui.exchange.boards.csv import board_csv
from deskui.exchange.boards.written import written_board

HOSTILE = "=HYPERLINK(1)<script>\x1b[2J"


@pytest.fixture
def board() -> Board:
    period = Period(date(2026, 11, 1), date(2026, 11, 20))
    cells = [
        Cell(is_before, EmployeeId(clerk), kind, measure, 6, 12 if measure is Measure.VISITS else None)
        for is_before in (False, True)
        for clerk in range(1, 9)
        for kind in (HOSTILE, "repair")
        for measure in Measure
    ]
    zone = ZoneInfo("America/Denver")
    names = {EmployeeId(number): f"Clerk {number}" for number in range(1, 9)}
    at = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
    drawn = charts([], period)
    return Board(period, at, zone, together(cells), by_kind(cells), by_clerk(cells, names), drawn, 100)


def test_csv_has_every_figure_of_every_group_and_no_formula(board: Board) -> None:
    rows = list(csv.reader(io.StringIO(written_board(board, "csv", "Alder").decode("utf-8-sig"))))
    assert len(rows) == 1 + len(FIGURES) * (1 + 2 + 8)
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]  # nothing changed in this one
    assert not [cell for cell in cells if "\x1b" in cell]
    told = {row[3]: row[4] for row in rows if row[0] == "whole desk"}
    assert all(told[each.title] == str(each.number) for each in table(board.group) if not each.figure.is_median)


def test_csv_has_changes_as_numbers_and_says_beside_them_what_is_not_compared() -> None:
    def counted(is_before: bool, measure: Measure, number: int, minutes: int | None = None) -> Cell:
        return Cell(is_before, None, "", measure, number, minutes)

    cells = [
        *(counted(False, Measure.KEPT_LATE, 3), counted(False, Measure.BROKEN, 7)),
        *(counted(True, Measure.KEPT_LATE, 8), counted(True, Measure.KEPT_EARLY, 2)),
        *(counted(False, Measure.VISITS, 9, 7), counted(True, Measure.VISITS, 9, 12)),
        *(counted(False, Measure.THEY_US, 1_500_000), counted(True, Measure.THEY_US, 6)),
        *(counted(False, Measure.CLOSED, 9), counted(True, Measure.CLOSED, 4)),
    ]
    rows = csv.DictReader(io.StringIO(board_csv([together(cells)]).decode("utf-8-sig")))
    told = {row["figure"]: (row["change"], row["change in"], row["note"]) for row in rows}
    assert told["kept late"] == ("-50", "points", "")
    assert told["half took at most"] == ("-5", "minutes", "")
    assert told["they contacted us"] == ("1499994", "", "")
    assert told["kept or broken"] == ("0", "", "")
    assert told["closed"] == ("", "", NOT_COMPARED)
    assert told["open now"] == ("", "", "")


def test_the_page_says_of_what_it_is(board: Board) -> None:
    assert written_board(board, "text", "Alder").decode().startswith("Alder: the board of the whole desk\n")


def test_the_web_page_runs_nothing_that_was_typed(board: Board) -> None:
    page = written_board(board, "html", "Alder").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert all(each.title in page for each in FIGURES)


def test_the_text_page_fits_its_lines(board: Board) -> None:
    page = written_board(board, "text", "Alder").decode()
    assert max(map(len, page.splitlines())) <= 120
    assert "\x1b" not in page


def test_the_paper_is_one_sheet(board: Board) -> None:
    pytest.importorskip("fpdf")
    for region in ("US", "DE"):
        paper = written_board(board, "pdf", "Alder", region=region)
        assert paper.count(b"/Type /Page\n") == 1
