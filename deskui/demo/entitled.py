"""What people of the stories are entitled to: the coupon of the wash, the fourth category, a gift balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import CURRENCY
from deskui.domain.benefits.benefit import BenefitKind, EntryKind, issued
from deskui.domain.money import Money
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of benefit; `cents` or `percent` in hundredths."""

    title: str
    kind: BenefitKind
    percent: int = 0
    cents: int | None = None
    days: int | None = None
    tier: str = ""
    by_clerk: bool = False
    transferable: bool = False
    terms: str = ""
    noun: str = ""
    choices: tuple[str, ...] = ()
    picks: int = 0
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """A benefit that a customer was given `ago` days back; `ends` days from today it expires."""

    who: str
    title: str
    ago: int
    ends: int | None = None
    code: str = ""
    by: str = "Ada"
    used: tuple[tuple[int, int], ...] = ()
    """Days back, and cents."""
    picked: tuple[tuple[int, str], ...] = ()
    """Days back, and the choice."""


KINDS: Final = (
    Kind("10% off a purchase", BenefitKind.COUPON, 1_000, days=90, by_clerk=True, terms="One purchase, no services."),
    Kind("Voucher for the trouble", BenefitKind.VOUCHER, cents=2_500, days=180, transferable=True,
         terms="Any goods; nothing is paid out."),
    Kind("Gift balance", BenefitKind.GIFT, cents=5_000, transferable=True),
    Kind("Premier", BenefitKind.PERK, 1_000, tier="PREMIER", noun="category", picks=4, months=3,
         choices=("Paper", "Toner", "Furniture", "Cleaning", "Coffee", "Computers", "Mailing"),
         terms="10% off in the categories chosen."),
    Kind("Extended warranty", BenefitKind.WARRANTY, days=365),
)  # fmt: skip
GIVEN: Final = (
    Has("Delia Montrose", "10% off a purchase", 81, 9, "XK-2291"),
    Has("Curtis Montrose", "Voucher for the trouble", 8, 172, "TV-6638", "Paul"),
    Has("Constance Abernathy", "Premier", 400, by="Ada",
        picked=((390, "Paper"), (390, "Toner"), (188, "Furniture"))),
    Has("Constance Abernathy", "Gift balance", 60, code="GB-7745", used=((40, 1_250), (5, 800))),
    Has("Constance Abernathy", "10% off a purchase", 100, -10, "XK-3377"),
)  # fmt: skip
_COPIED: Final = ("kind", "title", "percent", "amount_minor", "currency", "terms", "transferable", "noun", "choices")


def give_benefits(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write down the types, what was given of them, and their ledgers, inside the caller's transaction."""
    ago = calendar.at(500, "09:00")
    types = {each.title: int(models.BenefitType.insert(**_type(each), created_at=ago).execute()) for each in KINDS}
    kinds = {each.title: each for each in KINDS}
    entries: list[tuple[Any, ...]] = []
    for each in GIVEN:
        kind = kinds[each.title]
        row = _give(each, kind, types[each.title], calendar, names[each.by])
        currency = CURRENCY if kind.cents is not None else ""
        by, first = names[each.by], calendar.at(each.ago, "11:00")
        entries.append((row, EntryKind.ISSUED.value, issued(kind.kind, kind.cents), currency, "", by, first))
        for days, cents in each.used:
            at = calendar.at(days, "12:30")
            entries.append((row, EntryKind.REDEEMED.value, -cents, currency, "", by, at))
        for days, choice in each.picked:
            entries.append((row, EntryKind.CHOSEN.value, 0, currency, choice, by, calendar.at(days, "15:00")))
    columns = ("benefit", "kind", "amount", "currency", "choice", "by", "at")
    insert_rows(database, models.BenefitEntry, columns, entries)


def _type(kind: Kind) -> dict[str, Any]:
    amount = None if kind.cents is None else Money(CURRENCY, kind.cents)
    return {
        "title": kind.title,
        "kind": kind.kind.value,
        "percent": kind.percent,
        "amount_minor": None if amount is None else amount.minor,
        "currency": "" if amount is None else amount.currency,
        "valid_days": kind.days,
        "terms": kind.terms,
        "tier": kind.tier,
        "transferable": kind.transferable,
        "by_clerk": kind.by_clerk,
        "noun": kind.noun,
        "choices": "\n".join(kind.choices),
        "picks": kind.picks,
        "change_months": kind.months,
    }


def _give(each: Has, kind: Kind, type_id: int, calendar: Calendar, by: int) -> int:
    customer = models.Customer.select(models.Customer.id).where(models.Customer.name == each.who).scalar()
    columns = _type(kind)
    row = models.Benefit.insert(
        customer=customer,
        type=type_id,
        code=each.code,
        key=number_key(each.code),
        digits=number_digits(each.code),
        expires=None if each.ends is None else calendar.day(-each.ends),
        picks=kind.picks,
        change_months=kind.months,
        given_by=by,
        created_at=calendar.at(each.ago, "11:00"),
        **{name: columns[name] for name in _COPIED},
    )
    return int(row.execute())
