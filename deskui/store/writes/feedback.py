"""Praise and coaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import FeedbackAnswerId, FeedbackId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.feedback import About, Feedback, FeedbackKind
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId
    from deskui.store.entry import Entry


def give(
    entry: Entry,
    whose: EmployeeId,
    kind: FeedbackKind,
    comment: str,
    about: About,
    row: int,
    customer_id: CustomerId,
    case_id: CaseId | None,
) -> FeedbackId:
    """Add what the person acting says to somebody."""
    where = {"about": about.value, "row": row, "customer": customer_id, "case": case_id}
    said = {"kind": kind.value, "comment": comment, "by": entry.actor.employee_id, "at": entry.at}
    return FeedbackId(entry.insert(models.Feedback, whose=whose, **where, **said))


def answer(entry: Entry, to: Feedback, text: str) -> FeedbackAnswerId:
    """Add what the person acting says back."""
    by = {"by": entry.actor.employee_id, "at": entry.at}
    return FeedbackAnswerId(entry.insert(models.FeedbackAnswer, feedback=to.id, text=text, **by))


def see(entry: Entry, found: Feedback, reader: EmployeeId) -> bool:
    """Write down that one of the two has seen what was new in it for them; whether anything was."""
    seen = found.is_news_for(reader)
    if found.seen_at is None and found.whose_id == reader:
        entry.update(models.Feedback, found.id, found.version, seen_at=entry.at)
    for each in found.answers:
        if each.seen_at is None and each.by_id != reader:
            entry.update(models.FeedbackAnswer, each.id, each.version, seen_at=entry.at)
    return seen
