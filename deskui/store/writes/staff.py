"""The staff directory: who is in it, who is there, in which hours, and who stands in for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import EmployeeId
from deskui.store import models
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.staff import Employee, Role
    from deskui.store.entry import Entry


def add_employee(
    entry: Entry, name: str, role: Role, extension: str = "", interests: str = "", **columns: Any
) -> EmployeeId:
    """Put somebody into the staff directory."""
    kept = {"name": name, "role": role.value, "extension": extension, "interests": interests, **columns}
    return EmployeeId(entry.insert(models.Employee, **kept, created_at=entry.at))


def change_employee(entry: Entry, employee: EmployeeId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of somebody who is still at `version`."""
    entry.update(models.Employee, employee, version, **columns)


def set_deputies(entry: Entry, employee: EmployeeId, deputies: Sequence[EmployeeId]) -> None:
    """Let these stand in for somebody, first asked first; who stands in at that place already stays as they are."""
    model = models.Deputy
    wanted = set(enumerate(deputies, 1))
    kept = model.select(model.id, model.version, model.position, model.deputy)
    for row, version, *place in tuples(
        kept.where(model.employee == employee, model.withdrawn_at.is_null()).order_by(model.id)
    ):
        if tuple(place) in wanted:
            wanted.remove((place[0], place[1]))
        else:
            entry.update(model, row, version, withdrawn_at=entry.at)
    for position, deputy in sorted(wanted):
        entry.insert(model, employee=employee, deputy=deputy, position=position)


def set_presence(entry: Entry, employee: Employee, present: bool) -> None:
    """Write down whether somebody is there."""
    entry.update(models.Employee, employee.id, employee.version, present=present)


def set_employee_hours(entry: Entry, employee: Employee, week: str) -> None:
    """Write down when somebody works; empty is when the desk is open."""
    entry.update(models.Employee, employee.id, employee.version, hours=week)
