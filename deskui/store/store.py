"""The store: one open database, its transactions, and the lookup index beside the data."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

from peewee import SqliteDatabase

from deskui.errors import DatabaseTrouble
from deskui.store import engine, journal, schema
from deskui.store.entry import Actor, Entry
from deskui.store.lookup_index import LookupIndex
from deskui.store.models import MODELS
from deskui.store.trouble import told_plainly
from deskui.store.writes import closing, derived

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from peewee import Database

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.store.server import ServerDatabase


class _RehearsedError(Exception):
    """Raised so that nothing is kept of what was only tried."""


class Store:
    """An open database; one per process, used from one thread at a time (each lane has its own connection)."""

    def __init__(self, database: Database, path: Path | None = None) -> None:
        self.database = database
        self.index = LookupIndex(database)
        self._path = path
        self._file = engine.file_identity(path)

    @classmethod
    def open(cls, url: str, *, create: bool = True) -> Store:
        """Open the database at `url`, created when there is none, and bring it to this program's schema.

        Raises: DatabaseTrouble in one sentence when it cannot be used, or is not there though `create` is
        false; it is left untouched then.
        """
        path = engine.database_path(url)
        if path is not None and not create and not engine.is_there(path):
            raise DatabaseTrouble(f"There is no database at {path} yet; start deskui once, or name another.")
        if path is not None and not engine.prepare_file(path):
            schema.refuse_newer(engine.applied_names(path), str(path))
        database = engine.make_database(url)
        with told_plainly():
            database.connect()
            try:
                schema.migrate(database, path)
            except BaseException:
                database.close()
                raise
        database.bind(MODELS, bind_refs=False, bind_backrefs=False)
        return cls(database, path)

    def connect(self) -> None:
        """Give the calling thread a connection of its own, if it has none."""
        with told_plainly():
            self.database.connect(reuse_if_open=True)

    def close(self) -> None:
        """Close the calling thread's connection."""
        if not self.database.is_closed():
            self.database.close()

    def perform(
        self,
        actor: Actor,
        at: datetime,
        verb: str,
        operation: str,
        work: Callable[[Entry], tuple[int, CustomerId | None]],
        undoes: int | None = None,
    ) -> Done:
        """Carry out one verb: `work` writes and returns (subject, customer); one transaction, one journal entry.

        An operation key that was used before does nothing and returns what it did then.
        Raises: DatabaseTrouble when the engine refuses, and whatever `work` raises; nothing is kept then.
        """
        with self.transaction():
            if (earlier := journal.find_operation(operation)) is not None:
                return earlier
            entry = Entry(actor, at)
            subject, customer = work(entry)
            closing.refuse_unfinished(entry)
            derived.refresh(self.database, entry)
            for changed in sorted(entry.customers):
                self.index.refresh(changed, entry.ranks.get(changed))
            return journal.append(entry, verb, subject, customer, operation, undoes)

    def rehearse(self, actor: Actor, at: datetime, work: Callable[[Entry], object]) -> None:
        """Carry `work` out and put everything back: whether a verb would be refused, before it is asked for.

        Raises: as `perform` does.
        """
        with suppress(_RehearsedError), self.transaction():
            entry = Entry(actor, at)
            work(entry)
            closing.refuse_unfinished(entry)
            raise _RehearsedError

    def server_now(self) -> datetime | None:
        """The instant by the clock of the server, None where the database is a file: one statement."""
        if isinstance(self.database, SqliteDatabase):
            return None
        return cast("datetime", self.database.execute_sql("SELECT clock_timestamp()").fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; begins IMMEDIATE on SQLite, so that reading first cannot fail later."""
        with told_plainly():
            if self.database.is_closed():
                raise DatabaseTrouble("The database is closed; start deskui again.")
            if self._file is not None and self._file != engine.file_identity(self._path):
                # SQLite would go on writing into the removed file, and all of it would vanish with the program.
                raise DatabaseTrouble(f"The database {self._path} was moved or removed; put it back, then try again.")
            with self.database.atomic():
                yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Every read in the block sees the database as it is at the first of them; others go on writing meanwhile."""
        with told_plainly():
            if isinstance(self.database, SqliteDatabase):
                with self.database.atomic("DEFERRED"):
                    yield
            else:
                with cast("ServerDatabase", self.database).unchanging():
                    yield
