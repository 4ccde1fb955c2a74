"""One stay at the counter, from the customer being opened to the wrap-up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from deskui.domain.ids import CustomerId, EmployeeId, VisitId


class VisitEnd(StrEnum):
    """How a visit ended."""

    WRAPPED_UP = "wrapped up"
    LEFT = "left without a word"
    ABANDONED = "abandoned"
    """The program ended first; closed at its next start."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as kept; `how` it ended is None while it lasts."""

    id: VisitId
    customer_id: CustomerId
    desk: str
    employee_id: EmployeeId | None
    opened_at: datetime
    ended_at: datetime | None
    how: VisitEnd | None
    version: int

    def length(self, now: datetime) -> timedelta:
        """How long it lasts, or lasted."""
        return (self.ended_at or now) - self.opened_at
