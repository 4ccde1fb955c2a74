"""Shop, staff, customers, households and the ways to reach them."""

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
    TextField,
)


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Shop(Base):
    """The one shop this database belongs to."""

    name = TextField()
    zone = TextField()
    region = TextField()
    currency = TextField()
    created_at = BigIntegerField()
    version = IntegerField(default=1)


class Employee(Base):
    """Someone on the staff list."""

    name = TextField()
    role = TextField()
    extension = TextField(default="")
    phone = TextField(default="")
    branch = TextField(default="")
    interests = TextField(default="")
    present = BooleanField(default=True)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Household(Base):
    """Customers who buy together, or a firm."""

    name = TextField()
    is_account = BooleanField(default=False)
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Customer(Base):
    """A person served."""

    number = TextField(constraints=[SQL("UNIQUE")])
    name = TextField()
    given_name = TextField(default="")
    family_name = TextField(default="")
    preferred_name = TextField(default="")
    say_as = TextField(default="")
    company = TextField(default="")
    prefers = TextField(default="")
    tier = TextField(default="")
    tier_since = DateField(null=True)
    since = DateField(null=True)
    birthday = TextField(default="")
    preferred_clerk = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    household = ForeignKeyField(Household, null=True, lazy_load=False, index=True)
    spend_minor = BigIntegerField(null=True)
    spend_currency = TextField(default="")
    custom = TextField(default="{}")
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Alias(Base):
    """Another name or number of a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    value = TextField()
    key = TextField(index=True)
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class ContactPoint(Base):
    """A phone, an address or a link of a customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    value = TextField()
    key = TextField(index=True)
    label = TextField(default="")
    preferred = BooleanField(default=False)
    best_hours = TextField(default="")
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class Opening(Base):
    """When a customer was opened last."""

    customer = ForeignKeyField(Customer, lazy_load=False, unique=True)
    opened_at = BigIntegerField(index=True)
    ranked = BooleanField(default=False)


TABLES: Final = (Shop, Employee, Household, Customer, Alias, ContactPoint, Opening)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, and the indexes that hold only some of their rows."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    db.execute_sql(
        "CREATE UNIQUE INDEX alias_one_owner ON alias (kind, key) WHERE kind <> 'name' AND withdrawn_at IS NULL"
    )
    # Looked at every few seconds: without it, all openings ever would be read to find none.
    db.execute_sql("CREATE INDEX opening_to_rank ON opening (opened_at) WHERE NOT ranked")
