"""The shop itself and the people behind its counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SHOP: Final = "Alder & Finch"
ZONE: Final = "America/Denver"
REGION: Final = "US"
CURRENCY: Final = "USD"
DESK: Final = "Desk 3"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on the staff list; `interests` one a line, as they are kept."""

    name: str
    role: str
    extension: str
    interests: str
    present: bool = True
    phone: str = ""


ACTING: Final = "Stephen Okafor"
"""Who is at the desk in the demo."""

STAFF: Final = (
    Colleague("Stephen Okafor", "clerk", "4403", "die-cast cars\nmarathons\nchess"),
    Colleague("Paul", "clerk", "4401", "Hot Wheels\nbooks\njazz"),
    Colleague("Ada", "clerk", "4402", "fountain pens\nquilting\nbeagles"),
    Colleague("Ben", "clerk", "4404", "fly fishing\nhiking", present=False),
    Colleague("Margaret Liu", "supervisor", "4400", "astronomy\npottery", phone="303-555-0100"),
    Colleague("Rosa Lindqvist", "expediter", "4417", "trucks", phone="303-555-0117"),
)
