"""The shop itself and the people behind its counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final

from deskui.domain.working_hours.hours import Span

if TYPE_CHECKING:
    from deskui.domain.working_hours.opening import Week

SHOP: Final = "Alder & Finch"
ZONE: Final = "America/Denver"
REGION: Final = "US"
CURRENCY: Final = "USD"
DESK: Final = "Desk 3"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on the staff list; `interests` one a line, as they are kept; without `hours` as the shop is open."""

    name: str
    role: str
    extension: str
    interests: str
    present: bool = True
    phone: str = ""
    hours: Week | None = None


def _day(opens: int, closes: int) -> tuple[Span, ...]:
    return (Span(time(opens), time(closes)),)


HOURS: Final[Week] = (*((_day(9, 18),) * 6), _day(10, 17))
"""When the shop is open, Monday first: every day, on Sundays shorter."""

_PAULS: Final[Week] = (_day(9, 17), (), *((_day(9, 17),) * 3), (), _day(10, 17))
_ROSAS: Final[Week] = (*((_day(7, 15),) * 5), (), ())
_MARGARETS: Final[Week] = (*((_day(9, 18),) * 5), (), ())

ACTING: Final = "Stephen Okafor"
"""Who is at the desk in the demo."""
SUPERVISOR: Final = "Margaret Liu"

STAFF: Final = (
    Colleague("Stephen Okafor", "clerk", "4403", "die-cast cars\nmarathons\nchess"),
    Colleague("Paul", "clerk", "4401", "Hot Wheels\nbooks\njazz", hours=_PAULS),
    Colleague("Ada", "clerk", "4402", "fountain pens\nquilting\nbeagles"),
    Colleague("Ben", "clerk", "4404", "fly fishing\nhiking", present=False),
    Colleague("Margaret Liu", "supervisor", "4400", "astronomy\npottery", phone="303-555-0100", hours=_MARGARETS),
    Colleague("Rosa Lindqvist", "expediter", "4417", "trucks", phone="303-555-0117", hours=_ROSAS),
)
