"""Many rows at once: one statement compiled through peewee, handed to the driver with plain tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import __exception_wrapper__, fn  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peewee import Database, Model


def insert_rows(database: Database, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert `rows` inside the caller's transaction and return how many there were.

    A row holds the values of `columns` (field names) in that order, as the database keeps them: instants in
    UTC milliseconds, dates in ISO form, foreign keys as ids, enumerations as text. Columns left out get the
    model's default, the same for all rows. `rows` may be a generator; it is read once and never held.
    """
    fields = [model._meta.fields[name] for name in columns]
    sample = tuple(None for _ in fields)
    statement, values = model.insert_many([sample], fields=fields).returning().sql()
    # Peewee appends the defaults of the columns left out behind the ones given.
    defaults = tuple(values[len(fields) :])
    filled = (tuple(row) + defaults for row in rows) if defaults else rows
    cursor = database.cursor()
    try:
        # The driver's own errors become peewee's, as they do in its execute().
        with __exception_wrapper__:
            cursor.executemany(statement, filled)
        return max(0, int(cursor.rowcount))
    finally:
        cursor.close()


def next_id(model: type[Model]) -> int:
    """The first id above all in use, for bulk loads that have to know the ids of the rows they are making.

    Call it inside the transaction that inserts, so that nobody takes the same ids meanwhile.
    """
    highest = model.select(fn.MAX(model.id)).scalar()  # type: ignore[attr-defined]
    return (highest or 0) + 1
