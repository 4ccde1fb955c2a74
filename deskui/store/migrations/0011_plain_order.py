"""What is looked up by its beginning is kept in the order of its characters, whatever the language of the server."""

from __future__ import annotations

from typing import Any

from peewee import SqliteDatabase

_COLUMNS = (
    *(("customer", "number"), ("alias", "key"), ("contact_point", "key")),
    *(("reference", "key"), ("reference", "digits"), ("search_doc", "text")),
    *(("vocabulary", "token"), ("vocabulary_key", "key"), ("vocabulary_key", "token")),
)


def up(migrator: Any, db: Any) -> None:
    """Put these columns in plain order on a server."""
    if isinstance(db, SqliteDatabase):
        return  # it knows no other order
    for table, column in _COLUMNS:
        db.execute_sql(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE text COLLATE "C"')
