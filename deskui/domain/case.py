"""A piece of work for a customer, and the moves it may make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.arrivals import Supply
    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId
    from deskui.domain.order import Reference
    from deskui.domain.promises.view import PromiseView


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
    reference_count: int = 0
    """How many references there are in all."""
    supply: Supply | None = None
    """What is on order in it; None when nothing is."""
