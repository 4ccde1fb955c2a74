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
    work: str = ""
    """What it is about, in the words that are kept of it; empty where they are gone, or not for whoever reads."""

    @property
    def newest(self) -> datetime:
        """When something was said last."""
        return max([self.at, *(each.at for each in self.answers)])

    def new_answer(self, reader: EmployeeId) -> FeedbackAnswer | None:
        """The last thing that the other one said back, while this one of the two has not seen it."""
        if self.seen_at is None and self.whose_id == reader:
            return None
        unseen = (each for each in reversed(self.answers) if each.seen_at is None and each.by_id != reader)
        return next(unseen, None)

    def is_news_for(self, reader: EmployeeId) -> bool:
        """Whether there is something in it that this one of the two has not seen yet."""
        unseen = any(each.seen_at is None and each.by_id != reader for each in self.answers)
        return unseen or (self.seen_at is None and self.whose_id == reader)
