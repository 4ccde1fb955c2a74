"""Whom the sample shop calls about its cases, who stands in for them, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.store import models
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Asked:
    """A call to a contact person `ago` days back, about all that one calls them about in that case."""

    ago: int
    clock: str
    by: str
    answer: str
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Called:
    """Whom one calls about the case with that subject: about all of it, or about these numbers."""

    subject: str
    who: str
    numbers: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


CALLED: Final = (
    Called(
        "Kitchen remodel, goods not found",
        "Rosa Lindqvist",
        asked=(
            Asked(2, "14:20", "Paul", "PO 5122 has come; she asks the makers about the other three."),
            Asked(5, "10:05", "Ada", "", reached=False),
        ),
    ),
    Called("Scratched refrigerator door", "Rosa Lindqvist"),
    Called("Kitchen remodel, goods not found", "Tomasz Wróbel", ("PO 5120", "PO 5121")),
)


def tell_calls(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write down whom one calls and the calls that were made, inside the caller's transaction."""
    case, number = models.Case, models.Reference
    calls, about = list[tuple[object, ...]](), list[tuple[object, ...]]()
    for each in CALLED:
        row = case.select(case.id).where(case.subject == each.subject).scalar()
        theirs = number.select(number.id).where(number.case == row, number.number.in_(each.numbers))
        numbers = [found.id for found in theirs.order_by(number.id)]
        if numbers:
            number.update(contact=names[each.who]).where(number.id.in_(numbers)).execute()
        else:
            case.update(contact=names[each.who]).where(case.id == row).execute()
        for asked in each.asked:
            call = len(calls) + 1
            at, by = calendar.at(asked.ago, asked.clock), names[asked.by]
            calls.append((call, names[each.who], at, by, asked.reached, asked.answer))
            about += [(call, row, found) for found in (numbers or (None,))]
    insert_rows(database, models.Inquiry, ("id", "contact", "at", "by", "reached", "summary"), calls)
    insert_rows(database, models.InquiryReference, ("inquiry", "case", "reference"), about)
