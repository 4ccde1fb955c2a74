"""What is due, from what is kept small for it: open promises, unsettled follow-ups, calls we owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import Case as SqlCase
from peewee import fn

from deskui.domain.case import Priority
from deskui.domain.due.due_list import LISTED, Counts, DueItem, DueKind, Share, day_bounds
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.due.owed import COUNTED_FOR
from deskui.domain.promises.promise import EntryKind
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from deskui.domain.ids import CustomerId, EmployeeId

_OPEN, _TASK, _OWED = models.OpenPromise, models.FollowUp, models.OwedCall
_CUSTOMER, _CASE, _EMPLOYEE = models.Customer, models.Case, models.Employee
_NOBODY = -1
_KINDS: Final = {FollowUpKind.TASK: DueKind.FOLLOW_UP, FollowUpKind.OUTREACH: DueKind.OUTREACH}


def items(whose: EmployeeId | None, now: datetime) -> tuple[DueItem, ...]:
    """All that is due of one of the staff, or of everybody with None, in no order: three statements."""
    return (*_promises(whose), *_follow_ups(whose), *_calls(whose, now))


def counts(me: EmployeeId | None, now: datetime, zone: tzinfo) -> Counts:
    """How much is due for one of the staff and for everybody: three statements over indexes."""
    today, tomorrow = day_bounds(now, zone)
    who = _NOBODY if me is None else me
    first, second = _count_promises.tuples(who, now, tomorrow)[0], _count_follow_ups.tuples(who, today)[0]
    due_mine, due, late_mine, late = ((one or 0) + (other or 0) for one, other in zip(first, second, strict=True))
    (call,) = _count_calls.tuples(who, now - COUNTED_FOR)
    return Counts(Share(due_mine, due), Share(late_mine, late), Share(*call))


@compiled
def _count_promises(who: Any, now: Any, tomorrow: Any) -> Any:
    split = _split(_OPEN.due >= now, _owner(_OPEN.by), who)
    return _beside(_OPEN.select(*split), _OPEN).where(_OPEN.due < tomorrow)


@compiled
def _count_follow_ups(who: Any, today: Any) -> Any:
    split = _split(_TASK.due_on >= today, _TASK.owner, who)
    return _beside(_TASK.select(*split), _TASK).where(_unsettled(), _TASK.due_on <= today)


@compiled
def _count_calls(who: Any, since: Any) -> Any:
    mine = SqlCase(None, [(_owner(_OWED.by) == who, _OWED.customer)])
    counted = (fn.COUNT(fn.DISTINCT(mine)), fn.COUNT(fn.DISTINCT(_OWED.customer)))
    return _beside(_OWED.select(*counted), _OWED).where(_is_owed(since))


def _split(is_ahead: Any, owner: Any, me: Any) -> tuple[Any, ...]:
    """Sums of what is ahead and what is over, each of mine and of all."""
    mine = owner == me
    return tuple(
        fn.SUM(SqlCase(None, [(condition, 1)], 0))
        for condition in (is_ahead & mine, is_ahead, ~is_ahead & mine, ~is_ahead)
    )


def _owner(otherwise: Any) -> Any:
    """Whose it is: the owner's of the case, else that person's."""
    return fn.COALESCE(_CASE.owner, otherwise)


def _beside(query: Any, model: Any) -> Any:
    """The query with the customer, who must still be kept, and the case, if there is one.

    What is derived names the case that is left where others were merged; a follow-up names its own.
    """
    found = query.join_from(model, _CUSTOMER, on=(model.customer == _CUSTOMER.id))
    if model is _TASK:
        own = _CASE.alias("own_case")
        found = found.join_from(model, own, "LEFT JOIN", on=(model.case == own.id))
        found = found.join_from(model, _CASE, "LEFT JOIN", on=(_CASE.id == fn.COALESCE(own.merged_into, own.id)))
    else:
        found = found.join_from(model, _CASE, "LEFT JOIN", on=(model.case == _CASE.id))
    return found.where(_CUSTOMER.withdrawn_at.is_null())


def _unsettled() -> Any:
    return _TASK.settled_at.is_null() & _TASK.withdrawn_at.is_null()


def _is_owed(since: Any) -> Any:
    """Of a customer with an owed case that case counts alone, so that one call is not owed by two people."""
    case = _OWED.alias("owed_case")
    has_case = fn.EXISTS(case.select(case.id).where(case.customer == _OWED.customer, case.is_case))
    return (_OWED.is_case == True) | (  # noqa: E712 - a column
        (_OWED.is_case == False) & (_OWED.counted >= since) & ~has_case  # noqa: E712
    )


def _listed(query: Any, model: Any, owner: Any, whose: Any) -> Any:
    """The query with whose each row is, in the names that `_item` reads."""
    found = _beside(query, model).join_from(model, _EMPLOYEE, "LEFT JOIN", on=(owner == _EMPLOYEE.id))
    found = found.select_extend(
        model.customer.alias("whom"),
        _CUSTOMER.name.alias("called"),
        owner.alias("does"),
        _EMPLOYEE.name.alias("clerk"),
        _CASE.id.alias("about"),
        _CASE.number.alias("number"),
        _CASE.priority.alias("urgency"),
    )
    return found.limit(LISTED) if whose is None else found.where(owner == whose).limit(LISTED)


def _item(kind: DueKind, row: dict[str, Any], what: str, **more: Any) -> DueItem:
    return DueItem(
        kind=kind,
        customer_id=row["whom"],
        customer=row["called"],
        what=what,
        due=row.get("due"),
        due_on=row.get("due_on"),
        owner_id=row["does"],
        owner=row["clerk"] or "",
        case_id=row["about"],
        case_number=row["number"],
        priority=Priority(row["urgency"] or Priority.NORMAL),
        **more,
    )


def _promises(whose: EmployeeId | None) -> list[DueItem]:
    return [
        _item(DueKind.PROMISE, row, row["what"], promise_id=row["promise"], moved=row["moved"] or 0)
        for row in _due_promises.dicts(whose)
    ]


@compiled
def _due_promises(whose: Any) -> Any:
    promise = models.Promise
    shown = (_OPEN.promise, _OPEN.due, promise.what, _times_moved().alias("moved"))
    query = _OPEN.select(*shown).join(promise, on=(_OPEN.promise == promise.id))
    return _listed(query, _OPEN, _owner(_OPEN.by), whose).order_by(_OPEN.due)


def _times_moved() -> Any:
    """Of a promise that nothing has settled: behind it are moves alone, and each taking back cancels one."""
    entry = models.PromiseEntry
    sign = SqlCase(None, [(entry.kind == EntryKind.TAKEN_BACK.value, -1)], 1)
    return entry.select(fn.SUM(sign)).where(entry.promise == _OPEN.promise)


def _follow_ups(whose: EmployeeId | None) -> list[DueItem]:
    return [
        _item(_KINDS[row["kind"]], row, row["what"], follow_up_id=row["id"], version=row["version"])
        for row in _due_follow_ups.dicts(whose)
    ]


@compiled
def _due_follow_ups(whose: Any) -> Any:
    query = _TASK.select(_TASK.id, _TASK.version, _TASK.kind, _TASK.due_on, _TASK.what).where(_unsettled())
    return _listed(query, _TASK, _TASK.owner, whose).order_by(_TASK.due_on, _TASK.id)


def call_owed(customer_id: CustomerId, now: datetime) -> DueItem | None:
    """The call we owe a customer, as the due list has it: one short statement, a second where it finds any."""
    if not _came_again.tuples(customer_id):
        return None
    return next(iter(_calls(None, now, customer_id)), None)


def owed_among(customers: Sequence[CustomerId], now: datetime) -> frozenset[CustomerId]:
    """Whom of these customers we owe a call: one statement."""
    return frozenset(row[0] for row in _owed_among.tuples(list(customers), now - COUNTED_FOR))


@compiled
def _owed_among(customers: Any, since: Any) -> Any:
    return _OWED.select(_OWED.customer).where(_OWED.customer.in_(customers), _is_owed(since)).distinct()


@compiled
def _came_again(customer_id: Any) -> Any:
    return _OWED.select(_OWED.customer).where(_OWED.customer == customer_id).limit(1)


def _calls(whose: EmployeeId | None, now: datetime, of: CustomerId | None = None) -> list[DueItem]:
    """One line a customer: the case that has waited longest, or the customer as a whole."""
    found: dict[int, DueItem] = {}
    for row in _due_calls.dicts(whose, now - COUNTED_FOR, of):
        item = _item(DueKind.CALL, row, row["subject"] or "", since=row["counted"], times=row["times"])
        found.setdefault(row["whom"], item)
    return list(found.values())


@compiled
def _due_calls(whose: Any, since: Any, of: Any) -> Any:
    query = _OWED.select(_OWED.counted, _OWED.times, _CASE.subject).where(_is_owed(since))
    if of is not None:
        query = query.where(_OWED.customer == of)
    return _listed(query, _OWED, _owner(_OWED.by), whose).order_by(_OWED.counted, _OWED.customer, _OWED.case)
