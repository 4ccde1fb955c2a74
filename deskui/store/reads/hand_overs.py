"""Cases given to colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.case import Priority
from deskui.domain.hand_over import HandOver
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.ids import CaseId, EmployeeId, HandOverId


_GIVEN = models.HandOver


def hand_over(hand_over_id: HandOverId) -> HandOver:
    """One hand-over.

    Raises: NotFound when there is none, or not any more.
    """
    row = _one_hand_over.first_dict(hand_over_id)
    if row is None:
        raise NotFound("This hand-over is no longer kept; open the case again.")
    return _hand_over(row)


@compiled
def _one_hand_over(hand_over_id: Any) -> Any:
    return _given().where(_GIVEN.id == hand_over_id)


def waiting_for(receiver: EmployeeId) -> tuple[HandOver, ...]:
    """What was handed to somebody and not acknowledged yet, the oldest first: one statement."""
    return tuple(_hand_over(row) for row in _waiting.dicts(receiver))


@compiled
def _waiting(receiver: Any) -> Any:
    query = _given().where(_GIVEN.receiver == receiver, _GIVEN.acknowledged_at.is_null())
    return query.order_by(_GIVEN.at, _GIVEN.id)


def waiting_of_case(case_ids: Iterable[CaseId]) -> HandOver | None:
    """The last hand-over of a case, unless it was acknowledged, or of one merged into it: one statement for each."""
    last = (_last_hand_over.first_dict(each) for each in case_ids)
    waiting = [_hand_over(row) for row in last if row is not None and row["acknowledged_at"] is None]
    return max(waiting, key=lambda each: each.at, default=None)


def of_cases(case_ids: Sequence[CaseId]) -> tuple[HandOver, ...]:
    """Every hand-over of these cases, oldest first: one statement."""
    return tuple(_hand_over(row) for row in _every.dicts(list(case_ids)))


@compiled
def _every(case_ids: Any) -> Any:
    return _given().where(_GIVEN.case.in_(case_ids)).order_by(_GIVEN.at, _GIVEN.id)


@compiled
def _last_hand_over(case_id: Any) -> Any:
    return _given().where(_GIVEN.case == case_id).order_by(_GIVEN.at.desc(), _GIVEN.id.desc()).limit(1)


def _given() -> Any:
    given, giver, receiver = models.Case, models.Employee.alias("giver"), models.Employee.alias("receiver")
    doer = models.Employee.alias("doer")
    case, whom = given.alias("left_case"), models.Customer  # what is merged is shown as the case that is left
    shown = (
        case.id.alias("standing"),
        case.number,
        case.priority,
        case.subject,
        case.customer,
        whom.name.alias("whom"),
    )
    return (
        _GIVEN.select(_GIVEN, *shown, giver.name.alias("gave"), receiver.name.alias("got"), doer.name.alias("doer"))
        .join(given, on=(_GIVEN.case == given.id))
        .join(case, on=(case.id == fn.COALESCE(given.merged_into, given.id)))
        .join(whom, on=(case.customer == whom.id))
        .join_from(_GIVEN, doer, "LEFT JOIN", on=(_GIVEN.by == doer.id))
        .join_from(_GIVEN, giver, "LEFT JOIN", on=(_GIVEN.giver == giver.id))
        .join_from(_GIVEN, receiver, "LEFT JOIN", on=(_GIVEN.receiver == receiver.id))
        .where(_GIVEN.withdrawn_at.is_null())
    )


def _hand_over(row: dict[str, Any]) -> HandOver:
    return HandOver(
        id=row["id"],
        case_id=row["standing"],
        case_number=row["number"],
        subject=row["subject"],
        customer_id=row["customer"],
        customer=row["whom"],
        giver_id=row["giver"],
        giver=row["gave"] or "",
        receiver_id=row["receiver"],
        receiver=row["got"] or "",
        note=row["note"],
        at=row["at"],
        acknowledged_at=row["acknowledged_at"],
        by_id=row["by"],
        by=row["doer"] or "",
        priority=Priority(row["priority"]),
        version=row["version"],
    )
