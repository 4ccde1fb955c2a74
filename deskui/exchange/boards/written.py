"""The board written in one of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.board.groups import Level
from deskui.domain.board.report import report

if TYPE_CHECKING:
    from deskui.desk.board import Board
    from deskui.domain.board.report import Report

FORMATS: Final = ("text", "csv", "html", "pdf")


def written_board(board: Board, kind: str, shop: str, label: str = "", region: str = "") -> bytes:
    """The board as a file; `label` is what its group is called, nothing for the whole desk.

    Raises: MissingExtra where the library for a PDF is not installed.
    """
    if kind == "csv":
        from deskui.exchange.boards.csv import board_csv

        whole = (board.group,) if board.group.scope.level is Level.DESK else ()
        return board_csv((*whole, *board.kinds, *board.clerks))
    page = _page(board, shop, label)
    if kind == "pdf":
        from deskui.exchange.boards.pdf import board_pdf

        return board_pdf(page, region)
    if kind == "html":
        from deskui.exchange.boards.html import board_html

        return board_html(page).encode()
    from deskui.exchange.boards.text import board_text

    return board_text(page).encode()


def _page(board: Board, shop: str, label: str) -> Report:
    is_whole = board.group.scope.level is Level.DESK
    levels = ((Level.KIND, board.kinds), (Level.CLERK, board.clerks)) if is_whole else ()
    return report(shop, label, board.period, board.group, levels, board.at, board.zone)
