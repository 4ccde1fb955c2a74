"""Who wrote the present text of a note or conversation, where that is not whoever wrote it first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from peewee import AutoField, IntegerField, Model, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Journal(Base):
    """Made by 0003."""

    employee_id = IntegerField(null=True)
    verb = TextField()


class Change(Base):
    """Made by 0003."""

    journal = IntegerField()
    entity = TextField()
    row = IntegerField()
    before = TextField(null=True)
    after = TextField()


class ReviewItem(Base):
    """Made by 0025."""

    entity = TextField()
    row = IntegerField()
    author = IntegerField(null=True)


class Note(Base):
    """Made by 0002."""

    first_id = IntegerField(null=True, column_name="author_id")
    worded_by_id = IntegerField(null=True)


class Conversation(Base):
    """Made by 0002."""

    first_id = IntegerField(null=True, column_name="employee_id")
    worded_by_id = IntegerField(null=True)


_TEXTS: Final[dict[Any, tuple[str, ...]]] = {Note: ("text", "source"), Conversation: ("summary", "next_step")}


def up(migrator: Any, db: Any) -> None:
    """Add the columns, and fill them by what the journal says; a row of a file has no author, and keeps none."""
    for model in _TEXTS:
        table = model._meta.table_name
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN worded_by_id INTEGER REFERENCES employee (id)")
    with db.bind_ctx([Journal, Change, ReviewItem, Note, Conversation]):
        for model in _TEXTS:
            for row, employee in list(_others(model)):
                worded = model.update(worded_by_id=employee).where(
                    model.id == row, model.first_id.is_null(False), model.first_id != employee
                )
                if worded.execute():
                    item = (ReviewItem.entity == model._meta.table_name) & (ReviewItem.row == row)
                    ReviewItem.update(author=employee).where(item).execute()


def _others(model: Any) -> Iterator[tuple[int, int]]:
    """Each row whose text was changed, with who wrote what stands there; what was put back is by whom it was."""
    changes = (
        Change.select(Change.row, Change.before, Change.after, Journal.employee_id)
        .join(Journal, on=(Change.journal == Journal.id))
        .where(Change.entity == model._meta.table_name, Change.before.is_null(False))
        .where(Journal.verb != "review.redact")
        .order_by(Change.row, Change.id)
    )
    seen: dict[int, dict[tuple[object, ...], int | None]] = {}
    last: dict[int, int | None] = {}
    for row, before, after, employee in changes.tuples().iterator():
        old, new = (_said(json.loads(each), _TEXTS[model]) for each in (before, after))
        if old == new:
            continue
        known = seen.setdefault(row, {old: None})
        last[row] = known.setdefault(new, employee)
    return ((row, employee) for row, employee in last.items() if employee is not None)


def _said(columns: dict[str, object], names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(columns.get(name) for name in names)
