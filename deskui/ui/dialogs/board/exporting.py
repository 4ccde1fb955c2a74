"""Saving the board as a file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from deskui.exchange.saved_files import save_new
from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.lines import Line, quiet, strong

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.board import Board
    from deskui.ui.screens.board import BoardScreen

_WAYS: Final = (
    ("pdf", "PDF", "a page to print or to hand on"),
    ("html", "web page", "the same for a browser"),
    ("csv", "CSV", "every figure of every group, for a spreadsheet"),
    ("text", "text", "the page in plain lines"),
)
_SUFFIX: Final = {"text": "txt"}


def export(screen: BoardScreen) -> None:
    """Choose how; then all levels are read, which the screen shows one at a time, and saved off the event loop."""
    app, session, place = screen.app, screen.app.session, screen.place
    folder, region, shop = app.files, app.scene().region, "" if session is None else session.shop
    me = None if session is None else session.employee
    label = me.name if me is not None and screen.is_own else place.label

    def write(board: Board, kind: str) -> Path:
        from deskui.exchange.boards.written import written_board

        content = written_board(board, kind, shop, label, region)
        return save_new(folder, f"board-{board.period.last.isoformat()}", f".{_SUFFIX.get(kind, kind)}", content)

    async def save(kind: str) -> None:
        read = app.counter.report(lambda desk: place.read_all(desk, is_table=kind == "csv"))
        board = await asyncio.wrap_future(read)
        saved = await asyncio.to_thread(write, board, kind)
        await app.write(lambda desk: desk.looks.exported(f"board of {board.period.words}, {kind}"))
        app.say(f"Board saved as {saved}")

    def chosen(picked: Picked[str] | None) -> None:
        if picked is not None:
            app.aside(save(picked.choice))

    choices = [(kind, (Line((strong(f"{name:<10}"), quiet(what))),)) for kind, name, what in _WAYS]
    app.push_screen(Chooser("Save the board as", choices), chosen)
