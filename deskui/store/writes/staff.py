"""The staff list: who is on it, who is there, and in which hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import EmployeeId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.staff import Employee, Role
    from deskui.store.entry import Entry


def add_employee(
    entry: Entry,
    name: str,
    role: Role,
    extension: str = "",
    interests: str = "",
    *,
    phone: str = "",
    branch: str = "",
) -> EmployeeId:
    """Put somebody on the staff list."""
    return EmployeeId(
        entry.insert(
            models.Employee,
            name=name,
            role=role.value,
            extension=extension,
            interests=interests,
            phone=phone,
            branch=branch,
            created_at=entry.at,
        )
    )


def set_presence(entry: Entry, employee: Employee, present: bool) -> None:
    """Write down whether somebody is there."""
    entry.update(models.Employee, employee.id, employee.version, present=present)


def set_employee_hours(entry: Entry, employee: Employee, week: str) -> None:
    """Write down when somebody works; empty is when the desk is open."""
    entry.update(models.Employee, employee.id, employee.version, hours=week)
