"""Finding people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.store.reads import people
from deskui.store.writes import openings

if TYPE_CHECKING:
    from deskui.domain.lookup import Hit


class Lookup(Area):
    """One box for names, phones, numbers and interests."""

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """Customers for what was typed, best first; when it is empty, those opened or else added last."""
        return self.store.index.find(text, limit) if text.strip() else self.store.index.recent(limit)

    def warm(self) -> None:
        """Load what the first misspelt name needs, before somebody waits for it."""
        self.store.index.find("zzzz")

    def freshen(self) -> None:
        """Move customers opened lately to the front of the ranking, and keep the index in order.

        One short step, meant for idle moments: a key that comes meanwhile waits for it.
        """
        with self.store.transaction():
            if opened := people.openings_to_rank():
                self.store.index.seen(opened)
                openings.openings_ranked(opened)
            else:
                self.store.index.tidy()
