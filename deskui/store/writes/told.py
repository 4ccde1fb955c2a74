"""Writes to the record of what customers were told: rows are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import StatementId
from deskui.domain.told.statement import Said, StatementState
from deskui.errors import Conflict
from deskui.store import models
from deskui.store.normalise.letters import topic_key
from deskui.store.reads import told as reads

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry


def add_statement(
    entry: Entry, customer_id: CustomerId, columns: dict[str, Any], corrects: int | None
) -> StatementId:
    """Add what the person acting told the customer."""
    return StatementId(
        entry.insert(
            models.Statement,
            customer=customer_id,
            kind=Said.SAID.value,
            topic_key=topic_key(columns["topic"]),
            said_at=entry.at,
            by=entry.actor.employee_id,
            corrects=corrects,
            **columns,
        )
    )


def take_back(entry: Entry, row: int, said: dict[str, Any]) -> None:
    """Enter that a statement was entered by mistake; `said` has its columns.

    Raises: Conflict when it was taken back already, or something else was said since.
    """
    every = reads.of_customer(said["customer"], said["topic_key"])
    if not any(each.id == row and each.state is StatementState.STANDING for each in every):
        raise Conflict("More was said about that since, so it cannot be taken back; say what is true now.", {})
    entry.insert(
        models.Statement,
        customer=said["customer"],
        kind=Said.TAKEN_BACK.value,
        topic=said["topic"],
        topic_key=said["topic_key"],
        basis=said["basis"],
        said_at=entry.at,
        by=entry.actor.employee_id,
        case=said["case"],
        corrects=row,
    )
