"""What earlier concessions and refused requests have in common with a case: derived."""

from __future__ import annotations

from peewee import IntegerField, Model, TextField

from deskui.store.models.base import InstantField


class PrecedentTrait(Model):
    """A customer, kind of case, policy or word that a concession or a refused request has; rebuildable.

    `source` is the table and `row` the id of what it is of; `kind` and `at` are its own.
    """

    source = TextField()
    row = IntegerField()
    trait = TextField()
    kind = TextField()
    at = InstantField()

    class Meta:
        legacy_table_names = False
        primary_key = False
        indexes = ((("trait", "at"), False), (("source", "row", "trait"), False))
