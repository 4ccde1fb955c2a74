"""The same tests on either engine: on a PostgreSQL server, when DESKUI_TEST_POSTGRES names one (`postgresql://…/postgres`)."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator

# Read when the tests are collected: no test sees the variables of who runs it.
SERVER: Final = os.environ.get("DESKUI_TEST_POSTGRES", "")
"""The address of a database of the server whose user may create others; empty: everything runs on SQLite."""

PAST_TRIGGERS: Final = "TRUNCATE {0} CASCADE" if SERVER else "REPLACE INTO {0} SELECT * FROM {0}"
"""What takes rows away, or puts others in their place, without UPDATE and DELETE."""


@contextmanager
def fresh_database(template: str = "", options: str = "") -> Iterator[str]:
    """The address of a new database, empty or a copy of the one at `template`; dropped after the block."""
    name = f"deskui_test_{uuid4().hex}"
    source = f"TEMPLATE {name_in(template)}" if template else options
    run(f"CREATE DATABASE {name} {source}")
    try:
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
    finally:
        run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def plain(url: str) -> Iterator[Any]:
    """A connection past the program, on either engine: what somebody with a shell can do to a database."""
    if url.startswith("sqlite:"):
        connection: Any = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    else:
        import psycopg

        connection = psycopg.connect(url, autocommit=True)
    with closing(connection):
        yield connection


def columns(connection: Any, table: str) -> list[str]:
    """The names of the columns of a table."""
    return [each[0] for each in connection.execute(f'SELECT * FROM "{table}" LIMIT 0').description]


def drop_trigger(name: str, table: str) -> str:
    """The statement that takes a trigger away."""
    return f"DROP TRIGGER {name} ON {table}" if SERVER else f"DROP TRIGGER {name}"


def hang_up(url: str, *, stays_away: bool = False) -> None:
    """Have the server end all connections to a database, as a restart does, and take no new ones if it stays away."""
    name = name_in(url)
    run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {not stays_away}")
    run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


def name_in(url: str) -> str:
    """The name of the database at an address."""
    return urlsplit(url).path.removeprefix("/")


def run(statement: str) -> None:
    """Let the server do something outside of the databases that are tested on."""
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(statement)
