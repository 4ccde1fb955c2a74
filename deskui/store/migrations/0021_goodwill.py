"""Concessions, requests for them and limits, which nobody can rewrite."""

from __future__ import annotations

from typing import Any, Final

from peewee import SQL, AutoField, BigIntegerField, BooleanField, ForeignKeyField, Model, TextField

from deskui.store.append_only import append_only, moves_with_customer, no_way_round


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


class Promise(Base):
    """Made by 0006."""


class ArticleVersion(Base):
    """Made by 0020."""


class Approval(Base):
    """A request for a concession."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    promise = ForeignKeyField(Promise, null=True, lazy_load=False, index=True)
    kind = TextField()
    amount_minor = BigIntegerField(null=True)
    currency = TextField()
    what = TextField(default="")
    reason = TextField()
    policy_version = ForeignKeyField(ArticleVersion, null=True, lazy_load=False, index=True)
    footing = TextField(default="")
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    at = BigIntegerField()
    counts_at = BigIntegerField(index=True)
    expires_at = BigIntegerField(index=True)


class ApprovalAnswer(Base):
    """The one answer to a request."""

    approval = ForeignKeyField(Approval, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    verdict = TextField()
    words = TextField(default="")
    amount_minor = BigIntegerField(null=True)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField(index=True)


class ApprovalSeen(Base):
    """Whoever asked has taken note of the answer."""

    approval = ForeignKeyField(Approval, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()


class Goodwill(Base):
    """A concession that was given."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    promise = ForeignKeyField(Promise, null=True, lazy_load=False, index=True)
    kind = TextField()
    amount_minor = BigIntegerField(null=True)
    currency = TextField()
    what = TextField(default="")
    reason = TextField()
    policy_version = ForeignKeyField(ArticleVersion, null=True, lazy_load=False, index=True)
    footing = TextField(default="")
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    approved_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    approval = ForeignKeyField(Approval, null=True, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    charged_to = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    counts_at = BigIntegerField(index=True)

    class Meta:
        indexes = (
            (("customer", "at", "id"), False),
            (("charged_to", "counts_at"), False),
            (("kind", "at", "id"), False),
        )


class GoodwillEntry(Base):
    """A concession was taken back."""

    goodwill = ForeignKeyField(Goodwill, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    reason = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()


class GoodwillLimit(Base):
    """One version of what a role, or a person, may decide."""

    role = TextField(default="")
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    kind = TextField(default="")
    per_act = BigIntegerField(null=True)
    per_customer = BigIntegerField(null=True)
    customer_period = TextField()
    per_clerk = BigIntegerField(null=True)
    clerk_period = TextField()
    currency = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()

    class Meta:
        indexes = ((("role", "employee", "kind", "id"), False),)


TABLES: Final = (Approval, ApprovalAnswer, ApprovalSeen, Goodwill, GoodwillEntry, GoodwillLimit)
_UNIQUE: Final = {
    "approval_answer": ("approval_id",),
    "approval_seen": ("approval_id",),
    "goodwill": ("approval_id",),
    "goodwill_entry": ("goodwill_id",),
}


def up(migrator: Any, db: Any) -> None:
    """Make the tables, all append-only; what hangs on a customer goes along with a merge."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for model in TABLES:
        name = str(model._meta.table_name)
        append_only(db, name)
        no_way_round(db, name, *_UNIQUE.get(name, ()))
    for name in ("approval", "goodwill"):
        moves_with_customer(db, name)
