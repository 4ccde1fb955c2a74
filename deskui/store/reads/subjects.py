"""What an entry of the journal was about, in the words of the row it is about."""

from __future__ import annotations

from typing import Any

from deskui.store import models
from deskui.store.reads.rows import tuples


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


def redeemed_in(sequence: int) -> tuple[str, int, str] | None:
    """The code that an entry redeemed, how much of it in minor units, and the currency; None for anything else."""
    change, entry, benefit = models.Change, models.BenefitEntry, models.Benefit
    rows = change.select(change.row).where(change.journal == sequence, change.entity == entry._meta.table_name)
    joined = entry.select(benefit.code, entry.amount, entry.currency).join(benefit, on=(entry.benefit == benefit.id))
    found = tuples(joined.where(entry.id.in_(rows)))
    return next(((str(code), abs(int(amount)), str(currency)) for code, amount, currency in found), None)
