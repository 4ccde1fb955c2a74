"""What a shop has set, an area a line, as it is looked over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class SetupArea(StrEnum):
    """A part of the set-up, by what it is called."""

    SHOP = "Shop"
    HOURS = "Hours and holidays"
    STAFF = "Staff"
    PINS = "PINs"
    LIMITS = "Limits"
    MANUAL = "Manual"
    STEPS = "Checklists and guides"
    KINDS = "Kinds of case and promise"
    REVIEW = "Review"
    BENEFITS = "Kinds of benefit"
    OUTREACH = "Outreach rules"


@dataclass(frozen=True, slots=True)
class Changed:
    """When something was changed last, in UTC, and by whom; empty for whoever owns the database."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AreaSet:
    """One area, what is set there in words, and its last change, if there was any."""

    area: SetupArea
    words: str
    changed: Changed | None = None
