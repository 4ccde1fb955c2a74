"""The staff list and the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deskui.domain.staff import Employee, Role
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId

_EMPLOYEE = models.Employee


@dataclass(frozen=True, slots=True)
class ShopRow:
    """The shop this database belongs to."""

    name: str
    zone: str
    region: str
    currency: str
    hours: str
    holidays: str
    version: int


def shop() -> ShopRow | None:
    """The shop, or None before the first start was finished."""
    row = _shop.first_dict()
    if row is None:
        return None
    names = ("name", "zone", "region", "currency", "hours", "holidays", "version")
    return ShopRow(*(row[name] for name in names))


@compiled
def _shop() -> Any:
    return models.Shop.select().order_by(models.Shop.id).limit(1)


def employees() -> tuple[Employee, ...]:
    """Our own staff, by name: those who act, own and promise; people of other firms are in `directory` alone."""
    return tuple(_employee(row) for row in _own.dicts())


@compiled
def _own() -> Any:
    own = _EMPLOYEE.select().where(_EMPLOYEE.withdrawn_at.is_null(), _EMPLOYEE.company == "")
    return own.order_by(_EMPLOYEE.name, _EMPLOYEE.id)


def directory() -> tuple[Employee, ...]:
    """Everybody who can be called: our own staff by name, then people of other firms by name."""
    found = [_employee(row) for row in _all.dicts()]
    return tuple(sorted(found, key=lambda each: each.is_outside))


@compiled
def _all() -> Any:
    return _EMPLOYEE.select().where(_EMPLOYEE.withdrawn_at.is_null()).order_by(_EMPLOYEE.name, _EMPLOYEE.id)


def deputies() -> dict[EmployeeId, tuple[EmployeeId, ...]]:
    """Who stands in for whom, first asked first."""
    found: dict[EmployeeId, tuple[EmployeeId, ...]] = {}
    for whose, deputy in _deputies.tuples():
        found[whose] = (*found.get(whose, ()), deputy)
    return found


@compiled
def _deputies() -> Any:
    deputy = models.Deputy
    kept = deputy.select(deputy.employee, deputy.deputy).where(deputy.withdrawn_at.is_null())
    return kept.order_by(deputy.employee, deputy.position, deputy.id)


def employee(employee_id: EmployeeId) -> Employee | None:
    """One of the staff."""
    row = _one.first_dict(employee_id)
    return None if row is None else _employee(row)


@compiled
def _one(employee_id: Any) -> Any:
    return _EMPLOYEE.select().where(_EMPLOYEE.id == employee_id)


def _employee(row: dict[str, Any]) -> Employee:
    return Employee(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        extension=row["extension"],
        phone=row["phone"],
        branch=row["branch"],
        present=bool(row["present"]),
        interests=_lines(row["interests"]),
        version=row["version"],
        hours=row["hours"],
        company=row["company"],
        zone=row["zone"],
        holidays=row["holidays"],
        skills=_lines(row["skills"]),
        email=row["email"],
        is_manager=bool(row["is_manager"]),
    )


def _lines(kept: str) -> tuple[str, ...]:
    return tuple(line for line in kept.split("\n") if line)


def names() -> dict[EmployeeId, str]:
    """What everybody who ever was in the directory is called: one statement."""
    return dict(_names.tuples())


@compiled
def _names() -> Any:
    employee = models.Employee
    return employee.select(employee.id, employee.name)
