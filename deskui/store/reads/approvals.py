"""Requests for concessions, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.goodwill.approval import Approval, Verdict
from deskui.domain.money import Money
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.goodwill import concession

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.ids import ApprovalId, CaseId, CustomerId, EmployeeId

LISTED: Final = 500
"""So many of each sort are listed."""
_ASKED, _ANSWER, _SEEN = models.Approval, models.ApprovalAnswer, models.ApprovalSeen


def approval(approval_id: ApprovalId | int) -> Approval:
    """One request.

    Raises: NotFound when there is none.
    """
    row = _one.first_dict(approval_id)
    if row is None:
        raise NotFound("There is no such request; go back to the list.")
    return approval_of(row)


@compiled
def _one(approval_id: Any) -> Any:
    return _asked().where(_ASKED.id == approval_id)


def waiting(since: datetime) -> tuple[Approval, ...]:
    """Requests without an answer that expire after that moment, the oldest first: one statement."""
    return tuple(approval_of(row) for row in _waiting.dicts(since, LISTED))


@compiled
def _waiting(since: Any, limit: Any) -> Any:
    query = _asked().where(_ASKED.expires_at > since, _ANSWER.id.is_null())
    return query.order_by(_ASKED.at, _ASKED.id).limit(limit)


def newest() -> tuple[Approval, ...]:
    """The newest requests, whatever became of them, newest first: one statement."""
    return tuple(approval_of(row) for row in _newest.dicts(LISTED))


@compiled
def _newest(limit: Any) -> Any:
    return _asked().order_by(_ASKED.id.desc()).limit(limit)


def of_customer(customer_id: CustomerId) -> tuple[Approval, ...]:
    """All requests for a customer, newest first: one statement."""
    return tuple(approval_of(row) for row in _of_customer.dicts(customer_id))


@compiled
def _of_customer(customer_id: Any) -> Any:
    return _asked().where(_ASKED.customer == customer_id).order_by(_ASKED.id.desc())


def of_cases(case_ids: Sequence[CaseId]) -> tuple[Approval, ...]:
    """All requests about these cases, newest first: one statement."""
    return tuple(approval_of(row) for row in _of_cases.dicts(case_ids))


@compiled
def _of_cases(case_ids: Any) -> Any:
    return _asked().where(_ASKED.case.in_(case_ids)).order_by(_ASKED.id.desc())


def unseen(asked_by: EmployeeId) -> tuple[Approval, ...]:
    """What somebody asked and was answered by somebody else, until they take note of it: one statement."""
    return tuple(approval_of(row) for row in _unseen.dicts(asked_by, LISTED))


@compiled
def _unseen(asked_by: Any, limit: Any) -> Any:
    answered = _ANSWER.id.is_null(False) & (_ANSWER.verdict != Verdict.WITHDRAWN.value)
    query = _asked().where(_ASKED.by == asked_by, answered, _SEEN.id.is_null())
    return query.order_by(_ASKED.id).limit(limit)


_ASKER, _ANSWERER, _UNDOER = (models.Employee.alias(name) for name in ("asker", "answerer", "undoer"))
_GIVEN, _UNDONE = models.Goodwill.alias("approved"), models.GoodwillEntry.alias("undone")


def named() -> dict[str, Any]:
    """What is read beside the columns of a request, by what it is called in a row."""
    return {
        "whom": models.Customer.name,
        "gone_at": models.Customer.withdrawn_at,
        "gone_into": models.Customer.merged_into,
        "case_number": models.Case.number,
        "case_gone_at": models.Case.withdrawn_at,
        "who": _ASKER.name,
        "verdict": _ANSWER.verdict,
        "words": _ANSWER.words,
        "answered_at": _ANSWER.at,
        "answered_by": _ANSWER.by,
        "answering": _ANSWERER.name,
        "allowed": _ANSWER.amount_minor,
        "seen_at": _SEEN.at,
        "undone_at": _UNDONE.at,
        "undone_by": _UNDONE.by,
        "undoing": _UNDOER.name,
    }


def asked_with(columns: list[Any]) -> Any:
    """A query of requests with these columns."""
    return (
        _ASKED.select(*columns)
        .join(models.Customer, on=(_ASKED.customer == models.Customer.id))
        .join_from(_ASKED, models.Case, "LEFT JOIN", on=(_ASKED.case == models.Case.id))
        .join_from(_ASKED, _ANSWER, "LEFT JOIN", on=(_ANSWER.approval == _ASKED.id))
        .join_from(_ASKED, _SEEN, "LEFT JOIN", on=(_SEEN.approval == _ASKED.id))
        .join_from(_ASKED, _ASKER, "LEFT JOIN", on=(_ASKED.by == _ASKER.id))
        .join_from(_ANSWER, _ANSWERER, "LEFT JOIN", on=(_ANSWER.by == _ANSWERER.id))
        .join_from(_ASKED, _GIVEN, "LEFT JOIN", on=(_GIVEN.approval == _ASKED.id))
        .join_from(_GIVEN, _UNDONE, "LEFT JOIN", on=(_UNDONE.goodwill == _GIVEN.id))
        .join_from(_UNDONE, _UNDOER, "LEFT JOIN", on=(_UNDONE.by == _UNDOER.id))
    )


def _asked() -> Any:
    return asked_with([_ASKED, *(column.alias(name) for name, column in named().items())])


def approval_of(row: dict[str, Any]) -> Approval:
    """A request out of its row."""
    customer_gone = row["gone_at"] is not None and row["gone_into"] is None
    return Approval(
        id=row["id"],
        customer_id=row["customer"],
        customer=row["whom"],
        concession=concession(row),
        case_number=row["case_number"],
        asked_by_id=row["by"],
        asked_by=row["who"] or "",
        at=row["at"],
        expires_at=row["expires_at"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        answered_by_id=row["answered_by"],
        answered_by=row["answering"] or "",
        answered_at=row["answered_at"],
        words=row["words"] or "",
        allowed=None if row["allowed"] is None else Money(row["currency"], row["allowed"]),
        undone_at=row["undone_at"],
        undone_by_id=row["undone_by"],
        undone_by=row["undoing"] or "",
        seen_at=row["seen_at"],
        is_void=customer_gone or row["case_gone_at"] is not None,
    )
