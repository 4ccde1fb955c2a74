"""What fills the day at the counter: visits, follow-ups, hand-overs, and calls we owe."""

from __future__ import annotations

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.people import Customer, Employee
from deskui.store.models.work import Case, Conversation


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


class HandOver(Table):
    """A case given to a colleague, with a note that the receiver acknowledges."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    giver = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    receiver = ForeignKeyField(Employee, lazy_load=False, index=False)
    note = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    acknowledged_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("receiver", "acknowledged_at", "withdrawn_at"), False),)


class OwedCall(Model):
    """Derived: who has come twice or more since we last reached them, per customer and per open case.

    `counted` is the second newest of those contacts, `newest` the last one, `by` who took that. Whether a call is
    owed for it hangs on the clock only where the rows without a case are counted for so many days.
    """

    customer = IntegerField(index=True)
    case = IntegerField(null=True)
    counted = InstantField()
    newest = InstantField()
    by = IntegerField(null=True)
    times = IntegerField()
    is_case = BooleanField()

    class Meta:
        legacy_table_names = False
        indexes = ((("is_case", "counted"), False),)
