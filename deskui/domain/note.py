"""What is known about a customer as a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import EmployeeId, NoteId


class NoteKind(StrEnum):
    """What a note is about."""

    INTEREST = "interest"
    PREFERENCE = "preference"
    CAUTION = "caution"
    FACT = "fact"


class Visibility(StrEnum):
    """Who may read a note: everybody at the desk, or its author and supervisors."""

    SHARED = "shared"
    PRIVATE = "private"


class ReviewState(StrEnum):
    """Where a note or a conversation stands with the supervisors."""

    EARLIER = "earlier"
    """Written before there were reviews, or brought in by a file: nobody waits for a word on it."""
    WAITING = "waiting"
    APPROVED = "approved"
    TO_FIX = "to fix"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class Note:
    """One note; an alert is a note shown when the customer is opened, from and until the given days."""

    id: NoteId
    kind: NoteKind
    text: str
    author_id: EmployeeId | None
    author: str
    source: str
    confirmed_on: date | None
    visibility: Visibility
    review: ReviewState
    alert_from: date | None
    alert_until: date | None
    written_at: datetime
    version: int

    def is_alert(self, today: date) -> bool:
        """Whether the note asks to be seen on this day when the customer is opened."""
        return (
            self.alert_from is not None
            and self.alert_from <= today
            and (self.alert_until is None or today <= self.alert_until)
        )
