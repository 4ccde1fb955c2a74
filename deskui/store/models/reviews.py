"""What waits for a supervisor, what they said of it, and what was erased by it."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class ReviewItem(Table):
    """Derived: a row that waits for a supervisor; `risk` is its place in the queue, `words` were found in it.

    What somebody approved over a limit is their own as well.
    """

    entity = TextField()
    row = IntegerField()
    author = IntegerField(null=True)
    approver = IntegerField(null=True)
    risk = IntegerField()
    words = TextField(default="")
    at = InstantField()

    class Meta:
        indexes = (
            (("entity", "row"), True),
            (("risk", "at", "id"), False),
            (("entity", "risk", "at", "id"), False),
            (("author", "risk", "at", "id"), False),
        )


class ReviewClaim(Table):
    """Who has an item before them, until when; no two have the same one."""

    entity = TextField()
    row = IntegerField()
    by = ForeignKeyField(Employee, lazy_load=False, index=True)
    until = InstantField()

    class Meta:
        indexes = ((("entity", "row"), True),)


class Verdict(Table):
    """What a supervisor said of a row, or that it was said by mistake (`takes_back`); never changed or deleted."""

    entity = TextField()
    row = IntegerField()
    author = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    verdict = TextField()
    comment = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    takes_back = ForeignKeyField("self", null=True, lazy_load=False, index=True)

    class Meta:
        indexes = ((("entity", "row"), False),)


class FixRequest(Table):
    """What an author was asked to fix, until they have."""

    entity = TextField()
    row = IntegerField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    author = ForeignKeyField(Employee, lazy_load=False, index=False)
    comment = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    done_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("author", "done_at", "withdrawn_at"), False), (("entity", "row"), False))


class Erasure(Table):
    """Text was taken out of what an entry of the journal wrote: the digest of that before and after."""

    entry = IntegerField(index=True)
    was = TextField()
    now = TextField()
