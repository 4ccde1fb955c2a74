"""Bringing a database to this program's schema: numbered migrations, under a lock, after a backup copy."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from deskui.errors import DatabaseTrouble
from deskui.store.engine import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peewee import Database

    from deskui.store.server import ServerDatabase

MIGRATIONS = Path(__file__).with_name("migrations")
"""Their folder; it says how to add one."""


def known_names() -> set[str]:
    """The migrations this program knows."""
    return {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}


def refuse_newer(applied: set[str], place: str) -> None:
    """Raises: DatabaseTrouble when a newer program has already changed the database."""
    if newer := sorted(applied - known_names()):
        raise DatabaseTrouble(
            f"{place} was written by a newer version of deskui ({newer[-1]}); update this one to open it."
        )


def migrate(database: Database, path: Path | None) -> list[str]:
    """Apply what is pending and return the names applied; `path` is the SQLite file, None otherwise.

    A file that already holds data is copied beside itself first. One process at a time.
    """
    with _one_at_a_time(database, path):
        runner = Runner(database, str(MIGRATIONS))
        applied = set(runner.applied())
        refuse_newer(applied, str(path or "The database"))
        pending = sorted(known_names() - applied)
        if pending and applied and path is not None:
            _copy_beside(path, pending[0])
        if not applied and isinstance(database, SqliteDatabase):
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        names: list[str] = runner.up() if pending else []
        return names


def _copy_beside(path: Path, before: str) -> None:
    """One step of the backup API: with pages and a busy writer it never ends."""
    target = path.with_name(f"{path.name}.before-{before}")
    source, copy = sqlite3.connect(path), sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()
    target.chmod(0o600)


@contextmanager
def _one_at_a_time(database: Database, path: Path | None) -> Iterator[None]:
    """Hold the migration lock: a lock file for SQLite, an advisory lock for PostgreSQL."""
    if path is not None:
        from deskui.store.file_lock import locked

        with locked(path.with_name(path.name + ".lock")):
            yield
    elif isinstance(database, SqliteDatabase):
        yield
    else:
        with cast("ServerDatabase", database).alone():
            yield
