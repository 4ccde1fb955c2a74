"""How much waits for a supervisor: what they may judge, so nothing of their own, and that nobody else has by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import SQL, Select, fn

from deskui.domain.review.item import EVERYTHING, MOST, Counts, Risk
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.reviews import is_free, stale_for, unconfirmed
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import EmployeeId

_ITEM, _NOTE, _EMPLOYEE = models.ReviewItem, models.Note, models.Employee


def to_review(me: EmployeeId, now: datetime) -> int:
    """How many items wait for somebody to judge them, but facts to confirm, counted up to MOST: one statement."""
    return int(_to_review.tuples(me, now)[0][0])


@compiled
def _to_review(me: Any, now: Any) -> Any:
    return _counted(_ITEM.risk < Risk.STALE.value, me=me, now=now)


def counts(me: EmployeeId, now: datetime, before: date) -> Counts:
    """The same by why they wait, and how many facts are to be confirmed, each up to MOST: three statements."""
    found = _by_risk.tuples(me, now)[0]
    facts = sum(
        len(tuples(_NOTE.select(_NOTE.id).where(which, stale_for(EVERYTHING, me, now)).limit(MOST)))
        for which, _ in unconfirmed(before)
    )
    return Counts({risk: count for risk, count in zip(Risk, found, strict=True) if count}, min(facts, MOST))


@compiled
def _by_risk(me: Any, now: Any) -> Any:
    return _counted(*(_ITEM.risk == risk.value for risk in Risk), me=me, now=now)


def _counted(*which: Any, me: Any, now: Any) -> Any:
    """How many of each: those of `reviews.waiting`, by who else there is, so that the index passes one's own over."""
    others = _EMPLOYEE.select(_EMPLOYEE.id).where(_EMPLOYEE.id != me)
    found = (_ITEM.select(SQL("1")).where(each, _ITEM.author.in_(others), is_free(me, now)) for each in which)
    counts = (Select([each.limit(MOST).alias("counted")], [fn.COUNT(SQL("*"))]) for each in found)
    return models.Shop.select(*(each.alias(f"of_{place}") for place, each in enumerate(counts))).limit(1)
