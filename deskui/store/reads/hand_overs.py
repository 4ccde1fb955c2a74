"""Cases given to colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.hand_over import HandOver
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
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


def waiting_of_case(case_id: CaseId) -> HandOver | None:
    """The last hand-over of a case, unless it was acknowledged: one statement."""
    row = _last_hand_over.first_dict(case_id)
    return None if row is None or row["acknowledged_at"] is not None else _hand_over(row)


@compiled
def _last_hand_over(case_id: Any) -> Any:
    return _given().where(_GIVEN.case == case_id).order_by(_GIVEN.at.desc(), _GIVEN.id.desc()).limit(1)


def of_case(case_id: CaseId) -> tuple[HandOver, ...]:
    """All hand-overs of a case, the oldest first: one statement."""
    return tuple(_hand_over(row) for row in _all_of_case.dicts(case_id))


@compiled
def _all_of_case(case_id: Any) -> Any:
    return _given().where(_GIVEN.case == case_id).order_by(_GIVEN.at, _GIVEN.id)


def _given() -> Any:
    case, giver, receiver = models.Case, models.Employee.alias("giver"), models.Employee.alias("receiver")
    whom = models.Customer
    shown = (case.number, case.subject, case.customer, whom.name.alias("whom"))
    return (
        _GIVEN.select(_GIVEN, *shown, giver.name.alias("gave"), receiver.name.alias("got"))
        .join(case, on=(_GIVEN.case == case.id))
        .join(whom, on=(case.customer == whom.id))
        .join_from(_GIVEN, giver, "LEFT JOIN", on=(_GIVEN.giver == giver.id))
        .join_from(_GIVEN, receiver, "LEFT JOIN", on=(_GIVEN.receiver == receiver.id))
        .where(_GIVEN.withdrawn_at.is_null())
    )


def _hand_over(row: dict[str, Any]) -> HandOver:
    return HandOver(
        id=row["id"],
        case_id=row["case"],
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
        version=row["version"],
    )
