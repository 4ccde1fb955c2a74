"""What was brought in from files, so that the same file twice changes nothing."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.orders import Order


class Imported(Table):
    """One record of a file as it was last imported: `payload` is its values as JSON, `digest` theirs."""

    source = TextField()
    key = TextField()
    digest = TextField()
    payload = TextField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
    imported_at = InstantField()

    class Meta:
        indexes = ((("source", "key"), True),)
