"""Working hours, visits, follow-ups, hand-overs, and the calls we owe."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from deskui.store.writes import owed


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class Conversation(Base):
    """Made by 0002."""


class FollowUp(Base):
    """A dated task on a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    what = TextField()
    due_on = DateField()
    owner = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    settled_at = BigIntegerField(null=True)
    outcome = TextField(default="")
    created_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("settled_at", "withdrawn_at", "due_on"), False),)


class Visit(Base):
    """One stay at the counter."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    desk = TextField()
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    opened_at = BigIntegerField()
    ended_at = BigIntegerField(null=True)
    how = TextField(default="")
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("desk", "ended_at", "opened_at"), False),)


class HandOver(Base):
    """A case given to a colleague."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    giver = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    receiver = ForeignKeyField(Employee, lazy_load=False, index=False)
    note = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    acknowledged_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("receiver", "acknowledged_at", "withdrawn_at"), False),)


class OwedCall(Base):
    """A customer or a case that came twice without being reached: derived."""

    customer = IntegerField(index=True)
    case = IntegerField(null=True)
    counted = BigIntegerField()
    newest = BigIntegerField()
    by = IntegerField(null=True)
    times = IntegerField()
    is_case = BooleanField()

    class Meta:
        indexes = ((("is_case", "counted"), False),)


TABLES: Final = (FollowUp, Visit, HandOver, OwedCall)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, add columns to those of before, and work out which calls are owed by now."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for table, column in (
        ("shop", "hours"),
        ("shop", "holidays"),
        ("employee", "hours"),
        ("conversation", "next_step"),
    ):
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    owed.rebuild(db)
