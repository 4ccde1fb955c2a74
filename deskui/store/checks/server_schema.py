"""Whether the tables on a server are what the migrations make there, by what the server says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import ProgrammingError
from playhouse.migrations import Runner

from deskui.store.schema import MIGRATIONS
from deskui.store.server import ServerDatabase

if TYPE_CHECKING:
    from peewee import Database

    Found = dict[str, str]

_TWIN: Final = "deskui_twin"
"""A schema that is made inside a transaction, and goes with it: nobody else ever sees it."""
_TABLES: Final = "SELECT c.oid FROM pg_class c WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r'"
_WHAT: Final = (
    (
        "column",
        "SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || "
        "COALESCE(pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
        f"WHERE a.attrelid IN ({_TABLES}) AND a.attnum > 0 AND NOT a.attisdropped",
    ),
    (
        "index",
        "SELECT c.relname, pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid FROM pg_index i "
        f"JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid IN ({_TABLES})",
    ),
    (
        "constraint",
        "SELECT c.relname || '.' || o.conname, pg_get_constraintdef(o.oid) FROM pg_constraint o "
        f"JOIN pg_class c ON c.oid = o.conrelid WHERE o.conrelid IN ({_TABLES})",
    ),
    (
        "trigger",
        "SELECT t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t "
        f"WHERE NOT t.tgisinternal AND t.tgrelid IN ({_TABLES})",
    ),
    (
        "function",
        "SELECT p.proname, pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = %s::regnamespace "
        "AND p.prorettype = 'trigger'::regtype",
    ),
)


def compare(database: Database) -> tuple[Found, list[str]] | None:
    """What the migrations make on this server, by kind and name, and what is otherwise in the database.

    Looked at on a connection of its own, so that the one at hand goes on seeing its moment. None where the user may
    make no schema, so that there is nothing to compare with.
    """
    if (made := _made(database)) is None:
        return None
    found = _described(database, database.execute_sql("SELECT current_schema()").fetchone()[0])
    tables = {name.partition(".")[0] for name in made if name.startswith(("column", "constraint"))}
    ours = {name for name in found if name.partition(".")[0] in tables or name.startswith(("index", "trigger"))}
    ours -= {name for name in found if "schema_migration" in name}
    return made, [
        *(f"The {name} is missing." for name in made.keys() - found.keys()),
        *(f"The {name} is none of ours." for name in ours - made.keys()),
        *(f"The {name} is not as it was made." for name in made.keys() & found.keys() if made[name] != found[name]),
    ]


class _Twin(ServerDatabase):
    """A connection of its own, which keeps nobody waiting: it touches nothing of theirs."""

    def begin(self, isolation_level: Any = None) -> None:
        """Begin at once, and not when everybody else has finished."""
        self.execute_sql("BEGIN")


def _made(database: Any) -> Found | None:
    twin = _Twin(database.database, prefer_psycopg3=True, autoconnect=False, **database.connect_params)
    twin.connect()
    try:
        with twin.atomic() as all_of_it:
            try:
                twin.execute_sql(f"CREATE SCHEMA {_TWIN}")
                twin.execute_sql(f"SET LOCAL search_path = {_TWIN}")
                # By another name: the runner would find what was applied to the tables beside these.
                Runner(twin, str(MIGRATIONS), _TWIN).up()
                return {name: text for name, text in _described(twin, _TWIN).items() if _TWIN not in name}
            except ProgrammingError as error:
                if "permission denied" in str(error):
                    return None
                raise
            finally:
                all_of_it.rollback()
    finally:
        twin.close()


def _described(database: Any, schema: str) -> Found:
    found = {}
    for kind, statement in _WHAT:
        for name, text in database.execute_sql(statement, (schema,)).fetchall():
            found[f"{kind} {name}"] = str(text).replace(f"{schema}.", "")
    return found
