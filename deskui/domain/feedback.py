"""What a supervisor says to somebody about their work, between the two of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FeedbackAnswerId, FeedbackId


class FeedbackKind(StrEnum):
    """What is said; the second one comes with help, with the third a case goes to somebody else."""

    COMMEND = "commend"
    COACH = "coach"
    REASSIGN = "reassign"


class About(StrEnum):
    """What the feedback is about; the value is the table it stands in."""

    CONVERSATION = "conversation"
    NOTE = "note"
    CASE = "case"
    PROMISE = "promise"
    STATEMENT = "statement"
    GOODWILL = "goodwill"


@dataclass(frozen=True, slots=True)
class FeedbackAnswer:
    """What one of the two said back."""

    id: FeedbackAnswerId
    by_id: EmployeeId
    by: str
    text: str
    at: datetime
    seen_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """Praise or coaching of one person by another; nobody else reads it."""

    id: FeedbackId
    kind: FeedbackKind
    about: About
    row: int
    comment: str
    whose_id: EmployeeId
    whose: str
    by_id: EmployeeId
    by: str
    at: datetime
    seen_at: datetime | None
    customer_id: CustomerId
    customer: str
    case_id: CaseId | None
    case_number: int | None
    version: int
    answers: tuple[FeedbackAnswer, ...] = ()

    def is_news_for(self, reader: EmployeeId) -> bool:
        """Whether there is something in it that this one of the two has not seen yet."""
        unseen = any(each.seen_at is None and each.by_id != reader for each in self.answers)
        return unseen or (self.seen_at is None and self.whose_id == reader)
