"""Notes on a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import CustomerId, NoteId
from deskui.domain.note import ReviewState
from deskui.store import models

if TYPE_CHECKING:
    from deskui.store.entry import Entry


def add_note(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> NoteId:
    """Add a note by the person acting; it waits for a supervisor."""
    written = {"author": entry.actor.employee_id, "written_at": entry.at, "review": ReviewState.WAITING.value}
    added = entry.insert(models.Note, customer=customer_id, **written, **columns)
    entry.reindex(customer_id)
    return NoteId(added)


def change_note(entry: Entry, customer_id: CustomerId, note: NoteId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a note that is still at `version`; the text before stays in its revisions."""
    entry.update(models.Note, note, version, **columns)
    entry.reindex(customer_id)
