"""The database fails under the open desk: one sentence, the text kept, and it works again afterwards."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.faults.at_terminal import SAVE, begin_note, notes_in, open_desk, open_shari, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.terminal import Terminal

TEXT = "asked for the blue one"
UNWRITABLE = """
from deskui.desk import opening
store_open = opening.Store.open

def unwritable(url, *, create=True):
    store = store_open(url, create=create)
    store.database.execute_sql("PRAGMA query_only = ON")
    return store

opening.Store.open = unwritable
"""
"""What the engine says of a file or a folder that may not be written to; root may write to any."""
BLIND = "from deskui.store import engine; engine.file_identity = lambda path: None"


def write(desk: Terminal) -> None:
    """Write a note on Shari, and save it."""
    open_shari(desk)
    begin_note(desk)
    desk.write(TEXT)
    desk.shown(TEXT)


def refused(desk: Terminal, words: str) -> None:
    """Save in vain: the form stays, with the text in it and one sentence below."""
    desk.write(SAVE)
    desk.shown(words)
    assert "Note on Shari" in desk.text
    assert TEXT in desk.text
    assert "Traceback" not in desk.text


def accepted(desk: Terminal, shop: Path) -> None:
    """Save again, now that nothing is in the way."""
    desk.write(SAVE)
    desk.until(lambda: saved(desk), "an acknowledgement")
    assert TEXT in notes_in(shop)


def test_a_full_disk_is_told_and_the_note_is_saved_when_there_is_room_again(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        write(desk)
        _, most = resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (1, most))
        refused(desk, "nothing was saved")
        assert TEXT not in notes_in(shop)
        resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (most, most))
        accepted(desk, shop)


def test_a_database_that_was_removed_takes_no_more_notes(shop: Path, home: Path) -> None:
    aside = shop.with_name("aside.sqlite3")
    with open_desk(shop, home) as desk:
        write(desk)
        shop.rename(aside)
        refused(desk, "was moved or removed")
        aside.rename(shop)
        accepted(desk, shop)


def test_a_desk_that_does_not_look_is_found_out(shop: Path, home: Path) -> None:
    with open_desk(shop, home, broken=BLIND) as desk:
        write(desk)
        for part in ("", "-wal", "-shm"):
            shop.with_name(shop.name + part).unlink()
        desk.write(SAVE)
        desk.until(lambda: saved(desk), "an acknowledgement of what is lost")
    assert not shop.exists()


def test_a_database_that_may_not_be_written_to_is_told(shop: Path, home: Path) -> None:
    with open_desk(shop, home, broken=UNWRITABLE) as desk:
        write(desk)
        refused(desk, "read-only")


@pytest.mark.long
def test_a_database_held_by_another_program_is_told(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        write(desk)
        with closing(sqlite3.connect(shop, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused(desk, "busy")
            other.execute("ROLLBACK")
        accepted(desk, shop)
