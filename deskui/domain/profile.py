"""A customer's profile as a form holds it, and what of it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.outreach.consent import checked_consent
from deskui.domain.text import clean_line

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.customer import Customer


@dataclass(frozen=True, slots=True)
class Profile:
    """The fields of a profile as typed; dates as text."""

    name: str
    preferred_name: str = ""
    say_as: str = ""
    company: str = ""
    prefers: str = ""
    tier: str = ""
    tier_since: str = ""
    since: str = ""
    birthday: str = ""
    may_call: str = ""
    may_write: str = ""
    asks_for: str = ""
    """The id of the member of staff the customer asks for; empty for nobody in particular."""

    @classmethod
    def of(cls, customer: Customer) -> Profile:
        """The profile of a customer, as it would be typed."""
        shown = {name: getattr(customer, name) for name in TITLES}
        shown["asks_for"] = customer.preferred_clerk_id
        return cls(**{name: "" if value is None else str(value) for name, value in shown.items()})


TITLES = {
    "name": "Name",
    "preferred_name": "Preferred name",
    "say_as": "How to say it",
    "company": "Company",
    "prefers": "Prefers",
    "tier": "Tier",
    "tier_since": "Tier since",
    "since": "Customer since",
    "birthday": "Birthday",
    "may_call": "May we call",
    "may_write": "May we write",
}
"""What each field is called on the screen and in refusals."""
CONSENT = ("may_call", "may_write")
"""Those of them in which a customer is asked for a yes or a no."""


def checked(profile: Profile, today: date) -> dict[str, Any]:
    """The columns of a profile: lines cleaned, dates parsed, the name split into given and family name.

    Raises: BadInput naming the field that is not accepted.
    """
    columns: dict[str, Any] = {}
    for name, title in TITLES.items():
        typed = getattr(profile, name)
        if name in ("tier_since", "since"):
            columns[name] = parse_day(typed, today, title, Reach.SINCE)
        elif name in CONSENT:
            columns[name] = checked_consent(typed, title)
        else:
            columns[name] = clean_line(typed, title, needed=name == "name")
    columns["preferred_clerk"] = int(profile.asks_for) if profile.asks_for else None
    columns["given_name"], columns["family_name"] = split_name(columns["name"])
    return columns


def split_name(name: str) -> tuple[str, str]:
    """Given and family name of a name as written: `Family, Given` or `Given … Family`; one word is a given name."""
    if "," in name:
        family, _, given = name.partition(",")
        return given.strip(), family.strip()
    given, _, family = name.rpartition(" ")
    return (given, family) if given else (family, "")
