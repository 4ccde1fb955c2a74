"""Whom to call about a case, and the calls that were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import InquiryId
from deskui.store import models

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.directory import Matter
    from deskui.domain.ids import EmployeeId
    from deskui.store.entry import Entry


def set_contact(entry: Entry, matters: Iterable[Matter], contact: EmployeeId | None) -> None:
    """From now on one calls that person, or nobody any more, about these cases and numbers."""
    for each in matters:
        model, row = (
            (models.Case, each.case_id) if each.reference_id is None else (models.Reference, each.reference_id)
        )
        entry.update(model, row, each.version, contact=contact)


def add_inquiry(
    entry: Entry, contact: EmployeeId, reached: bool, summary: str, matters: Iterable[Matter]
) -> InquiryId:
    """Write down one call, and everything it was about."""
    called = {"contact": contact, "at": entry.at, "by": entry.actor.employee_id}
    added = entry.insert(models.Inquiry, **called, reached=reached, summary=summary)
    for each in matters:
        entry.insert(models.InquiryReference, inquiry=added, case=each.case_id, reference=each.reference_id)
    return InquiryId(added)
