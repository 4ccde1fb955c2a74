"""Checklists and guides: templates in versions, and the lists started on cases, from which no step is taken away."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from deskui.store.append_only import keeps


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class StepTemplate(Base):
    """One version of a checklist or guide."""

    family = IntegerField()
    number = IntegerField()
    kind = TextField()
    title = TextField()
    case_kind = TextField(default="")
    stage = TextField(default="")
    lines = TextField()
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    retired_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("family", "number"), True),)


class StepList(Base):
    """A list started on a case."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    template = ForeignKeyField(StepTemplate, null=True, lazy_load=False, index=False)
    kind = TextField()
    stage = TextField(default="")
    title = TextField()
    for_customer = BooleanField(default=False)
    started_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    started_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Step(Base):
    """A step of a started list."""

    step_list = ForeignKeyField(StepList, lazy_load=False, index=False)
    position = IntegerField()
    text = TextField()
    state = TextField(default="open")
    by_customer = BooleanField(default=False)
    reason = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("step_list", "position"), True),)


TABLES: Final = (StepTemplate, StepList, Step)
_TEMPLATE: Final = (
    *("id", "family", "number", "kind", "title", "case_kind", "stage"),
    *("lines", "for_customer", "by_id", "at"),
)
_LIST: Final = (
    *("id", "case_id", "template_id", "kind", "stage", "title"),
    *("for_customer", "started_by_id", "started_at"),
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, guard what is written in them, and let a case say why it was closed with open steps."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    keeps(db, "step_template", _TEMPLATE, unique=("family", "number"))
    keeps(db, "step_list", _LIST)
    keeps(db, "step", ("id", "step_list_id", "position", "text"), unique=("step_list_id", "position"))
    db.execute_sql("ALTER TABLE \"case\" ADD COLUMN unfinished TEXT NOT NULL DEFAULT ''")
