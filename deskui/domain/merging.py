"""Two customers who are one person: which of their values stays, and what is known of a merge afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.outreach.consent import stricter
from deskui.domain.profile import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from deskui.domain.customer import Customer
    from deskui.domain.ids import CustomerId, MergeId
    from deskui.domain.lookup import Hit

FIELDS: Final = {
    **{name: title for name, title in TITLES.items() if name != "tier_since"},
    "asks_for": "Asks for",
    "household": "Household",
}
"""What is chosen of one customer or the other, and what it is called on the screen."""

_PARTS: Final = {name: {name: name} for name in FIELDS} | {
    "name": {name: name for name in ("name", "given_name", "family_name")},
    "tier": {name: name for name in ("tier", "tier_since")},
    "asks_for": {"preferred_clerk": "preferred_clerk_id"},
    "household": {"household": "household_id"},
}
"""The columns that go with each, with what a Customer calls them."""


@dataclass(frozen=True, slots=True)
class Party:
    """One of two customers who may be the same."""

    customer: Customer
    shown: Mapping[str, str]
    """What they have in each of FIELDS, as text."""
    has: Mapping[str, int]
    """How many rows of each table hang on them, by its name."""
    at_desks: tuple[str, ...] = ()
    """Where they are being served now."""

    @property
    def amount(self) -> int:
        """How much is written about them."""
        return sum(self.has.values())


@dataclass(frozen=True, slots=True)
class MergeTyped:
    """Which of two customers stays and which goes, as they were seen, and whose values were chosen."""

    kept: CustomerId
    gone: CustomerId
    versions: Mapping[CustomerId, int]
    whose: Mapping[str, CustomerId] = field(default_factory=dict)
    """For some of FIELDS; the others stay with `better`."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A customer who was merged into `kept`, who may have been merged into another since."""

    id: MergeId
    gone: CustomerId
    number: str
    name: str
    kept: CustomerId
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody who may be the same person, and why: `same phone`."""

    hit: Hit
    reasons: tuple[str, ...]


def value_of(customer: Customer, name: str) -> Any:
    """What a customer has in one of FIELDS; None for nothing."""
    return getattr(customer, next(iter(_PARTS[name].values()))) or None


def differing(one: Customer, other: Customer) -> tuple[str, ...]:
    """Those of FIELDS in which both have something, and not the same."""
    both = ((name, value_of(one, name), value_of(other, name)) for name in FIELDS)
    return tuple(name for name, mine, its in both if mine is not None and its is not None and mine != its)


def better(name: str, kept: Customer, gone: Customer) -> Customer:
    """Whose value is to be taken where nobody chose: the one that says more, the longer tie, the newer tier."""
    mine, its = value_of(kept, name), value_of(gone, name)
    if mine is None or its is None:
        return gone if mine is None and its is not None else kept
    match name:
        case "since":
            return gone if its < mine else kept
        case "tier":
            return gone if _is_newer(gone, kept) else kept
        case "asks_for" | "household":
            return kept
        case "may_call" | "may_write":
            return gone if stricter(its, mine) == its else kept
        case _:
            return gone if _says_more(its, mine) else kept


def chosen_columns(kept: Customer, gone: Customer, whose: Mapping[str, CustomerId]) -> dict[str, Any]:
    """The columns that change of the customer who stays."""
    columns: dict[str, Any] = {}
    for name, parts in _PARTS.items():
        source = {kept.id: kept, gone.id: gone}.get(whose[name]) if name in whose else None
        source = source or better(name, kept, gone)
        columns |= {
            column: getattr(source, attribute)
            for column, attribute in parts.items()
            if getattr(source, attribute) != getattr(kept, attribute)
        }
    return columns


def custom_of_both(kept: Customer, gone: Customer) -> dict[str, str]:
    """The extra columns of both; where they differ the one who goes has theirs under their number."""
    found = dict(kept.custom)
    for label, value in gone.custom.items():
        if found.setdefault(label, value) != value:
            found[f"{label} ({gone.number})"] = value
    return found


def _is_newer(gone: Customer, kept: Customer) -> bool:
    """Whether the tier of the one who goes is known to have been given later."""
    if gone.tier_since is None:
        return False
    return kept.tier_since is None or gone.tier_since > kept.tier_since


def _says_more(its: str, mine: str) -> bool:
    return (len(its.split()), len(its)) > (len(mine.split()), len(mine))
