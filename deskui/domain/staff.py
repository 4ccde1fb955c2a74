"""The people behind the counter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId


class Role(StrEnum):
    """What somebody on the staff list does."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    EXPEDITER = "expediter"
    CONTACT = "contact"


OWN_ROLES: Final = tuple(each for each in Role if each is not Role.CONTACT)
"""Those that our own staff have; of other firms there are expediters and contacts."""
OUTSIDE_ROLES: Final = (Role.EXPEDITER, Role.CONTACT)


ABOVE_CLERKS: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""The roles that only an administrator gives and takes."""
_RANKS: Final = {Role.SUPERVISOR: 1, Role.ADMINISTRATOR: 2}


@dataclass(frozen=True, slots=True)
class Employee:
    """Someone in the staff directory, of our own or of another firm; `present` whether they are on duty now."""

    id: EmployeeId
    name: str
    role: Role
    extension: str
    phone: str
    branch: str
    present: bool
    interests: tuple[str, ...]
    version: int
    hours: str = ""
    """Working hours as kept, see `read_hours`; empty for those of the desk, or of another firm for unknown ones."""
    company: str = ""
    """The firm they work for; empty for our own staff."""
    zone: str = ""
    """The name of the time zone they work in; empty for the shop's."""
    holidays: str = ""
    """Days off as kept, see `read_hours`; empty for those of the desk, or of another firm for none."""
    skills: tuple[str, ...] = ()
    email: str = ""
    is_manager: bool = False
    """Whether they are the manager of their branch, whose card goes with the clerk's."""

    @property
    def is_outside(self) -> bool:
        """Whether they work for another firm: such people are called, but never act, own or promise anything."""
        return bool(self.company)

    @property
    def post(self) -> str:
        """What customers read that they are; who looks after the program is nothing to them."""
        return (Role.SUPERVISOR if self.role is Role.ADMINISTRATOR else self.role).value

    def may_act_as(self, role: Role) -> bool:
        """Whether they may do what that role may: a supervisor what clerks do, an administrator everything."""
        return not self.is_outside and _RANKS.get(self.role, 0) >= _RANKS.get(role, 0)


@dataclass(frozen=True, slots=True)
class EmployeeTyped:
    """Somebody for the staff directory, as typed; lists with commas between, or one a line.

    `deputies` are names, in the order in which they are asked.
    """

    name: str
    role: Role = Role.CLERK
    extension: str = ""
    phone: str = ""
    branch: str = ""
    interests: str = ""
    company: str = ""
    email: str = ""
    skills: str = ""
    hours: str = ""
    holidays: str = ""
    zone: str = ""
    deputies: str = ""
    is_manager: bool = False
