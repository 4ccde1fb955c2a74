"""What a clerk adds to an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.ids import OrderId
    from deskui.store.entry import Entry


def accept_proof(entry: Entry, order_id: OrderId, version: int, proof: str) -> None:
    """Write down the proof of an order that is still at `version`, who accepted it, and when.

    Raises: Conflict when somebody else was faster.
    """
    entry.update(models.Order, order_id, version, proof=proof, proof_by=entry.actor.employee_id, proof_at=entry.at)
