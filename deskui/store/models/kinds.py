"""The kinds of case and of promise that a shop has."""

from __future__ import annotations

from peewee import IntegerField, TextField

from deskui.store.models.base import InstantField, Table


class WorkKind(Table):
    """A kind of case or promise (`of`); `earlier` holds the words it went by before, one a line."""

    of = TextField()
    title = TextField()
    earlier = TextField(default="")
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
