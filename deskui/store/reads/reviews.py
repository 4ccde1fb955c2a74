"""What waits for a supervisor: the queue by its indexes, the rules it is made by, and what was said already."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from peewee import SQL, Select, fn

from deskui.domain.note import ReviewState
from deskui.domain.review.item import MOST, SUBJECT_OF, Counts, Kind, Risk, Subject, Verdict
from deskui.domain.review.risk import Rules
from deskui.domain.told.statement import Said
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads import fix_requests
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Narrowed

_ITEM, _CLAIM, _VERDICT = models.ReviewItem, models.ReviewClaim, models.Verdict
_NOTE, _EMPLOYEE = models.Note, models.Employee


Place = tuple[Subject, int, Risk, str]
"""An item of the queue: what, which row, why, and the words that were found in it."""


def rules() -> Rules | None:
    """By what the shop reviews; None before it is set up: one statement."""
    row = next(iter(_rules.tuples()), None)
    return None if row is None else Rules(*row)


@compiled
def _rules() -> Any:
    shop = models.Shop
    columns = (shop.review_words, shop.review_one_in, shop.review_first, shop.review_stale, shop.version)
    return shop.select(*columns).order_by(shop.id).limit(1)


def reviewed(author: int, at_most: int) -> int:
    """How many verdicts stand on what somebody wrote, counted up to some number: one statement."""
    return len(_reviewed.tuples(author, at_most))


@compiled
def _reviewed(author: Any, at_most: Any) -> Any:
    return standing(_VERDICT.author == author).limit(at_most)


def last_verdict(subject: Subject, row: int) -> Verdict | None:
    """What was said last of a row and stands: one statement."""
    found = next(iter(_last.tuples(subject.value, row)), None)
    return None if found is None else Verdict(found[1])


@compiled
def _last(entity: Any, row: Any) -> Any:
    about = (_VERDICT.entity == entity) & (_VERDICT.row == row)
    return standing(about).order_by(_VERDICT.id.desc()).limit(1)


def standing(which: Any) -> Any:
    """The verdicts that were not taken back."""
    back = _VERDICT.alias("back")
    taken_back = fn.EXISTS(back.select(back.id).where(back.takes_back == _VERDICT.id))
    return _VERDICT.select(_VERDICT.id, _VERDICT.verdict).where(which, _VERDICT.takes_back.is_null(), ~taken_back)


def waits(subject: Subject, row: int) -> bool:
    """Whether a row without a state waits: nothing was said of it, or its author has put it right since."""
    last = last_verdict(subject, row)
    return last is None or (last is Verdict.TO_FIX and not fix_requests.is_to_fix(subject, row))


def statement_taken_back(statement_id: int, customer_id: int) -> bool:
    """Whether what was told was entered by mistake: one statement."""
    return bool(_mistaken.tuples(statement_id, customer_id))


@compiled
def _mistaken(statement_id: Any, customer_id: Any) -> Any:
    told = models.Statement
    mistaken = (told.corrects == statement_id) & (told.kind == Said.TAKEN_BACK)
    return told.select(told.id).where(told.customer == customer_id, mistaken).limit(1)


def goodwill_taken_back(goodwill_id: int, _customer_id: int) -> bool:
    """Whether a concession was taken back: one statement."""
    return bool(_taken_back.tuples(goodwill_id))


@compiled
def _taken_back(goodwill_id: Any) -> Any:
    back = models.GoodwillEntry
    return back.select(back.id).where(back.goodwill == goodwill_id)


def place(subject: Subject, row: int) -> Place | None:
    """Where a row stands in the queue, None where it does not wait: one statement."""
    found = next(iter(_place.tuples(subject.value, row)), None)
    return None if found is None else (subject, row, Risk(found[0]), found[1])


@compiled
def _place(entity: Any, row: Any) -> Any:
    return _ITEM.select(_ITEM.risk, _ITEM.words).where(_ITEM.entity == entity, _ITEM.row == row)


def waiting(narrowed: Narrowed, me: EmployeeId, now: datetime, limit: int) -> Iterator[Place]:
    """What waits and nobody else has before them, the gravest and then the oldest first; nothing of one's own.

    One statement over an index.
    """
    if narrowed.kind is Kind.STALE:
        return
    query = (
        _ITEM.select(_ITEM.entity, _ITEM.row, _ITEM.risk, _ITEM.words)
        .where(_which(narrowed, now), _is_for(me, now))
        .order_by(_ITEM.risk, _ITEM.at, _ITEM.id)
        .limit(limit)
    )
    for entity, row, risk, words in tuples(query):
        yield Subject(entity), row, Risk(risk), words


def _which(narrowed: Narrowed, now: datetime) -> Any:
    which = _ITEM.risk == Risk.REST.value if narrowed.rest else _ITEM.risk < Risk.REST.value
    return which & _fits(narrowed, now)


def _fits(narrowed: Narrowed, now: datetime) -> Any:
    which: Any = SQL("1 = 1")
    if narrowed.kind is not None:
        which &= _ITEM.entity == SUBJECT_OF[narrowed.kind].value
    if narrowed.author is not None:
        which &= _ITEM.author == narrowed.author
    if narrowed.branch:
        which &= _ITEM.author.in_(_at(narrowed.branch))
    if narrowed.older_than is not None:
        which &= _ITEM.at <= now - timedelta(days=narrowed.older_than)
    if narrowed.newer_than is not None:
        which &= _ITEM.at >= now - timedelta(days=narrowed.newer_than)
    return which


def _is_for(me: EmployeeId, now: datetime) -> Any:
    """Nothing of one's own, and nothing that somebody else has before them."""
    is_mine = (_ITEM.author == me) | (_ITEM.approver.is_null(False) & (_ITEM.approver == me))
    return ~is_mine & ~_claimed(_ITEM.entity, _ITEM.row, me, now)


def _claimed(entity: Any, row: Any, me: EmployeeId, now: datetime) -> Any:
    theirs = (_CLAIM.by != me) & (_CLAIM.until > to_millis(now))
    return fn.EXISTS(_CLAIM.select(_CLAIM.id).where(_CLAIM.entity == entity, _CLAIM.row == row, theirs))


def stale(narrowed: Narrowed, me: EmployeeId, now: datetime, before: date, limit: int) -> Iterator[Place]:
    """Facts that nobody confirmed since that day: never confirmed ones first; two statements over indexes."""
    if narrowed.kind not in (None, Kind.STALE) or narrowed.rest:
        return
    left = limit
    for which, order in _unconfirmed(before):
        query = _NOTE.select(_NOTE.id).where(which, _stale_of(narrowed, me, now)).order_by(order).limit(left)
        for (row,) in tuples(query):
            left -= 1
            yield Subject.NOTE, row, Risk.STALE, ""
        if left <= 0:
            return


def _unconfirmed(before: date) -> tuple[tuple[Any, Any], ...]:
    """The conditions are word for word those of the partial indexes, whose kinds may not be bound."""
    of_kind = _NOTE.withdrawn_at.is_null() & SQL("kind IN ('fact', 'preference')")
    never = _NOTE.confirmed_on.is_null() & of_kind & (_NOTE.written_at < _midnight(before))
    long_ago = _NOTE.confirmed_on.is_null(False) & of_kind & (_NOTE.confirmed_on < before)
    return (never, _NOTE.written_at), (long_ago, _NOTE.confirmed_on)


def _stale_of(narrowed: Narrowed, me: EmployeeId, now: datetime) -> Any:
    """Those that are for whoever is acting, and do not wait in the queue already."""
    which = _NOTE.author.is_null() | (_NOTE.author != me)
    which &= _NOTE.review.not_in([ReviewState.TO_FIX.value, ReviewState.REDACTED.value])
    which &= ~_claimed(Subject.NOTE.value, _NOTE.id, me, now)
    is_it = (_ITEM.entity == Subject.NOTE.value) & (_ITEM.row == _NOTE.id) & (_ITEM.risk < Risk.REST.value)
    which &= ~fn.EXISTS(_ITEM.select(_ITEM.id).where(is_it))
    if narrowed.author is not None:
        which &= _NOTE.author == narrowed.author
    if narrowed.branch:
        which &= _NOTE.author.in_(_at(narrowed.branch))
    if narrowed.older_than is not None:
        which &= _NOTE.written_at <= now - timedelta(days=narrowed.older_than)
    if narrowed.newer_than is not None:
        which &= _NOTE.written_at >= now - timedelta(days=narrowed.newer_than)
    return which


def _at(branch: str) -> Any:
    return _EMPLOYEE.select(_EMPLOYEE.id).where(fn.LOWER(_EMPLOYEE.branch) == branch.lower())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def counts(narrowed: Narrowed, me: EmployeeId, now: datetime, before: date) -> Counts:
    """How many of these somebody could judge now, by why, each counted up to MOST: one statement."""
    fits = SQL("1 = 0") if narrowed.kind is Kind.STALE else _fits(narrowed, now) & _is_for(me, now)
    parts: list[Any] = [_ITEM.select(_ITEM.id).where(_ITEM.risk == risk.value, fits) for risk in Risk]
    if narrowed.kind in (None, Kind.STALE) and not narrowed.rest:
        theirs = _stale_of(narrowed, me, now)
        parts += [_NOTE.select(_NOTE.id).where(which, theirs) for which, _ in _unconfirmed(before)]
    counted = [Select((part.limit(MOST).alias("counted"),), (fn.COUNT(SQL("1")),)) for part in parts]
    (found,) = tuples(_EMPLOYEE.select(*counted).where(_EMPLOYEE.id == me))
    by_risk = {risk: count for risk, count in zip(Risk, found, strict=False) if count}
    return Counts(by_risk, min(sum(found[len(Risk) :]), MOST))
