"""The people behind the counter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId


class Role(StrEnum):
    """What somebody on the staff list does."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    EXPEDITER = "expediter"


@dataclass(frozen=True, slots=True)
class Employee:
    """Someone on the staff list; `present` whether they are on duty now."""

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
    """Working hours as kept, see `opening_hours`; empty for those of the desk."""


@dataclass(frozen=True, slots=True)
class EmployeeTyped:
    """A colleague to be put on the staff list, as typed; `interests` one a line, or with commas between."""

    name: str
    role: Role = Role.CLERK
    extension: str = ""
    phone: str = ""
    branch: str = ""
    interests: str = ""
