"""Priority, watchers, links, escalations, merged cases, and what cases have in common."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField


class Root(Model):
    """What all of these tables have in common."""

    class Meta:
        legacy_table_names = False


class Base(Root):
    """What has a number of its own."""

    id = AutoField()


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class CaseWatch(Base):
    """Somebody who watches a case."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, lazy_load=False, index=False)
    at = BigIntegerField()
    seen = IntegerField(default=0)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("employee", "withdrawn_at"), False),)


class CaseLink(Base):
    """Two cases that belong together."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    other = ForeignKeyField(Case, lazy_load=False, index=True)
    kind = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Escalation(Base):
    """A case put before a supervisor."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    receiver = ForeignKeyField(Employee, lazy_load=False, index=False)
    reason = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    answered_at = BigIntegerField(null=True)
    answered_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    answer = TextField(default="")
    words = TextField(default="")
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("receiver", "answered_at", "withdrawn_at"), False),)


class CaseTrait(Root):
    """What a case may have in common with others: derived."""

    case = IntegerField(index=True)
    trait = TextField()

    class Meta:
        indexes = ((("trait", "case"), False),)


TABLES: Final = (CaseWatch, CaseLink, Escalation, CaseTrait)
_COLUMNS: Final = (
    "priority TEXT NOT NULL DEFAULT 'normal'",
    "reason TEXT NOT NULL DEFAULT ''",
    'merged_into_id INTEGER REFERENCES "case" (id)',
)
_MERGED: Final = 'CREATE INDEX case_merged ON "case" (merged_into_id) WHERE merged_into_id IS NOT NULL'
_SOLD: Final = """
SELECT DISTINCT mine.case_id, l.name, l.sku FROM reference mine
JOIN reference its ON its."key" = mine."key" AND its.customer_id = mine.customer_id
    AND its.order_id IS NOT NULL AND its.withdrawn_at IS NULL
JOIN orders o ON o.id = its.order_id AND o.withdrawn_at IS NULL
JOIN order_line l ON l.order_id = o.id AND l.withdrawn_at IS NULL
WHERE mine.case_id IS NOT NULL AND mine.withdrawn_at IS NULL
"""
_CHUNK: Final = 2000


def up(migrator: Any, db: Any) -> None:
    """Make the tables, add columns to the cases, and work out what the cases of before have in common."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
        for column in _COLUMNS:
            db.execute_sql(f'ALTER TABLE "case" ADD COLUMN {column}')
        db.execute_sql(_MERGED)
        rows = sorted(_traits(db))
        for start in range(0, len(rows), _CHUNK):
            CaseTrait.insert_many(rows[start : start + _CHUNK], fields=[CaseTrait.case, CaseTrait.trait]).execute()


def _traits(db: Any) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for case, kind, subject in db.execute_sql('SELECT id, kind, subject FROM "case"').fetchall():
        found |= {(case, f"w:{word}") for word in _fold(subject).split()}
        found |= {(case, f"k:{_fold(kind)}")} if _fold(kind) else set()
    for case, name, sku in db.execute_sql(_SOLD).fetchall():
        found.add((case, f"p:{_fold(sku) or _fold(name) or name.strip()}"))
    return found


def _fold(text: str) -> str:
    """As names were folded when this was written."""
    plain = re.sub("['`\u2018\u2019\u02bc\u00b4]", "", unicodedata.normalize("NFKC", text).lower())
    if not plain.isascii():
        from anyascii import anyascii

        plain = anyascii(plain).lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()
