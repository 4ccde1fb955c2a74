"""Rules that say whom to call, what came of calls, who is calling, and what customers said about being called."""

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

from deskui.store.append_only import keeps


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


class Conversation(Base):
    """Made by 0002."""


class Article(Base):
    """Made by 0020."""


class OutreachRule(Base):
    """One version of a rule."""

    family = IntegerField()
    number = IntegerField()
    kind = TextField()
    title = TextField()
    days = IntegerField()
    tiers = TextField(default="")
    years = IntegerField(default=1)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    branch = TextField(default="")
    cap = IntegerField()
    priority = TextField()
    is_on = BooleanField()
    script = TextField(default="")
    article = ForeignKeyField(Article, null=True, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("family", "number"), True),)


class OutreachTry(Base):
    """What came of a call."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField(index=True)
    outcome = TextField()
    reason = TextField(default="")
    about = TextField(default="")
    families = TextField(default="")
    again_on = DateField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("customer", "withdrawn_at", "at", "id"), False),)


class OutreachClaim(Base):
    """Somebody is calling a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    desk = TextField()
    until = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class OutreachFact(Root):
    """What the rules look at: derived."""

    customer = IntegerField(primary_key=True)
    tier = TextField()
    met_at = BigIntegerField(index=True)
    anniversary = TextField(null=True, index=True)
    since_year = IntegerField(null=True)
    birthday = TextField(null=True, index=True)
    may_call = BooleanField()
    rests_until = DateField(null=True)

    class Meta:
        indexes = ((("tier", "met_at"), False),)


TABLES: Final = (OutreachRule, OutreachTry, OutreachClaim, OutreachFact)
_COLUMNS: Final = (("customer", "may_call"), ("customer", "may_write"), ("contact_point", "may_use"))
_INDEXES: Final = (
    'CREATE INDEX "case_closed_at" ON "case" ("closed_at")',
    'CREATE INDEX "promise_entry_kind_at" ON "promise_entry" ("kind", "at")',
)
_RULE: Final = (
    *("id", "family", "number", "kind", "title", "days", "tiers", "years", "employee_id", "branch", "cap"),
    *("priority", "is_on", "script", "article_id", "by_id", "at"),
)
_NAMES: Final = ("kind", "title", "days", "tiers", "years", "cap", "priority", "script")
_STARTING: Final = (
    ("promise kept", "How did it go?", 7, "", 1, 10, "high",
     "We had promised you something. Did it come as you hoped?"),
    ("benefit expires", "A benefit runs out", 14, "", 1, 10, "high",
     "You have something that runs out soon. Shall I put it to use for you?"),
    ("not heard of", "Not heard of for long", 180, "", 1, 10, "normal",
     "We have not heard of you for a while and wanted to say thank you. How are you, and how is the business?"),
    ("case closed", "After a case", 10, "", 1, 10, "normal", "Is all as it should be since we closed it?"),
    ("anniversary", "Years with us", 7, "", 5, 5, "normal",
     "You have been with us for years, and we wanted to thank you for it."),
    ("birthday", "Birthday", 3, "", 1, 5, "low", "All the best for your birthday."),
)  # fmt: skip
"""Sensible rules to begin with, all off: nobody is called because a program thought so."""
_FACTS: Final = """
INSERT INTO outreach_fact (customer, tier, met_at, anniversary, since_year, birthday, may_call, rests_until)
SELECT id, LOWER(tier),
    CASE WHEN COALESCE(talked, bought) IS NULL THEN created_at
        WHEN bought IS NULL OR talked >= bought THEN talked ELSE bought END,
    CASE WHEN substr(began, 6, 5) <> '01-01' THEN substr(began, 6, 5) END,
    CAST(substr(began, 1, 4) AS INTEGER),
    CASE length(birthday) WHEN 5 THEN birthday WHEN 7 THEN substr(birthday, 3) WHEN 10 THEN substr(birthday, 6) END,
    TRUE, NULL
FROM (
    SELECT c.id, c.tier, c.created_at, c.birthday, CAST(c.since AS TEXT) AS began,
        (SELECT t.at FROM conversation t WHERE t.customer_id = c.id AND t.withdrawn_at IS NULL AND t.reached
            ORDER BY t.at DESC LIMIT 1) AS talked,
        (SELECT o.placed_at FROM orders o WHERE o.customer_id = c.id AND o.withdrawn_at IS NULL
            ORDER BY o.placed_at DESC LIMIT 1) AS bought
    FROM customer c WHERE c.withdrawn_at IS NULL
) AS known
"""


def up(migrator: Any, db: Any) -> None:
    """Make the tables, add columns to those of before, begin with rules that are off, and work out the facts."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
        for table, column in _COLUMNS:
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
        for index in _INDEXES:
            db.execute_sql(index)
        for family, values in enumerate(_STARTING, 1):
            columns = dict(zip(_NAMES, values, strict=True))
            OutreachRule.insert(family=family, number=1, is_on=False, at=0, **columns).execute()
    keeps(db, "outreach_rule", _RULE, unique=("family", "number"))
    db.execute_sql(_FACTS)
