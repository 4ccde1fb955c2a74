"""How much waits for a supervisor: what they may judge, so nothing of their own, and that nobody else has by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import SQL, Select, fn

from deskui.domain.review.item import MOST, Counts, Kind, Risk
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.reviews import fits, is_for, is_free, stale_for, unconfirmed
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Narrowed

_ITEM, _NOTE, _EMPLOYEE = models.ReviewItem, models.Note, models.Employee


def to_review(me: EmployeeId, now: datetime) -> int:
    """How many items wait for somebody to judge them, but facts to confirm, counted up to MOST: one statement."""
    return int(_to_review.tuples(me, now)[0][0])


@compiled
def _to_review(me: Any, now: Any) -> Any:
    """Those of `reviews.waiting`, by who else there is, so that the index passes one's own over."""
    others = _EMPLOYEE.select(_EMPLOYEE.id).where(_EMPLOYEE.id != me)
    found = _ITEM.select(SQL("1")).where(_ITEM.risk < Risk.STALE.value, _ITEM.author.in_(others), is_free(me, now))
    counted = Select([found.limit(MOST).alias("counted")], [fn.COUNT(SQL("*"))])
    return models.Shop.select(counted.alias("many")).limit(1)


def counts(narrowed: Narrowed, me: EmployeeId, now: datetime, before: date) -> Counts:
    """How many of these somebody could judge now, by why, each counted up to MOST: one statement."""
    which = SQL("1 = 0") if narrowed.kind is Kind.STALE else fits(narrowed, now) & is_for(me, now)
    parts: list[Any] = [_ITEM.select(_ITEM.id).where(_ITEM.risk == risk.value, which) for risk in Risk]
    if narrowed.kind in (None, Kind.STALE) and not narrowed.rest:
        theirs = stale_for(narrowed, me, now)
        parts += [_NOTE.select(_NOTE.id).where(long_ago, theirs) for long_ago, _ in unconfirmed(before)]
    counted = [Select((part.limit(MOST).alias("counted"),), (fn.COUNT(SQL("1")),)) for part in parts]
    (found,) = tuples(_EMPLOYEE.select(*counted).where(_EMPLOYEE.id == me))
    by_risk = {risk: count for risk, count in zip(Risk, found, strict=False) if count}
    return Counts(by_risk, min(sum(found[len(Risk) :]), MOST))
