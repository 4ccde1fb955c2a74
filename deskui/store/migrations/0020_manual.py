"""The manual: articles in versions that nobody can rewrite, their ties, and the index they are found by."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

from deskui.store.append_only import keeps


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Article(Base):
    """An article as it is called now."""

    kind = TextField(index=True)
    title = TextField(index=True)
    tags = TextField(default="")
    retired_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class ArticleVersion(Base):
    """What an article says from a day on."""

    article = ForeignKeyField(Article, lazy_load=False, index=False)
    number = IntegerField()
    title = TextField()
    tags = TextField(default="")
    text = TextField()
    valid_from = DateField()
    valid_until = DateField(null=True)
    may_quote = BooleanField(default=False)
    decides = TextField(default="")
    about = TextField(default="")
    why = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("article", "number"), True),)


class ArticleTie(Base):
    """What an article belongs to."""

    article = ForeignKeyField(Article, lazy_load=False, index=True)
    what = TextField()
    text = TextField()
    key = TextField()
    word = TextField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("what", "word"), False),)


class ArticleDoc(Model):
    """What a version is found by."""

    rank = IntegerField(primary_key=True)
    article = IntegerField(index=True)
    title = TextField()
    text = TextField()
    starts = DateField()
    ends = DateField(null=True)

    class Meta:
        legacy_table_names = False


class ArticleWord(Model):
    """A word in use."""

    token = TextField(primary_key=True)
    count = IntegerField(default=0)

    class Meta:
        legacy_table_names = False


TABLES: Final = (Article, ArticleVersion, ArticleTie, ArticleDoc, ArticleWord)
_WRITTEN: Final = (
    *("id", "article_id", "number", "title", "tags", "text", "valid_from", "valid_until"),
    *("may_quote", "decides", "about", "why", "by_id", "at"),
)
# By hand, as in 0004: only SQLite knows tables without row numbers.
_KEYS: Final = (
    'CREATE TABLE "article_word_key" ("key" TEXT NOT NULL, "token" TEXT NOT NULL, PRIMARY KEY ("key", "token"))'
)
_INDEX: Final = (
    "CREATE VIRTUAL TABLE article_index USING fts5(title, text, content='article_doc', content_rowid='rank', "
    "detail=column, columnsize=0, prefix='1 2 3 4 5 6 7', tokenize='unicode61 remove_diacritics 0')"
)
_WORDS: Final = (
    "CREATE INDEX article_doc_title_words ON article_doc USING GIN (to_tsvector('simple', title))",
    "CREATE INDEX article_doc_words ON article_doc USING GIN (to_tsvector('simple', title || ' ' || text))",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, guard what is written in them, and index the words as each engine can."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    keeps(db, "article_version", _WRITTEN, unique=("article_id", "number"))
    if isinstance(db, SqliteDatabase):
        db.execute_sql(f"{_KEYS} WITHOUT ROWID")
        db.execute_sql(_INDEX)
    else:
        db.execute_sql(_KEYS)
        for statement in _WORDS:
            db.execute_sql(statement)
