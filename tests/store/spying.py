"""Watching what a database is given: statements, their plans, and transactions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from deskui.store.reads.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from peewee import Database

TO_DO = "USING INDEX opening_to_rank"
"""An index that holds only what is still to be done, so reading all of it is the point."""
SMALL = frozenset("shop employee deputy household step_template goodwill_limit outreach_rule work_kind".split())
"""Tables with a handful of rows, which may be read whole."""


class Ran:
    """What was run, in order."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, Any]] = []
        self.sent: list[str] = []

    def __len__(self) -> int:
        return len(self.statements)

    @property
    def transactions(self) -> list[str]:
        """Where transactions for writing began and ended; on either engine they wait for other writers first."""
        begun = [each for each in self.sent if each.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]
        waits = ("BEGIN IMMEDIATE", "BEGIN; SELECT pg_advisory_xact_lock")
        return ["BEGIN to write" if each.startswith(waits) else each for each in begun]


@contextmanager
def watched(database: Database) -> Iterator[Ran]:
    """Note every statement and everything the engine really got, inside the block."""
    ran, real = Ran(), database.execute_sql

    def execute_sql(sql: str, params: Any = None, **kwargs: Any) -> Any:
        ran.statements.append((sql, params))
        return real(sql, params, **kwargs)

    database.execute_sql = execute_sql
    try:
        with _told_to_engine(database, ran.sent.append):
            yield ran
    finally:
        del database.execute_sql


@contextmanager
def _told_to_engine(database: Database, hear: Callable[[str], None]) -> Iterator[None]:
    """Have everything heard that goes down this thread's connection."""
    connection = database.connection()
    if isinstance(database, SqliteDatabase):
        connection.set_trace_callback(hear)
        yield
        connection.set_trace_callback(None)
        return
    usual = connection.cursor_factory

    class Heard(usual):  # type: ignore[misc, valid-type]
        def execute(self, query: str, *args: Any, **kwargs: Any) -> Any:
            hear(query)
            return super().execute(query, *args, **kwargs)

        def executemany(self, query: str, *args: Any, **kwargs: Any) -> Any:
            hear(query)
            return super().executemany(query, *args, **kwargs)

    connection.cursor_factory = Heard
    yield
    connection.cursor_factory = usual


def steps(database: Database, work: Callable[[], object]) -> int:
    """How many steps of its machine SQLite takes for some work: what it costs, on a slow and a busy machine alike."""
    begun, connection = [0], database.connection()

    def count() -> int:
        begun[0] += 1
        return 0

    connection.set_progress_handler(count, 100)
    try:
        work()
    finally:
        connection.set_progress_handler(None, 0)
    return begun[0] * 100


def full_scans(database: Database, ran: Ran) -> list[str]:
    """Steps of the plans of these statements that read a big table from end to end."""
    found = []  # a table named by a mark is what a LIMIT has left of a select
    for sql, params in ran.statements:
        if not sql.lstrip().upper().startswith(("SELECT", "WITH")) or "(0 = 1)" in sql:
            continue  # a list without members is no scan, whatever the plan says
        names = aliases(sql)
        for step in plan(database, sql, params):
            words = step.split()
            if TO_DO in step:
                continue
            if words[0] == "SCAN" and names.get(words[1], words[1]) not in SMALL | {"CONSTANT", "?"}:
                found.append(f"{step}: {sql}")
    return found


def plan(database: Database, sql: str, params: Any) -> list[str]:
    """The steps of a statement's plan, those that read a table from end to end as `SCAN table`.

    A server reads small tables so whatever indexes they have, so it is asked what it would do if it could help it.
    """
    if isinstance(database, SqliteDatabase):
        return [row[-1] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()]
    database.execute_sql("SET enable_seqscan = off")
    steps = [row[0].strip(" ->") for row in database.execute_sql(f"EXPLAIN {sql}", params).fetchall()]
    database.execute_sql("RESET enable_seqscan")
    return [step.replace("Seq Scan on ", "SCAN ") for step in steps if step]


def aliases(sql: str) -> dict[str, str]:
    """The tables behind the short names of a statement made by peewee."""
    words = sql.replace('"', "").replace("(", " ").replace(")", " ").replace(",", " ").split()
    return {words[at + 1]: words[at - 1] for at in range(1, len(words) - 1) if words[at] == "AS"}


@contextmanager
def compiled_asked() -> Iterator[list[tuple[Compiled, tuple[Any, ...]]]]:
    """Every query of kept text that is asked inside the block, with its values."""
    asked: list[tuple[Compiled, tuple[Any, ...]]] = []
    real = Compiled._ask

    def ask(self: Compiled, values: tuple[Any, ...]) -> Any:
        asked.append((self, values))
        return real(self, values)

    Compiled._ask = ask  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Compiled._ask = real  # type: ignore[method-assign]
