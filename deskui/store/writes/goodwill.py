"""Writes to the ledgers of goodwill: rows are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from deskui.domain.goodwill.approval import LASTS, Verdict, answered_words
from deskui.domain.goodwill.limits import Bounds
from deskui.domain.ids import ApprovalId, GoodwillId, LimitId
from deskui.domain.staff import Role
from deskui.errors import Conflict, NotAllowed
from deskui.store import models
from deskui.store.reads import approvals, limits, staff
from deskui.store.reads import goodwill as reads
from deskui.store.reads.rows import first_dict

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.goodwill.goodwill import Concession, Goodwill
    from deskui.domain.goodwill.limits import Limit
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry


def give(
    entry: Entry,
    customer_id: CustomerId,
    what: Concession,
    currency: str,
    counts_at: datetime,
    *,
    by: EmployeeId | None,
    approved_by: EmployeeId | None = None,
    approval: ApprovalId | None = None,
) -> GoodwillId:
    """Write down what a customer was given, at the cost of the limit of whoever decided it, as of `counts_at`."""
    columns = _columns(what, currency) | {"by": by, "approved_by": approved_by, "approval": approval}
    charged = by if approved_by is None else approved_by
    added = entry.insert(
        models.Goodwill, customer=customer_id, charged_to=charged, at=entry.at, counts_at=counts_at, **columns
    )
    return GoodwillId(added)


def _columns(what: Concession, currency: str) -> dict[str, Any]:
    return {
        "case": what.case_id,
        "promise": what.promise_id,
        "kind": what.kind.value,
        "amount_minor": None if what.amount is None else what.amount.minor,
        "currency": currency if what.amount is None else what.amount.currency,
        "what": what.what,
        "reason": what.reason,
        "policy_version": what.policy_version,
        "footing": "" if what.footing is None else what.footing.value,
        "for_customer": what.for_customer,
    }


def take_back(entry: Entry, goodwill_id: GoodwillId | int, reason: str = "") -> None:
    """Enter that a concession does not stand.

    Raises: Conflict when it was taken back already, NotAllowed for anybody but a supervisor and, on the same day by
    the shop's calendar, whoever gave it.
    """
    given = reads.goodwill(goodwill_id)
    if not given.stands:
        raise Conflict(stays_words(given, None, entry.at), {})
    me = entry.actor.employee_id
    if stays := stays_words(given, None if me is None else staff.employee(me), entry.at):
        raise NotAllowed(stays)
    row = {"goodwill": given.id, "reason": reason, "by": me, "at": entry.at}
    entry.insert(models.GoodwillEntry, **row)


def stays_words(given: Goodwill, who: Employee | None, now: datetime) -> str:
    """Why that person cannot take a concession back now, in a sentence; empty when they can."""
    giver = given.by or "somebody who has left"
    if not given.stands:
        return f"{given.taken_back_by or 'Somebody'} has taken that back already."
    if who is not None and who.may_act_as(Role.SUPERVISOR):
        return ""
    is_theirs, is_today = who is not None and who.id == given.by_id, _is_that_day(now, given)
    if is_theirs:
        return "" if is_today else "You gave that on an earlier day; only a supervisor takes it back by now."
    if is_today:
        return f"That was given by {giver}; they take it back today, or a supervisor does."
    return f"That was given by {giver} on an earlier day; only a supervisor takes it back by now."


def _is_that_day(now: datetime, given: Goodwill) -> bool:
    shop = staff.shop()
    zone = ZoneInfo("UTC" if shop is None else shop.zone)
    then, newest = given.counts_at or given.at, reads.counted_after(now)
    today = now if newest is None else newest.at
    return today.astimezone(zone).date() == then.astimezone(zone).date()


def ask(entry: Entry, customer_id: CustomerId, what: Concession, currency: str, counts_at: datetime) -> ApprovalId:
    """Write down what somebody asks a supervisor for; it expires counted from `counts_at`."""
    added = entry.insert(
        models.Approval,
        customer=customer_id,
        by=entry.actor.employee_id,
        at=entry.at,
        counts_at=counts_at,
        expires_at=counts_at + LASTS,
        **_columns(what, currency),
    )
    return ApprovalId(added)


def answer(
    entry: Entry, approval_id: ApprovalId | int, verdict: Verdict, words: str = "", minor: int | None = None
) -> None:
    """Write down the one answer to a request; `minor` is what was approved."""
    row = {"verdict": verdict.value, "words": words, "amount_minor": minor, "at": entry.at}
    entry.insert(models.ApprovalAnswer, approval=approval_id, by=entry.actor.employee_id, **row)


def withdraw(entry: Entry, approval_id: ApprovalId | int) -> None:
    """Enter that a request is not made any more.

    Raises: Conflict when it was answered already.
    """
    found = approvals.approval(approval_id)
    if found.verdict is not None:
        raise Conflict(answered_words(found), {})
    answer(entry, approval_id, Verdict.WITHDRAWN)


def ask_again(entry: Entry, approval_id: ApprovalId | int) -> None:
    """Have what was asked wait again, as it was asked, once its answer is taken back.

    An answer is given once, and stays: what waits is another row, with the asker and the times of the first.
    """
    asked = models.Approval
    row = first_dict(asked.select().where(asked.id == approval_id))
    assert row is not None, "nothing was answered that nobody asked"
    del row["id"]
    entry.insert(asked, **row)


def see(entry: Entry, approval_id: ApprovalId | int) -> None:
    """Write down that whoever asked knows the answer."""
    entry.insert(models.ApprovalSeen, approval=approval_id, by=entry.actor.employee_id, at=entry.at)


def set_limit(
    entry: Entry, whose: tuple[Role | None, EmployeeId | None, str], bounds: Bounds, currency: str
) -> LimitId:
    """Add a version of a limit; empty bounds say that there is none any more."""
    role, employee, kind = whose
    added = entry.insert(
        models.GoodwillLimit,
        role="" if role is None else role.value,
        employee=employee,
        kind=kind,
        per_act=bounds.per_act,
        per_customer=bounds.per_customer,
        customer_period=bounds.customer_period.value,
        per_clerk=bounds.per_clerk,
        clerk_period=bounds.clerk_period.value,
        currency=currency,
        by=entry.actor.employee_id,
        at=entry.at,
    )
    return LimitId(added)


def put_limit_back(entry: Entry, limit_id: LimitId | int) -> None:
    """Have what a version replaced hold again, as a version of its own.

    Raises: Conflict when somebody has set that limit anew since.
    """
    this = next((each for each in limits.in_force() if each.id == limit_id), None)
    if this is None:
        raise Conflict("That limit was set anew since, so it cannot be put back; L shows it.", {})
    before = _before(this)
    whose = (this.role, this.employee_id, "" if this.kind is None else this.kind.value)
    if before is None:
        set_limit(entry, whose, Bounds(), this.currency)
    else:
        set_limit(entry, whose, before.bounds, before.currency)


def _before(this: Limit) -> Limit | None:
    known = limits.versions(this.role, this.employee_id, this.kind)
    return known[1] if len(known) > 1 else None
