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
    DESK = "This desk"
    HOURS = "Hours and holidays"
    STAFF = "Staff"
    PINS = "PINs"
    LIMITS = "Limits of goodwill"
    MANUAL = "Manual"
    STEPS = "Checklists and guides"
    KINDS = "Kinds of case and promise"
    REVIEW = "Review, sensitive words"
    BENEFITS = "Kinds of benefit"
    OUTREACH = "Outreach rules"
    RETURNS = "Return periods"


@dataclass(frozen=True, slots=True)
class Changed:
    """When something was changed last, in UTC, and by whom; nobody is whoever owns the database.

    What was never touched since the shop was set up is as it was then, by whom they set it up with.
    """

    at: datetime
    by: str
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class AreaSet:
    """One area, what is set there in words, and its last change, if there was any.

    `to_do` is what a new shop does with it, `whose` who may change what the person acting may not, and `elsewhere`
    where it is kept that is not kept here.
    """

    area: SetupArea
    words: str
    changed: Changed | None = None
    to_do: str = ""
    whose: str = ""
    elsewhere: str = ""
