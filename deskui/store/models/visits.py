"""Stays at the counter."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.conversations import Conversation
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Visit(Table):
    """One stay at the counter; `how` it ended is empty while it lasts."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    desk = TextField()
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    opened_at = InstantField()
    ended_at = InstantField(null=True)
    how = TextField(default="")
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("desk", "ended_at", "opened_at"), False),)
