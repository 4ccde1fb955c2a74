"""The journal: who did what, append-only, each entry chained to the one before."""

from __future__ import annotations

from peewee import SQL, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.staff import Employee


class Journal(Table):
    """One verb that was carried out; never changed and never deleted (triggers refuse both)."""

    at = InstantField()
    desk = TextField()
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    verb = TextField()
    subject = IntegerField(default=0)
    customer = IntegerField(null=True, index=True)
    undoes = IntegerField(null=True, constraints=[SQL("UNIQUE")])
    operation = TextField(constraints=[SQL("UNIQUE")])
    content = TextField()
    digest = TextField()

    class Meta:
        indexes = (
            (("employee", "id"), False),
            (("at", "id"), False),
            (("verb", "at", "id", "employee"), False),
            (("employee", "at", "id"), False),
        )


class Change(Table):
    """One row a verb wrote, before and after, as JSON; erasable, so the journal keeps only its salted digest."""

    journal = IntegerField(index=True)
    entity = TextField()
    row = IntegerField()
    before = TextField(null=True)
    after = TextField()
    salt = TextField()

    class Meta:
        indexes = ((("entity", "row"), False),)
