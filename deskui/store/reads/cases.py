"""The work that is open for a customer, and what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.case import Case, CaseStatus
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads import references
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId, EmployeeId

_CASE = models.Case


def case(case_id: CaseId) -> Case:
    """One case with the first of its references: two statements, and one more where there are others.

    Raises: NotFound when there is none, or not any more.
    """
    row = _whole.first_dict(case_id)
    if row is None:
        raise NotFound("This case is no longer kept; go back and look the customer up again.")
    numbers = references.of_case(case_id)
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
        version=row["version"],
        references=numbers.rows,
        reference_count=numbers.total or 0,
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


def open_of(owner: EmployeeId) -> list[CaseId]:
    """The cases somebody owns that are not closed: one statement."""
    case = models.Case
    query = case.select(case.id).where(case.owner == owner, case.status != "closed", case.withdrawn_at.is_null())
    return [row[0] for row in tuples(query.order_by(case.id))]
