"""Whom the rules find by a day that comes: an anniversary, a birthday, the last day of a benefit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.outreach.days import coming, day_in
from deskui.domain.outreach.rule import RuleKind
from deskui.store import models
from deskui.store.reads import benefits
from deskui.store.reads.compiled import compiled
from deskui.store.reads.outreach_terms import Hit, asked, asked_before, free, values

if TYPE_CHECKING:
    from deskui.domain.outreach.rule import Rule
    from deskui.store.reads.outreach_terms import Bounds, Moment

_FACT: Final = models.OutreachFact


def yearly(rule: Rule, moment: Moment, bounds: Bounds) -> list[Hit]:
    """Whose day comes round, the soonest first."""
    before = (*values(rule, moment), bounds.found, *asked_before(rule, moment))
    hits: list[Hit] = []
    for first, last, year in coming(moment.today, rule.days):
        if rule.kind is RuleKind.ANNIVERSARY:
            rows = _anniversaries.tuples(*before, first, last, year, rule.years, bounds.rows)
        else:
            rows = _birthdays.tuples(*before, first, last, bounds.rows)
        hits += [Hit(who, on=day_in(day, year), since=since or year) for who, day, since in rows]
    return hits[: bounds.rows]


@compiled
def _anniversaries(
    today: Any,
    met_before: Any,
    tiers: Any,
    found: Any,
    family: Any,
    asked_since: Any,
    first: Any,
    last: Any,
    year: Any,
    years: Any,
    limit: Any,
) -> Any:
    query = free(_FACT.select(_FACT.customer, _FACT.anniversary, _FACT.since_year), today, met_before, tiers, found)
    return (
        query.where(_FACT.anniversary.between(first, last), ~asked(family, asked_since), _FACT.since_year < year)
        .where((_FACT.since_year - year) / years * years == _FACT.since_year - year)
        .order_by(_FACT.anniversary, _FACT.since_year, _FACT.customer)
        .limit(limit)
    )


@compiled
def _birthdays(
    today: Any,
    met_before: Any,
    tiers: Any,
    found: Any,
    family: Any,
    asked_since: Any,
    first: Any,
    last: Any,
    limit: Any,
) -> Any:
    day = _FACT.birthday
    query = free(_FACT.select(_FACT.customer, day, _FACT.since_year), today, met_before, tiers, found)
    query = query.where(day.between(first, last), *_is_day(day), ~asked(family, asked_since))
    return query.order_by(day, _FACT.customer).limit(limit)


def _is_day(day: Any) -> tuple[Any, ...]:
    """That it is a day of some year: a birthday is kept as it was typed, `30/11` too."""
    two = [f"{number:02}" for number in range(1, 32)]
    month, of_month = fn.SUBSTR(day, 1, 2), fn.SUBSTR(day, 4, 2)
    return month.in_(two[:12]), fn.SUBSTR(day, 3, 1) == "-", of_month.in_(two), day.not_in(_NO_DAYS)


_NO_DAYS: Final = ("02-30", "02-31", "04-31", "06-31", "09-31", "11-31")


def running_out(rule: Rule, moment: Moment, bounds: Bounds) -> list[Hit]:
    """Whose benefits run out, the first to expire first."""
    last = moment.today + timedelta(days=rule.days)
    before = (*values(rule, moment), bounds.found, *asked_before(rule, moment))
    rows = _running_out.tuples(*before, moment.today, last, bounds.rows)
    return [Hit(who, on=expires, what=f"{kind} {code or title}") for who, expires, kind, code, title in rows]


@compiled
def _running_out(
    today: Any,
    met_before: Any,
    tiers: Any,
    found: Any,
    family: Any,
    asked_since: Any,
    first: Any,
    last: Any,
    limit: Any,
) -> Any:
    what = models.Benefit
    query = what.select(what.customer, what.expires, what.kind, what.code, what.title)
    query = query.join(_FACT, on=(_FACT.customer == what.customer)).where(
        what.expires.between(first, last), *benefits.is_good(_FACT.customer), ~asked(family, asked_since)
    )
    return free(query, today, met_before, tiers, found).order_by(what.expires, what.id).limit(limit)
