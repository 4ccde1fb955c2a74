"""Notes, conversations, orders and cases."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Note(Base):
    """A text on a customer."""

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
    written_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Case(Base):
    """A piece of work."""

    number = IntegerField(constraints=[SQL("UNIQUE")])
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    subject = TextField()
    kind = TextField(default="")
    status = TextField()
    owner = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    opened_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    opened_at = BigIntegerField()
    closed_at = BigIntegerField(null=True)
    outcome = TextField(default="")
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Conversation(Base):
    """One contact."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    channel = TextField()
    direction = TextField()
    reached = BooleanField(default=True)
    mood = TextField(default="even")
    minutes = IntegerField(default=0)
    summary = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("customer", "withdrawn_at", "at", "id"), False),
            (("customer", "withdrawn_at", "mood", "employee", "at"), False),
        )


class Order(Base):
    """An order of a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    number = TextField()
    placed_at = BigIntegerField()
    channel = TextField(default="own store")
    status = TextField(default="")
    currency = TextField()
    total_minor = BigIntegerField(default=0)
    proof = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "orders"
        indexes = ((("customer", "withdrawn_at", "placed_at", "id"), False),)


class OrderLine(Base):
    """One line of an order."""

    order = ForeignKeyField(Order, lazy_load=False, index=False)
    position = IntegerField()
    name = TextField()
    sku = TextField(default="")
    quantity = IntegerField(default=1)
    price_minor = BigIntegerField(default=0)
    return_until = DateField(null=True)
    warranty_until = DateField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("order", "position"), False),)


class Reference(Base):
    """A number that an order or a case goes by."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    kind = TextField()
    number = TextField()
    key = TextField(index=True)
    digits = TextField(null=True, index=True)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


TABLES: Final = (Note, Case, Conversation, Order, OrderLine, Reference)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
