"""Outreach written: rules in versions, rows taken, and what came of calls."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.ids import OutreachRuleId, OutreachTryId
from deskui.domain.outreach.call_list import CLAIMED_FOR
from deskui.domain.outreach.consent import NO, WRONG
from deskui.store import models
from deskui.store.reads.rows import newest, tuples

if TYPE_CHECKING:
    from deskui.domain.ids import ContactPointId, CustomerId
    from deskui.store.entry import Entry


def add_rule(entry: Entry, columns: dict[str, Any], family: int | None = None) -> OutreachRuleId:
    """Add a rule, or the next version of the one of that family; numbers of what was taken back stay taken."""
    model = models.OutreachRule
    of = newest(model, model.family) + 1 if family is None else family
    last = model.select(fn.MAX(model.number)).where(model.family == of).scalar() or 0
    by = entry.actor.employee_id
    return OutreachRuleId(entry.insert(model, family=of, number=last + 1, by=by, at=entry.at, **columns))


def claim(entry: Entry, customer_id: CustomerId) -> int:
    """Take a row for the desk of the person acting, for as long as a call may take."""
    until = entry.at + timedelta(minutes=CLAIMED_FOR)
    who, desk = entry.actor.employee_id, entry.actor.desk
    return entry.insert(models.OutreachClaim, customer=customer_id, employee=who, desk=desk, until=until)


def release(entry: Entry, customer_id: CustomerId) -> None:
    """Give up what the person acting has taken of a customer at this desk."""
    model = models.OutreachClaim
    of_desk = (model.desk == entry.actor.desk) & model.withdrawn_at.is_null()
    who = entry.actor.employee_id
    by_me = model.employee.is_null() if who is None else model.employee == who
    mine = model.select(model.id, model.version).where(model.customer == customer_id, of_desk, by_me)
    for row, version in tuples(mine):
        entry.update(model, row, version, withdrawn_at=entry.at)


def add_try(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> OutreachTryId:
    """Write down what came of a call by the person acting, or why there was none."""
    who = entry.actor.employee_id
    return OutreachTryId(entry.insert(models.OutreachTry, customer=customer_id, employee=who, at=entry.at, **columns))


def refuse_calls(entry: Entry, customer_id: CustomerId) -> None:
    """Write down that they do not want to be called."""
    _set(entry, models.Customer, customer_id, may_call=NO)


def is_wrong(entry: Entry, point: ContactPointId) -> None:
    """Write down that nobody of that name answers there."""
    _set(entry, models.ContactPoint, point, may_use=WRONG)


def _set(entry: Entry, model: Any, row: int, **columns: Any) -> None:
    """Change a row whatever its version is: what was said on the phone is true beside any other change."""
    found = tuples(model.select(model.version).where(model.id == row))
    for (version,) in found:
        entry.update(model, row, version, **columns)
