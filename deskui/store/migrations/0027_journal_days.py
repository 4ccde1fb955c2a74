"""The journal by day, and who looked at what only some may read."""

from __future__ import annotations

from typing import Any

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, moves_with_customer, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Look(Base):
    """Something was looked at, or taken out of the program."""

    customer = ForeignKeyField(Customer, null=True, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    kind = TextField()
    subject = IntegerField(default=0)
    what = TextField()
    at = BigIntegerField()


def up(migrator: Any, db: Any) -> None:
    """Make the table and the index."""
    with db.bind_ctx([Look]):
        db.create_tables([Look])
    append_only(db, "look")
    no_way_round(db, "look")
    moves_with_customer(db, "look")
    db.execute_sql("CREATE INDEX journal_at_id ON journal (at, id)")
