"""Who looked at what only some may read, and what was taken out of the program."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Look(Table):
    """Something was looked at, or exported; never changed, never deleted."""

    customer = ForeignKeyField(Customer, null=True, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    kind = TextField()
    subject = IntegerField(default=0)
    what = TextField()
    at = InstantField()
