"""The lookup index: one search document per customer, and the search over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.store.lookup import rows, sources
from deskui.store.lookup.fulltext import FullText, ScannedText
from deskui.store.lookup.rebuilding import rebuild
from deskui.store.lookup.searching import Search
from deskui.store.lookup.statements import Statements
from deskui.store.lookup.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from peewee import Database

    from deskui.domain.lookup import Hit


class LookupIndex:
    """Keeps and searches one document per customer.

    What changes it runs inside the caller's transaction; what reads it needs none.
    """

    def __init__(self, database: Database) -> None:
        self.statements = Statements(database)
        self.text = FullText(self.statements) if self.statements.is_sqlite else ScannedText(self.statements)
        self.vocabulary = Vocabulary(self.statements)

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """Customers for what was typed, best first."""
        return Search(self.statements, self.text, limit).run(text)

    def recent(self, limit: int = 30) -> list[Hit]:
        """The customers opened last, newest first."""
        return rows.recent(self.statements, limit)

    def refresh(self, customer_id: int, rank: int | None = None) -> None:
        """Make the customer's document anew; nothing happens when it is the same, and it goes with the customer.

        One who comes back stands at `rank` again while that place is free, else in front.
        """
        known = self.statements.one("SELECT rank, text FROM search_doc WHERE customer = ?", (customer_id,))
        text = next((text for _, text in sources.documents(self.statements, [customer_id])), None)
        if known is None:
            if text is not None:
                self._append([(customer_id, text)], rank)
            return
        rank, old = known
        if text == old:
            return
        self.text.remove([(rank, old)])
        if text is None:
            self.statements.run("DELETE FROM search_doc WHERE rank = ?", (rank,))
        else:
            self.statements.run("UPDATE search_doc SET text = ? WHERE rank = ?", (text, rank))
            self.text.add([(rank, text)])
        self.vocabulary.exchange([old], [] if text is None else [text])

    def add_new(self, customer_ids: Iterable[int]) -> None:
        """Index customers that are not in the index yet, many at once; later ones rank higher."""
        self._append(list(sources.documents(self.statements, list(customer_ids))))

    def seen(self, customer_ids: Iterable[int]) -> None:
        """Move customers to the front of the ranking, the last one foremost."""
        for customer in dict.fromkeys(customer_ids):
            known = self.statements.one("SELECT rank, text FROM search_doc WHERE customer = ?", (customer,))
            if known is not None:
                rank, text = known
                self.text.remove([(rank, text)])
                self.statements.run("DELETE FROM search_doc WHERE rank = ?", (rank,))
                self._place([(customer, text)])

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Make the whole index anew, ranked by when customers were last seen; returns how many are in it.

        `progress` is told how many customers are done, of how many. One transaction of its own.
        """
        with self.statements.database.atomic():
            return rebuild(self.statements, self.text, self.vocabulary, progress)

    def tidy(self) -> bool:
        """One short step of putting the index in order, for idle moments; returns whether another would help.

        New and moved customers leave small pieces behind, which make searches slower bit by bit.
        """
        with self.statements.database.atomic():
            return self.text.merge()

    def _append(self, documents: list[tuple[int, str]], rank: int | None = None) -> None:
        self._place(documents, rank)
        self.vocabulary.exchange([], [text for _, text in documents])

    def _place(self, documents: list[tuple[int, str]], rank: int | None = None) -> None:
        """Put documents at a rank that is free, or else in front of all."""
        if rank is None or self.statements.one("SELECT 1 FROM search_doc WHERE rank = ?", (rank,)) is not None:
            newest = self.statements.one("SELECT max(rank) FROM search_doc")
            rank = ((newest[0] if newest else 0) or 0) + 1
        placed = [(rank + at, customer, text) for at, (customer, text) in enumerate(documents)]
        self.statements.many("INSERT INTO search_doc (rank, customer, text) VALUES (?, ?, ?)", placed)
        self.text.add([(place, text) for place, _, text in placed])
