"""What articles are found by, kept exact in the transaction of each verb: a document for each version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from deskui.store.lookup.vocabulary import Vocabulary
from deskui.store.manual.periods import Dated, until
from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from deskui.store.lookup.statements import Statements

TABLE: Final = "article_word"
OVER: Final = 2_000_000_000
"""So far below its own number is the rank of a version that is over; the newest still stands first."""
_ADDRESS: Final = re.compile(r"\]\([^)\s]*\)|https?://\S+")
_SOME: Final = 500
_VERSIONS: Final = (
    "SELECT v.id, v.article_id, v.number, v.title, v.tags, v.text, v.valid_from, v.valid_until, a.retired_at "
    "FROM article_version AS v JOIN article AS a ON a.id = v.article_id "
    "WHERE v.withdrawn_at IS NULL AND a.withdrawn_at IS NULL AND v.article_id IN ({marks})"
)
_KNOWN: Final = "SELECT rank, article, title, text, starts, ends FROM article_doc WHERE article IN ({marks})"

Doc = tuple[int, int, str, str, str, str | None]
"""Rank, article, title, text, and the days on which it holds, as ISO dates."""


class Documents:
    """Keeps a document for every version that stands; of those that are over or retired, the rank is below zero."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements
        self.vocabulary = Vocabulary(statements, TABLE, words_of)

    def refresh(self, articles: Iterable[int], day: date) -> None:
        """Make the documents of these articles anew, inside the caller's transaction; what is the same stays."""
        ids = sorted(set(articles))
        for start in range(0, len(ids), _SOME):
            self._refresh(ids[start : start + _SOME], day)

    def _refresh(self, ids: Sequence[int], day: date) -> None:
        marks = ",".join("?" * len(ids))
        known = {_plain(row) for row in self.statements.rows(_KNOWN.format(marks=marks), ids)}
        wanted = set(_wanted(self.statements.rows(_VERSIONS.format(marks=marks), ids), day))
        self._remove(sorted(known - wanted))
        self._add(sorted(wanted - known))
        self.vocabulary.exchange(map(_all_words, known - wanted), map(_all_words, wanted - known))

    def _remove(self, docs: Sequence[Doc]) -> None:
        if self.statements.is_sqlite:
            forget = "INSERT INTO article_index(article_index, rowid, title, text) VALUES ('delete', ?, ?, ?)"
            self.statements.many(forget, [(doc[0], doc[2], doc[3]) for doc in docs])
        self.statements.many("DELETE FROM article_doc WHERE rank = ?", [(doc[0],) for doc in docs])

    def _add(self, docs: Sequence[Doc]) -> None:
        columns = "(rank, article, title, text, starts, ends) VALUES (?, ?, ?, ?, ?, ?)"
        self.statements.many(f"INSERT INTO article_doc {columns}", docs)
        if self.statements.is_sqlite:
            learn = "INSERT INTO article_index(rowid, title, text) VALUES (?, ?, ?)"
            self.statements.many(learn, [(doc[0], doc[2], doc[3]) for doc in docs])


def words_of(document: str) -> set[str]:
    """The words that people misspell."""
    return {word for word in document.split() if len(word) > 2 and word.isalpha()}


def _all_words(doc: Doc) -> str:
    return f"{doc[2]} {doc[3]}"


def _wanted(rows: Iterable[Sequence[Any]], day: date) -> Iterable[Doc]:
    """The documents of these versions; on either engine dates are compared as dates."""
    versions = [(Dated(row[0], row[2], _day(row[6]), row[7] and _day(row[7])), row) for row in rows]
    of_article: dict[int, list[Dated]] = {}
    for dated, row in versions:
        of_article.setdefault(row[1], []).append(dated)
    for dated, row in versions:
        ends = until(dated, of_article[row[1]])
        is_over = row[8] is not None or (ends is not None and (ends < dated.starts or ends < day))
        title, text = fold(f"{row[3]} {row[4]}"), fold(_ADDRESS.sub(" ", row[5]))
        rank = dated.id - (OVER if is_over else 0)
        yield rank, row[1], title, text, dated.starts.isoformat(), None if ends is None else ends.isoformat()


def _plain(row: Sequence[Any]) -> Doc:
    rank, article, title, text, starts, ends = row
    return rank, article, title, text, _day(starts).isoformat(), None if ends is None else _day(ends).isoformat()


def _day(value: Any) -> date:
    """A date as either driver brings it."""
    from datetime import date

    return value if isinstance(value, date) else date.fromisoformat(str(value))
