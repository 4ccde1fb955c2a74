"""Purchases."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Order(Table):
    """A purchase; `source_key` is its identity in the file it came from."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    number = TextField()
    placed_at = InstantField()
    channel = TextField(default="own store")
    status = TextField(default="")
    currency = TextField()
    total_minor = BigIntegerField(default=0)
    proof = TextField(default="")
    proof_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    proof_at = InstantField(null=True)
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "orders"
        indexes = ((("customer", "withdrawn_at", "placed_at", "id"), False),)


class OrderLine(Table):
    """One line of an order."""

    order = ForeignKeyField(Order, lazy_load=False, index=False)
    position = IntegerField()
    name = TextField()
    sku = TextField(default="")
    quantity = IntegerField(default=1)
    price_minor = BigIntegerField(default=0)
    return_until = DateField(null=True)
    warranty_until = DateField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("order", "position"), False),)
