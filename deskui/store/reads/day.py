"""What the day at the counter is made of: hours, visits, follow-ups, hand-overs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from deskui.domain.contact_balance import balance
from deskui.domain.conversation import Channel, Direction
from deskui.domain.follow_up import FollowUp, FollowUpKind
from deskui.domain.hand_over import HandOver
from deskui.domain.opening_hours import read_hours
from deskui.domain.owed import COUNTED_FOR, Met, customer_balance
from deskui.domain.visit import Visit, VisitEnd
from deskui.domain.working_clock import working_clock
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads import staff
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.contact_balance import Balance
    from deskui.domain.hours import WorkingHours
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FollowUpId, HandOverId, VisitId
    from deskui.domain.working_clock import WorkingClock

_VISIT, _TASK, _GIVEN, _TALK = models.Visit, models.FollowUp, models.HandOver, models.Conversation


def shop_hours() -> WorkingHours:
    """The hours of the desk, the usual ones before the shop is set up: one statement."""
    shop = staff.shop()
    if shop is None:
        return read_hours("", "", ZoneInfo("UTC"))
    return read_hours(shop.hours, shop.holidays, ZoneInfo(shop.zone))


def shop_clock() -> WorkingClock:
    """The clock that runs in the hours of the desk: one statement."""
    hours = shop_hours()
    return working_clock(hours.week, hours.holidays, hours.zone)


def open_visits(desk: str) -> tuple[Visit, ...]:
    """The visits that go on at a desk, the newest first: one statement."""
    return tuple(_visit(row) for row in _open_visits.dicts(desk))


@compiled
def _open_visits(desk: Any) -> Any:
    query = _VISIT.select().where(_VISIT.desk == desk, _VISIT.ended_at.is_null(), _VISIT.withdrawn_at.is_null())
    return query.order_by(_VISIT.opened_at.desc(), _VISIT.id.desc())


def visit(visit_id: VisitId) -> Visit:
    """One visit.

    Raises: NotFound when there is none.
    """
    row = _one_visit.first_dict(visit_id)
    if row is None:
        raise NotFound("There is no such visit; open the customer again.")
    return _visit(row)


@compiled
def _one_visit(visit_id: Any) -> Any:
    return _VISIT.select().where(_VISIT.id == visit_id, _VISIT.withdrawn_at.is_null())


def _visit(row: dict[str, Any]) -> Visit:
    return Visit(
        id=row["id"],
        customer_id=row["customer"],
        desk=row["desk"],
        employee_id=row["employee"],
        opened_at=row["opened_at"],
        ended_at=row["ended_at"],
        how=VisitEnd(row["how"]) if row["how"] else None,
        version=row["version"],
    )


def last_sign_of(desk: str) -> datetime | None:
    """When something was last written at a desk."""
    journal = models.Journal
    row = journal.select(journal.at).where(journal.desk == desk).order_by(journal.id.desc()).tuples().first()
    return row[0] if row else None


def follow_ups(customer_id: CustomerId) -> tuple[FollowUp, ...]:
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


def _tasks() -> Any:
    owner = models.Employee
    return _TASK.select(_TASK, owner.name.alias("who")).join(owner, "LEFT JOIN", on=(_TASK.owner == owner.id))


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


def hand_overs_waiting(receiver: EmployeeId) -> tuple[HandOver, ...]:
    """What was handed to somebody and not acknowledged yet, the oldest first: one statement."""
    return tuple(_hand_over(row) for row in _waiting_for.dicts(receiver))


@compiled
def _waiting_for(receiver: Any) -> Any:
    query = _given().where(_GIVEN.receiver == receiver, _GIVEN.acknowledged_at.is_null())
    return query.order_by(_GIVEN.at, _GIVEN.id)


def waiting_hand_over(case_id: CaseId) -> HandOver | None:
    """The last hand-over of a case, unless it was acknowledged: one statement."""
    row = _last_hand_over.first_dict(case_id)
    return None if row is None or row["acknowledged_at"] is not None else _hand_over(row)


@compiled
def _last_hand_over(case_id: Any) -> Any:
    return _given().where(_GIVEN.case == case_id).order_by(_GIVEN.at.desc(), _GIVEN.id.desc()).limit(1)


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


def balance_of_customer(customer_id: CustomerId, now: datetime) -> Balance:
    """Who contacted whom in the last 90 days: one statement."""
    rows = _met_since.tuples(customer_id, now - COUNTED_FOR)
    met = (Met(Direction(row[0]), bool(row[1]), row[2], Channel(row[3]), row[4]) for row in rows)
    return customer_balance(met, now)


@compiled
def _met_since(customer_id: Any, since: Any) -> Any:
    return _TALK.select(_TALK.direction, _TALK.reached, _TALK.at, _TALK.channel, _TALK.case).where(
        _TALK.customer == customer_id, _TALK.withdrawn_at.is_null(), _TALK.at >= since
    )


def balances_of_case(case_id: CaseId, since: datetime | None) -> tuple[Balance, Balance | None]:
    """Who contacted whom about a case, ever and since an instant if there is one: one statement."""
    contacts = [(Direction(row[0]), bool(row[1]), row[2]) for row in _met_about.tuples(case_id)]
    return balance(contacts, None), None if since is None else balance(contacts, since)


@compiled
def _met_about(case_id: Any) -> Any:
    return _TALK.select(_TALK.direction, _TALK.reached, _TALK.at).where(
        _TALK.case == case_id, _TALK.withdrawn_at.is_null()
    )
