"""Who somebody is: the customer, how to reach them, and by which numbers they are known."""

from __future__ import annotations

import json
from typing import Any

from deskui.domain.customer import Alias, AliasKind, ContactKind, ContactPoint, Customer
from deskui.domain.ids import CustomerId
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

_CUSTOMER = models.Customer


def customer(customer_id: CustomerId) -> Customer:
    """The customer of that id, or the one they were merged into: one statement, and one more for each merge.

    Raises: NotFound when there is none, or not any more.
    """
    row = _kept.first_dict(customer_id)
    if row is None:
        raise NotFound("This customer is no longer kept; look them up again.")
    return _customer(row) if row["merged_into"] is None else customer(row["merged_into"])


@compiled
def _kept(customer_id: Any) -> Any:
    is_there = _CUSTOMER.withdrawn_at.is_null() | _CUSTOMER.merged_into.is_null(False)
    return _CUSTOMER.select().where(_CUSTOMER.id == customer_id, is_there)


def survivor(customer_id: CustomerId | int) -> CustomerId:
    """Who stands for that customer: they themselves, unless they were merged into another; one short statement."""
    found = int(customer_id)
    while (row := next(iter(_merged_into.tuples(found)), None)) is not None:
        found = row[0]
    return CustomerId(found)


@compiled
def _merged_into(customer_id: Any) -> Any:
    return _CUSTOMER.select(_CUSTOMER.merged_into).where(
        _CUSTOMER.id == customer_id, _CUSTOMER.merged_into.is_null(False)
    )


def customer_id_of(number: str) -> CustomerId | None:
    """The customer with that number, if there is one."""
    row = _CUSTOMER.select(_CUSTOMER.id).where(_CUSTOMER.number == number).tuples().first()
    return row[0] if row else None


def count(at_most: int) -> int:
    """How many customers are kept, counted no further than that: the cost stays the same in a shop of any size."""
    kept = _CUSTOMER.select(_CUSTOMER.id).where(_CUSTOMER.withdrawn_at.is_null())
    return int(kept.limit(at_most).count())


def _customer(row: dict[str, Any]) -> Customer:
    return Customer(
        id=row["id"],
        number=row["number"],
        name=row["name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        preferred_name=row["preferred_name"],
        say_as=row["say_as"],
        company=row["company"],
        prefers=row["prefers"],
        tier=row["tier"],
        tier_since=row["tier_since"],
        since=row["since"],
        birthday=row["birthday"],
        preferred_clerk_id=row["preferred_clerk"],
        household_id=row["household"],
        custom=json.loads(row["custom"]),
        version=row["version"],
        may_call=row["may_call"],
        may_write=row["may_write"],
    )


def contact_points(customer_id: CustomerId) -> tuple[ContactPoint, ...]:
    """The ways to reach a customer, preferred ones first, then in the order they were added."""
    rows = _points.tuples(customer_id)
    return tuple(ContactPoint(row[0], ContactKind(row[1]), *row[2:]) for row in rows)


@compiled
def _points(customer_id: Any) -> Any:
    point = models.ContactPoint
    return (
        point.select(
            point.id,
            point.kind,
            point.value,
            point.key,
            point.label,
            point.preferred,
            point.best_hours,
            point.version,
            point.may_use,
        )
        .where(point.customer == customer_id, point.withdrawn_at.is_null())
        .order_by(point.preferred.desc(), point.id)
    )


def aliases(customer_id: CustomerId) -> tuple[Alias, ...]:
    """The other numbers and names that find a customer."""
    return tuple(Alias(AliasKind(kind), value) for kind, value in _aliases.tuples(customer_id))


@compiled
def _aliases(customer_id: Any) -> Any:
    alias = models.Alias
    query = alias.select(alias.kind, alias.value).where(alias.customer == customer_id, alias.withdrawn_at.is_null())
    return query.order_by(alias.id)


def openings_to_rank(limit: int = 20) -> list[int]:
    """Customers opened since the rank was last made fresh, oldest opening first."""
    opening = models.Opening
    query = opening.select(opening.customer).where(~opening.ranked).order_by(opening.opened_at).limit(limit)
    return [row[0] for row in tuples(query)]
