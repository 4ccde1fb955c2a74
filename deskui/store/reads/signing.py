"""Who has a PIN, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.signing.waiting import AttemptKind, Tries, tries
from deskui.domain.staff import Role
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId

_PIN, _TRIED, _EMPLOYEE = models.Pin, models.SignInAttempt, models.Employee


@dataclass(frozen=True, slots=True)
class PinRow:
    """A PIN as kept; `hash` is empty where it was taken away, and shown nowhere."""

    id: int
    version: int
    hash: str = field(repr=False)


def pin_of(employee: EmployeeId) -> PinRow | None:
    """The row of somebody's PIN, also of one that was taken away; None when there never was one."""
    row = _pin_of.first_dict(employee)
    return None if row is None else PinRow(row["id"], row["version"], row["hash"])


@compiled
def _pin_of(employee: Any) -> Any:
    return _PIN.select(_PIN.id, _PIN.version, _PIN.hash).where(_PIN.employee == employee)


def with_pin() -> frozenset[EmployeeId]:
    """Those of our staff who have a PIN."""
    return frozenset(who for who, _ in _with_pin.tuples())


def administrators_with_pin() -> frozenset[EmployeeId]:
    """The administrators among them."""
    return frozenset(who for who, role in _with_pin.tuples() if role == Role.ADMINISTRATOR)


@compiled
def _with_pin() -> Any:
    kept = _PIN.select(_PIN.employee, _EMPLOYEE.role).join(_EMPLOYEE, on=(_EMPLOYEE.id == _PIN.employee))
    return kept.where(_PIN.withdrawn_at.is_null(), _EMPLOYEE.withdrawn_at.is_null())


def tries_of(employee: EmployeeId) -> Tries:
    """What was tried as that person at all desks since their PIN was right last."""
    return _tries(_of_person.tuples(employee, employee, AttemptKind.RIGHT.value))


def tries_at(desk: str) -> Tries:
    """What was tried at that desk as anybody since a PIN was right there last."""
    return _tries(_at_desk.tuples(desk, desk, AttemptKind.RIGHT.value))


def _tries(rows: list[tuple[Any, ...]]) -> Tries:
    return tries((AttemptKind(kind), at) for kind, at in rows)


@compiled
def _of_person(employee: Any, again: Any, right: Any) -> Any:
    return _since(_TRIED.employee == employee, _TRIED.employee == again, right)


@compiled
def _at_desk(desk: Any, again: Any, right: Any) -> Any:
    return _since(_TRIED.desk == desk, _TRIED.desk == again, right)


def _since(where: Any, last: Any, right: Any) -> Any:
    newest = _TRIED.select(fn.COALESCE(fn.MAX(_TRIED.id), 0)).where(last, _TRIED.kind == right)
    return _TRIED.select(_TRIED.kind, _TRIED.at).where(where, _TRIED.id > newest).order_by(_TRIED.id)
