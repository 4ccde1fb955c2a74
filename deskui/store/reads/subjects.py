"""What an entry of the journal was about, in the words of the row it is about."""

from __future__ import annotations

from typing import Any

from deskui.store import models


def words_of(about: str, subject: int, sequence: int) -> str:
    """What an entry was about, as it is called now; `about` is a table and its column, such as `note.text`.

    What took the place of a promise is called by what it replaced. Empty where there is no column, or no such row.
    """
    table, _, column = about.partition(".")
    if not column:
        return ""
    if table == "promise" and (replaced := _superseded(sequence)):
        return replaced
    model: Any = next(each for each in models.MODELS if each._meta.table_name == table)
    row = model.select(model._meta.fields[column]).where(model.id == subject).tuples().first()
    return "" if row is None else str(row[0] or "")


def _superseded(sequence: int) -> str:
    """The promise behind which the entry wrote: with another in its place, the entry itself is about the new one."""
    change, behind, promise = models.Change, models.PromiseEntry, models.Promise
    written = change.select(change.row).where(change.journal == sequence, change.entity == behind._meta.table_name)
    query = promise.select(promise.what).join(behind, on=(behind.promise == promise.id)).where(behind.id.in_(written))
    row = query.tuples().first()
    return "" if row is None else str(row[0])
