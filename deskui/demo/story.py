"""The shape of a story: a customer as somebody would tell of them, days counted back from now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.demo.checklists import Listed
    from deskui.demo.words import Given, Handed, Promised, Raised, Task, Told


@dataclass(frozen=True, slots=True)
class Said:
    """A conversation `ago` days back at the shop's `clock` time; `about` is the subject of its case."""

    ago: int
    clock: str
    channel: str
    by: str
    minutes: int
    mood: str
    summary: str
    about: str = ""
    out: bool = False
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """A note; `alert_for` days from today it is shown when the customer is opened."""

    kind: str
    text: str
    by: str = "Paul"
    ago: int = 60
    source: str = ""
    private: bool = False
    waiting: bool = False
    alert_for: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an order: what, its price in cents, how many, and the days of return and warranty."""

    name: str
    cents: int
    quantity: int = 1
    returns: int = 30
    warranty: int = 0


@dataclass(frozen=True, slots=True)
class Bought:
    """An order `ago` days back; `numbers` are (kind, number) beside its own."""

    ago: int
    number: str
    items: tuple[Item, ...]
    status: str = "picked up"
    channel: str = "own store"
    proof: str = "receipt seen"
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ordered:
    """What is on order under a number: from whom, and how many days back it was expected and came."""

    supplier: str
    expected: int | None = None
    received: int | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A case opened `ago` days back; `ended` days back it was closed with `outcome`."""

    ago: int
    subject: str
    kind: str
    owner: str
    status: str = "open"
    numbers: tuple[tuple[str, str], ...] = ()
    ended: int | None = None
    outcome: str = ""
    given: Given | None = None
    handed: Handed | None = None
    priority: str = "normal"
    watched_by: tuple[str, ...] = ()
    raised: tuple[Raised, ...] = ()
    part_of: str = ""
    """The subject of the customer's case that it was merged into."""
    related: str = ""
    """The subject of another case of theirs that belongs to it."""
    lists: tuple[Listed, ...] = ()
    ordered: tuple[tuple[str, Ordered], ...] = ()
    """What is on order under some of the numbers."""


@dataclass(frozen=True, slots=True)
class Person:
    """A customer with everything that is known; `since` and `tier_since` are years."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    called: str = ""
    say_as: str = ""
    company: str = ""
    prefers: str = ""
    tier: str = ""
    tier_since: int | None = None
    since: int | None = None
    birthday: str = ""
    asks_for: str = ""
    home: str = ""
    account: str = ""
    address: str = ""
    links: tuple[str, ...] = ()
    loyalty: str = ""
    also: str = ""
    opened: int | None = None
    """Hours ago this customer was last opened at a desk."""
    notes: tuple[Known, ...] = ()
    bought: tuple[Bought, ...] = ()
    said: tuple[Said, ...] = ()
    matters: tuple[Matter, ...] = ()
    promised: tuple[Promised, ...] = ()
    told: tuple[Told, ...] = ()
    tasks: tuple[Task, ...] = ()
