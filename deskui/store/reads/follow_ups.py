"""Follow-ups that are not settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.due.follow_up import FollowUp, FollowUpKind
from deskui.domain.story.sources import TaskKept
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CustomerId, FollowUpId


_TASK = models.FollowUp


def of_customer(customer_id: CustomerId) -> tuple[FollowUp, ...]:
    """The follow-ups of a customer that are not settled, soonest first: one statement."""
    return tuple(_follow_up(row) for row in _unsettled.dicts(customer_id))


@compiled
def _unsettled(customer_id: Any) -> Any:
    query = _tasks().where(_TASK.customer == customer_id, _TASK.settled_at.is_null(), _TASK.withdrawn_at.is_null())
    return query.order_by(_TASK.due_on, _TASK.id)


def follow_up(task_id: FollowUpId) -> FollowUp:
    """One follow-up.

    Raises: NotFound when there is none, or not any more.
    """
    row = _task.first_dict(task_id)
    if row is None:
        raise NotFound("This follow-up is no longer kept; go back to the list.")
    return _follow_up(row)


@compiled
def _task(task_id: Any) -> Any:
    return _tasks().where(_TASK.id == task_id, _TASK.withdrawn_at.is_null())


def of_cases(case_ids: Sequence[CaseId]) -> tuple[TaskKept, ...]:
    """All follow-ups of these cases, settled ones too, with who planned each: one statement."""
    rows = _in_cases.dicts(case_ids)
    return tuple(TaskKept(_follow_up(row), row["created_at"], row["planner"] or "") for row in rows)


@compiled
def _in_cases(case_ids: Any) -> Any:
    return _tasks().where(_TASK.case.in_(case_ids), _TASK.withdrawn_at.is_null()).order_by(_TASK.id)


def _tasks() -> Any:
    owner, planner = models.Employee.alias("owner"), models.Employee.alias("planner")
    return (
        _TASK.select(_TASK, owner.name.alias("who"), planner.name.alias("planner"))
        .join(owner, "LEFT JOIN", on=(_TASK.owner == owner.id))
        .join_from(_TASK, planner, "LEFT JOIN", on=(_TASK.created_by == planner.id))
    )


def _follow_up(row: dict[str, Any]) -> FollowUp:
    return FollowUp(
        id=row["id"],
        customer_id=row["customer"],
        what=row["what"],
        due_on=row["due_on"],
        owner_id=row["owner"],
        owner=row["who"] or "",
        case_id=row["case"],
        settled_at=row["settled_at"],
        outcome=row["outcome"],
        version=row["version"],
        kind=FollowUpKind(row["kind"]),
    )
