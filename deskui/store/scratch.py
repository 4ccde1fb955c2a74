"""A copy of a database to try something on: the original is only read."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from deskui.errors import DatabaseTrouble, Usage
from deskui.store import engine, schema

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def scratch_copy(url: str) -> Iterator[str]:
    """The address of a private copy of the database at `url`, gone after the block.

    Where there is no database yet the copy is a new one. Raises: DatabaseTrouble when the original cannot be
    read, Usage when it is no SQLite database.
    """
    path = engine.database_path(url)
    if path is None:
        raise Usage("A dry run works on a SQLite database only; leave --dry-run out.")
    with TemporaryDirectory(prefix="deskui-") as folder:
        target = Path(folder) / "copy.sqlite3"
        if engine.is_there(path) and path.stat().st_size > 0:
            engine.prepare_file(path)
            schema.refuse_newer(engine.applied_names(path), str(path))
            _copy(path, target)
        yield f"sqlite:///{target.as_posix()}"


def _copy(path: Path, target: Path) -> None:
    """One step of the backup API, from a connection that cannot write."""
    try:
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            source.close()
            copy.close()
    except sqlite3.Error as error:
        raise DatabaseTrouble(f"The database {path} cannot be copied for a dry run: {error}.") from error
