"""What colleagues do with a case among themselves: watching, linking, merging, asking a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from deskui.domain.case import CaseStatus
from deskui.domain.staff import Role

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.case import Priority
    from deskui.domain.case_history import CaseEvent
    from deskui.domain.ids import CaseId, CaseLinkId, CaseWatchId, CustomerId, EmployeeId, EscalationId
    from deskui.domain.staff import Employee


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who hears what becomes of a case."""

    id: CaseWatchId
    employee_id: EmployeeId
    name: str


class LinkKind(StrEnum):
    """How two cases belong together."""

    RELATED = "related"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class CaseLink:
    """Another case that belongs to one, wherever the link was made from."""

    id: CaseLinkId
    kind: LinkKind
    case_id: CaseId
    number: int
    subject: str
    status: CaseStatus
    customer_id: CustomerId
    customer: str
    seen_from: int
    """The number of the case at its other end."""
    at: datetime
    by_id: EmployeeId | None
    by: str
    version: int


class Answer(StrEnum):
    """What a supervisor did with a case that was escalated to them."""

    TAKEN_OVER = "taken over"
    ANSWERED = "answered"
    HANDED_BACK = "handed back"


@dataclass(frozen=True, slots=True)
class Escalation:
    """A case put before a supervisor, with the reason; `answered_at` is None while it waits."""

    id: EscalationId
    case_id: CaseId
    case_number: int
    subject: str
    priority: Priority
    customer_id: CustomerId
    customer: str
    receiver_id: EmployeeId
    receiver: str
    reason: str
    by_id: EmployeeId | None
    by: str
    at: datetime
    answered_at: datetime | None
    answered_by_id: EmployeeId | None
    answered_by: str
    answer: Answer | None
    words: str
    version: int


@dataclass(frozen=True, slots=True)
class News:
    """What others did to a watched case since the watcher last saw it, oldest first."""

    id: CaseWatchId
    case_id: CaseId
    case_number: int
    subject: str
    priority: Priority
    customer_id: CustomerId
    customer: str
    events: tuple[CaseEvent, ...]
    newest: int
    """The journal entry of the last of them."""
    version: int


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of a case as decides whether it may move or be merged."""

    id: CaseId
    number: int
    customer_id: CustomerId
    status: CaseStatus
    merged_into: int | None
    """The number of the case that this one is part of."""
    version: int


def decides(employee: Employee) -> bool:
    """Whether a case can be escalated to somebody."""
    return employee.may_act_as(Role.SUPERVISOR)


def merge_refusal(duplicate: Standing, survivor: Standing) -> str:
    """Why one case cannot become part of the other, in a sentence that says what to do; empty when it can."""
    if duplicate.id == survivor.id:
        return "Both are the same case; choose another one."
    for case in (duplicate, survivor):
        if case.merged_into is not None:
            return f"Case #{case.number} is part of #{case.merged_into} already; merge that one."
    if duplicate.customer_id != survivor.customer_id:
        return (
            f"Cases #{duplicate.number} and #{survivor.number} are of two customers; link them, "
            "or merge the customers first."
        )
    if survivor.status is CaseStatus.CLOSED and duplicate.status is not CaseStatus.CLOSED:
        return f"Case #{survivor.number} is closed; open it again first, or merge it into #{duplicate.number}."
    return ""
