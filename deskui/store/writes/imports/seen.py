"""What a file has already named, and whom it was about, in constant memory."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType


class Seen:
    """Keeps them in a private SQLite file that the system deletes by itself; only its cache is in memory."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute("PRAGMA journal_mode = OFF")
        self._kept.execute("PRAGMA cache_size = -4096")
        self._kept.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, times INTEGER) WITHOUT ROWID")
        self._kept.execute("CREATE TABLE met (customer INTEGER PRIMARY KEY)")

    def count(self, key: str) -> int:
        """How often the key has been named, this time included."""
        statement = "INSERT INTO seen VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times"
        return int(self._kept.execute(statement, (key,)).fetchone()[0])

    def meet(self, customers: Iterable[int]) -> None:
        """Remember that the file was about these customers."""
        self._kept.execute("BEGIN")
        self._kept.executemany("INSERT OR IGNORE INTO met VALUES (?)", ((customer,) for customer in customers))
        self._kept.execute("COMMIT")

    def has_met(self, customer: int) -> bool:
        """Whether the file was about this customer before."""
        return self._kept.execute("SELECT 1 FROM met WHERE customer = ?", (customer,)).fetchone() is not None

    def __enter__(self) -> Seen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()
