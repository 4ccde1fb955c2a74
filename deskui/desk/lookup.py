"""Finding people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.store.reads import people

if TYPE_CHECKING:
    from deskui.domain.lookup import Hit


class Lookup(Area):
    """One box for names, phones, numbers and interests."""

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """Customers for what was typed, best first; the recently opened ones when it is empty."""
        return self.store.index.find(text, limit) if text.strip() else self.store.index.recent(limit)

    def freshen(self) -> int:
        """Move customers opened lately to the front of the ranking, off the clerk's path; returns how many."""
        opened = people.openings_to_rank()
        if opened:
            with self.store.transaction():
                self.store.index.seen(opened)
                people.openings_ranked(opened)
        return len(opened)
