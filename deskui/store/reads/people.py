"""Who somebody is: the customer, how to reach them, and by which numbers they are known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deskui.domain.customer import Alias, AliasKind, ContactKind, ContactPoint, Customer
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId

_CUSTOMER = models.Customer


def customer(customer_id: CustomerId) -> Customer:
    """The customer of that id.

    Raises: NotFound when there is none, or not any more.
    """
    row = _kept.first_dict(customer_id)
    if row is None:
        raise NotFound("This customer is no longer kept; look them up again.")
    return _customer(row)


@compiled
def _kept(customer_id: Any) -> Any:
    return _CUSTOMER.select().where(_CUSTOMER.id == customer_id, _CUSTOMER.withdrawn_at.is_null())


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
