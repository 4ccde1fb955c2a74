"""Hand-off slips."""

from __future__ import annotations

from typing import Any

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class Slip(Base):
    """A hand-off slip."""

    case = ForeignKeyField(Case, lazy_load=False, index=False)
    content = TextField()
    made_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    made_at = BigIntegerField()
    printed_at = BigIntegerField(null=True)
    printer = TextField(default="")
    failure = TextField(default="")
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("case", "withdrawn_at", "made_at"), False),)


def up(migrator: Any, db: Any) -> None:
    """Make the table."""
    with db.bind_ctx([Slip]):
        db.create_tables([Slip])
