"""Writes about who somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import ContactPointId, CustomerId
from deskui.errors import NotAllowed
from deskui.store import models
from deskui.store.reads import people
from deskui.store.reads.rows import newest, tuples

if TYPE_CHECKING:
    from deskui.store.entry import Entry

FIRST_NUMBER = 1001


def number_of(customer_id: int) -> str:
    """The number a new customer with that id gets."""
    return f"C-{FIRST_NUMBER - 1 + customer_id}"


def add(entry: Entry, columns: dict[str, Any]) -> CustomerId:
    """Add a customer under the next free number."""
    number = number_of(newest(models.Customer, models.Customer.id) + 1)
    added = CustomerId(entry.insert(models.Customer, **columns, number=number, created_at=entry.at))
    entry.reindex(added)
    return added


def change(entry: Entry, customer_id: CustomerId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a customer that is still at `version`.

    Raises: Conflict when somebody was faster, NotAllowed when they were merged into another customer.
    """
    if people.survivor(customer_id) != customer_id:
        other = people.customer(customer_id)
        raise NotAllowed(f"They were merged into {other.name}, {other.number}, meanwhile; change it there.")
    entry.update(models.Customer, customer_id, version, **columns)
    entry.reindex(customer_id)


def add_point(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> ContactPointId:
    """Add a way to reach the customer."""
    added = entry.insert(models.ContactPoint, customer=customer_id, created_at=entry.at, **columns)
    entry.reindex(customer_id)
    return ContactPointId(added)


def change_point(
    entry: Entry, customer_id: CustomerId, point: ContactPointId, version: int, columns: dict[str, Any]
) -> None:
    """Change the named columns of a contact point that is still at `version`."""
    entry.update(models.ContactPoint, point, version, **columns)
    entry.reindex(customer_id)


def unprefer_others(entry: Entry, customer_id: CustomerId, kept: ContactPointId) -> None:
    """Only one contact point is the preferred one: take the mark from all others."""
    point = models.ContactPoint
    others = point.select(point.id, point.version).where(
        point.customer == customer_id, point.preferred, point.id != kept, point.withdrawn_at.is_null()
    )
    for row, version in tuples(others):
        entry.update(point, row, version, preferred=False)
