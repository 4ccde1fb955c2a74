"""Promises and what customers were told, which nobody can rewrite."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from deskui.store.append_only import append_only


class Root(Model):
    """What all of these tables have in common."""

    class Meta:
        legacy_table_names = False


class Base(Root):
    """What has a number of its own."""

    id = AutoField()


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class Conversation(Base):
    """Made by 0002."""


class Promise(Base):
    """A promise as it was made."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    what = TextField()
    kind = TextField(default="")
    due = BigIntegerField()
    earliest = BigIntegerField(null=True)
    basis = TextField()
    made_at = BigIntegerField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])

    class Meta:
        indexes = ((("customer", "made_at", "id"), False),)


class PromiseEntry(Base):
    """What happened to a promise."""

    promise = ForeignKeyField(Promise, lazy_load=False, index=True)
    kind = TextField()
    at = BigIntegerField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    due = BigIntegerField(null=True)
    earliest = BigIntegerField(null=True)
    reason = TextField(default="")
    told = BooleanField(default=False)


class Statement(Base):
    """What a customer was told."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    kind = TextField(default="said")
    topic = TextField()
    topic_key = TextField()
    text = TextField(default="")
    date = BigIntegerField(null=True)
    basis = TextField()
    said_at = BigIntegerField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    corrects = ForeignKeyField("self", null=True, lazy_load=False, index=False)

    class Meta:
        indexes = ((("customer", "topic_key"), False),)


class OpenPromise(Root):
    """A promise that nothing has settled: derived."""

    promise = IntegerField(primary_key=True)
    customer = IntegerField(index=True)
    case = IntegerField(null=True)
    by = IntegerField(null=True)
    due = BigIntegerField(index=True)


class PromiseLike(Root):
    """How long a promise took: derived."""

    promise = IntegerField(primary_key=True)
    kind = TextField()
    case_kind = TextField()
    draw = BigIntegerField()
    made = IntegerField()
    took = IntegerField(null=True)
    ended = IntegerField(null=True)

    class Meta:
        indexes = (
            (("draw", "made", "took", "ended"), False),
            (("kind", "draw", "made", "took", "ended"), False),
            (("case_kind", "kind", "draw", "made", "took", "ended"), False),
        )


TABLES: Final = (Promise, PromiseEntry, Statement, OpenPromise, PromiseLike)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, and those of what was said append-only."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for table in ("promise", "promise_entry", "statement"):
        append_only(db, table)
