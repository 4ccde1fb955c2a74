"""The lookup index: one search document per customer whose row number is the rank."""

from __future__ import annotations

from typing import Any, Final

from peewee import IntegerField, Model, SqliteDatabase, TextField


class Base(Model):
    """What all of these tables have in common."""

    class Meta:
        legacy_table_names = False


class SearchDoc(Base):
    """What a customer is found by."""

    rank = IntegerField(primary_key=True)
    customer = IntegerField(unique=True)
    text = TextField()


class Vocabulary(Base):
    """A word in use, and how many customers carry it."""

    token = TextField(primary_key=True)
    count = IntegerField(default=0)


TABLES: Final = (SearchDoc, Vocabulary)
# By hand: only SQLite knows tables without row numbers, and a model says the same to every engine.
_KEYS: Final = (
    'CREATE TABLE "vocabulary_key" ("key" TEXT NOT NULL, "token" TEXT NOT NULL, PRIMARY KEY ("key", "token"))'
)
_INDEX: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_doc', content_rowid='rank', "
    "detail=none, columnsize=0, prefix='1 2 3 4 5 6 7', tokenize='unicode61 remove_diacritics 0')"
)


def up(migrator: Any, db: Any) -> None:
    """Make the documents, the words and their keys, and the full-text index where the engine has one."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    if isinstance(db, SqliteDatabase):
        db.execute_sql(f"{_KEYS} WITHOUT ROWID")
        db.execute_sql(_INDEX)
    else:
        db.execute_sql(_KEYS)
