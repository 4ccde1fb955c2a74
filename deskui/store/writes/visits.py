"""The clock of a visit, started and stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import VisitId
from deskui.store import models

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import ConversationId, CustomerId
    from deskui.domain.visit import Visit, VisitEnd
    from deskui.store.entry import Entry


def open_visit(entry: Entry, customer_id: CustomerId) -> VisitId:
    """Start the clock of a visit at the desk of the person acting."""
    who, desk = entry.actor.employee_id, entry.actor.desk
    return VisitId(entry.insert(models.Visit, customer=customer_id, desk=desk, employee=who, opened_at=entry.at))


def take_over_visit(entry: Entry, visit: Visit) -> None:
    """Let the person acting go on with a visit."""
    entry.update(models.Visit, visit.id, visit.version, employee=entry.actor.employee_id)


def end_visit(
    entry: Entry, visit: Visit, how: VisitEnd, *, at: datetime | None = None, talk: ConversationId | None = None
) -> None:
    """Stop the clock of a visit."""
    columns: dict[str, Any] = {"ended_at": at or entry.at, "how": how.value}
    if talk is not None:
        columns["conversation"] = talk
    entry.update(models.Visit, visit.id, visit.version, **columns)
