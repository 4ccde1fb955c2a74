"""Whom the rules find: each rule is one statement over an index, however many customers there are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import fn

from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.outreach.call_list import REACHED_LATELY
from deskui.domain.outreach.rule import AHEAD, CLOSED_FOR, Rule, RuleKind
from deskui.domain.promises.promise import EntryKind
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.outreach_days import running_out, yearly
from deskui.store.reads.outreach_terms import Bounds, Hit, Moment, free, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from deskui.domain.ids import CustomerId, EmployeeId, FollowUpId

_FACT, _TALK = models.OutreachFact, models.Conversation
_HALF_A_DAY: Final = timedelta(hours=12)
_DAY: Final = timedelta(days=1)


def found_by(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    """Up to `limit` customers whom the rule lists, those that press most first; nobody twice.

    Who has much that a rule is about fills many rows: then it is read on, without those who were found.
    """
    reader = _READERS[rule.kind]
    found: dict[CustomerId, Hit] = {}
    rows = limit * _ROWS_EACH if rule.kind in _MANY else limit
    while len(found) < limit:
        hits = reader(rule, moment, Bounds(list(found), rows))
        for each in hits:
            found.setdefault(each.customer_id, each)
        if len(hits) < rows:
            break
    return list(found.values())[:limit]


_MANY: Final = frozenset({RuleKind.BENEFIT, RuleKind.KEPT, RuleKind.CLOSED})
"""Kinds that may find several things of one customer."""
_ROWS_EACH: Final = 4
"""So many rows of these are read at a time for each customer that may be listed."""


def _quiet(rule: Rule, moment: Moment, bounds: Bounds) -> list[Hit]:
    before = moment.now - max(rule.days, REACHED_LATELY) * _DAY
    rows = _not_heard_of.tuples(moment.today, before, list(rule.tiers) or None, *bounds)
    return [Hit(who, at=met) for who, met in rows]


@compiled
def _not_heard_of(today: Any, before: Any, tiers: Any, found: Any, limit: Any) -> Any:
    query = free(_FACT.select(_FACT.customer, _FACT.met_at), today, before, None, found)
    query = query if tiers is None else query.where(_FACT.tier.in_(tiers))
    return query.order_by(_FACT.met_at).limit(limit)


def _kept(rule: Rule, moment: Moment, bounds: Bounds) -> list[Hit]:
    since, until = moment.day_begins(rule.days), moment.day_begins(0)
    tonight = moment.day_begins(-1)
    rows = _promises_kept.tuples(*values(rule, moment), bounds.found, since, until, tonight, bounds.rows)
    return [Hit(who, at=at, what=what) for who, at, what in rows]


@compiled
def _promises_kept(
    today: Any, met_before: Any, tiers: Any, found: Any, since: Any, until: Any, tonight: Any, limit: Any
) -> Any:
    entry, promise, like = models.PromiseEntry, models.Promise, models.PromiseLike
    query = (
        entry.select(promise.customer, entry.at, promise.what)
        .join(promise, on=(entry.promise == promise.id))
        .join_from(promise, like, on=(like.promise == promise.id))
        .join_from(promise, _FACT, on=(_FACT.customer == promise.customer))
        .where(entry.kind == EntryKind.KEPT.value, entry.at >= since, entry.at < until, like.took.is_null(False))
    )
    query = query.where(~_spoken_since(entry.at), *_nothing_left(promise.case, today, tonight))
    return free(query, today, met_before, tiers, found).order_by(entry.at).limit(limit)


def _nothing_left(case: Any, today: Any, tonight: Any) -> tuple[Any, Any]:
    """That we do not owe them anything in the case, nor anything today or overdue: that comes before asking."""
    left, task = models.OpenPromise, models.FollowUp
    promised = left.select(left.promise).where(left.customer == _FACT.customer)
    planned_for = task.select(task.id).where(
        task.customer == _FACT.customer,
        task.settled_at.is_null(),
        task.withdrawn_at.is_null(),
        task.kind == FollowUpKind.TASK.value,
    )
    return (
        ~fn.EXISTS(promised.where((left.due < tonight) | (left.case == case))),
        ~fn.EXISTS(planned_for.where((task.due_on <= today) | (task.case == case))),
    )


def _spoken_since(at: Any) -> Any:
    """Whether they were reached on a later day than that; a talk within half a day is what it was about."""
    half = int(_HALF_A_DAY / timedelta(milliseconds=1))
    later = _TALK.select(_TALK.id).where(
        _TALK.customer == _FACT.customer, _TALK.withdrawn_at.is_null(), _TALK.at > at + half, _TALK.reached
    )
    return fn.EXISTS(later)


def _closed(rule: Rule, moment: Moment, bounds: Bounds) -> list[Hit]:
    since, until = moment.day_begins(CLOSED_FOR), moment.day_begins(rule.days - 1)
    tonight = moment.day_begins(-1)
    rows = _cases_closed.tuples(*values(rule, moment), bounds.found, since, until, tonight, bounds.rows)
    return [Hit(who, at=at, what=f"#{number} {subject}") for who, at, number, subject in rows]


@compiled
def _cases_closed(
    today: Any, met_before: Any, tiers: Any, found: Any, since: Any, until: Any, tonight: Any, limit: Any
) -> Any:
    case = models.Case
    query = (
        case.select(case.customer, case.closed_at, case.number, case.subject)
        .join(_FACT, on=(_FACT.customer == case.customer))
        .where(case.closed_at >= since, case.closed_at < until)
        .where(case.merged_into.is_null(), case.withdrawn_at.is_null(), ~_spoken_since(case.closed_at))
        .where(*_nothing_left(case.id, today, tonight))
    )
    return free(query, today, met_before, tiers, found).order_by(case.closed_at).limit(limit)


_READERS: Final[dict[RuleKind, Callable[[Rule, Moment, Bounds], list[Hit]]]] = {
    RuleKind.QUIET: _quiet,
    RuleKind.ANNIVERSARY: yearly,
    RuleKind.BIRTHDAY: yearly,
    RuleKind.BENEFIT: running_out,
    RuleKind.KEPT: _kept,
    RuleKind.CLOSED: _closed,
}
assert {RuleKind.ANNIVERSARY, RuleKind.BIRTHDAY} <= AHEAD
assert set(_READERS) == set(RuleKind)


class Planned(NamedTuple):
    """Outreach that somebody planned, and whose it is to do."""

    customer_id: CustomerId
    follow_up_id: FollowUpId
    version: int
    what: str
    due_on: date
    owner_id: EmployeeId | None


def planned(today: date, limit: int) -> list[Planned]:
    """Outreach that was planned for today or before and is not settled, the oldest first: one statement."""
    return [Planned(*row) for row in _planned.tuples(today, limit)]


@compiled
def _planned(today: Any, limit: Any) -> Any:
    task, who = models.FollowUp, models.Customer
    query = task.select(task.customer, task.id, task.version, task.what, task.due_on, task.owner)
    return (
        query.join(who, on=(task.customer == who.id))
        .where(task.settled_at.is_null(), task.withdrawn_at.is_null(), task.due_on <= today)
        .where(task.kind == FollowUpKind.OUTREACH.value, who.withdrawn_at.is_null())
        .order_by(task.due_on, task.id)
        .limit(limit)
    )
