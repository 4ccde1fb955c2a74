"""The kinds of case and promise that a shop has."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, IntegerField, Model, TextField


class WorkKind(Model):
    """A kind of case or promise."""

    id = AutoField()
    of = TextField()
    title = TextField()
    earlier = TextField(default="")
    created_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        legacy_table_names = False


_STARTING: Final = ("call back", "answer", "delivery", "parts", "repair", "refund", "pickup", "appointment")
"""Kinds of promise that every shop knew before it had a list of its own."""


def up(migrator: Any, db: Any) -> None:
    """Make the table, and begin with the usual kinds of promise."""
    with db.bind_ctx([WorkKind]):
        db.create_tables([WorkKind])
        for title in _STARTING:
            WorkKind.insert(of="promise", title=title, created_at=0).execute()
