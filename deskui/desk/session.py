"""Who is acting, at which desk, in which shop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from deskui.domain.staff import Role
from deskui.store.entry import Actor

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.staff import Employee


COMMAND_LINE: Final = "command line"
"""Where whoever owns the database is who does something without opening the desk, and is nobody of the staff."""


@dataclass(frozen=True, slots=True)
class Session:
    """The person at the desk and what the shop is set to; `region` is the country of its phone numbers."""

    shop: str
    desk: str
    zone: ZoneInfo
    region: str
    currency: str
    employee: Employee | None
    awaited: Employee | None = None
    """Who is to sign in before anything is done here; None once somebody has, and where nobody has to."""
    locked: bool = False
    """Whether the screen is locked: somebody has to sign in before it is seen again."""

    @property
    def actor(self) -> Actor:
        """Who the journal names."""
        return Actor(None if self.employee is None else self.employee.id, self.desk)

    @property
    def present(self) -> Actor:
        """As `actor`; at a locked desk that is nobody, least of all who locked it."""
        return replace(self.actor, employee_id=None) if self.locked else self.actor

    @property
    def is_supervisor(self) -> bool:
        """Whether the person acting may do what supervisors do, such as reading private notes of others."""
        return self.employee is not None and self.employee.may_act_as(Role.SUPERVISOR)

    @property
    def sees_own_alone(self) -> bool:
        """Whether the person acting sees of what is counted their own part alone."""
        return self.employee is not None and not self.is_supervisor

    def today(self, now: datetime) -> date:
        """The day it is at this desk."""
        return now.astimezone(self.zone).date()


NOBODY = Session("", "", ZoneInfo("UTC"), "US", "USD", None)
"""Before the shop is set up."""
