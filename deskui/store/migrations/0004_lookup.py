"""The lookup index: one search document per customer whose row number is the rank."""

from __future__ import annotations

from typing import Any

from peewee import CompositeKey, IntegerField, Model, SqliteDatabase, TextField


def up(migrator: Any, db: Any) -> None:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class SearchDoc(Base):
        rank = IntegerField(primary_key=True)
        customer = IntegerField(unique=True)
        text = TextField()

    class Vocabulary(Base):
        token = TextField(primary_key=True)
        count = IntegerField(default=0)

    class VocabularyKey(Base):
        key = TextField()
        token = TextField()

        class Meta:
            primary_key = CompositeKey("key", "token")
            without_rowid = isinstance(db, SqliteDatabase)

    db.create_tables([SearchDoc, Vocabulary, VocabularyKey])
    if isinstance(db, SqliteDatabase):
        db.execute_sql(
            "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_doc', content_rowid='rank', "
            "detail=none, columnsize=0, prefix='1 2 3 4 5 6 7', tokenize='unicode61 remove_diacritics 0')"
        )
