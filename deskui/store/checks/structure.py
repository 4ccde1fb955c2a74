"""Whether every table, column, index and trigger is there as this program makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peewee import SqliteDatabase

from deskui.domain.checked import Check, Checked
from deskui.store.models import MODELS
from deskui.store.schema import migrate

if TYPE_CHECKING:
    from peewee import Database

_OURS: Final = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL"
_TRIGGERS: Final = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"


def check_schema(database: Database) -> Checked:
    """Compare with a new database; on a server, where names and types differ, with the models and its triggers."""
    twin = SqliteDatabase(":memory:")
    try:
        migrate(twin, None)
        made = dict(twin.execute_sql(_OURS).fetchall())
    finally:
        twin.close()
    wrong = _of_file(database, made) if isinstance(database, SqliteDatabase) else _of_server(database, made)
    kinds = [name.split()[0] for name in made]
    seen = ", ".join(f"{kinds.count(kind)} {words}" for kind, words in _KINDS.items())
    return Checked(Check.SCHEMA, seen, tuple(sorted(wrong)))


_KINDS: Final = {"table": "tables", "index": "indexes", "trigger": "triggers"}


def _of_file(database: SqliteDatabase, made: dict[str, str]) -> list[str]:
    found = dict(database.execute_sql(_OURS).fetchall())
    return [
        *(f"The {name} is missing." for name in made.keys() - found.keys()),
        *(f"The {name} is none of ours." for name in found.keys() - made.keys()),
        *(f"The {name} is not as it was made." for name in made.keys() & found.keys() if made[name] != found[name]),
    ]


def _of_server(database: Database, made: dict[str, str]) -> list[str]:
    from playhouse.schema_diff import diff_models

    diff = diff_models(database, list(MODELS))
    missing = [str(each) for each in (*diff.create_tables, *diff.add_columns, *diff.add_indexes)]
    standing = {row[0] for row in database.execute_sql(_TRIGGERS).fetchall()}
    names = [name.removeprefix("trigger ") for name in made if name.startswith("trigger ")]
    wanted = {name.replace("_no_replace", "_no_truncate") for name in names}
    return [
        *(f"What the models declare is missing: {each}." for each in missing),
        *(f"The trigger {name} is missing." for name in wanted - standing),
    ]
