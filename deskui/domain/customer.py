"""Who is served: the customer, the ways to reach them, their household and their standing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import ContactPointId, CustomerId, EmployeeId, HouseholdId
    from deskui.domain.merging import Merged
    from deskui.domain.money import Money
    from deskui.domain.staff import Employee


class ContactKind(StrEnum):
    """What kind of way to reach somebody a contact point is."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LINK = "link"


class AliasKind(StrEnum):
    """Why a number or name finds this customer."""

    NUMBER = "number"
    LOYALTY = "loyalty"
    NAME = "name"
    SHOPIFY = "shopify"
    SQUARE = "square"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One way to reach a customer; `key` is its comparable form (E.164 for phones, lower case for e-mail)."""

    id: ContactPointId
    kind: ContactKind
    value: str
    key: str
    label: str
    preferred: bool
    best_hours: str
    version: int
    may_use: str = ""
    """What they said about it: `yes`, `no`, `wrong` where nobody of that name answers; empty where nobody asked."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another number or name that finds the customer."""

    kind: AliasKind
    value: str


@dataclass(frozen=True, slots=True)
class Customer:
    """A person served, as kept; every text may be empty except `name` and `number`."""

    id: CustomerId
    number: str
    name: str
    given_name: str
    family_name: str
    preferred_name: str
    say_as: str
    company: str
    prefers: str
    tier: str
    tier_since: date | None
    since: date | None
    birthday: str
    preferred_clerk_id: EmployeeId | None
    household_id: HouseholdId | None
    custom: dict[str, str]
    version: int
    may_call: str = ""
    """Whether we may call them for their own sake: `yes`, `no`, or empty where nobody asked."""
    may_write: str = ""


@dataclass(frozen=True, slots=True)
class Household:
    """Customers who buy together, with what all of them bought."""

    id: HouseholdId
    name: str
    is_account: bool
    members: tuple[tuple[CustomerId, str], ...]
    orders: int
    value: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """A member of staff who has met this customer: how often, and when last."""

    employee_id: EmployeeId
    name: str
    times: int
    last: datetime


@dataclass(frozen=True, slots=True)
class BadVisit:
    """The last contact that went badly with no good one since; `contacts_since` counts the ones in between."""

    at: datetime
    employee: str
    contacts_since: int


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What is known about the relationship as a whole: the second half of the header."""

    orders: int
    value: tuple[Money, ...]
    contacts: int
    first_contact: datetime | None
    last_contact: datetime | None
    last_employee: str
    faces: tuple[Face, ...]
    preferred_clerk: Employee | None
    bad_visit: BadVisit | None
    household: Household | None
    points: tuple[ContactPoint, ...] = field(default=())
    aliases: tuple[Alias, ...] = field(default=())
    merged: tuple[Merged, ...] = field(default=())
    """Those who turned out to be this customer, whose numbers lead here, the latest first."""
