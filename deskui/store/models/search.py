"""The lookup index beside the data: one document per customer, and the words in all of them."""

from __future__ import annotations

from peewee import CompositeKey, IntegerField, Model, TextField


class SearchDoc(Model):
    """What a customer is found by, folded; the higher the rank, the more recently seen."""

    rank = IntegerField(primary_key=True)
    customer = IntegerField(unique=True)
    text = TextField()

    class Meta:
        legacy_table_names = False


class Vocabulary(Model):
    """Every name word in use, and how many customers carry it."""

    token = TextField(primary_key=True)
    count = IntegerField(default=0)

    class Meta:
        legacy_table_names = False


class VocabularyKey(Model):
    """Single-deletion keys of the first seven letters of each word (SymSpell)."""

    key = TextField()
    token = TextField()

    class Meta:
        legacy_table_names = False
        primary_key = CompositeKey("key", "token")
        without_rowid = True
