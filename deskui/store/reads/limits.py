"""What each role, and each person, may decide alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.limits import Bounds, Limit, Period
from deskui.domain.staff import Role
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId

_LIMIT = models.GoodwillLimit


def in_force() -> tuple[Limit, ...]:
    """The newest version of every limit, those that do not stand any more among them: one statement."""
    return tuple(_limit(row) for row in _in_force.dicts())


@compiled
def _in_force() -> Any:
    of = _LIMIT.alias("of_one")
    newest = of.select(fn.MAX(of.id)).group_by(of.role, of.employee, of.kind)
    return _limits().where(_LIMIT.id.in_(newest)).order_by(_LIMIT.role, _LIMIT.employee, _LIMIT.kind)


def versions(role: Role | None, employee_id: EmployeeId | None, kind: GoodwillKind | None) -> tuple[Limit, ...]:
    """Every version of one limit, newest first: one statement."""
    names = ("" if role is None else role.value, "" if kind is None else kind.value)
    if employee_id is None:
        return tuple(_limit(row) for row in _of_role.dicts(*names))
    return tuple(_limit(row) for row in _of_person.dicts(employee_id, names[1]))


@compiled
def _of_role(role: Any, kind: Any) -> Any:
    found = _limits().where(_LIMIT.role == role, _LIMIT.employee.is_null(), _LIMIT.kind == kind)
    return found.order_by(_LIMIT.id.desc())


@compiled
def _of_person(employee_id: Any, kind: Any) -> Any:
    return _limits().where(_LIMIT.employee == employee_id, _LIMIT.kind == kind).order_by(_LIMIT.id.desc())


def _limits() -> Any:
    whose, setter = models.Employee.alias("whose"), models.Employee.alias("setter")
    return (
        _LIMIT.select(_LIMIT, whose.name.alias("whom"), setter.name.alias("who"))
        .join(whose, "LEFT JOIN", on=(_LIMIT.employee == whose.id))
        .join_from(_LIMIT, setter, "LEFT JOIN", on=(_LIMIT.by == setter.id))
    )


def _limit(row: dict[str, Any]) -> Limit:
    return Limit(
        id=row["id"],
        role=Role(row["role"]) if row["role"] else None,
        employee_id=row["employee"],
        employee=row["whom"] or "",
        kind=GoodwillKind(row["kind"]) if row["kind"] else None,
        bounds=Bounds(
            row["per_act"],
            row["per_customer"],
            Period(row["customer_period"]),
            row["per_clerk"],
            Period(row["clerk_period"]),
        ),
        currency=row["currency"],
        at=row["at"],
        by=row["who"] or "",
    )
