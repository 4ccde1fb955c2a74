"""What every panel is painted against: the time, the place and the person looking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee


@dataclass(frozen=True, slots=True)
class Scene:
    """The instant and zone of the desk, the region for numbers and money, and who is looking."""

    now: datetime
    zone: tzinfo
    region: str
    me: Employee | None

    @property
    def today(self) -> date:
        """The day at this desk."""
        return self.now.astimezone(self.zone).date()

    def called(self, employee_id: EmployeeId | None, name: str) -> str:
        """`you` for the person looking, else the name; told by the name alone where there is no id."""
        if self.me is None:
            return name
        is_me = name == self.me.name if employee_id is None else employee_id == self.me.id
        return "you" if is_me else name
