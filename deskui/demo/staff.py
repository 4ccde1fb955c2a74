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
    """Somebody in the directory; `interests` and `skills` one a line, as they are kept.

    Without `hours` they work as the shop is open; `company` is another firm, `zone` where it is.
    """

    name: str
    role: str
    extension: str
    interests: str
    present: bool = True
    phone: str = ""
    hours: Week | None = None
    skills: str = ""
    email: str = ""
    deputies: tuple[str, ...] = ()
    is_manager: bool = False
    company: str = ""
    zone: str = ""


def _day(opens: int, closes: int) -> tuple[Span, ...]:
    return (Span(time(opens), time(closes)),)


HOURS: Final[Week] = (*((_day(9, 18),) * 6), _day(10, 17))
"""When the shop is open, Monday first: every day, on Sundays shorter."""

_PAULS: Final[Week] = (_day(9, 17), (), *((_day(9, 17),) * 3), (), _day(10, 17))
_ROSAS: Final[Week] = (*((_day(7, 15),) * 5), (), ())
_MARGARETS: Final[Week] = (*((_day(9, 18),) * 5), (), ())
_TOMASZS: Final[Week] = (*(((*_day(8, 12), *_day(13, 17)),) * 5), (), ())

ACTING: Final = "Stephen Okafor"
"""Who is at the desk in the demo."""
SUPERVISOR: Final = "Margaret Liu"

STAFF: Final = (
    Colleague("Stephen Okafor", "clerk", "4403", "die-cast cars\nmarathons\nchess", skills="claims\nreturns",
              email="stephen@alder-finch.example.com"),
    Colleague("Paul", "clerk", "4401", "Hot Wheels\nbooks\njazz", hours=_PAULS, skills="kitchens\nspecial orders"),
    Colleague("Ada", "clerk", "4402", "fountain pens\nquilting\nbeagles", skills="Spanish\ncoupons"),
    Colleague("Ben", "clerk", "4404", "fly fishing\nhiking", present=False, skills="truck\ntools"),
    Colleague("Margaret Liu", "administrator", "4400", "astronomy\npottery", phone="303-555-0100", hours=_MARGARETS,
              email="margaret@alder-finch.example.com", is_manager=True),
    Colleague("Rosa Lindqvist", "expediter", "4417", "trucks", phone="303-555-0117", hours=_ROSAS,
              skills="purchase orders\nfreight", deputies=("Paul", "Margaret Liu")),
)  # fmt: skip
OUTSIDE: Final = (
    Colleague("Tomasz Wróbel", "expediter", "212", "", phone="212-555-0144", hours=_TOMASZS, skills="cabinets",
              email="t.wrobel@hudson-cabinets.example.com", company="Hudson Cabinets", zone="America/New_York"),
)  # fmt: skip
"""People of other firms."""
