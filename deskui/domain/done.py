"""What a verb leaves behind for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId


@dataclass(frozen=True, slots=True)
class Done:
    """A verb that was carried out: the row it was about, and its place in the journal."""

    subject: int
    customer_id: CustomerId | None
    verb: str
    sequence: int
    repeated: bool = False
    """True when this very operation had been carried out before, and nothing was done now."""
