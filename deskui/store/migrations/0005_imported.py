"""What was brought in from files."""

from __future__ import annotations

from typing import Any

from peewee import AutoField, BigIntegerField, ForeignKeyField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    class Base(Model):
        id = AutoField()

        class Meta:
            database = db
            legacy_table_names = False

    class Customer(Base):
        pass

    class Order(Base):
        class Meta:
            table_name = "orders"

    class Imported(Base):
        source = TextField()
        key = TextField()
        digest = TextField()
        payload = TextField()
        customer = ForeignKeyField(Customer, lazy_load=False, index=True)
        order = ForeignKeyField(Order, null=True, lazy_load=False, index=True)
        imported_at = BigIntegerField()

        class Meta:
            indexes = ((("source", "key"), True),)

    db.create_tables([Imported])
