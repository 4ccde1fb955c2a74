"""What was brought in from files."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, ForeignKeyField, Model, TextField


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Order(Base):
    """Made by 0002."""

    class Meta:
        table_name = "orders"


class Imported(Base):
    """What a file said of a customer or an order."""

    source = TextField()
    key = TextField()
    digest = TextField()
    payload = TextField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
    imported_at = BigIntegerField()

    class Meta:
        indexes = ((("source", "key"), True),)


TABLES: Final = (Imported,)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
