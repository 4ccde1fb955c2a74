"""Visits: those that go on, and one by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.visit import Visit, VisitEnd
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import VisitId


_VISIT = models.Visit


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
