"""The staff directory: people of other firms, deputies, whom to call about a case, and the calls to them."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, BooleanField, ForeignKeyField, IntegerField, Model, TextField


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class Reference(Base):
    """Made by 0002."""


class Deputy(Base):
    """Who stands in for whom."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=True)
    deputy = ForeignKeyField(Employee, lazy_load=False, index=True)
    position = IntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Inquiry(Base):
    """A call to a contact person."""

    contact = ForeignKeyField(Employee, lazy_load=False, index=True)
    at = BigIntegerField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    reached = BooleanField()
    summary = TextField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class InquiryReference(Base):
    """What a call was about."""

    inquiry = ForeignKeyField(Inquiry, lazy_load=False, index=True)
    case = ForeignKeyField(Case, lazy_load=False, index=True)
    reference = ForeignKeyField(Reference, null=True, lazy_load=False, index=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


TABLES: Final = (Deputy, Inquiry, InquiryReference)
_TEXTS: Final = ("company", "zone", "holidays", "skills", "email")


def up(migrator: Any, db: Any) -> None:
    """Make the tables, and add columns to those of before."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for column in _TEXTS:
        db.execute_sql(f"ALTER TABLE employee ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE employee ADD COLUMN is_manager BOOLEAN NOT NULL DEFAULT FALSE")
    for table in ("case", "reference"):
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN contact_id INTEGER REFERENCES employee (id)')
        db.execute_sql(f'CREATE INDEX "{table}_contact_id" ON "{table}" (contact_id)')
