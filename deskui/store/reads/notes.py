"""What is known about a customer as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import Case as SqlCase

from deskui.domain.note import Note, NoteKind, ReviewState, Visibility
from deskui.store import models
from deskui.store.reads.rows import dicts

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId

_NOTE, _EMPLOYEE = models.Note, models.Employee


def of_customer(customer_id: CustomerId, reader: EmployeeId | None, *, all_private: bool = False) -> tuple[Note, ...]:
    """The notes this reader may see: interests first, then preferences, cautions, facts; newest first in each.

    Private notes are for their author, and for everybody only with `all_private`.
    """
    seen = (_NOTE.visibility == Visibility.SHARED) | (_NOTE.author == reader)
    query = (
        _NOTE.select(_NOTE, _EMPLOYEE.name.alias("writer"))
        .join(_EMPLOYEE, "LEFT JOIN", on=(_NOTE.author == _EMPLOYEE.id))
        .where(_NOTE.customer == customer_id, _NOTE.withdrawn_at.is_null())
        .order_by(
            SqlCase(_NOTE.kind, [(kind.value, place) for place, kind in enumerate(NoteKind)], 9),
            _NOTE.written_at.desc(),
            _NOTE.id.desc(),
        )
    )
    if not all_private:
        query = query.where(seen)
    return tuple(_note(row) for row in dicts(query))


def _note(row: dict[str, Any]) -> Note:
    return Note(
        id=row["id"],
        kind=NoteKind(row["kind"]),
        text=row["text"],
        author_id=row["author"],
        author=row["writer"] or "",
        source=row["source"],
        confirmed_on=row["confirmed_on"],
        visibility=Visibility(row["visibility"]),
        review=ReviewState(row["review"]),
        alert_from=row["alert_from"],
        alert_until=row["alert_until"],
        written_at=row["written_at"],
        version=row["version"],
    )
