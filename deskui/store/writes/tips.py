"""Writes to the record of tips that were offered: rows are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import TipOfferId
from deskui.errors import Conflict
from deskui.store import models
from deskui.store.reads import tips as reads
from deskui.store.reads.rows import first_dict

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry

_OFFER = models.TipOffer


def add_offer(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> TipOfferId:
    """Add that the person acting offered a tip, and what the customer said."""
    by = entry.actor.employee_id
    return TipOfferId(entry.insert(_OFFER, customer=customer_id, by=by, at=entry.at, **columns))


def take_back(entry: Entry, row: int) -> None:
    """Enter that it was entered by mistake.

    Raises: Conflict when it was taken back already, or the customer was offered the same again since.
    """
    said = first_dict(_OFFER.select().where(_OFFER.id == row)) or {}
    standing = reads.of_article(said["customer"], said["article"])
    same = [each.id for each in standing if (each.order_id, each.case_id) == (said["order"], said["case"])]
    if max(same, default=0) != row:
        raise Conflict(
            "That was offered again since, so it cannot be taken back; d writes down what is true now.", {}
        )
    kept = ("customer", "order", "case", "article", "article_version", "title", "answer")
    by = entry.actor.employee_id
    entry.insert(_OFFER, corrects=row, by=by, at=entry.at, **{name: said[name] for name in kept})
