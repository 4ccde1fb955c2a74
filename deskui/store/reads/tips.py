"""Tips of the manual that go with what is in view, and what became of those that were offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.manual.article import ArticleKind, TiedTo
from deskui.domain.tips import Tip, TipAnswer, TipOffer, TipTie
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from deskui.domain.ids import ArticleId, CaseId, CustomerId
    from deskui.domain.tips import InView

_OFFER, _ARTICLE, _VERSION, _TIE = models.TipOffer, models.Article, models.ArticleVersion, models.ArticleTie
_WHO = models.Employee
_TIPS: Final = (ArticleKind.TIP.value, ArticleKind.PRODUCT_NOTE.value)
_NOBODY: Final = "-"
"""Stands for a list without members: no word is spelt so."""
_OFFERED: Final = (_OFFER.id, _OFFER.order, _OFFER.case, _OFFER.answer, _OFFER.words, _OFFER.by, _OFFER.at)


def of_view(customer_id: CustomerId, seen: Iterable[InView], day: date) -> tuple[Tip, ...]:
    """What the manual says on a day of what is in view, each with when the customer was offered it: one statement.

    Some may go with none of it: `domain.tips` says which do.
    """
    views = tuple(seen)
    words = sorted({word for each in views for key in each.products for word in key.split()})
    kinds = sorted({each.case_kind for each in views if each.case_kind})
    if not words and not kinds:
        return ()
    rows = _tied.dicts(customer_id, words or [_NOBODY], kinds or [_NOBODY], day)
    found: dict[ArticleId, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["article"], []).append(row)
    return tuple(_tip(each) for each in found.values())


@compiled
def _tied(customer_id: Any, words: Any, kinds: Any, day: Any) -> Any:
    """Every tie with every version that covers the day and every time it was offered: a handful of rows."""
    fits = ((_TIE.what == TiedTo.PRODUCT.value) & _TIE.word.in_(words)) | (
        (_TIE.what == TiedTo.CASE.value) & _TIE.word.in_(kinds)
    )
    covers = (_VERSION.valid_from <= day) & (_VERSION.valid_until.is_null() | (_VERSION.valid_until >= day))
    offered = (_OFFER.article == _ARTICLE.id) & (_OFFER.customer == customer_id) & _stands()
    called = (_ARTICLE.title.alias("called"), _ARTICLE.kind.alias("sort"))
    columns = (_TIE.what, _TIE.key, _VERSION.id.alias("edition"), _VERSION.number, _VERSION.valid_from)
    return (
        _TIE.select(_TIE.article, *columns, *called, *_OFFERED, _WHO.name.alias("who"))
        .join(_ARTICLE, on=(_TIE.article == _ARTICLE.id))
        .join(_VERSION, on=(_VERSION.article == _ARTICLE.id))
        .join_from(_ARTICLE, _OFFER, "LEFT JOIN", on=offered)
        .join_from(_OFFER, _WHO, "LEFT JOIN", on=(_OFFER.by == _WHO.id))
        .where(fits, _TIE.withdrawn_at.is_null(), _ARTICLE.kind.in_(_TIPS), _ARTICLE.withdrawn_at.is_null())
        .where(_ARTICLE.retired_at.is_null(), _VERSION.withdrawn_at.is_null(), covers)
    )


def _stands() -> Any:
    """Whether what was offered is neither a counter-entry nor taken back by one."""
    mistake = _OFFER.alias("mistake")
    return _OFFER.corrects.is_null() & ~fn.EXISTS(mistake.select(mistake.id).where(mistake.corrects == _OFFER.id))


def _tip(rows: Sequence[Mapping[str, Any]]) -> Tip:
    now = max(rows, key=lambda row: (row["valid_from"], row["number"]))
    ties = {(row["what"], row["key"]): TipTie(TiedTo(row["what"]), row["key"]) for row in rows}
    offers = {row["id"]: _offer(row) for row in rows if row["id"] is not None}
    return Tip(
        article_id=now["article"],
        version_id=now["edition"],
        title=now["called"],
        since=now["valid_from"],
        ties=tuple(ties.values()),
        offers=tuple(offers.values()),
        is_note=now["sort"] == ArticleKind.PRODUCT_NOTE,
    )


def of_article(customer_id: CustomerId, article_id: ArticleId) -> tuple[TipOffer, ...]:
    """Every time that a customer was offered a tip, newest first: one statement."""
    return tuple(_offer(row) for row in _of_article.dicts(customer_id, article_id))


def of_cases(case_ids: Sequence[CaseId]) -> tuple[TipOffer, ...]:
    """What was offered in these cases, newest first: one statement."""
    return tuple(_offer(row) for row in _of_cases.dicts(case_ids))


@compiled
def _of_article(customer_id: Any, article_id: Any) -> Any:
    return _offers().where(_OFFER.customer == customer_id, _OFFER.article == article_id)


@compiled
def _of_cases(case_ids: Any) -> Any:
    return _offers().where(_OFFER.case.in_(case_ids))


def _offers() -> Any:
    return (
        _OFFER.select(_OFFER.article, _OFFER.title.alias("called"), *_OFFERED, _WHO.name.alias("who"))
        .join(_WHO, "LEFT JOIN", on=(_OFFER.by == _WHO.id))
        .where(_stands())
        .order_by(_OFFER.at.desc(), _OFFER.id.desc())
    )


def _offer(row: Mapping[str, Any]) -> TipOffer:
    return TipOffer(
        id=row["id"],
        article_id=row["article"],
        order_id=row["order"],
        case_id=row["case"],
        answer=TipAnswer(row["answer"]),
        words=row["words"],
        by_id=row["by"],
        by=row["who"] or "",
        at=row["at"],
        title=row["called"],
    )
