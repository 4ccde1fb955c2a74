"""What was looked at and taken out, written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.note import Visibility
from deskui.store import models
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.store.entry import Entry

_NOTE = models.Note


def saw_private_notes(entry: Entry, customer_id: CustomerId) -> None:
    """Write down that private notes of others were shown to the person acting, if the customer has any."""
    if ids := _private_notes(customer_id, entry.actor.employee_id):
        look(entry, "private notes", f"note {', '.join(ids)}", customer_id)


def saw_notes(entry: Entry, customer_id: CustomerId) -> None:
    """The same, and where there are no private ones, that notes of others were."""
    if _private_notes(customer_id, entry.actor.employee_id):
        saw_private_notes(entry, customer_id)
    elif ids := _notes(customer_id, entry.actor.employee_id):
        look(entry, "notes", f"note {', '.join(ids)}", customer_id)


def has_notes(customer_id: CustomerId, reader: EmployeeId) -> bool:
    """Whether a customer has notes of others than this reader: one statement."""
    return bool(_notes(customer_id, reader))


def _private_notes(customer_id: CustomerId, reader: EmployeeId | None) -> list[str]:
    return _notes(customer_id, reader, _NOTE.visibility == Visibility.PRIVATE.value)


def _notes(customer_id: CustomerId, reader: EmployeeId | None, *which: Any) -> list[str]:
    others = _NOTE.author.is_null() | (_NOTE.author != reader)
    notes = _NOTE.select(_NOTE.id).where(_NOTE.customer == customer_id, others, *which, _NOTE.withdrawn_at.is_null())
    return [str(row) for (row,) in tuples(notes.order_by(_NOTE.id))]


def look(entry: Entry, kind: str, what: str, customer_id: CustomerId | None, subject: int = 0) -> int:
    """Write down what somebody looked at, or took out of the program."""
    return entry.insert(
        models.Look,
        customer=customer_id,
        employee=entry.actor.employee_id,
        kind=kind,
        subject=subject,
        what=what,
        at=entry.at,
    )
