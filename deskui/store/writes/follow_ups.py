"""Dated tasks: added, changed, given to a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import FollowUpId
from deskui.store import models
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId
    from deskui.store.entry import Entry


def add_follow_up(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> FollowUpId:
    """Add a dated task."""
    by = entry.actor.employee_id
    added = entry.insert(models.FollowUp, customer=customer_id, created_by=by, created_at=entry.at, **columns)
    return FollowUpId(added)


def change_follow_up(entry: Entry, row: FollowUpId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a follow-up that is still at `version`."""
    entry.update(models.FollowUp, row, version, **columns)


def give_follow_ups(entry: Entry, giver: EmployeeId, receiver: EmployeeId, cases: Sequence[CaseId] = ()) -> int:
    """Give somebody's unsettled follow-ups (of these cases) to a colleague, and return how many there were."""
    task = models.FollowUp
    query = task.select(task.id, task.version).where(
        task.settled_at.is_null(), task.withdrawn_at.is_null(), task.owner == giver
    )
    rows = tuples(query.where(task.case.in_(list(cases))) if cases else query)
    for row, version in rows:
        entry.update(task, row, version, owner=receiver)
    return len(rows)
