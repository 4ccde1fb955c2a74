"""A database on a PostgreSQL server: reached, and reached again after it was away; one writer at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from peewee import PeeweeException, PostgresqlDatabase, __exception_wrapper__  # type: ignore[attr-defined]

from deskui.errors import DatabaseTrouble, Usage
from deskui.store.trouble import told_plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WRITING: Final = 0x4465736B
"""The lock that whoever writes holds ("Desk"); PostgreSQL keeps such locks apart by database."""
_PATIENCE: Final = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "options": "-c lock_timeout=5s",
}
"""How long a server may keep a desk waiting, where the address says nothing else."""


class ServerDatabase(PostgresqlDatabase):
    """A connection that is made anew when the server was away, though never in the middle of a transaction."""

    def begin(self, isolation_level: Any = None) -> None:
        """Begin to write once everybody else has finished, as IMMEDIATE does on SQLite.

        Without that, two desks would chain their journal entries to the same one before.
        """

        engine: Any = self

        def wait_for_turn() -> None:
            with __exception_wrapper__:
                try:
                    engine.cursor().execute(f"BEGIN; SELECT pg_advisory_xact_lock({WRITING})")
                except Exception:
                    if not self._is_lost():
                        engine.cursor().execute("ROLLBACK")
                    raise

        self._on_living_connection(wait_for_turn, again=True)

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        """Reads in the block all see the database as it is at the first; nobody who writes is kept waiting."""
        self.execute_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            self.execute_sql("ROLLBACK")

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """Run a statement; a read outside of a transaction is asked again where the connection was lost.

        Raises: DatabaseTrouble when the server cannot be reached again.
        """
        engine: Any = super()

        def run() -> Any:
            return engine.execute_sql(sql, params)

        if self.in_transaction():
            return run()
        return self._on_living_connection(run, again=sql.lstrip("( \n").upper().startswith(("SELECT", "WITH")))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes inside the block, however long it takes; waits as long as somebody else does."""
        self.execute_sql("SET lock_timeout = 0")
        self.execute_sql(f"SELECT pg_advisory_lock({WRITING})")
        try:
            yield
        finally:
            self.execute_sql(f"SELECT pg_advisory_unlock({WRITING})")
            self.execute_sql("RESET lock_timeout")

    def _on_living_connection(self, run: Callable[[], Any], *, again: bool) -> Any:
        if self._is_lost():
            self._reconnect()
        try:
            return run()
        except PeeweeException:
            if not (again and self._is_lost()):
                raise
        self._reconnect()
        with told_plainly():
            return run()

    def _is_lost(self) -> bool:
        engine: Any = self
        return not engine.is_closed() and bool(engine.connection().closed)

    def _reconnect(self) -> None:
        """The lost connection stays until there is a new one: the database is away, not closed."""
        engine: Any = self
        with told_plainly(), __exception_wrapper__:
            engine._state.set_connection(engine._connect())


def server_database(url: str) -> ServerDatabase:
    """A database object for a `postgresql://` address, not connected yet.

    Raises: DatabaseTrouble when no driver is installed, Usage when the address makes no sense.
    """
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise DatabaseTrouble(
            "PostgreSQL needs a driver that is not installed; run: pip install 'psycopg[binary]'."
        ) from error
    try:
        parts: dict[str, Any] = _PATIENCE | conninfo_to_dict(url)
    except ProgrammingError as error:
        # Not quoted at all: the address holds a password.
        raise Usage("The database address is not understood; write postgresql://user@host:port/name.") from error
    if not (name := parts.pop("dbname", "")):
        raise Usage("The database address names no database; write postgresql://user@host:port/name.")
    return ServerDatabase(name, prefer_psycopg3=True, autoconnect=False, **parts)
