"""The work that is open for a customer, and what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.case import Case, CaseStatus, CaseSummary
from deskui.domain.order import Reference, ReferenceKind
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId

_CASE = models.Case


def of_customer(customer_id: CustomerId) -> tuple[CaseSummary, ...]:
    """The cases of a customer: those still open first, newest first in each group."""
    rows = _summaries.tuples(customer_id)
    return tuple(CaseSummary(row[0], row[1], row[2], row[3], CaseStatus(row[4]), row[5], row[6]) for row in rows)


@compiled
def _summaries(customer_id: Any) -> Any:
    return (
        _CASE.select(
            _CASE.id, _CASE.number, _CASE.subject, _CASE.kind, _CASE.status, _CASE.opened_at, _CASE.closed_at
        )
        .where(_CASE.customer == customer_id, _CASE.withdrawn_at.is_null())
        .order_by(_CASE.status == CaseStatus.CLOSED, _CASE.opened_at.desc(), _CASE.id.desc())
    )


def case(case_id: CaseId) -> Case:
    """One case with its references: two statements.

    Raises: NotFound when there is none, or not any more.
    """
    row = _whole.first_dict(case_id)
    if row is None:
        raise NotFound("This case is no longer kept; go back and look the customer up again.")
    return Case(
        id=row["id"],
        number=row["number"],
        customer_id=row["customer"],
        subject=row["subject"],
        kind=row["kind"],
        status=CaseStatus(row["status"]),
        owner_id=row["owner"],
        owner=row["owner_name"] or "",
        opened_at=row["opened_at"],
        opened_by=row["opener_name"] or "",
        closed_at=row["closed_at"],
        outcome=row["outcome"],
        unfinished=row["unfinished"],
        version=row["version"],
        references=tuple(Reference(row[0], ReferenceKind(row[1]), *row[2:]) for row in _references.tuples(case_id)),
    )


@compiled
def _whole(case_id: Any) -> Any:
    owner, opener = models.Employee.alias("owner"), models.Employee.alias("opener")
    return (
        _CASE.select(_CASE, owner.name.alias("owner_name"), opener.name.alias("opener_name"))
        .join(owner, "LEFT JOIN", on=(_CASE.owner == owner.id))
        .switch(_CASE)
        .join(opener, "LEFT JOIN", on=(_CASE.opened_by == opener.id))
        .where(_CASE.id == case_id, _CASE.withdrawn_at.is_null())
    )


@compiled
def _references(case_id: Any) -> Any:
    number = models.Reference
    return (
        number.select(number.id, number.kind, number.number, number.order, number.case)
        .where(number.case == case_id, number.withdrawn_at.is_null())
        .order_by(number.id)
    )


def open_of(owner: EmployeeId) -> list[CaseId]:
    """The cases somebody owns that are not closed: one statement."""
    case = models.Case
    query = case.select(case.id).where(case.owner == owner, case.status != "closed", case.withdrawn_at.is_null())
    return [row[0] for row in tuples(query.order_by(case.id))]
