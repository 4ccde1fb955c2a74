"""Calls we owe, derived to be read fast."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, Model

from deskui.store.models.base import InstantField


class OwedCall(Model):
    """Derived: who has come twice or more since we last reached them, per customer and per open case, with
    what was merged into it.

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
