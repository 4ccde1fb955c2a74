"""Benefits: coupons, vouchers, gift balances, tier perks and warranties, with a ledger that only grows."""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

from deskui.store.append_only import append_only, keeps, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Customer(Base):
    """Made by 0001."""


class Order(Base):
    """Made by 0002."""

    class Meta:
        table_name = "orders"


class Case(Base):
    """Made by 0002."""


class BenefitType(Base):
    """What a benefit is made from."""

    title = TextField()
    kind = TextField()
    percent = IntegerField(default=0)
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    valid_days = IntegerField(null=True)
    terms = TextField(default="")
    tier = TextField(default="")
    transferable = BooleanField(default=False)
    by_clerk = BooleanField(default=False)
    noun = TextField(default="")
    choices = TextField(default="")
    picks = IntegerField(default=0)
    change_months = IntegerField(null=True)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Benefit(Base):
    """What a customer is entitled to."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    type = ForeignKeyField(BenefitType, null=True, lazy_load=False, index=True)
    kind = TextField()
    title = TextField()
    code = TextField(default="")
    key = TextField(default="", index=True)
    digits = TextField(null=True, index=True)
    percent = IntegerField(default=0)
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    valid_from = DateField(null=True)
    expires = DateField(null=True)
    terms = TextField(default="")
    transferable = BooleanField(default=False)
    noun = TextField(default="")
    choices = TextField(default="")
    picks = IntegerField(default=0)
    change_months = IntegerField(null=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=False)
    reissued_from = ForeignKeyField("self", null=True, lazy_load=False, index=False)
    root = ForeignKeyField("self", null=True, lazy_load=False, index=True)
    given_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("customer", "withdrawn_at", "id"), False),
            (("expires", "id"), False),
        )


class BenefitEntry(Base):
    """One change of a benefit."""

    benefit = ForeignKeyField(Benefit, lazy_load=False, index=False)
    kind = TextField()
    amount = BigIntegerField(default=0)
    currency = TextField(default="")
    voids = IntegerField(default=0)
    choice = TextField(default="")
    instead = TextField(default="")
    reason = TextField(default="")
    other = ForeignKeyField(Benefit, null=True, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    agreed_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    counters = ForeignKeyField("self", null=True, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])

    class Meta:
        indexes = ((("benefit", "id"), False),)


class BenefitSlip(Base):
    """A printed benefit."""

    benefit = ForeignKeyField(Benefit, lazy_load=False, index=True)
    content = TextField()
    made_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    made_at = BigIntegerField()
    printed_at = BigIntegerField(null=True)
    printer = TextField(default="")
    failure = TextField(default="")
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


TABLES: Final = (BenefitType, Benefit, BenefitEntry, BenefitSlip)
_KEPT: Final = (
    *("id", "kind", "title", "code", "key", "percent", "amount_minor", "currency", "valid_from", "expires"),
    *("transferable", "choices", "picks", "change_months", "reissued_from_id", "root_id", "created_at"),
)
# A code is there once, whatever became of it: a void one still says what it was replaced by.
_CODES: Final = "CREATE UNIQUE INDEX benefit_code ON benefit (key) WHERE withdrawn_at IS NULL AND key <> ''"


def up(migrator: Any, db: Any) -> None:
    """Make the tables, keep what a benefit was given as, and let nobody rewrite a ledger."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    if not isinstance(db, SqliteDatabase):
        for column in ("key", "digits"):  # compared in the order of bytes, as SQLite does; see 0011
            db.execute_sql(f'ALTER TABLE benefit ALTER COLUMN {column} TYPE text COLLATE "C"')
    db.execute_sql(_CODES)
    keeps(db, "benefit", _KEPT)
    append_only(db, "benefit_entry")
    no_way_round(db, "benefit_entry", "counters_id")
