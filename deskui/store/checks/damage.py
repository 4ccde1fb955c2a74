"""Whether the file itself is whole, and no row points at one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peewee import SqliteDatabase

from deskui.domain.checked import Check, Checked
from deskui.store import scrubbing

if TYPE_CHECKING:
    from peewee import Database

_MOST: Final = 20


def check_file(database: Database) -> Checked:
    """What SQLite itself finds; a PostgreSQL server looks after its own files."""
    if not isinstance(database, SqliteDatabase):
        return Checked(Check.FILE, f"kept by the server{_owed()}")
    said = [row[0] for row in database.execute_sql(f"PRAGMA integrity_check({_MOST})").fetchall()]
    wrong = [f"SQLite finds damage: {each}." for each in said if each != "ok"]
    for table, row, parent, _ in database.execute_sql("PRAGMA foreign_key_check").fetchmany(_MOST):
        wrong.append(f"Row {row} of {table} points at a row of {parent} that is not there.")
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    size = pages * database.execute_sql("PRAGMA page_size").fetchone()[0]
    return Checked(Check.FILE, f"{size / 1e6:,.1f} MB{_owed()}", tuple(wrong))


def _owed() -> str:
    return ", still holds redacted text: open a desk to have it scrubbed" if scrubbing.is_owed() else ""
