"""A case given to a colleague."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.case import Priority

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, HandOverId


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who gave a case to whom, with what note; `acknowledged_at` is None until the receiver has seen it."""

    id: HandOverId
    case_id: CaseId
    case_number: int
    subject: str
    customer_id: CustomerId
    customer: str
    giver_id: EmployeeId | None
    giver: str
    receiver_id: EmployeeId
    receiver: str
    note: str
    at: datetime
    acknowledged_at: datetime | None
    version: int
    priority: Priority = Priority.NORMAL
    """That of the case."""
    by_id: EmployeeId | None = None
    """Who handed it over, which need not be whose it was."""
    by: str = ""
