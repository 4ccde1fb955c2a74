"""Cases given to colleagues."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.staff import Employee


class HandOver(Table):
    """A case given to a colleague, with a note that the receiver acknowledges."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    giver = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    receiver = ForeignKeyField(Employee, lazy_load=False, index=False)
    note = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    acknowledged_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("receiver", "acknowledged_at", "withdrawn_at"), False),)
