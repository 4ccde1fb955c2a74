"""The shop and its staff."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table


class Shop(Table):
    """The one shop this database belongs to.

    Promises after the one with the id `recount_from` are still counted as before the hours, or the program, changed;
    null when none is.
    """

    name = TextField()
    zone = TextField()
    region = TextField()
    currency = TextField()
    hours = TextField(default="")
    holidays = TextField(default="")
    recount_from = IntegerField(null=True)
    created_at = InstantField()
    version = IntegerField(default=1)


class Employee(Table):
    """Someone on the staff list."""

    name = TextField()
    role = TextField()
    extension = TextField(default="")
    phone = TextField(default="")
    branch = TextField(default="")
    interests = TextField(default="")
    present = BooleanField(default=True)
    hours = TextField(default="")
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
