"""Praise and coaching, between two people."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Feedback(Table):
    """What was said to somebody about a row of theirs; triggers keep who said what kind of thing to whom."""

    kind = TextField()
    about = TextField()
    row = IntegerField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    whose = ForeignKeyField(Employee, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, lazy_load=False, index=False)
    comment = TextField()
    at = InstantField()
    seen_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("whose", "withdrawn_at", "at", "id"), False),
            (("by", "withdrawn_at", "at", "id"), False),
            (("at", "kind"), False),
        )


class FeedbackAnswer(Table):
    """What one of the two said back."""

    feedback = ForeignKeyField(Feedback, lazy_load=False, index=True)
    by = ForeignKeyField(Employee, lazy_load=False, index=False)
    text = TextField()
    at = InstantField()
    seen_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("seen_at", "withdrawn_at"), False),)
