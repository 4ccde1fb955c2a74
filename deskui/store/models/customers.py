"""Customers, households, and the ways to reach them."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.staff import Employee


class Household(Table):
    """Customers who buy together; an account is a firm of the same shape."""

    name = TextField()
    is_account = BooleanField(default=False)
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Customer(Table):
    """A person served; one who was merged into another is withdrawn, and points there."""

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
    merged_into = ForeignKeyField("self", null=True, lazy_load=False, index=True)
    may_call = TextField(default="")
    may_write = TextField(default="")
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Alias(Table):
    """Another number or name that finds the customer; one value of a kind belongs to one customer."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    value = TextField()
    key = TextField(index=True)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class ContactPoint(Table):
    """Phone, e-mail, address or link; several people may share one."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField()
    value = TextField()
    key = TextField(index=True)
    label = TextField(default="")
    preferred = BooleanField(default=False)
    best_hours = TextField(default="")
    may_use = TextField(default="")
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Opening(Table):
    """When each customer was last opened at a desk, for the empty lookup and the rank."""

    customer = ForeignKeyField(Customer, lazy_load=False, unique=True)
    opened_at = InstantField(index=True)
    ranked = BooleanField(default=False)
