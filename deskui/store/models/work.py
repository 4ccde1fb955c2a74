"""What happens between the counter and its customers: notes, conversations, orders, cases."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.people import Customer, Employee


class Note(Table):
    """Text on a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    text = TextField()
    author = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    source = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    confirmed_on = DateField(null=True)
    visibility = TextField(default="shared")
    review = TextField(default="waiting")
    alert_from = DateField(null=True)
    alert_until = DateField(null=True)
    written_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Case(Table):
    """A piece of work for a customer."""

    number = IntegerField(constraints=[SQL("UNIQUE")])
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    subject = TextField()
    kind = TextField(default="")
    status = TextField()
    owner = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    opened_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    opened_at = InstantField()
    closed_at = InstantField(null=True)
    outcome = TextField(default="")
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Conversation(Table):
    """One contact, as it was logged."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    channel = TextField()
    direction = TextField()
    reached = BooleanField(default=True)
    mood = TextField(default="even")
    minutes = IntegerField(default=0)
    summary = TextField(default="")
    next_step = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("customer", "withdrawn_at", "at", "id"), False),
            (("customer", "withdrawn_at", "mood", "employee", "at"), False),
        )


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


class Reference(Table):
    """A number that belongs to an order or a case; `key` and `digits` are what the lookup compares."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    kind = TextField()
    number = TextField()
    key = TextField(index=True)
    digits = TextField(null=True, index=True)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
