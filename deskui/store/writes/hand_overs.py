"""Cases given to colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import HandOverId
from deskui.store import models
from deskui.store.writes.follow_ups import give_follow_ups

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import EmployeeId
    from deskui.store.entry import Entry


def hand_over(entry: Entry, case: Case, receiver: EmployeeId, note: str) -> HandOverId:
    """Give a case to a colleague, with the follow-ups in it that were its owner's; who takes it has seen it."""
    change_owner(entry, case, receiver)
    return HandOverId(
        entry.insert(
            models.HandOver,
            case=case.id,
            giver=case.owner_id,
            receiver=receiver,
            note=note,
            by=entry.actor.employee_id,
            at=entry.at,
            acknowledged_at=entry.at if receiver == entry.actor.employee_id else None,
        )
    )


def change_owner(entry: Entry, case: Case, owner: EmployeeId) -> None:
    """Make a case somebody's, with the follow-ups in it that were its owner's."""
    entry.update(models.Case, case.id, case.version, owner=owner)
    if case.owner_id is not None:
        give_follow_ups(entry, case.owner_id, owner, case.ids)


def acknowledge(entry: Entry, given: HandOver) -> None:
    """Write down that the receiver has seen a hand-over."""
    entry.update(models.HandOver, given.id, given.version, acknowledged_at=entry.at)
