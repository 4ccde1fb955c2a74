"""The slip that a customer took along, as it was kept then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import SHOP, STAFF
from deskui.domain.moments import long_words
from deskui.domain.slips.content import SlipCard, SlipContent, SlipPromise, SlipReference, WhoToAsk, as_kept
from deskui.domain.working_hours.words import hours_in_full
from deskui.store.models.base import from_millis

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from deskui.demo.calendar import Calendar
    from deskui.demo.staff import Colleague
    from deskui.demo.story import Matter
    from deskui.demo.words import Handed

_PRINTS_FOR: Final = 20_000


def slip_row(
    handed: Handed, matter: Matter, case: int, number: int, customer: str, staff: Mapping[str, int], when: Calendar
) -> tuple[Any, ...]:
    """A slip that was printed at once."""
    at = when.at(handed.ago, handed.clock)
    content = _content(handed, matter, number, customer, from_millis(at), when)
    return (case, as_kept(content), staff[handed.by], at, at + _PRINTS_FOR, handed.printer)


def _content(handed: Handed, matter: Matter, number: int, customer: str, at: datetime, when: Calendar) -> SlipContent:
    ask, writer = _colleague(handed.ask_for), _colleague(handed.by)
    hours = "" if ask.hours is None else hours_in_full(ask.hours)
    due = long_words(from_millis(when.due(*handed.due)), when.zone)
    return SlipContent(
        shop=SHOP,
        case_number=number,
        subject=matter.subject,
        customer=customer,
        written_at=at,
        written=long_words(at, when.zone),
        references=tuple(SlipReference(kind, name) for kind, name in matter.numbers),
        ask_for=WhoToAsk(ask.name, ask.role, extension=ask.extension, phone=ask.phone, hours=hours),
        promises=(SlipPromise(handed.promised, f"by {due}"),),
        card=SlipCard(writer.name, writer.role, writer.extension, writer.phone),
    )


def _colleague(name: str) -> Colleague:
    return next(each for each in STAFF if each.name == name)
