"""Handwritten statements on either engine: peewee's compiler would take longer than the search itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase, __exception_wrapper__  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peewee import Database


class Statements:
    """Runs SQL written with `?` on the calling thread's connection."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.is_sqlite = isinstance(database, SqliteDatabase)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        found: list[tuple[Any, ...]] = self.database.execute_sql(self._for_engine(statement), values).fetchall()
        return found

    def one(self, statement: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        found: tuple[Any, ...] | None = self.database.execute_sql(self._for_engine(statement), values).fetchone()
        return found

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """One writing statement."""
        self.database.execute_sql(self._for_engine(statement), values)

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One writing statement for many rows."""
        # The driver's own errors become peewee's, as they do in its execute().
        with __exception_wrapper__:
            self.database.cursor().executemany(self._for_engine(statement), rows)

    def changes(self) -> int:
        """How many rows this connection has written since it was opened (SQLite only)."""
        return int(self.database.connection().total_changes)

    def _for_engine(self, statement: str) -> str:
        return statement if self.is_sqlite else statement.replace("%", "%%").replace("?", "%s")
