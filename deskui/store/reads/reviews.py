"""What waits for a supervisor: the queue by its indexes, and one item with all it says."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from deskui.domain.note import ReviewState, Visibility
from deskui.domain.review.item import SUBJECT_OF, Counts, FixRequest, Item, Kind, Risk, Subject, Verdict
from deskui.domain.review.risk import Rules
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Narrowed

_ITEM, _CLAIM, _VERDICT = models.ReviewItem, models.ReviewClaim, models.Verdict
_NOTE, _EMPLOYEE = models.Note, models.Employee
_FACTS: Final = ("fact", "preference")
MOST_STALE: Final = 1000
"""Facts to confirm are counted up to so many."""

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
    return _standing(_VERDICT.author == author).limit(at_most)


def last_verdict(subject: Subject, row: int) -> Verdict | None:
    """What was said last of a row and stands: one statement."""
    found = next(iter(_last.tuples(subject.value, row)), None)
    return None if found is None else Verdict(found[1])


@compiled
def _last(entity: Any, row: Any) -> Any:
    about = (_VERDICT.entity == entity) & (_VERDICT.row == row)
    return _standing(about).order_by(_VERDICT.id.desc()).limit(1)


def _standing(which: Any) -> Any:
    back = _VERDICT.alias("back")
    taken_back = fn.EXISTS(back.select(back.id).where(back.takes_back == _VERDICT.id))
    return _VERDICT.select(_VERDICT.id, _VERDICT.verdict).where(which, _VERDICT.takes_back.is_null(), ~taken_back)


def is_to_fix(subject: Subject, row: int) -> bool:
    """Whether its author still has to put a row right: one statement."""
    return bool(_to_fix.tuples(subject.value, row))


@compiled
def _to_fix(entity: Any, row: Any) -> Any:
    request = models.FixRequest
    still = request.done_at.is_null() & request.withdrawn_at.is_null()
    return request.select(request.id).where(request.entity == entity, request.row == row, still).limit(1)


def waits(subject: Subject, row: int) -> bool:
    """Whether a row without a state waits: nothing was said of it, or its author has put it right since."""
    last = last_verdict(subject, row)
    return last is None or (last is Verdict.TO_FIX and not is_to_fix(subject, row))


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
        .where(_which(narrowed, now), _ITEM.author != me, ~_claimed(_ITEM.entity, _ITEM.row, me, now))
        .order_by(_ITEM.risk, _ITEM.at, _ITEM.id)
        .limit(limit)
    )
    for entity, row, risk, words in tuples(query):
        yield Subject(entity), row, Risk(risk), words


def _which(narrowed: Narrowed, now: datetime) -> Any:
    which = _ITEM.risk == Risk.REST.value if narrowed.rest else _ITEM.risk < Risk.REST.value
    if narrowed.kind is not None:
        which &= _ITEM.entity == SUBJECT_OF[narrowed.kind].value
    if narrowed.author is not None:
        which &= _ITEM.author == narrowed.author
    if narrowed.branch:
        at_branch = _EMPLOYEE.select(_EMPLOYEE.id).where(fn.LOWER(_EMPLOYEE.branch) == narrowed.branch.lower())
        which &= _ITEM.author.in_(at_branch)
    if narrowed.older_than is not None:
        which &= _ITEM.at <= now - timedelta(days=narrowed.older_than)
    if narrowed.newer_than is not None:
        which &= _ITEM.at >= now - timedelta(days=narrowed.newer_than)
    return which


def _claimed(entity: Any, row: Any, me: EmployeeId, now: datetime) -> Any:
    theirs = (_CLAIM.by != me) & (_CLAIM.until > to_millis(now))
    return fn.EXISTS(_CLAIM.select(_CLAIM.id).where(_CLAIM.entity == entity, _CLAIM.row == row, theirs))


def stale(narrowed: Narrowed, me: EmployeeId, now: datetime, before: date, limit: int) -> Iterator[Place]:
    """Facts that nobody confirmed since that day: never confirmed ones first; two statements over indexes."""
    if narrowed.kind not in (None, Kind.STALE) or narrowed.rest:
        return
    left = limit
    for which, order in _unconfirmed(before):
        query = (
            _NOTE.select(_NOTE.id)
            .where(which, _stale_of(narrowed, me), ~_claimed(Subject.NOTE.value, _NOTE.id, me, now))
            .order_by(order)
            .limit(left)
        )
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


def _stale_of(narrowed: Narrowed, me: EmployeeId) -> Any:
    which = _NOTE.author.is_null() | (_NOTE.author != me)
    which &= _NOTE.review.not_in([ReviewState.TO_FIX.value, ReviewState.REDACTED.value])
    if narrowed.author is not None:
        which &= _NOTE.author == narrowed.author
    if narrowed.branch:
        at_branch = _EMPLOYEE.select(_EMPLOYEE.id).where(fn.LOWER(_EMPLOYEE.branch) == narrowed.branch.lower())
        which &= _NOTE.author.in_(at_branch)
    return which


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def counts(before: date) -> Counts:
    """How many wait, by why, and how many facts are to be confirmed: two statements over indexes."""
    by_risk = {Risk(risk): count for risk, count in _by_risk.tuples()}
    facts = 0
    for which, _ in _unconfirmed(before):
        facts += len(tuples(_NOTE.select(_NOTE.id).where(which).limit(MOST_STALE)))
    return Counts(by_risk, min(facts, MOST_STALE))


@compiled
def _by_risk() -> Any:
    return _ITEM.select(_ITEM.risk, fn.COUNT(_ITEM.id)).group_by(_ITEM.risk)


# --- one item --------------------------------------------------------------------------------------------


def item(place: Place) -> Item | None:
    """An item with all it says, None where its row is gone: one statement."""
    subject, row, risk, words = place
    found = _QUERIES[subject].first_dict(row)
    if found is None:
        return None
    return _MAKERS[subject](found, risk, tuple(each for each in words.split(", ") if each))


def _shared(row: dict[str, Any], subject: Subject, risk: Risk, found: tuple[str, ...]) -> dict[str, Any]:
    return {
        "subject": subject,
        "row": row["id"],
        "version": row.get("version", 1),
        "risk": risk,
        "found": found,
        "customer_id": row["customer"],
        "customer": row["whom"],
        "customer_number": row["whose_number"],
        "author": row["writer"] or "",
        "case_id": row.get("case"),
        "case_number": row.get("case_number"),
        "asked": row["asked"] or "",
    }


def _note_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    return Item(
        **_shared(row, Subject.NOTE, risk, found),
        author_id=row["author"],
        at=row["written_at"],
        label=row["kind"],
        text=row["text"],
        source=row["source"],
        confirmed_on=row["confirmed_on"],
        is_private=row["visibility"] == Visibility.PRIVATE,
        alert_from=row["alert_from"],
        alert_until=row["alert_until"],
        is_fact=row["kind"] in _FACTS,
    )


def _talk_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    way = {"in": "in", "out": "out"}[row["direction"]]
    return Item(
        **_shared(row, Subject.CONVERSATION, risk, found),
        author_id=row["employee"],
        at=row["at"],
        label=f"{row['channel']} {way}, {row['minutes']} min, {row['mood']}",
        text=row["summary"],
        second=row["next_step"],
        conversation_id=row["id"],
    )


def _told_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    return Item(
        **_shared(row, Subject.STATEMENT, risk, found),
        author_id=row["by"],
        at=row["said_at"],
        label=row["basis"],
        text=row["text"],
        second=row["topic"],
        conversation_id=row["conversation"],
    )


def _one(model: Any, author: Any, has_case: bool) -> Any:
    whom, case, request = models.Customer, models.Case, models.FixRequest
    asked = (
        request.select(request.comment)
        .where(request.entity == model._meta.table_name, request.row == model.id, request.withdrawn_at.is_null())
        .order_by(request.id.desc())
        .limit(1)
    )
    shown: list[Any] = [whom.name.alias("whom"), whom.number.alias("whose_number"), _EMPLOYEE.name.alias("writer")]
    shown += [case.number.alias("case_number")] if has_case else []
    query = (
        model.select(model, *shown, asked.alias("asked"))
        .join(whom, on=(model.customer == whom.id))
        .join_from(model, _EMPLOYEE, "LEFT JOIN", on=(author == _EMPLOYEE.id))
    )
    return query.join_from(model, case, "LEFT JOIN", on=(model.case == case.id)) if has_case else query


@compiled
def _one_note(row: Any) -> Any:
    return _one(_NOTE, _NOTE.author, False).where(_NOTE.id == row, _NOTE.withdrawn_at.is_null())


@compiled
def _one_talk(row: Any) -> Any:
    talk = models.Conversation
    return _one(talk, talk.employee, True).where(talk.id == row, talk.withdrawn_at.is_null())


@compiled
def _one_told(row: Any) -> Any:
    told = models.Statement
    return _one(told, told.by, True).where(told.id == row)


_QUERIES: Final = {Subject.NOTE: _one_note, Subject.CONVERSATION: _one_talk, Subject.STATEMENT: _one_told}
_MAKERS: Final = {Subject.NOTE: _note_item, Subject.CONVERSATION: _talk_item, Subject.STATEMENT: _told_item}


# --- what authors are asked to fix -----------------------------------------------------------------------


def to_fix(author: EmployeeId) -> tuple[FixRequest, ...]:
    """What somebody was asked to put right and has not yet, the oldest first: one statement."""
    return tuple(_request(row) for row in _requests.dicts(author))


@compiled
def _requests(author: Any) -> Any:
    request, whom = models.FixRequest, models.Customer
    return (
        request.select(request, whom.name.alias("whom"), _EMPLOYEE.name.alias("asker"))
        .join(whom, on=(request.customer == whom.id))
        .join_from(request, _EMPLOYEE, "LEFT JOIN", on=(request.by == _EMPLOYEE.id))
        .where(request.author == author, request.done_at.is_null(), request.withdrawn_at.is_null())
        .order_by(request.at, request.id)
    )


def _request(row: dict[str, Any]) -> FixRequest:
    return FixRequest(
        id=row["id"],
        subject=Subject(row["entity"]),
        row=row["row"],
        customer_id=row["customer"],
        customer=row["whom"],
        comment=row["comment"],
        by=row["asker"] or "",
        at=row["at"],
        version=row["version"],
    )
