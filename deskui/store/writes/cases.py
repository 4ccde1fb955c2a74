"""Cases: opened, and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import CaseId, CustomerId
from deskui.store import models
from deskui.store.reads.rows import newest

if TYPE_CHECKING:
    from deskui.store.entry import Entry


FIRST_CASE = 1001


def add_case(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> CaseId:
    """Open a case under the next free number."""
    number = max(FIRST_CASE, newest(models.Case, models.Case.number) + 1)
    opener = entry.actor.employee_id
    added = entry.insert(
        models.Case, customer=customer_id, number=number, opened_by=opener, opened_at=entry.at, **columns
    )
    return CaseId(added)


def change_case(entry: Entry, case: CaseId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a case that is still at `version`."""
    entry.update(models.Case, case, version, **columns)
