"""The desk in a real terminal, worked by keys, and broken on purpose where a test must be shown to see it."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from deskui.settings import sqlite_url
from tests.benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE: Final = "\x1b"
SAVE: Final = "\x13"
QUIT: Final = "\x11"
CLEAR: Final = "\x15"
PASTE: Final = f"{ESCAPE}[200~"
PASTED: Final = f"{ESCAPE}[201~"
KEYS: Final = "Ctrl+Q quit"
"""Stands in the last line whenever the desk is ready for commands."""

_TWIN: Final = """
import sys
{broken}
from deskui.__main__ import main
sys.exit(main())
"""


def open_desk(
    shop: Path,
    home: Path,
    *,
    broken: str = "",
    columns: int = 120,
    rows: int = 40,
    login: bool = False,
    ready: bool = True,
) -> Terminal:
    """Start the desk on the shop, and wait for its first answer; `broken` is code that spoils it first."""
    command = [sys.executable, "-m", "deskui"] if not broken else [sys.executable, "-c", _TWIN.format(broken=broken)]
    kept = {f"XDG_{name}_HOME": str(home / name.casefold()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    desk = Terminal(
        [*command, "--database", sqlite_url(shop)],
        columns=columns,
        rows=rows,
        variables={"HOME": str(home), "DESKUI_DRAFTS": str(home / "drafts"), "DESKUI_EMPLOYEE": "Ada", **kept},
        login=login,
    )
    if ready:
        try:
            desk.shown("Recently opened")
            desk.shown("Ada")
        except BaseException:
            desk.close()
            raise
    return desk


def open_shari(desk: Terminal) -> None:
    """Look Shari up and open her."""
    desk.write("shari")
    desk.shown("Shari Caldwell")
    desk.write("\r")
    desk.shown("1 History")
    desk.shown("Missing parcel")


def begin_note(desk: Terminal) -> None:
    """Open the form for a note on the customer."""
    desk.write("n")
    desk.shown("Note on Shari")


def saved(desk: Terminal) -> bool:
    """Whether the desk says that the note is kept."""
    return "Note saved" in desk.text and "Note on Shari" not in desk.text


def notes_in(shop: Path) -> set[str]:
    """The texts of all notes in the database, which must be sound."""
    with closing(sqlite3.connect(shop)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {text for (text,) in connection.execute("SELECT text FROM note WHERE withdrawn_at IS NULL")}


def leave(desk: Terminal) -> int:
    """Quit the desk from wherever it is; its exit code."""
    desk.write(QUIT)
    desk.settle(0.2)
    if desk.process.poll() is None:
        desk.write(QUIT)
    return desk.ends(10)


def half_typed(home: Path) -> str:
    """The text of the half-typed note on Shari, whoever typed it."""
    for file in draft_files(home):
        return str(json.loads(file.read_text("utf-8"))["values"].get("text", ""))
    return ""


def draft_files(home: Path) -> list[Path]:
    """Where the half-typed note on Shari is kept."""
    return [file for file in (home / "drafts").glob("*.json") if '"text"' in file.read_text("utf-8")]
