"""What is known about a customer as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import Case as SqlCase

from deskui.domain.note import Note, NoteKind, ReviewState, Visibility
from deskui.domain.staff import Role
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId, NoteId
    from deskui.domain.staff import Employee

_NOTE, _EMPLOYEE = models.Note, models.Employee


def of_customer(customer_id: CustomerId, reader: EmployeeId | None, *, all_private: bool = False) -> tuple[Note, ...]:
    """The notes this reader may see: interests first, then preferences, cautions, facts; newest first in each.

    Private notes are for their author, and for everybody only with `all_private`.
    """
    rows = _all.dicts(customer_id) if all_private else _seen.dicts(customer_id, reader)
    return tuple(_note(row) for row in rows)


def may_be_read(note: NoteId, reader: Employee | None) -> bool:
    """Whether a note is not private of others to this reader, None being the owner of the database: one statement."""
    query = _NOTE.select(_NOTE.visibility, _NOTE.author, _NOTE.worded_by).where(_NOTE.id == note)
    found = next(iter(tuples(query)), None)
    if found is None or reader is None or reader.may_act_as(Role.SUPERVISOR):
        return True
    visibility, *whose = found
    return bool(visibility == Visibility.SHARED) or reader.id in whose


@compiled
def _seen(customer_id: Any, reader: Any) -> Any:
    return _all.query(customer_id).where((_NOTE.visibility == Visibility.SHARED) | (_NOTE.author == reader))


@compiled
def _all(customer_id: Any) -> Any:
    return (
        _NOTE.select(_NOTE, _EMPLOYEE.name.alias("writer"))
        .join(_EMPLOYEE, "LEFT JOIN", on=(_NOTE.author == _EMPLOYEE.id))
        .where(_NOTE.customer == customer_id, _NOTE.withdrawn_at.is_null())
        .order_by(
            SqlCase(_NOTE.kind, [(kind.value, place) for place, kind in enumerate(NoteKind)], 9),
            _NOTE.written_at.desc(),
            _NOTE.id.desc(),
        )
    )


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
