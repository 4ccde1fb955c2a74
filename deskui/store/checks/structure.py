"""Whether every table, column, index and trigger is there as this program makes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from peewee import SqliteDatabase

from deskui.domain.checked import Check, Checked
from deskui.store.models import MODELS
from deskui.store.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peewee import Database

_OURS: Final = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL"
_TRIGGERS: Final = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"


def check_schema(database: Database) -> Checked:
    """Compare with a new database; on a server with what the migrations make there, where the user may try that."""
    if isinstance(database, SqliteDatabase):
        made, wrong = _of_file(database)
        return Checked(Check.SCHEMA, _counted(made), tuple(sorted(wrong)))
    from deskui.store.checks.server_schema import compare

    if (compared := compare(database)) is not None:
        return Checked(Check.SCHEMA, _counted(compared[0]), tuple(sorted(compared[1])))
    seen = "looked at by name alone, as this user may make no schema to compare with"
    return Checked(Check.SCHEMA, seen, tuple(sorted(_by_name(database))))


_KINDS: Final = {"table": "tables", "column": "columns", "index": "indexes", "trigger": "triggers"}


def _counted(made: Iterable[str]) -> str:
    kinds = Counter(name.split()[0] for name in made)
    return ", ".join(f"{kinds[kind]} {words}" for kind, words in _KINDS.items() if kinds[kind])


def _new() -> dict[str, str]:
    twin = SqliteDatabase(":memory:")
    try:
        migrate(twin, None)
        return dict(twin.execute_sql(_OURS).fetchall())
    finally:
        twin.close()


def _of_file(database: SqliteDatabase) -> tuple[dict[str, str], list[str]]:
    made, found = _new(), dict(database.execute_sql(_OURS).fetchall())
    return made, [
        *(f"The {name} is missing." for name in made.keys() - found.keys()),
        *(f"The {name} is none of ours." for name in found.keys() - made.keys()),
        *(f"The {name} is not as it was made." for name in made.keys() & found.keys() if made[name] != found[name]),
    ]


def _by_name(database: Database) -> list[str]:
    from playhouse.schema_diff import diff_models

    diff = diff_models(database, list(MODELS))
    missing = [str(each) for each in (*diff.create_tables, *diff.add_columns, *diff.add_indexes)]
    standing = {row[0] for row in database.execute_sql(_TRIGGERS).fetchall()}
    names = [name.removeprefix("trigger ") for name in _new() if name.startswith("trigger ")]
    wanted = {name.replace("_no_replace", "_no_truncate") for name in names}
    return [
        *(f"What the models declare is missing: {each}." for each in missing),
        *(f"The trigger {name} is missing." for name in wanted - standing),
    ]
