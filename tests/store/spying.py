"""Watching what a database is given: statements, their plans, and transactions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peewee import Database

TO_DO = "USING INDEX opening_to_rank"
"""An index that holds only what is still to be done, so reading all of it is the point."""
SMALL = frozenset({"shop", "employee", "household"})
"""Tables with a handful of rows, which may be read whole."""


class Ran:
    """What was run, in order."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, Any]] = []
        self.sent: list[str] = []

    def __len__(self) -> int:
        return len(self.statements)


@contextmanager
def watched(database: Database) -> Iterator[Ran]:
    """Note every statement and everything the engine really got, inside the block."""
    ran, real = Ran(), database.execute_sql

    def execute_sql(sql: str, params: Any = None, **kwargs: Any) -> Any:
        ran.statements.append((sql, params))
        return real(sql, params, **kwargs)

    connection = database.connection()
    connection.set_trace_callback(ran.sent.append)
    database.execute_sql = execute_sql
    try:
        yield ran
    finally:
        del database.execute_sql
        connection.set_trace_callback(None)


def full_scans(database: Database, ran: Ran) -> list[str]:
    """Steps of the plans of these statements that read a big table from end to end."""
    found = []
    for sql, params in ran.statements:
        if not sql.lstrip().upper().startswith(("SELECT", "WITH")) or "(0 = 1)" in sql:
            continue  # a list without members is no scan, whatever the plan says
        names = aliases(sql)
        for *_, step in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall():
            words = step.split()
            if TO_DO in step:
                continue
            if words[0] == "SCAN" and names.get(words[1], words[1]) not in SMALL | {"CONSTANT"}:
                found.append(f"{step}: {sql}")
    return found


def aliases(sql: str) -> dict[str, str]:
    """The tables behind the short names of a statement made by peewee."""
    words = sql.replace('"', "").replace("(", " ").replace(")", " ").replace(",", " ").split()
    return {words[at + 1]: words[at - 1] for at in range(1, len(words) - 1) if words[at] == "AS"}
