"""What is said about one's own work, as lines of one's due list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskui.domain.due.due_list import DueItem, DueKind

if TYPE_CHECKING:
    from deskui.domain.feedback import Feedback
    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import FixRequest


def to_fix(asked: FixRequest) -> DueItem:
    """What one was asked to put right, as a line of one's list."""
    what = f"{asked.subject.words}: {asked.comment}"
    return replace(_about_work(DueKind.FIX, asked, what, None), fix=asked, version=asked.version)


def said_to(feedback: Feedback, reader: EmployeeId) -> DueItem:
    """What is new in a feedback, as a line of the list of that one of the two: what was said, or said back."""
    back = feedback.new_answer(reader)
    what, since = (feedback.comment, feedback.at) if back is None else (back.text, back.at)
    line = _about_work(DueKind.FEEDBACK, feedback, what, feedback.case_number)
    return replace(line, since=since, feedback=feedback)


def _about_work(kind: DueKind, about: FixRequest | Feedback, what: str, case_number: int | None) -> DueItem:
    return DueItem(
        kind=kind,
        customer_id=about.customer_id,
        customer=about.customer,
        what=what,
        due=None,
        due_on=None,
        owner_id=None,
        owner="",
        case_id=about.case_id,
        case_number=case_number,
        since=about.at,
    )
