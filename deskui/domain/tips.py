"""Tips that go with what is in view: an order or a case; what was offered once is not offered again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.manual.article import TiedTo
from deskui.domain.manual.ties import fits_product
from deskui.domain.moments import near_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, tzinfo

    from deskui.domain.ids import ArticleId, ArticleVersionId, CaseId, EmployeeId, OrderId, TipOfferId

COMES_BACK: Final = 30
"""Days after which what a customer did not want just now may be offered again."""


class TipAnswer(StrEnum):
    """What became of a tip that was offered."""

    TAKEN = "taken"
    DECLINED = "declined"
    NOT_NOW = "not now"


class Fit(IntEnum):
    """How closely a tip goes with something, the closest last."""

    CASE = 1
    """It is tied to the kind of case."""
    PRODUCT_KIND = 2
    """It is tied to some words of the product's name."""
    PRODUCT = 3
    """It is tied to the whole name of the product."""


@dataclass(frozen=True, slots=True)
class TipTie:
    """What a tip is tied to: `key` is what `manual.ties` compares."""

    what: TiedTo
    key: str


@dataclass(frozen=True, slots=True)
class TipOffer:
    """A tip that was offered, for an order, in a case or both, and what the customer said."""

    id: TipOfferId
    article_id: ArticleId
    order_id: OrderId | None
    case_id: CaseId | None
    answer: TipAnswer
    words: str
    by_id: EmployeeId | None
    by: str
    at: datetime
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tip:
    """What may be worth saying, as it stands in the manual today, and how often it was offered to this customer."""

    article_id: ArticleId
    version_id: ArticleVersionId
    title: str
    since: date
    """From when on the manual says so."""
    ties: tuple[TipTie, ...]
    offers: tuple[TipOffer, ...] = ()
    is_note: bool = False
    """Whether it is a product note: worth knowing rather than worth offering."""


@dataclass(frozen=True, slots=True)
class InView:
    """An order or a case that is looked at, with what tips may be tied to."""

    products: tuple[str, ...] = ()
    """What the names of what was bought are compared by."""
    case_kind: str = ""
    order_id: OrderId | None = None
    case_id: CaseId | None = None
    orders_behind: tuple[OrderId, ...] = ()
    merged: tuple[CaseId, ...] = ()
    """Orders that stand behind a case, and cases merged into it: what was offered there was offered here."""


@dataclass(frozen=True, slots=True)
class TipInView:
    """A tip for an order or a case; `offered` is the last time that it was offered for it."""

    tip: Tip
    order_id: OrderId | None
    case_id: CaseId | None
    fit: Fit
    offered: TipOffer | None = None
    is_open: bool = True
    """Whether it may be offered now."""


def closeness(ties: Iterable[TipTie], seen: InView) -> Fit | None:
    """How closely what is tied so goes with what is in view; None when it does not."""
    names = [frozenset(each.split()) for each in seen.products]
    found: list[Fit] = []
    for each in ties:
        if each.what is TiedTo.CASE and each.key and each.key == seen.case_kind:
            found.append(Fit.CASE)
        elif each.what is TiedTo.PRODUCT and fits_product(each.key, names):
            found.append(Fit.PRODUCT if frozenset(each.key.split()) in names else Fit.PRODUCT_KIND)
    return max(found, default=None)


def tips_for(tips: Iterable[Tip], seen: InView, now: datetime, zone: tzinfo) -> tuple[TipInView, ...]:
    """The tips for what is in view: to be offered first, notes behind; the most specific, then the newest."""
    found = [_in_view(tip, seen, fit, now, zone) for tip in tips if (fit := closeness(tip.ties, seen)) is not None]
    return tuple(sorted(found, key=_first))


def _first(each: TipInView) -> tuple[bool, bool, int, int, int]:
    return (not each.is_open, each.tip.is_note, -each.fit, -each.tip.since.toordinal(), -each.tip.article_id)


def _in_view(tip: Tip, seen: InView, fit: Fit, now: datetime, zone: tzinfo) -> TipInView:
    offered = last_offer(tip.offers, seen)
    return TipInView(tip, seen.order_id, seen.case_id, fit, offered, may_offer(offered, now, zone))


def last_offer(offers: Iterable[TipOffer], seen: InView) -> TipOffer | None:
    """The last time that a tip was offered for the order or case in view."""
    same = [each for each in offers if _is_for(each, seen)]
    return max(same, key=lambda each: (each.at, each.id), default=None)


def _is_for(offer: TipOffer, seen: InView) -> bool:
    orders = {seen.order_id, *seen.orders_behind} - {None}
    cases = {seen.case_id, *seen.merged} - {None}
    return offer.order_id in orders or offer.case_id in cases


def may_offer(offered: TipOffer | None, now: datetime, zone: tzinfo) -> bool:
    """Whether it was not offered yet, or was not wanted just then, a month of the shop's days ago."""
    if offered is None:
        return True
    days = (now.astimezone(zone).date() - offered.at.astimezone(zone).date()).days
    return offered.answer is TipAnswer.NOT_NOW and days >= COMES_BACK


def refusal(before: TipOffer | None, answer: TipAnswer, now: datetime, zone: tzinfo) -> str:
    """Why a tip cannot be written down as offered again, in a sentence; empty where it can.

    Who did not want it may take it after all, and who said not now may say something else on any day.
    """
    if before is None or (before.answer is TipAnswer.NOT_NOW and (answer is not TipAnswer.NOT_NOW)):
        return ""
    if may_offer(before, now, zone) or (before.answer is TipAnswer.DECLINED and answer is TipAnswer.TAKEN):
        return ""
    by = f" by {before.by}" if before.by else ""
    day = near_day(before.at.astimezone(zone).date(), now.astimezone(zone).date())
    return f"That was offered {day}{by} already: {before.answer}; nothing is offered twice."
