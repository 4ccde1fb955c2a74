"""What the sample shop wants called: its rules, turned on, and what some of its customers said about calls."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from deskui.demo.staff import SUPERVISOR
from deskui.store import models
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar


class _Rule(NamedTuple):
    """A rule as the shop changed it; `family` is that of the one it began with."""

    family: int
    kind: str
    title: str
    days: int
    tiers: str
    years: int
    cap: int
    priority: str
    script: str


_RULES: Final = (
    _Rule(1, "promise kept", "How did it go?", 7, "", 1, 10, "high",
          "We had promised you something. Did it come as you hoped?"),
    _Rule(2, "benefit expires", "A benefit runs out", 14, "", 1, 10, "high",
          "You have something that runs out soon. Shall I put it to use for you?"),
    _Rule(3, "not heard of", "Missed for long", 120, "premier\ngold", 1, 3, "normal",
          "We have not heard of you for a while, and wanted to know how you are. Is there anything we can do?"),
    _Rule(4, "case closed", "After a case", 10, "", 1, 3, "normal", "Is all as it should be since we closed it?"),
    _Rule(5, "anniversary", "Years with us", 7, "", 3, 5, "normal",
          "You have been with us for so many years, and we wanted to thank you for it."),
    _Rule(6, "birthday", "Birthday", 3, "", 1, 5, "low", "All the best for your birthday."),
    _Rule(7, "not heard of", "Appreciation call", 12, "premier", 1, 4, "low",
          "Thank them for the year. Ask about the business. Tell them which category at 10 % is not chosen yet, "
          "and offer your own number."),
)  # fmt: skip
_BEGUN: Final = 6
"""Rules that every shop begins with, turned off."""
_WENDELL, _FINCH, _LIESBETH, _SMITH = "Wendell Ishikawa", "Bartholomew Finch", "Liesbeth Achterberg", "John Smith"
_CHANGED: Final = 12
"""Days ago on which the rules were turned on."""
_YEARS: Final = 18
_COMES_ROUND: Final = 3
"""Days until Wendell has been a customer for so many years."""
_BEST_HOURS: Final = {_FINCH: "afternoons", _LIESBETH: "weekdays, not before 9"}


def tell_outreach(database: Database, calendar: Calendar, staff: Mapping[str, int]) -> None:
    """Turn the rules on, and write down who likes to be called when, inside the caller's transaction."""
    columns = (*_Rule._fields, "number", "is_on", "by", "at")
    at = calendar.at(_CHANGED, "11:15")
    rows = [(*each, 2 if each.family <= _BEGUN else 1, True, staff[SUPERVISOR], at) for each in _RULES]
    insert_rows(database, models.OutreachRule, columns, rows)
    _set(_WENDELL, since=_years_before(date.fromisoformat(calendar.day(-_COMES_ROUND))))
    _set(_SMITH, may_call="no")
    point, who = models.ContactPoint, models.Customer
    for name, hours in _BEST_HOURS.items():
        whose = who.select(who.id).where(who.name == name)
        point.update(best_hours=hours).where(point.customer.in_(whose), point.kind == "phone").execute()


def _set(name: str, **columns: Any) -> None:
    who = models.Customer
    who.update(**columns).where(who.name == name).execute()


def _years_before(day: date) -> date:
    """The same day so many years ago; the 29th of February was the 28th then."""
    return day.replace(year=day.year - _YEARS, day=min(day.day, 28) if day.month == 2 else day.day)
