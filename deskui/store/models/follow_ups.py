"""Dated tasks on a customer that were not promised to them."""

from __future__ import annotations

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.conversations import Conversation
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class FollowUp(Table):
    """A dated task on a customer that was not promised to them; settled when `settled_at` is set."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    kind = TextField(default="task")
    what = TextField()
    due_on = DateField()
    owner = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    settled_at = InstantField(null=True)
    outcome = TextField(default="")
    created_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("settled_at", "withdrawn_at", "due_on"), False),)
