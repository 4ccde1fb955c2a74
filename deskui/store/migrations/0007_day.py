"""Working hours, visits, follow-ups, hand-overs, and the calls we owe."""

from __future__ import annotations

from typing import Any

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


def up(migrator: Any, db: Any) -> None:
    class Root(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Base(Root):
        id = AutoField()

    class Customer(Base):
        pass

    class Employee(Base):
        pass

    class Case(Base):
        pass

    class Conversation(Base):
        pass

    class FollowUp(Base):
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

    class OwedCall(Root):
        customer = IntegerField(index=True)
        case = IntegerField(null=True)
        counted = BigIntegerField()
        newest = BigIntegerField()
        by = IntegerField(null=True)
        times = IntegerField()
        is_case = BooleanField()

        class Meta:
            indexes = ((("is_case", "counted"), False),)

    db.create_tables([FollowUp, Visit, HandOver, OwedCall])
    for table, column in (
        ("shop", "hours"),
        ("shop", "holidays"),
        ("employee", "hours"),
        ("conversation", "next_step"),
    ):
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    owed.rebuild(db)
