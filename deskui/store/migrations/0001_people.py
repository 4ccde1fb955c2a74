"""Shop, staff, customers, households and the ways to reach them."""

from __future__ import annotations

from typing import Any

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


def up(migrator: Any, db: Any) -> None:
    class Base(Model):
        id = AutoField()

        class Meta:
            database = db
            legacy_table_names = False

    class Shop(Base):
        name = TextField()
        zone = TextField()
        region = TextField()
        currency = TextField()
        created_at = BigIntegerField()
        version = IntegerField(default=1)

    class Employee(Base):
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
        name = TextField()
        is_account = BooleanField(default=False)
        source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
        created_at = BigIntegerField()
        withdrawn_at = BigIntegerField(null=True)
        version = IntegerField(default=1)

    class Customer(Base):
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
        customer = ForeignKeyField(Customer, lazy_load=False, index=True)
        kind = TextField()
        value = TextField()
        key = TextField(index=True)
        created_at = BigIntegerField()
        withdrawn_at = BigIntegerField(null=True)
        version = IntegerField(default=1)

    class ContactPoint(Base):
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
        customer = ForeignKeyField(Customer, lazy_load=False, unique=True)
        opened_at = BigIntegerField(index=True)
        ranked = BooleanField(default=False)

    db.create_tables([Shop, Employee, Household, Customer, Alias, ContactPoint, Opening])
    db.execute_sql(
        "CREATE UNIQUE INDEX alias_one_owner ON alias (kind, key) WHERE kind <> 'name' AND withdrawn_at IS NULL"
    )
    # Looked at every few seconds: without it, all openings ever would be read to find none.
    db.execute_sql("CREATE INDEX opening_to_rank ON opening (opened_at) WHERE NOT ranked")
