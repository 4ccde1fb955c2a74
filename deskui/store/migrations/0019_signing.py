"""PINs, every attempt at one, and what was refused."""

from __future__ import annotations

from typing import Any, Final

from peewee import SQL, AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Pin(Base):
    """Somebody's PIN."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    hash = TextField()
    set_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    set_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class SignInAttempt(Base):
    """A PIN that was typed."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=False)
    desk = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    kind = TextField()
    purpose = TextField()

    class Meta:
        indexes = ((("employee", "id"), False), (("desk", "id"), False))


class Refusal(Base):
    """What somebody had no right to do."""

    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    desk = TextField()
    at = BigIntegerField()
    verb = TextField()
    reason = TextField()


TABLES: Final = (Pin, SignInAttempt, Refusal)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for table in ("sign_in_attempt", "refusal"):
        append_only(db, table)
        no_way_round(db, table)
