"""The manual: articles, their versions, what they are tied to, and the words they are found by."""

from __future__ import annotations

from peewee import BooleanField, CompositeKey, DateField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.staff import Employee


class Article(Table):
    """An article as it is called now; `kind` is a policy, guide, product note or tip."""

    kind = TextField(index=True)
    title = TextField(index=True)
    tags = TextField(default="")
    retired_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class ArticleVersion(Table):
    """What an article says from a day on; triggers refuse to change what was written."""

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
    at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("article", "number"), True),)


class ArticleTie(Table):
    """A product text, kind of case or kind of benefit that an article belongs to; `word` is what it is found by."""

    article = ForeignKeyField(Article, lazy_load=False, index=True)
    what = TextField()
    text = TextField()
    key = TextField()
    word = TextField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("what", "word"), False),)


class ArticleDoc(Model):
    """What a version is found by, folded, on the days on which it is in force; derived.

    The newer, the higher its rank; of those that are over, it is below zero.
    """

    rank = IntegerField(primary_key=True)
    article = IntegerField(index=True)
    title = TextField()
    text = TextField()
    starts = DateField()
    ends = DateField(null=True)

    class Meta:
        legacy_table_names = False


class ArticleWord(Model):
    """Every word in use, and in how many documents; derived."""

    token = TextField(primary_key=True)
    count = IntegerField(default=0)

    class Meta:
        legacy_table_names = False


class ArticleWordKey(Model):
    """Single-deletion keys of the first seven letters of each word; derived."""

    key = TextField()
    token = TextField()

    class Meta:
        legacy_table_names = False
        primary_key = CompositeKey("key", "token")
        without_rowid = True
