"""What every table has in common."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, Final

from peewee import AutoField, BigIntegerField, Model

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def to_millis(instant: datetime) -> int:
    """An aware datetime as whole milliseconds since 1970 UTC."""
    return (instant - EPOCH) // timedelta(milliseconds=1)


def from_millis(millis: int) -> datetime:
    """Milliseconds since 1970 UTC as an aware datetime in UTC."""
    return EPOCH + timedelta(milliseconds=millis)


class InstantField(BigIntegerField):
    """A moment, kept as UTC milliseconds: text sorts wrongly across zones, and PostgreSQL drops the zone."""

    def db_value(self, value: Any) -> int | None:
        """Milliseconds for an aware datetime; whole numbers pass as they are."""
        return to_millis(value) if isinstance(value, datetime) else value

    def python_value(self, value: Any) -> datetime | None:
        """An aware datetime in UTC."""
        return None if value is None else from_millis(value)


class Table(Model):
    """The root of all models; bound to a database when a store opens."""

    unsaid: ClassVar[frozenset[str]] = frozenset()
    """Columns that go into no journal, no undo and no refusal."""

    id = AutoField()

    class Meta:
        legacy_table_names = False
        only_save_dirty = True
