"""What customers were told, append-only."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.conversations import Conversation
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Statement(Table):
    """What a customer was told, or that it was told by mistake; never changed and never deleted.

    `corrects` is the earlier statement that this one corrects, or that this one takes back.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    kind = TextField(default="said")
    topic = TextField()
    topic_key = TextField()
    text = TextField(default="")
    date = InstantField(null=True)
    basis = TextField()
    said_at = InstantField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    corrects = ForeignKeyField("self", null=True, lazy_load=False, index=False)

    class Meta:
        indexes = ((("customer", "topic_key"), False),)
