"""Making the whole index anew after a bulk load: streamed, in constant memory, indexed at the end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deskui.store.lookup import sources
from deskui.store.lookup.documents import name_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.store.lookup.fulltext import FullText
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.vocabulary import Vocabulary

    Progress = Callable[[int, int], None]

_SPAN: Final = 5000
_RANKING: Final = (
    "CREATE TEMPORARY TABLE lookup_ranking AS SELECT c.id AS customer, row_number() OVER (ORDER BY {greatest}("
    "coalesce((SELECT max(o.opened_at) FROM opening AS o WHERE o.customer_id = c.id), 0), "
    "coalesce((SELECT max(o.placed_at) FROM orders AS o WHERE o.customer_id = c.id), 0), "
    "coalesce((SELECT max(t.at) FROM conversation AS t WHERE t.customer_id = c.id), 0)), c.id) AS rank "
    "FROM customer AS c WHERE c.withdrawn_at IS NULL"
)
"""Customers in the order in which they were last seen: opened, bought, or talked to."""


def rebuild(statements: Statements, text: FullText, vocabulary: Vocabulary, progress: Progress | None) -> int:
    """Replace the index by one made from the rows, and return how many customers are in it.

    Runs in one transaction, so that an interruption leaves the old one.
    """
    text.clear()
    statements.run("DELETE FROM search_doc")
    statements.run("DROP TABLE IF EXISTS lookup_ranking")
    statements.run(_RANKING.format(greatest="max" if statements.is_sqlite else "greatest"))
    statements.run("CREATE INDEX lookup_ranked ON lookup_ranking (customer, rank)")
    total, last = statements.rows("SELECT count(*), coalesce(max(customer), 0) FROM lookup_ranking")[0]
    counts: Counter[str] = Counter()
    done = 0
    for first in range(1, last + 1, _SPAN):
        rows = list(_ranked(statements, first, first + _SPAN - 1))
        statements.many("INSERT INTO search_doc (rank, customer, text) VALUES (?, ?, ?)", rows)
        for _, _, document in rows:
            counts.update(name_words(document))
        done += len(rows)
        if progress is not None:
            progress(done, total)
    statements.run("DROP TABLE lookup_ranking")
    vocabulary.refill(counts)
    text.rebuild()
    return done


def _ranked(statements: Statements, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    ranks = dict(
        statements.rows("SELECT customer, rank FROM lookup_ranking WHERE customer BETWEEN ? AND ?", (first, last))
    )
    for customer, document in sources.documents_between(statements, first, last):
        yield ranks[customer], customer, document
