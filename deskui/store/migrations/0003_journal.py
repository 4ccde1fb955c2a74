"""The journal, which nobody can rewrite."""

from __future__ import annotations

from typing import Any, Final

from peewee import SQL, AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Journal(Base):
    """What was done, by whom, when."""

    at = BigIntegerField()
    desk = TextField()
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    verb = TextField()
    subject = IntegerField(default=0)
    customer = IntegerField(null=True, index=True)
    undoes = IntegerField(null=True, constraints=[SQL("UNIQUE")])
    operation = TextField(constraints=[SQL("UNIQUE")])
    content = TextField()
    digest = TextField()

    class Meta:
        indexes = ((("employee", "id"), False),)


class Change(Base):
    """One row that a journal entry wrote."""

    journal = IntegerField(index=True)
    entity = TextField()
    row = IntegerField()
    before = TextField(null=True)
    after = TextField()
    salt = TextField()

    class Meta:
        indexes = ((("entity", "row"), False),)


TABLES: Final = (Journal, Change)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, and the journal append-only."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    append_only(db, "journal")
