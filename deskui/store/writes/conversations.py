"""Contacts with a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import ConversationId, CustomerId
from deskui.domain.note import ReviewState
from deskui.store import models

if TYPE_CHECKING:
    from deskui.store.entry import Entry


def add_conversation(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> ConversationId:
    """Log a contact by the person acting; it waits for a supervisor."""
    logged = {"employee": entry.actor.employee_id, "created_at": entry.at, "review": ReviewState.WAITING.value}
    added = entry.insert(models.Conversation, customer=customer_id, **logged, **columns)
    return ConversationId(added)


def change_conversation(entry: Entry, talk: ConversationId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a conversation that is still at `version`."""
    entry.update(models.Conversation, talk, version, **columns)
