"""A concession over somebody's limit, put before a supervisor, and the one answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.goodwill.goodwill import Concession
    from deskui.domain.ids import ApprovalId, CustomerId, EmployeeId
    from deskui.domain.money import Money

LASTS: Final = timedelta(days=7)
"""How long a request waits before it expires."""


class Verdict(StrEnum):
    """What became of a request."""

    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """By whoever asked."""


class ApprovalState(StrEnum):
    """Where a request stands: the clock alone decides what is expired."""

    WAITING = "waiting"
    APPROVED = "approved"
    TAKEN_BACK = "approved, then taken back"
    """What was approved was given, and does not stand any more."""
    LESS = "approved for less"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Approval:
    """A request and its answer; `allowed` is the amount that was approved, where it is another one."""

    id: ApprovalId
    customer_id: CustomerId
    customer: str
    concession: Concession
    case_number: int | None
    asked_by_id: EmployeeId | None
    asked_by: str
    at: datetime
    expires_at: datetime
    verdict: Verdict | None = None
    answered_by_id: EmployeeId | None = None
    answered_by: str = ""
    answered_at: datetime | None = None
    words: str = ""
    allowed: Money | None = None
    undone_at: datetime | None = None
    """When what was approved was taken back."""
    undone_by_id: EmployeeId | None = None
    undone_by: str = ""
    seen_at: datetime | None = None
    """When whoever asked has taken note of the answer."""
    is_void: bool = False
    """Whether the customer or the case is no longer kept."""

    def state(self, now: datetime) -> ApprovalState:
        """Where it stands at that moment."""
        if self.verdict is None:
            return ApprovalState.EXPIRED if now >= self.expires_at else ApprovalState.WAITING
        if self.undone_at is not None:
            return ApprovalState.TAKEN_BACK
        if self.verdict is Verdict.APPROVED and self.allowed is not None and self.allowed != self.concession.amount:
            return ApprovalState.LESS
        return ApprovalState(self.verdict.value)

    @property
    def outcome(self) -> str:
        """`approved`, `refused`, `approved, then taken back`; empty while there is no answer."""
        if self.verdict is None:
            return ""
        return self.verdict.value if self.undone_at is None else ApprovalState.TAKEN_BACK.value

    @property
    def settled_by_id(self) -> EmployeeId | None:
        """Whose word was the last: theirs who took back what was approved, else theirs who answered."""
        return self.answered_by_id if self.undone_at is None else self.undone_by_id

    @property
    def settled_by(self) -> str:
        """The name of that person."""
        return self.answered_by if self.undone_at is None else self.undone_by

    @property
    def settled_at(self) -> datetime | None:
        """When that was."""
        return self.undone_at or self.answered_at


def answered_words(found: Approval) -> str:
    """That a request has its answer, in a sentence."""
    if found.undone_at is not None:
        return f"That was {found.outcome} by {found.undone_by or 'somebody'}; it is answered where it waits again."
    return f"{found.answered_by or 'Somebody'} has answered that already: {found.outcome}."


def refusal(found: Approval, now: datetime, answerer: EmployeeId | None) -> str:
    """Why that person cannot answer the request now, in a sentence; empty when they can."""
    if answerer is None or answerer == found.asked_by_id:
        return "Nobody answers what they asked for themselves; another supervisor has to."
    if found.verdict is not None:
        return answered_words(found)
    if found.state(now) is ApprovalState.EXPIRED:
        return f"That request has expired; {found.asked_by or 'whoever asked'} can ask again with w."
    if found.is_void:
        return "The customer or the case is no longer kept, so there is nothing to decide."
    return ""
