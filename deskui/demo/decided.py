"""What the sample shop gave and refused before: the precedents that a clerk finds beside a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import CURRENCY
from deskui.domain.goodwill.approval import Verdict
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.store import models
from deskui.store.writes.bulk import insert_rows, next_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar

_WAIVE, _CREDIT, _NEW = GoodwillKind.WAIVE_FEE, GoodwillKind.CREDIT, GoodwillKind.REPLACEMENT
_EXCEPTION: Final = GoodwillKind.EXCEPTION
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Decided:
    """Something that was given `ago` days back in the case with that subject, or to the customer of that name.

    `over` approved it, or refused it with `refusal`.
    """

    ago: int
    clock: str
    about: str
    kind: GoodwillKind
    cents: int
    reason: str
    by: str
    over: str = ""
    refusal: str = ""


_DOOR: Final = "Scratched refrigerator door"
DECIDED: Final = (
    Decided(33, "11:25", _DOOR, _CREDIT, 6_000, "waited four weeks for the new door", "Ada", "Margaret Liu"),
    Decided(30, "16:10", _DOOR, _CREDIT, 60_000, "half of the price back", "Ada", "Margaret Liu",
            "The door is replaced; no money on top of that."),
    Decided(31, "11:05", "Parcel to Osaka", _WAIVE, 1_450, "fee for the second search", "Paul"),
    Decided(86, "10:30", "Customs form returned", _CREDIT, 800, "our mistake", "Ada"),
    Decided(28, "16:20", "Suitcase wheel", _NEW, 1_800, "broke on the first trip", "Ben"),
    Decided(39, "12:15", "Range hood hums", _WAIVE, 5_500, "fitter was here twice", "Ada", "Margaret Liu"),
    Decided(59, "17:05", "Wrong keyboard layout", _EXCEPTION, 0, "a few days late", "Ben"),
    Decided(640, "13:45", "Laptop does not wake up", _CREDIT, 2_000, "many calls", "Ben"),
)  # fmt: skip
_GIVEN: Final = (
    *("customer", "case", "kind", "amount_minor", "currency", "reason", "by"),
    *("approved_by", "charged_to", "at", "counts_at"),
)
_ASKED: Final = (
    *("id", "customer", "case", "kind", "amount_minor", "currency", "reason"),
    *("by", "at", "counts_at", "expires_at"),
)
_ANSWERED: Final = ("approval", "verdict", "words", "by", "at")


def tell_decisions(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write down what was given and refused, inside the caller's transaction."""
    given, asked, answered = list[tuple[Any, ...]](), list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    row = next_id(models.Approval)
    for each in DECIDED:
        at, by = calendar.at(each.ago, each.clock), names[each.by]
        over = names[each.over] if each.over else None
        what = (*_whose(each.about), each.kind.value, each.cents or None, CURRENCY, each.reason, by)
        if each.refusal:
            asked.append((row + len(asked), *what, at, at, calendar.due(each.ago - _WEEK, each.clock)))
            answered.append((asked[-1][0], Verdict.REFUSED.value, each.refusal, over, at + 1_800_000))
        else:
            given.append((*what, over, over or by, at, at))
    insert_rows(database, models.Goodwill, _GIVEN, given)
    insert_rows(database, models.Approval, _ASKED, asked)
    insert_rows(database, models.ApprovalAnswer, _ANSWERED, answered)


def _whose(about: str) -> tuple[int, int | None]:
    """The customer and the case, by its subject or the customer's name."""
    case, customer = models.Case, models.Customer
    found = case.select(case.customer, case.id).where(case.subject == about).tuples().first()
    return found or (customer.select(customer.id).where(customer.name == about).scalar(), None)
