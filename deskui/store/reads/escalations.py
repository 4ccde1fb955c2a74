"""Cases put before a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.case import Priority
from deskui.domain.case_work import Answer, Escalation
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, EmployeeId, EscalationId

_RAISED = models.Escalation


def escalation(escalation_id: EscalationId) -> Escalation:
    """One escalation.

    Raises: NotFound when there is none, or not any more.
    """
    row = _one.first_dict(escalation_id)
    if row is None:
        raise NotFound("This escalation is no longer kept; open the case again.")
    return _escalation(row)


@compiled
def _one(escalation_id: Any) -> Any:
    return _raised().where(_RAISED.id == escalation_id)


def waiting_for(receiver: EmployeeId) -> tuple[Escalation, ...]:
    """What waits for somebody's answer, the oldest first: one statement."""
    return tuple(_escalation(row) for row in _waiting.dicts(receiver))


@compiled
def _waiting(receiver: Any) -> Any:
    query = _raised().where(_RAISED.receiver == receiver, _RAISED.answered_at.is_null())
    return query.order_by(_RAISED.at, _RAISED.id)


def of_cases(case_ids: Sequence[CaseId]) -> tuple[Escalation, ...]:
    """Every escalation of a case and of those merged into it, oldest first: one statement."""
    return tuple(_escalation(row) for row in _of_cases.dicts(list(case_ids)))


@compiled
def _of_cases(case_ids: Any) -> Any:
    return _raised().where(_RAISED.case.in_(case_ids)).order_by(_RAISED.at, _RAISED.id)


def _raised() -> Any:
    own, left, whom = models.Case, models.Case.alias("left_case"), models.Customer
    by, receiver, answerer = (models.Employee.alias(name) for name in ("raiser", "receiver", "answerer"))
    shown = (left.id.alias("standing"), left.number, left.subject, left.priority, left.customer)
    people = (by.name.alias("asked"), receiver.name.alias("got"), answerer.name.alias("answering"))
    return (
        _RAISED.select(_RAISED, *shown, whom.name.alias("whom"), *people)
        .join(own, on=(_RAISED.case == own.id))
        .join(left, on=(left.id == fn.COALESCE(own.merged_into, own.id)))
        .join(whom, on=(left.customer == whom.id))
        .join_from(_RAISED, by, "LEFT JOIN", on=(_RAISED.by == by.id))
        .join_from(_RAISED, receiver, "LEFT JOIN", on=(_RAISED.receiver == receiver.id))
        .join_from(_RAISED, answerer, "LEFT JOIN", on=(_RAISED.answered_by == answerer.id))
        .where(_RAISED.withdrawn_at.is_null())
    )


def _escalation(row: dict[str, Any]) -> Escalation:
    return Escalation(
        id=row["id"],
        case_id=row["standing"],
        case_number=row["number"],
        subject=row["subject"],
        priority=Priority(row["priority"]),
        customer_id=row["customer"],
        customer=row["whom"],
        receiver_id=row["receiver"],
        receiver=row["got"] or "",
        reason=row["reason"],
        by_id=row["by"],
        by=row["asked"] or "",
        at=row["at"],
        answered_at=row["answered_at"],
        answered_by_id=row["answered_by"],
        answered_by=row["answering"] or "",
        answer=Answer(row["answer"]) if row["answer"] else None,
        words=row["words"],
        version=row["version"],
    )
