"""A dated task on a customer that was not promised to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FollowUpId


class FollowUpKind(StrEnum):
    """What sort of follow-up it is."""

    TASK = "task"
    OUTREACH = "outreach"
    """Getting in touch for the customer's sake: how the computer does, that the new trains are in."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as kept; settled when `settled_at` is set, and `outcome` says how it ended."""

    id: FollowUpId
    customer_id: CustomerId
    what: str
    due_on: date
    owner_id: EmployeeId | None
    owner: str
    case_id: CaseId | None
    settled_at: datetime | None
    outcome: str
    version: int
    kind: FollowUpKind = FollowUpKind.TASK
