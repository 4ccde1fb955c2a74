"""PINs, every attempt at one, and what was refused."""

from __future__ import annotations

from peewee import SQL, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.staff import Employee


class Pin(Table):
    """The PIN of somebody of our own staff, as its hash; once taken away, no hash is left."""

    unsaid = frozenset({"hash"})

    employee = ForeignKeyField(Employee, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    hash = TextField()
    set_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    set_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class SignInAttempt(Table):
    """A PIN of `employee` that was typed at a desk while `by` was acting there; never changed, never deleted."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=False)
    desk = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    kind = TextField()
    purpose = TextField()

    class Meta:
        indexes = ((("employee", "id"), False), (("desk", "id"), False))


class Refusal(Table):
    """What somebody had no right to do; never changed, never deleted."""

    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    desk = TextField()
    at = InstantField()
    verb = TextField()
    reason = TextField()
