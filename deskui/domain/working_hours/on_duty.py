"""Whether a colleague is there, and which colleagues know a customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.hours import WorkingHours


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A colleague who is there until `moment`, or is not and is back at it; None where nobody knows when."""

    employee: Employee
    is_on: bool
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Familiar:
    """Somebody who knows a customer: how often they met, and when last; `duty` is None when they have left us."""

    employee_id: EmployeeId
    name: str
    times: int
    last: datetime | None
    is_preferred: bool
    duty: OnDuty | None


def on_duty(employee: Employee, hours: WorkingHours, now: datetime, *, is_acting: bool = False) -> OnDuty:
    """Whether a colleague with those hours is there; without a moment while they are switched away.

    Whoever `is_acting` is there outside their hours too, and nobody knows until when.
    """
    if not employee.present:
        return OnDuty(employee, False, None)
    if hours.is_open(now):
        return OnDuty(employee, True, hours.closes_at(now))
    if is_acting:
        return OnDuty(employee, True, None)
    return OnDuty(employee, False, hours.next_open(now))
