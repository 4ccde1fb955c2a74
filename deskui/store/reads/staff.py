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
    """Everybody on the staff list, by name."""
    return tuple(_employee(row) for row in _all.dicts())


@compiled
def _all() -> Any:
    return _EMPLOYEE.select().where(_EMPLOYEE.withdrawn_at.is_null()).order_by(_EMPLOYEE.name, _EMPLOYEE.id)


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
        interests=tuple(line for line in row["interests"].split("\n") if line),
        version=row["version"],
        hours=row["hours"],
    )
