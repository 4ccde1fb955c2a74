"""The database itself: where it is, how it is opened, and what is refused before it is touched."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from peewee import SqliteDatabase

from deskui.errors import DatabaseTrouble, Usage

if TYPE_CHECKING:
    from peewee import Database

APPLICATION_ID: Final = 0x4465736B
"""Marks a SQLite file as one of ours ("Desk")."""
_HEADER: Final = b"SQLite format 3\x00"


def database_path(url: str) -> Path | None:
    """The file behind a `sqlite:///path` address; None for `:memory:` and for PostgreSQL.

    Raises: Usage when the address is of no kind we know.
    """
    if url.startswith("postgresql:"):
        return None
    path = unquote(url.removeprefix("sqlite:///"))
    if not url.startswith("sqlite:///") or "\0" in path:
        # Not quoted whole: a mistyped address of a server holds its password.
        raise Usage(
            f"The database address {url[:12]!r}… is not understood; "
            "write sqlite:///path/to/file or postgresql://user@host/name."
        )
    return None if path == ":memory:" else Path(path).expanduser()


def make_database(url: str) -> Database:
    """A database object for the address, not connected yet.

    Raises: what `database_path` and `server_database` do.
    """
    path = database_path(url)
    if url.startswith("postgresql:"):
        from deskui.store.server import server_database

        return server_database(url)
    return SqliteDatabase(
        ":memory:" if path is None else str(path),
        pragmas={
            "journal_mode": "wal",
            "synchronous": "full",
            "foreign_keys": 1,
            "cache_size": -64 * 1024,
            "temp_store": "memory",
            "secure_delete": 1,  # what is erased or changed does not stay readable in the file
        },
        lock_type="IMMEDIATE",
        autoconnect=False,
        timeout=5,
    )


def prepare_file(path: Path) -> bool:
    """Make sure the file may be opened as our database; creates it (mode 0600) when there is none.

    Returns whether it is new. Raises: DatabaseTrouble in one sentence for a folder, a file of another
    kind, another program's database, or a place that cannot be written; nothing is changed then.
    """
    if is_there(path) and path.stat().st_size > 0:
        _check_ours(path)
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise DatabaseTrouble(f"The database {path} cannot be created: {error.strerror or error}.") from error
    return True


def is_there(path: Path) -> bool:
    """Whether there is a file at the place. Raises: DatabaseTrouble when it is none, or cannot be seen."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise DatabaseTrouble(f"The database {path} cannot be read: {error.strerror or error}.") from error
    if stat.S_ISDIR(mode):
        raise DatabaseTrouble(f"{path} is a folder; name a database file in it.")
    if not stat.S_ISREG(mode):
        raise DatabaseTrouble(f"{path} is not a file; name a database file.")
    return True


def file_identity(path: Path | None) -> tuple[int, int] | None:
    """What tells the file from any other that may come to stand in its place; None when there is none."""
    try:
        found = None if path is None else path.stat()
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)


def is_database(path: Path) -> bool:
    """Whether the file begins as a SQLite database does. Raises: DatabaseTrouble when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError as error:
        raise DatabaseTrouble(f"The database {path} cannot be read: {error.strerror or error}.") from error


def _check_ours(path: Path) -> None:
    if not is_database(path):
        raise DatabaseTrouble(f"{path} is not a database; name another file.")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise DatabaseTrouble(f"The database {path} is read-only here; make the file and its folder writable.")
    ours = _look(path, "PRAGMA application_id")[0] == APPLICATION_ID
    if not ours and _look(path, "SELECT count(*) FROM sqlite_master")[0] > 0:
        raise DatabaseTrouble(f"{path} is the database of another program; name another file.")


def applied_names(path: Path) -> set[str]:
    """The migrations a SQLite file has had, read without opening it for writing."""
    # Another process may be making the file this very moment: it has a header before it has this table.
    if not _look(path, "SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'"):
        return set()
    return set(_look(path, "SELECT name FROM schema_migration"))


def _look(path: Path, statement: str) -> list[Any]:
    # Even a reader leaves a log and its index beside a WAL database, unless it is told that nobody writes.
    untouched = "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"
    try:
        address = f"{path.absolute().as_uri()}?mode=ro{untouched}"
        connection = sqlite3.connect(address, uri=True, timeout=5)
        try:
            return [row[0] for row in connection.execute(statement)]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise DatabaseTrouble(f"The database {path} cannot be read: {error}.") from error
