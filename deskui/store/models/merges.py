"""Customers who turned out to be one person."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class CustomerMerge(Table):
    """Two customers made one: all that hung on `gone` hangs on `kept` until it is withdrawn; nothing else changes.

    `came` is how many rows of each table came along, `newest` the newest row of each table at that moment, both as
    JSON by table name. `rank` is where `gone` stood in the lookup.
    """

    kept = ForeignKeyField(Customer, lazy_load=False, index=True)
    gone = ForeignKeyField(Customer, lazy_load=False, index=True)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    came = TextField(default="{}")
    newest = TextField(default="{}")
    rank = IntegerField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class MovedRow(Table):
    """A row of the table `entity` that a merge moved; never changed and never deleted.

    The triggers of tables that nobody can rewrite let the customer of such a row change, along its merge alone.
    """

    merge = ForeignKeyField(CustomerMerge, lazy_load=False, index=False)
    entity = TextField()
    row = IntegerField()

    class Meta:
        indexes = ((("entity", "row", "merge"), True), (("merge", "entity"), False))
