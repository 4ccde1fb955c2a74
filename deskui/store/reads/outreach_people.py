"""What has to be known of the customers on the call list: one statement for each question, for all of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import fn

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.call_list import SPOKEN, Claim, Outcome, Tally
from deskui.domain.outreach.consent import NO, WRONG
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.ids import ContactPointId, CustomerId, EmployeeId, OutreachTryId

_TRY, _CLAIM, _TALK = models.OutreachTry, models.OutreachClaim, models.Conversation


class Party(NamedTuple):
    """Who is called."""

    name: str
    tier: str
    prefers: str
    clerk_id: EmployeeId | None
    may_call: str
    version: int


def parties(customers: Sequence[CustomerId]) -> dict[CustomerId, Party]:
    """The customers themselves, as far as they are kept."""
    return {row[0]: Party(*row[1:]) for row in _parties.tuples(list(customers))}


@compiled
def _parties(customers: Any) -> Any:
    who = models.Customer
    columns = (who.id, who.name, who.tier, who.prefers, who.preferred_clerk, who.may_call, who.version)
    return who.select(*columns).where(who.id.in_(customers), who.withdrawn_at.is_null())


class Number(NamedTuple):
    """A phone that may be called, with its wishes."""

    id: ContactPointId
    value: str
    best_hours: str


def numbers(customers: Sequence[CustomerId]) -> dict[CustomerId, Number]:
    """The phone of each to call: the preferred one before the others, never one that is wrong or refused."""
    found: dict[CustomerId, Number] = {}
    for who, *number in _numbers.tuples(list(customers)):
        found.setdefault(who, Number(*number))
    return found


@compiled
def _numbers(customers: Any) -> Any:
    point = models.ContactPoint
    query = point.select(point.customer, point.id, point.value, point.best_hours)
    return query.where(
        point.customer.in_(customers),
        point.kind == ContactKind.PHONE.value,
        point.may_use.not_in([NO, WRONG]),
        point.withdrawn_at.is_null(),
    ).order_by(point.customer, point.preferred.desc(), point.id)


class Met(NamedTuple):
    """How somebody stands with us by their contacts: who knows them best, and whether the last went badly."""

    faces: tuple[EmployeeId, ...]
    went_badly: bool


def met(customers: Sequence[CustomerId]) -> dict[CustomerId, Met]:
    """How these customers stand with us, from one statement over a covering index."""
    rows: defaultdict[CustomerId, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _met.tuples(list(customers)):
        rows[row[0]].append(row[1:])
    return {who: _stands(of) for who, of in rows.items()}


@compiled
def _met(customers: Any) -> Any:
    query = _TALK.select(_TALK.customer, _TALK.mood, _TALK.employee, fn.COUNT(_TALK.id), fn.MAX(_TALK.at))
    return query.where(_TALK.customer.in_(customers), _TALK.withdrawn_at.is_null()).group_by(
        _TALK.customer, _TALK.mood, _TALK.employee
    )


def _stands(rows: list[tuple[Any, ...]]) -> Met:
    times: defaultdict[EmployeeId, int] = defaultdict(int)
    last: dict[EmployeeId, datetime] = {}
    for _mood, employee, count, at in rows:
        if employee is not None:
            times[employee] += count
            last[employee] = max(at, last.get(employee, at))
    newest = max(rows, key=lambda row: row[3])
    ranked = sorted(times, key=lambda each: (-times[each], -last[each].timestamp()))
    return Met(tuple(ranked), newest[0] == "bad")


def claims(customers: Sequence[CustomerId], now: datetime) -> dict[CustomerId, Claim]:
    """Who is calling whom of these, by claims that have not run out."""
    return {
        who: Claim(by or "somebody", desk, until, by_id)
        for who, by, desk, until, by_id in _claims.tuples(list(customers), now)
    }


@compiled
def _claims(customers: Any, now: Any) -> Any:
    by = models.Employee
    query = _CLAIM.select(_CLAIM.customer, by.name, _CLAIM.desk, _CLAIM.until, _CLAIM.employee)
    return (
        query.join(by, "LEFT JOIN", on=(_CLAIM.employee == by.id))
        .where(_CLAIM.customer.in_(customers), _CLAIM.until > now, _CLAIM.withdrawn_at.is_null())
        .order_by(_CLAIM.id)
    )


class Tried(NamedTuple):
    """The newest try of a customer."""

    id: OutreachTryId
    outcome: str
    at: datetime
    by: str


def last_tries(customers: Sequence[CustomerId]) -> dict[CustomerId, Tried]:
    """What came of the newest try of each."""
    found: dict[CustomerId, Tried] = {}
    for who, row, outcome, at, by in _last_tries.tuples(list(customers)):
        found[who] = Tried(row, outcome, at, by or "")
    return found


@compiled
def _last_tries(customers: Any) -> Any:
    later, by = _TRY.alias("later"), models.Employee
    newer = later.select(later.id).where(
        later.customer == _TRY.customer, later.withdrawn_at.is_null(), later.id > _TRY.id
    )
    query = _TRY.select(_TRY.customer, _TRY.id, _TRY.outcome, _TRY.at, by.name)
    query = query.join(by, "LEFT JOIN", on=(_TRY.employee == by.id))
    return query.where(_TRY.customer.in_(customers), _TRY.withdrawn_at.is_null(), ~fn.EXISTS(newer))


class Worked(NamedTuple):
    """What was done of the list since an instant: the tallies, and how many of each rule were worked."""

    mine: Tally
    desk: Tally
    by_family: dict[int, int]


def worked(me: EmployeeId | None, since: datetime) -> Worked:
    """What was done of the list since an instant: one statement over an index."""
    by_family: defaultdict[int, int] = defaultdict(int)
    counts = {True: [0, 0], False: [0, 0]}
    for employee, outcome, families in _tries_since.tuples(since):
        for family in families.split():
            by_family[int(family)] += 1
        if outcome != Outcome.SKIPPED.value:
            mine = me is not None and employee == me
            counts[mine][0] += 1
            counts[mine][1] += outcome in SPOKEN
    mine, others = counts[True], counts[False]
    return Worked(Tally(*mine), Tally(mine[0] + others[0], mine[1] + others[1]), dict(by_family))


@compiled
def _tries_since(since: Any) -> Any:
    query = _TRY.select(_TRY.employee, _TRY.outcome, _TRY.families)
    return query.where(_TRY.at >= since, _TRY.withdrawn_at.is_null()).order_by(_TRY.at)
