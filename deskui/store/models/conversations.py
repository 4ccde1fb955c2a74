"""Contacts with a customer."""

from __future__ import annotations

from peewee import SQL, BooleanField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Conversation(Table):
    """One contact, as it was logged; `worded_by` wrote what stands there now, where that is somebody else."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    channel = TextField()
    direction = TextField()
    reached = BooleanField(default=True)
    mood = TextField(default="even")
    minutes = IntegerField(default=0)
    summary = TextField(default="")
    next_step = TextField(default="")
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    review = TextField(default="earlier")
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
    worded_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)

    class Meta:
        indexes = (
            (("customer", "withdrawn_at", "at", "id"), False),
            (("customer", "withdrawn_at", "mood", "employee", "at"), False),
        )
