"""What the journal says of one's own entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deskui.domain.done import Done
from deskui.store.models import Journal

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from deskui.domain.ids import EmployeeId


def last_entry(
    employee: EmployeeId | None, verbs: Collection[str], before: int | None = None
) -> tuple[Done, datetime] | None:
    """The newest entry of this person by one of the verbs that is not taken back, and its instant: one statement.

    `before` is the number of an entry, which it is older than.
    """
    undone = Journal.select(Journal.undoes).where(Journal.undoes.is_null(False))
    theirs = Journal.select().where(
        Journal.employee == employee,
        Journal.undoes.is_null(),
        Journal.verb.in_(list(verbs)),
        Journal.id.not_in(undone),
    )
    if before is not None:
        theirs = theirs.where(Journal.id < before)
    row = theirs.order_by(Journal.id.desc()).first()
    return None if row is None else (Done(row.subject, row.customer, row.verb, row.id), row.at)


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry as the journal keeps it: what was done, by whom (None: the owner), and whether it stands."""

    done: Done
    employee_id: EmployeeId | None
    is_undo: bool
    is_undone: bool


def entered(sequence: int) -> Entered | None:
    """The entry of that number: two statements."""
    row: Any = Journal.get_or_none(Journal.id == sequence)
    if row is None:
        return None
    is_undone = Journal.select(Journal.id).where(Journal.undoes == sequence).exists()
    done = Done(row.subject, row.customer, row.verb, row.id)
    return Entered(done, row.employee, row.undoes is not None, is_undone)


def entry(sequence: int) -> Done:
    """The entry of that number, which there is: one statement."""
    row: Any = Journal.get(Journal.id == sequence)
    return Done(row.subject, row.customer, row.verb, row.id)
