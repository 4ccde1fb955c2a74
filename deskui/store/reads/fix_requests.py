"""What authors were asked to put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.review.item import FixRequest, Subject
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId

_NOTE, _EMPLOYEE = models.Note, models.Employee


def is_to_fix(subject: Subject, row: int) -> bool:
    """Whether its author still has to put a row right: one statement."""
    return bool(_to_fix.tuples(subject.value, row))


@compiled
def _to_fix(entity: Any, row: Any) -> Any:
    request = models.FixRequest
    still = request.done_at.is_null() & request.withdrawn_at.is_null()
    return request.select(request.id).where(request.entity == entity, request.row == row, still).limit(1)


def to_fix(author: EmployeeId) -> tuple[FixRequest, ...]:
    """What somebody was asked to put right and has not yet, the oldest first: one statement."""
    return tuple(_request(row) for row in _requests.dicts(author))


@compiled
def _requests(author: Any) -> Any:
    return _open(models.FixRequest.author == author)


def _open(which: Any) -> Any:
    request, whom = models.FixRequest, models.Customer
    return (
        request.select(request, whom.name.alias("whom"), _EMPLOYEE.name.alias("asker"))
        .join(whom, on=(request.customer == whom.id))
        .join_from(request, _EMPLOYEE, "LEFT JOIN", on=(request.by == _EMPLOYEE.id))
        .where(which, request.done_at.is_null(), request.withdrawn_at.is_null())
        .where(*(~_is_withdrawn(model, request) for model in (_NOTE, models.Conversation)))
        .order_by(request.at, request.id)
    )


def _is_withdrawn(model: Any, request: Any) -> Any:
    gone = (model.id == request.row) & model.withdrawn_at.is_null(False)
    return (request.entity == model._meta.table_name) & fn.EXISTS(model.select(model.id).where(gone))


def of_customer(customer_id: CustomerId) -> tuple[FixRequest, ...]:
    """What is to be put right of what was written about a customer: one statement."""
    return tuple(_request(row) for row in _about.dicts(customer_id))


@compiled
def _about(customer: Any) -> Any:
    return _open(models.FixRequest.customer == customer)


def _request(row: dict[str, Any]) -> FixRequest:
    return FixRequest(
        id=row["id"],
        subject=Subject(row["entity"]),
        row=row["row"],
        customer_id=row["customer"],
        customer=row["whom"],
        comment=row["comment"],
        by=row["asker"] or "",
        at=row["at"],
        version=row["version"],
        author_id=row["author"],
    )
