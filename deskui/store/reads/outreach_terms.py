"""What the statements of all rules of outreach ask alike: whom may be called, and who was asked already."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import fn

from deskui.domain.due_time.wall_clock import instant
from deskui.domain.outreach.call_list import REACHED_LATELY, SPOKEN, Outcome
from deskui.store import models

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from deskui.domain.ids import CustomerId
    from deskui.domain.outreach.rule import Rule

_FACT, _TRY = models.OutreachFact, models.OutreachTry
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


class Bounds(NamedTuple):
    """Whom to leave out, and how many rows to read."""

    found: list[CustomerId]
    rows: int


def free(query: Any, today: Any, met_before: Any, tiers: Any, found: Any) -> Any:
    """Of those the query finds, whoever may be called, was not met these days, nor found yet.

    The tier is asked of those found: going by its index an engine looks up what the rule is about for a whole tier.
    """
    rested = _FACT.rests_until.is_null() | (_FACT.rests_until <= today)
    query = query.where(_FACT.may_call == True, rested, _FACT.met_at <= met_before)  # noqa: E712 - a column
    query = query.where(_FACT.customer.not_in(found))
    return query if tiers is None else query.where(fn.COALESCE(_FACT.tier, "").in_(tiers))


def values(rule: Rule, moment: Moment) -> tuple[date, datetime, list[str] | None]:
    """What `free` is given: today, before when they were last met, and their tiers."""
    return moment.today, moment.now - REACHED_LATELY * _DAY, list(rule.tiers) or None


RESTED_FOR: Final = 7
"""Days behind its own within which a rule for a day counts somebody as reached about it."""


def asked_before(rule: Rule, moment: Moment) -> tuple[str, datetime]:
    """The rule as tries name it, and since when somebody counts as asked about its day."""
    return f"% {rule.family} %", moment.day_begins(rule.days + RESTED_FOR)


def asked(family: Any, since: Any) -> Any:
    """Whether the customer was reached about a rule since then, or skipped there."""
    ended = [each.value for each in (*sorted(SPOKEN), Outcome.SKIPPED)]
    asked = _TRY.select(_TRY.id).where(
        _TRY.customer == _FACT.customer, _TRY.withdrawn_at.is_null(), _TRY.at >= since, _TRY.outcome.in_(ended)
    )
    return fn.EXISTS(asked.where(_TRY.families**family))
