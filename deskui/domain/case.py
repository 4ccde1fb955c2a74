"""A piece of work for a customer, and the moves it may make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.arrivals import Supply
    from deskui.domain.case_work import CaseLink, Escalation, Watcher
    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId
    from deskui.domain.order import Reference
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.slips.kept import SlipState
    from deskui.domain.steps.step_list import StepList


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    WAITING_CUSTOMER = "waiting for customer"
    WAITING_SUPPLIER = "waiting for supplier"
    READY = "ready"
    CLOSED = "closed"


_WORKING: Final = frozenset(CaseStatus) - {CaseStatus.CLOSED}
MOVES: Final[dict[CaseStatus, frozenset[CaseStatus]]] = {
    **{status: frozenset(CaseStatus) - {status} for status in _WORKING},
    CaseStatus.CLOSED: frozenset({CaseStatus.OPEN}),
}
"""The legal moves: between all working states, to closed from any, and from closed only back to open."""


def may_move(old: CaseStatus, new: CaseStatus) -> bool:
    """Whether a case may go from one status to the other."""
    return new in MOVES[old]


def move_refusal(number: int, old: CaseStatus, new: CaseStatus) -> str:
    """Why a case may not go from one status to the other, in a sentence that says what to do; empty when it may."""
    if may_move(old, new):
        return ""
    if old is new:
        return f"Case #{number} is {old.value} already; choose another status."
    return f"Case #{number} is closed and cannot become {new.value}; open it again first."


class Priority(StrEnum):
    """How soon a case wants to be seen to, the least first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for what comes first."""
        return len(Priority) - 1 - list(Priority).index(self)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case as a line in a list."""

    id: CaseId
    number: int
    subject: str
    kind: str
    status: CaseStatus
    opened_at: datetime
    closed_at: datetime | None
    priority: Priority = Priority.NORMAL
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case with what hangs on it."""

    id: CaseId
    number: int
    customer_id: CustomerId
    subject: str
    kind: str
    status: CaseStatus
    owner_id: EmployeeId | None
    owner: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    outcome: str
    version: int
    references: tuple[Reference, ...]
    """The first of them, in the order in which they were written down."""
    promises: tuple[PromiseView, ...] = ()
    """Open and broken ones first, soonest first, then the newest settled ones."""
    balance: Balance | None = None
    """Since the case was opened; tries that reached nobody count apart."""
    since_promise: Balance | None = None
    """Since the last promise in this case; None when there is none."""
    hand_over: HandOver | None = None
    """The last hand-over that its receiver has not acknowledged."""
    slip: SlipState | None = None
    """What became of the last slip that was written."""
    contact_id: EmployeeId | None = None
    """Whom to call about all of it, from the staff directory."""
    priority: Priority = Priority.NORMAL
    reason: str = ""
    """Why it was opened again, if it was."""
    merged: tuple[CaseSummary, ...] = ()
    """Duplicates that are part of it now: whatever hangs on them is read as if it hung on this one."""
    watchers: tuple[Watcher, ...] = ()
    links: tuple[CaseLink, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    """Those that wait for an answer, oldest first, then the one answered last."""
    steps: tuple[StepList, ...] = ()
    """Its checklists and guides, in the order in which they were started."""
    unfinished: str = ""
    """Why it was closed although steps of its checklists were open."""
    reference_count: int = 0
    """How many references there are in all."""
    supply: Supply | None = None
    """What is on order in it; None when nothing is."""

    @property
    def ids(self) -> tuple[CaseId, ...]:
        """Its own id and those of the cases merged into it."""
        return (self.id, *(each.id for each in self.merged))
