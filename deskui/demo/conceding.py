"""What the sample shop gave away, what waits for its supervisor, and what each may decide alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.goodwill.approval import LASTS
from deskui.store import models
from deskui.store.models.base import from_millis, to_millis
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Gave:
    """A concession `ago` days back, in cents; `about` is the subject of its case, `asks` whether it waits."""

    whom: str
    ago: int
    clock: str
    by: str
    kind: str
    cents: int | None
    what: str
    reason: str
    about: str = ""
    for_customer: bool = False
    asks: bool = False


_KITCHEN: Final = "Kitchen remodel, goods not found"
GIVEN: Final = (
    Gave("Edmund Achterberg", 61, "10:20", "Margaret Liu", "waive fee", 5_000, "lounge fee",
         "his flight was moved, as we did before"),
    Gave("Edmund Achterberg", 55, "15:20", "Margaret Liu", "exception to policy", None,
         "charger exchanged without receipt", "family customer since 1999", "Charger exchange without receipt"),
    Gave("Delia Montrose", 8, "10:36", "Paul", "waive fee", 4_000, "truck rental", "after all that trouble", _KITCHEN,
         for_customer=True),
    Gave("Rowan Sinclair", 5, "11:05", "Stephen Okafor", "credit", 4_000, "second wheel", "our mistake"),
    Gave("Helen Vandermeer", 3, "16:40", "Stephen Okafor", "waive fee", 2_500, "assembly, half an hour",
         "we were late"),
    Gave("Delia Montrose", 1, "17:45", "Stephen Okafor", "credit", 8_500, "delivery of the worktops",
         "third trip for nothing", _KITCHEN, asks=True),
)  # fmt: skip
LIMITS: Final = (("clerk", 4_000, 10_000, 15_000), ("supervisor", 40_000, 100_000, 200_000))
"""A role, and what it may give in each act, to a customer in a month, and in all in a week; in cents."""

_ROW: Final = ("customer", "case", "kind", "amount_minor", "currency", "what", "reason", "for_customer", "by", "at",
               "counts_at")  # fmt: skip


def tell_goodwill(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write down limits, concessions and requests, inside the caller's transaction."""
    given, asked = list[tuple[object, ...]](), list[tuple[object, ...]]()
    for each in GIVEN:
        row = _row(each, calendar, names)
        if each.asks:
            asked.append((*row, to_millis(from_millis(int(str(row[-1]))) + LASTS)))
        else:
            given.append((*row, row[8]))
    insert_rows(database, models.Goodwill, (*_ROW, "charged_to"), given)
    insert_rows(database, models.Approval, (*_ROW, "expires_at"), asked)
    bounds = ("per_act", "per_customer", "customer_period", "per_clerk", "clerk_period")
    boss, at = names["Margaret Liu"], calendar.at(200, "09:30")
    rows = [(role, act, one, "month", total, "week", "USD", boss, at) for role, act, one, total in LIMITS]
    insert_rows(database, models.GoodwillLimit, ("role", *bounds, "currency", "by", "at"), rows)


def _row(each: Gave, calendar: Calendar, names: Mapping[str, int]) -> tuple[object, ...]:
    whom, case = models.Customer, models.Case
    customer = whom.select(whom.id).where(whom.name == each.whom).order_by(whom.id).scalar()
    about = case.select(case.id).where(case.subject == each.about).scalar() if each.about else None
    at = calendar.at(each.ago, each.clock)
    money = (each.kind, each.cents, "USD")
    return (customer, about, *money, each.what, each.reason, each.for_customer, names[each.by], at, at)
