"""What is known about a customer as a person."""

from __future__ import annotations

from peewee import SQL, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Note(Table):
    """Text on a customer; `worded_by` wrote what stands there now, where that is not the author."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    text = TextField()
    author = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    source = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    confirmed_on = DateField(null=True)
    visibility = TextField(default="shared")
    review = TextField(default="earlier")
    alert_from = DateField(null=True)
    alert_until = DateField(null=True)
    written_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
    worded_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
