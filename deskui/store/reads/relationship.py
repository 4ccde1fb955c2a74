"""How a customer stands with us: who served them, what they bought, who buys with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.customer import BadVisit, Face, Household
from deskui.domain.money import Money
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CustomerId, HouseholdId

_CONVERSATION, _EMPLOYEE = models.Conversation, models.Employee


@dataclass(frozen=True, slots=True)
class Contacts:
    """All contacts of a customer in sum; `faces` has the ones who met them most often first."""

    count: int
    first: datetime | None
    last: datetime | None
    last_employee: str
    faces: tuple[Face, ...]
    bad_visit: BadVisit | None


def contacts(customer_id: CustomerId) -> Contacts:
    """The contacts of a customer in sum, from one statement over a covering index."""
    rows = _contacts.tuples(customer_id)
    if not rows:
        return Contacts(0, None, None, "", (), None)
    newest = max(rows, key=lambda row: row[5])
    return Contacts(
        count=sum(row[3] for row in rows),
        first=min(row[4] for row in rows),
        last=newest[5],
        last_employee=newest[2] or "",
        faces=_faces(rows),
        bad_visit=_bad_visit(rows),
    )


@compiled
def _contacts(customer_id: Any) -> Any:
    talk = _CONVERSATION
    return (
        talk.select(talk.mood, talk.employee, _EMPLOYEE.name, fn.COUNT(talk.id), fn.MIN(talk.at), fn.MAX(talk.at))
        .join(_EMPLOYEE, "LEFT JOIN", on=(talk.employee == _EMPLOYEE.id))
        .where(talk.customer == customer_id, talk.withdrawn_at.is_null())
        .group_by(talk.mood, talk.employee, _EMPLOYEE.name)
    )


def _faces(rows: list[tuple[Any, ...]]) -> tuple[Face, ...]:
    met: dict[int, Face] = {}
    for _mood, employee, name, count, _first, last in rows:
        if employee is None:
            continue
        seen = met.get(employee)
        times, latest = (count, last) if seen is None else (seen.times + count, max(seen.last, last))
        met[employee] = Face(employee, name, times, latest)
    return tuple(sorted(met.values(), key=lambda face: (-face.times, -face.last.timestamp())))


def _bad_visit(rows: list[tuple[Any, ...]]) -> BadVisit | None:
    """The newest bad contact, unless a good one came after it."""
    bad = max((row for row in rows if row[0] == "bad"), key=lambda row: row[5], default=None)
    good = max((row[5] for row in rows if row[0] == "good"), default=None)
    if bad is None or (good is not None and good > bad[5]):
        return None
    since = sum(1 for row in rows if row[5] > bad[5])
    return BadVisit(bad[5], bad[2] or "somebody", since)


def value_of(customer_ids: list[CustomerId]) -> tuple[int, tuple[Money, ...]]:
    """Number of orders and value per currency of these customers together: one statement.

    A customer's value is what their orders here add up to, or the lifetime spend another system
    reported when that is more: adding the two would count imported orders twice.
    """
    amounts: dict[tuple[int, str], int] = {}
    orders = 0
    for who, reported, spent, currency, count, total in _spent.tuples(customer_ids):
        orders += count
        if count:
            amounts[who, currency] = max(int(total), amounts.get((who, currency), 0))
        if spent is not None:
            amounts[who, reported] = max(spent, amounts.get((who, reported), 0))
    sums: defaultdict[str, int] = defaultdict(int)
    for (_who, currency), minor in amounts.items():
        sums[currency] += minor
    return orders, tuple(sorted((Money(c, m) for c, m in sums.items()), key=lambda each: -each.minor))


@compiled
def _spent(customer_ids: Any) -> Any:
    order, person = models.Order, models.Customer
    reported = (person.id, person.spend_currency, person.spend_minor)
    bought = (order.customer == person.id) & order.withdrawn_at.is_null()
    return (
        person.select(*reported, order.currency, fn.COUNT(order.id), fn.SUM(order.total_minor))
        .join(order, "LEFT JOIN", on=bought)
        .where(person.id.in_(customer_ids))
        .group_by(*reported, order.currency)
    )


def household(household_id: HouseholdId) -> Household | None:
    """The household with its members in the order they came, and what all of them bought."""
    rows = _members.tuples(household_id)
    if not rows:
        return None
    orders, value = value_of([row[2] for row in rows])
    members = tuple((row[2], row[3]) for row in rows)
    return Household(household_id, rows[0][0], bool(rows[0][1]), members, orders, value)


@compiled
def _members(household_id: Any) -> Any:
    house, person = models.Household, models.Customer
    return (
        person.select(house.name, house.is_account, person.id, person.name)
        .join(house, on=(person.household == house.id))
        .where(person.household == household_id, person.withdrawn_at.is_null())
        .order_by(person.id)
    )
