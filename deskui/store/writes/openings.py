"""When customers were opened last, which is what ranks them in the lookup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.store import models
from deskui.store.models.base import to_millis

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CustomerId


def opened(customer_id: CustomerId, at: datetime) -> None:
    """Remember that the customer was opened at that moment; the newest opening of each is kept."""
    opening = models.Opening
    opening.insert(customer=customer_id, opened_at=to_millis(at), ranked=False).on_conflict(
        conflict_target=[opening.customer], update={"opened_at": to_millis(at), "ranked": False}
    ).execute()


def openings_ranked(customers: list[int]) -> None:
    """Mark the openings of these customers as reflected in the rank."""
    opening = models.Opening
    opening.update(ranked=True).where(opening.customer.in_(customers)).execute()
