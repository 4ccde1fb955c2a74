"""Writes about the day at the counter: visits, follow-ups, hand-overs, who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import FollowUpId, HandOverId, VisitId
from deskui.store import models
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.case import Case
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId, ConversationId, CustomerId, EmployeeId
    from deskui.domain.staff import Employee
    from deskui.domain.visit import Visit, VisitEnd
    from deskui.store.entry import Entry


def open_visit(entry: Entry, customer_id: CustomerId) -> VisitId:
    """Start the clock of a visit at the desk of the person acting."""
    who, desk = entry.actor.employee_id, entry.actor.desk
    return VisitId(entry.insert(models.Visit, customer=customer_id, desk=desk, employee=who, opened_at=entry.at))


def end_visit(
    entry: Entry, visit: Visit, how: VisitEnd, *, at: datetime | None = None, talk: ConversationId | None = None
) -> None:
    """Stop the clock of a visit."""
    columns: dict[str, Any] = {"ended_at": at or entry.at, "how": how.value}
    if talk is not None:
        columns["conversation"] = talk
    entry.update(models.Visit, visit.id, visit.version, **columns)


def add_follow_up(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> FollowUpId:
    """Add a dated task."""
    by = entry.actor.employee_id
    added = entry.insert(models.FollowUp, customer=customer_id, created_by=by, created_at=entry.at, **columns)
    return FollowUpId(added)


def change_follow_up(entry: Entry, row: FollowUpId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a follow-up that is still at `version`."""
    entry.update(models.FollowUp, row, version, **columns)


def hand_over(entry: Entry, case: Case, receiver: EmployeeId, note: str) -> HandOverId:
    """Give a case to a colleague, with the follow-ups in it that were its owner's; who takes it has seen it."""
    entry.update(models.Case, case.id, case.version, owner=receiver)
    if case.owner_id is not None:
        give_follow_ups(entry, case.owner_id, receiver, case.id)
    return HandOverId(
        entry.insert(
            models.HandOver,
            case=case.id,
            giver=case.owner_id,
            receiver=receiver,
            note=note,
            by=entry.actor.employee_id,
            at=entry.at,
            acknowledged_at=entry.at if receiver == entry.actor.employee_id else None,
        )
    )


def give_follow_ups(entry: Entry, giver: EmployeeId, receiver: EmployeeId, case: CaseId | None = None) -> int:
    """Give somebody's unsettled follow-ups (of one case) to a colleague, and return how many there were."""
    task = models.FollowUp
    query = task.select(task.id, task.version).where(
        task.settled_at.is_null(), task.withdrawn_at.is_null(), task.owner == giver
    )
    rows = tuples(query if case is None else query.where(task.case == case))
    for row, version in rows:
        entry.update(task, row, version, owner=receiver)
    return len(rows)


def acknowledge(entry: Entry, given: HandOver) -> None:
    """Write down that the receiver has seen a hand-over."""
    entry.update(models.HandOver, given.id, given.version, acknowledged_at=entry.at)


def open_cases_of(owner: EmployeeId) -> list[CaseId]:
    """The cases somebody owns that are not closed."""
    case = models.Case
    query = case.select(case.id).where(case.owner == owner, case.status != "closed", case.withdrawn_at.is_null())
    return [row[0] for row in tuples(query.order_by(case.id))]


def set_presence(entry: Entry, employee: Employee, present: bool) -> None:
    """Write down whether somebody is there."""
    entry.update(models.Employee, employee.id, employee.version, present=present)


def set_employee_hours(entry: Entry, employee: Employee, week: str) -> None:
    """Write down when somebody works; empty is when the desk is open."""
    entry.update(models.Employee, employee.id, employee.version, hours=week)


def set_shop_hours(entry: Entry, version: int, week: str, holidays: str) -> int:
    """Write down when the desk is open, and return the row of the shop."""
    row = int(models.Shop.select(models.Shop.id).order_by(models.Shop.id).scalar())
    entry.update(models.Shop, row, version, hours=week, holidays=holidays)
    return row
