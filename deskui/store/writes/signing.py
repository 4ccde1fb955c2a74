"""PINs, attempts at them, and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.store import models
from deskui.store.reads import signing as reads

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId
    from deskui.domain.signing.waiting import AttemptKind
    from deskui.store.entry import Entry


def set_pin(entry: Entry, employee: EmployeeId, hashed: str) -> None:
    """Let somebody have that PIN from now on; without a hash, none."""
    columns = {
        "hash": hashed,
        "set_by": entry.actor.employee_id,
        "set_at": entry.at,
        "withdrawn_at": None if hashed else entry.at,
    }
    kept = reads.pin_of(employee)
    if kept is None:
        entry.insert(models.Pin, employee=employee, **columns)
    else:
        entry.update(models.Pin, kept.id, kept.version, **columns)


def add_attempt(entry: Entry, employee: EmployeeId, kind: AttemptKind, purpose: str) -> int:
    """Keep what happened at somebody's PIN."""
    return entry.insert(
        models.SignInAttempt,
        employee=employee,
        desk=entry.actor.desk,
        by=entry.actor.employee_id,
        at=entry.at,
        kind=kind.value,
        purpose=purpose,
    )


def add_refusal(entry: Entry, verb: str, reason: str) -> int:
    """Keep what the person acting had no right to do."""
    actor = entry.actor
    columns = {"employee": actor.employee_id, "desk": actor.desk, "at": entry.at, "verb": verb, "reason": reason}
    return entry.insert(models.Refusal, **columns)
