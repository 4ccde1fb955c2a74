"""The rows behind a number of the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.board.measures import Source
    from deskui.domain.ids import CaseId, CustomerId


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A promise, contact, visit or case that was counted; `at` is the instant by which it belongs to its period."""

    source: Source
    id: int
    at: datetime
    customer_id: CustomerId
    customer: str
    case_id: CaseId | None
    case_number: int | None
    clerk: str
    what: str
    note: str
    """What became of it, in a few words: `kept late, moved 2x`, `phone, they to us`, `25 min`."""
