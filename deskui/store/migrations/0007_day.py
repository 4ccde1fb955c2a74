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
_COLUMNS: Final = (("shop", "hours"), ("shop", "holidays"), ("employee", "hours"), ("conversation", "next_step"))
_OWED: Final = """
INSERT INTO owed_call (customer, "case", counted, newest, "by", times, is_case)
WITH talk AS (
    SELECT c.id, c.customer_id AS customer, {about} AS about, c.at, c.direction, c.reached, c.employee_id AS who
    FROM conversation c {join}
    WHERE c.withdrawn_at IS NULL AND {among}
), answered AS (
    SELECT customer, about, MAX(at) AS at FROM talk WHERE direction = 'out' AND reached GROUP BY customer, about
), theirs AS (
    SELECT t.customer, t.about, t.at, t.who,
        ROW_NUMBER() OVER (PARTITION BY t.customer, t.about ORDER BY t.at DESC, t.id DESC) AS place,
        COUNT(*) OVER (PARTITION BY t.customer, t.about) AS times
    FROM talk t LEFT JOIN answered a ON a.customer = t.customer AND a.about = t.about
    WHERE t.direction = 'in' AND (a.at IS NULL OR t.at > a.at)
)
SELECT second.customer, {case}, second.at, newest.at, newest.who, newest.times, {is_case}
FROM theirs second
JOIN theirs newest ON newest.customer = second.customer AND newest.about = second.about AND newest.place = 1
WHERE second.place = 2
"""
_OF_CUSTOMERS: Final = _OWED.format(
    about="0",
    join="",
    among="NOT (c.case_id IS NULL AND c.direction = 'in' AND c.channel = 'counter')",
    case="NULL",
    is_case="FALSE",
)
_OF_CASES: Final = _OWED.format(
    about="c.case_id",
    join='JOIN "case" o ON o.id = c.case_id',
    among="o.status <> 'closed' AND o.withdrawn_at IS NULL",
    case="second.about",
    is_case="TRUE",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, add columns to those of before, and work out which calls are owed by now."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for table, column in _COLUMNS:
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute_sql(_OF_CUSTOMERS)
    db.execute_sql(_OF_CASES)
