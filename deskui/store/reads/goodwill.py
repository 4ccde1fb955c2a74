"""What customers were given, and what counts against whose limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.goodwill.goodwill import Concession, Footing, Goodwill, GoodwillKind
from deskui.domain.money import Money
from deskui.domain.review.redaction import REDACTED
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, GoodwillId

_GIVEN, _BACK = models.Goodwill, models.GoodwillEntry


def goodwill(goodwill_id: GoodwillId | int) -> Goodwill:
    """One concession.

    Raises: NotFound when there is none.
    """
    row = _one.first_dict(goodwill_id)
    if row is None:
        raise NotFound("There is no such concession; open the customer again.")
    return goodwill_of(row)


@compiled
def _one(goodwill_id: Any) -> Any:
    return _given().where(_GIVEN.id == goodwill_id)


def of_customer(customer_id: CustomerId) -> tuple[Goodwill, ...]:
    """All that a customer was given, newest first: one statement."""
    return tuple(goodwill_of(row) for row in _of_customer.dicts(customer_id))


@compiled
def _of_customer(customer_id: Any) -> Any:
    return _newest_first(_given().where(_GIVEN.customer == customer_id))


def of_cases(case_ids: Sequence[CaseId]) -> tuple[Goodwill, ...]:
    """All that was given in these cases, newest first: one statement."""
    return tuple(goodwill_of(row) for row in _of_cases.dicts(case_ids))


@compiled
def _of_cases(case_ids: Any) -> Any:
    return _newest_first(_given().where(_GIVEN.case.in_(case_ids)))


def counting(customer_id: CustomerId, charged_to: EmployeeId, since: datetime) -> tuple[Goodwill, ...]:
    """All that a customer was given, and all that took somebody's limit since then, newest first: one statement."""
    return tuple(goodwill_of(row) for row in _counting.dicts(customer_id, charged_to, since))


@compiled
def _counting(customer_id: Any, charged_to: Any, since: Any) -> Any:
    theirs = _GIVEN.customer == customer_id
    mine = (_GIVEN.charged_to == charged_to) & (_GIVEN.counts_at >= since)
    return _newest_first(_given().where(theirs | mine))


@dataclass(frozen=True, slots=True)
class Counted:
    """An instant at which something counts that was given to a customer, or is asked for."""

    at: datetime
    customer: str
    is_asked: bool


def counted_after(now: datetime) -> Counted | None:
    """The latest after that moment, of what was given and stands, or is asked for without an answer."""
    given = [Counted(at, whom, is_asked=False) for at, whom in _latest_given.tuples(now)]
    asked = [Counted(at, whom, is_asked=True) for at, whom in _latest_asked.tuples(now)]
    return max(given + asked, key=lambda each: each.at, default=None)


@compiled
def _latest_given(now: Any) -> Any:
    return _latest(_GIVEN, _BACK, _BACK.goodwill, now)


@compiled
def _latest_asked(now: Any) -> Any:
    return _latest(models.Approval, models.ApprovalAnswer, models.ApprovalAnswer.approval, now)


def _latest(model: Any, over: Any, about: Any, now: Any) -> Any:
    """The newest of those that nothing has ended yet: taken back, or answered."""
    whom = models.Customer
    query = model.select(model.counts_at, whom.name).join(whom, on=(model.customer == whom.id))
    query = query.join_from(model, over, "LEFT JOIN", on=(about == model.id))
    return query.where(model.counts_at > now, over.id.is_null()).order_by(model.counts_at.desc()).limit(1)


def reasons_used(limit: int = 200) -> tuple[tuple[GoodwillKind, str, int], ...]:
    """The reasons that were lately given, with how often, the most frequent first, none redacted: one statement."""
    used = [each for each in _reasons.tuples(limit) if REDACTED not in each[1]]
    return tuple((GoodwillKind(kind), reason, int(times)) for kind, reason, times in used)


@compiled
def _reasons(limit: Any) -> Any:
    lately = _GIVEN.select(_GIVEN.id, _GIVEN.kind, _GIVEN.reason).order_by(_GIVEN.id.desc()).limit(limit)
    lately = lately.alias("lately")
    times = fn.COUNT(lately.c.id)
    query = _GIVEN.select(lately.c.kind, lately.c.reason, times).from_(lately)
    return query.group_by(lately.c.kind, lately.c.reason).order_by(times.desc(), lately.c.reason)


def _newest_first(query: Any) -> Any:
    return query.order_by(_GIVEN.at.desc(), _GIVEN.id.desc())


_BY, _APPROVER, _TAKER = (models.Employee.alias(name) for name in ("giver", "approver", "taker"))


def named() -> dict[str, Any]:
    """What is read beside the columns of a concession, by what it is called in a row."""
    return {
        "whom": models.Customer.name,
        "case_number": models.Case.number,
        "who": _BY.name,
        "approved": _APPROVER.name,
        "back_at": _BACK.at,
        "took": _TAKER.name,
    }


def given_with(columns: list[Any]) -> Any:
    """A query of concessions with these columns."""
    return (
        _GIVEN.select(*columns)
        .join(models.Customer, on=(_GIVEN.customer == models.Customer.id))
        .join_from(_GIVEN, models.Case, "LEFT JOIN", on=(_GIVEN.case == models.Case.id))
        .join_from(_GIVEN, _BY, "LEFT JOIN", on=(_GIVEN.by == _BY.id))
        .join_from(_GIVEN, _APPROVER, "LEFT JOIN", on=(_GIVEN.approved_by == _APPROVER.id))
        .join_from(_GIVEN, _BACK, "LEFT JOIN", on=(_BACK.goodwill == _GIVEN.id))
        .join_from(_BACK, _TAKER, "LEFT JOIN", on=(_BACK.by == _TAKER.id))
    )


def _given() -> Any:
    return given_with([_GIVEN, *(column.alias(name) for name, column in named().items())])


def goodwill_of(row: dict[str, Any]) -> Goodwill:
    """A concession out of its row."""
    return Goodwill(
        id=row["id"],
        customer_id=row["customer"],
        concession=concession(row),
        at=row["at"],
        by_id=row["by"],
        by=row["who"] or "",
        approved_by_id=row["approved_by"],
        approved_by=row["approved"] or "",
        approval_id=row["approval"],
        case_number=row["case_number"],
        taken_back_at=row["back_at"],
        taken_back_by=row["took"] or "",
        customer=row["whom"],
        charged_to_id=row["charged_to"],
        counts_at=row["counts_at"],
    )


def concession(row: dict[str, Any]) -> Concession:
    """What was given or asked for, out of a row of either table."""
    minor = row["amount_minor"]
    return Concession(
        kind=GoodwillKind(row["kind"]),
        amount=None if minor is None else Money(row["currency"], minor),
        reason=row["reason"],
        policy_version=row["policy_version"],
        footing=Footing(row["footing"]) if row["footing"] else None,
        case_id=row["case"],
        promise_id=row["promise"],
        for_customer=bool(row["for_customer"]),
        what=row["what"],
    )
