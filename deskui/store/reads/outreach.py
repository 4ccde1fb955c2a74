"""Whom the rules find: each rule is one statement over an index, however many customers there are."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import fn

from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.due_time.wall_clock import instant
from deskui.domain.outreach.call_list import REACHED_LATELY, SPOKEN, Outcome
from deskui.domain.outreach.days import coming, day_in
from deskui.domain.outreach.rule import AHEAD, CLOSED_FOR, Rule, RuleKind
from deskui.domain.promises.promise import EntryKind
from deskui.store import models
from deskui.store.reads import benefits
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    from deskui.domain.benefits.benefit import Benefit
    from deskui.domain.ids import CustomerId, EmployeeId, FollowUpId

_FACT, _TRY, _TALK = models.OutreachFact, models.OutreachTry, models.Conversation
_HALF_A_DAY: Final = timedelta(hours=12)
_MONTH_DAY: Final = re.compile(r"\d\d-\d\d", re.ASCII)
_DAY: Final = timedelta(days=1)


class Hit(NamedTuple):
    """Whom a rule found, and what about: the day or instant, since which year, which promise or case."""

    customer_id: CustomerId
    on: date | None = None
    at: datetime | None = None
    since: int = 0
    what: str = ""


class Moment(NamedTuple):
    """The instant at which the list is made, and the day it is there."""

    now: datetime
    today: date
    zone: tzinfo

    def day_begins(self, days_ago: int) -> datetime:
        """The instant at which that day began."""
        return instant(datetime.combine(self.today - days_ago * _DAY, time()), self.zone)


def found_by(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    """Up to `limit` customers whom the rule lists, those that press most first; nobody twice."""
    reader = _READERS.get(rule.kind)
    found: dict[CustomerId, Hit] = {}
    for each in () if reader is None else reader(rule, moment, limit):
        found.setdefault(each.customer_id, each)
    return list(found.values())[:limit]


def _free(query: Any, today: Any, met_before: Any, tiers: Any) -> Any:
    """Of those the query finds by their facts, whoever may be called and was not met these days."""
    rested = _FACT.rests_until.is_null() | (_FACT.rests_until <= today)
    query = query.where(_FACT.may_call == True, rested, _FACT.met_at <= met_before)  # noqa: E712 - a column
    return query if tiers is None else query.where(_FACT.tier.in_(tiers))


def _values(rule: Rule, moment: Moment) -> tuple[date, datetime, list[str] | None]:
    return moment.today, moment.now - REACHED_LATELY * _DAY, list(rule.tiers) or None


def _quiet(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    before = moment.now - max(rule.days, REACHED_LATELY) * _DAY
    rows = _not_heard_of.tuples(moment.today, before, list(rule.tiers) or None, limit)
    return [Hit(who, at=met) for who, met in rows]


@compiled
def _not_heard_of(today: Any, before: Any, tiers: Any, limit: Any) -> Any:
    query = _free(_FACT.select(_FACT.customer, _FACT.met_at), today, before, tiers)
    return query.order_by(_FACT.met_at).limit(limit)


def _yearly(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    """Whose day comes round, the soonest first."""
    asked_since = moment.day_begins(rule.days + RESTED_FOR)
    hits: list[Hit] = []
    for first, last, year in coming(moment.today, rule.days):
        values = (*_values(rule, moment), f"% {rule.family} %", asked_since, first, last)
        if rule.kind is RuleKind.ANNIVERSARY:
            rows = _anniversaries.tuples(*values, year, rule.years, limit)
        else:
            rows = _birthdays.tuples(*values, limit)
        hits += [Hit(who, on=day_in(day, year), since=since or year) for who, day, since in rows if _is_day(day)]
    return hits[:limit]


RESTED_FOR: Final = 7
"""Days behind its own within which a rule for a day counts somebody as reached about it."""


def _is_day(month_day: str) -> bool:
    if _MONTH_DAY.fullmatch(month_day) is None:
        return False
    month, day = (int(each) for each in month_day.split("-"))
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _asked(family: Any, since: Any) -> Any:
    """Whether the customer was reached about a rule since then, or skipped there."""
    ended = [each.value for each in (*sorted(SPOKEN), Outcome.SKIPPED)]
    asked = _TRY.select(_TRY.id).where(
        _TRY.customer == _FACT.customer, _TRY.withdrawn_at.is_null(), _TRY.at >= since, _TRY.outcome.in_(ended)
    )
    return fn.EXISTS(asked.where(_TRY.families**family))


@compiled
def _anniversaries(
    today: Any,
    met_before: Any,
    tiers: Any,
    family: Any,
    asked_since: Any,
    first: Any,
    last: Any,
    year: Any,
    years: Any,
    limit: Any,
) -> Any:
    query = _free(_FACT.select(_FACT.customer, _FACT.anniversary, _FACT.since_year), today, met_before, tiers)
    return (
        query.where(_FACT.anniversary.between(first, last), ~_asked(family, asked_since), _FACT.since_year < year)
        .where((_FACT.since_year - year) / years * years == _FACT.since_year - year)
        .order_by(_FACT.anniversary, _FACT.since_year, _FACT.customer)
        .limit(limit)
    )


@compiled
def _birthdays(
    today: Any, met_before: Any, tiers: Any, family: Any, asked_since: Any, first: Any, last: Any, limit: Any
) -> Any:
    query = _free(_FACT.select(_FACT.customer, _FACT.birthday, _FACT.since_year), today, met_before, tiers)
    query = query.where(_FACT.birthday.between(first, last), ~_asked(family, asked_since))
    return query.order_by(_FACT.birthday, _FACT.customer).limit(limit)


def _kept(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    since, until = moment.day_begins(rule.days), moment.day_begins(0)
    tonight = moment.day_begins(-1)
    rows = _promises_kept.tuples(*_values(rule, moment), since, until, tonight, 4 * limit)
    return [Hit(who, at=at, what=what) for who, at, what in rows]


@compiled
def _promises_kept(today: Any, met_before: Any, tiers: Any, since: Any, until: Any, tonight: Any, limit: Any) -> Any:
    entry, promise, like = models.PromiseEntry, models.Promise, models.PromiseLike
    query = (
        entry.select(promise.customer, entry.at, promise.what)
        .join(promise, on=(entry.promise == promise.id))
        .join_from(promise, like, on=(like.promise == promise.id))
        .join_from(promise, _FACT, on=(_FACT.customer == promise.customer))
        .where(entry.kind == EntryKind.KEPT.value, entry.at >= since, entry.at < until, like.took.is_null(False))
    )
    query = query.where(~_spoken_since(entry.at), *_nothing_left(promise.case, today, tonight))
    return _free(query, today, met_before, tiers).order_by(entry.at).limit(limit)


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


def _closed(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    since, until = moment.day_begins(CLOSED_FOR), moment.day_begins(rule.days - 1)
    tonight = moment.day_begins(-1)
    rows = _cases_closed.tuples(*_values(rule, moment), since, until, tonight, 4 * limit)
    return [Hit(who, at=at, what=f"#{number} {subject}") for who, at, number, subject in rows]


@compiled
def _cases_closed(today: Any, met_before: Any, tiers: Any, since: Any, until: Any, tonight: Any, limit: Any) -> Any:
    case = models.Case
    query = (
        case.select(case.customer, case.closed_at, case.number, case.subject)
        .join(_FACT, on=(_FACT.customer == case.customer))
        .where(case.closed_at >= since, case.closed_at < until)
        .where(case.merged_into.is_null(), case.withdrawn_at.is_null(), ~_spoken_since(case.closed_at))
        .where(*_nothing_left(case.id, today, tonight))
    )
    return _free(query, today, met_before, tiers).order_by(case.closed_at).limit(limit)


def _benefits(rule: Rule, moment: Moment, limit: int) -> list[Hit]:
    """Whose benefits run out, the first to expire first, of those who may be called."""
    found = benefits.expiring(moment.today, rule.days, _OF_BENEFITS * limit, moment.zone)
    who = list({each.customer_id for each in found})
    asked = (f"% {rule.family} %", moment.day_begins(rule.days + RESTED_FOR))
    free = {row[0] for row in _may_be_called.tuples(who, *_values(rule, moment), *asked)} if who else set()
    return [
        Hit(each.customer_id, on=each.view.benefit.expires, what=_named(each.view.benefit))
        for each in found
        if each.customer_id in free
    ]


_OF_BENEFITS: Final = 8
"""So many benefits are read for each customer that may be listed: some of them may not be called."""


def _named(benefit: Benefit) -> str:
    """`coupon XK-2291`, or what it is called where it has no code."""
    return f"{benefit.kind.value} {benefit.name}"


@compiled
def _may_be_called(who: Any, today: Any, met_before: Any, tiers: Any, family: Any, asked_since: Any) -> Any:
    query = _free(_FACT.select(_FACT.customer), today, met_before, tiers)
    return query.where(_FACT.customer.in_(who), ~_asked(family, asked_since))


_READERS: Final[dict[RuleKind, Callable[[Rule, Moment, int], list[Hit]]]] = {
    RuleKind.QUIET: _quiet,
    RuleKind.ANNIVERSARY: _yearly,
    RuleKind.BIRTHDAY: _yearly,
    RuleKind.BENEFIT: _benefits,
    RuleKind.KEPT: _kept,
    RuleKind.CLOSED: _closed,
}
assert {RuleKind.ANNIVERSARY, RuleKind.BIRTHDAY} <= AHEAD


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
