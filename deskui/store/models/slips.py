"""What customers took along."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.staff import Employee


class Slip(Table):
    """A hand-off slip: `content` is all that stood on it, `failure` why it did not come out of `printer`."""

    case = ForeignKeyField(Case, lazy_load=False, index=False)
    content = TextField()
    made_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    made_at = InstantField()
    printed_at = InstantField(null=True)
    printer = TextField(default="")
    failure = TextField(default="")
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("case", "withdrawn_at", "made_at"), False),)
