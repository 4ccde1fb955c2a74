"""Pieces of work for a customer, and the numbers that belong to them or to an order."""

from __future__ import annotations

from peewee import SQL, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.orders import Order
from deskui.store.models.staff import Employee


class Case(Table):
    """A piece of work for a customer.

    What hangs on a case that was merged into another is read with that one, so nothing has to be rewritten, and
    taking it back is to clear `merged_into`. That always names the case that is left. Its index is made by its
    migration.
    """

    number = IntegerField(constraints=[SQL("UNIQUE")])
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    subject = TextField()
    kind = TextField(default="")
    status = TextField()
    owner = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    opened_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    opened_at = InstantField()
    closed_at = InstantField(null=True, index=True)
    outcome = TextField(default="")
    contact = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    priority = TextField(default="normal")
    reason = TextField(default="")
    merged_into = ForeignKeyField("self", null=True, lazy_load=False, index=False)
    unfinished = TextField(default="")
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Reference(Table):
    """A number that belongs to an order or a case; `key` and `digits` are what the lookup compares."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    kind = TextField()
    number = TextField()
    key = TextField(index=True)
    digits = TextField(null=True, index=True)
    contact = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    supplier = TextField(default="")
    expected = DateField(null=True)
    received = DateField(null=True)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
