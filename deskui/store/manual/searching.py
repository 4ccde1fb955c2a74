"""One search of the manual, from what was typed to versions: titles before texts, exact before misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from deskui.store.lookup import typos
from deskui.store.manual.documents import OVER, TABLE
from deskui.store.normalise.letters import words

if TYPE_CHECKING:
    from datetime import date

    from deskui.store.lookup.statements import Statements

Groups = Sequence[tuple[str, ...]]
"""Words of which a document must have one of each group, or one that begins so."""
Versions = dict[int, list[int]]
"""The ids of versions by those of their articles, both best first."""

_MOST_WORDS: Final = 8
_LONGEST: Final = 200
_LONGEST_WORD: Final = 40
_MORE: Final = 2
"""So many versions are read for one that is shown: an article may have several."""
_DOC: Final = "SELECT d.rank, d.article FROM "
_STANDS: Final = "d.rank > 0 AND (d.ends IS NULL OR d.ends >= ?) "
_ORDER: Final = "ORDER BY d.rank DESC LIMIT ?"
_IN_INDEX: Final = (
    "article_index JOIN article_doc AS d ON d.rank = article_index.rowid WHERE article_index MATCH ? AND "
)
_INDEX_STANDS: Final = "article_index.rowid > 0 AND (d.ends IS NULL OR d.ends >= ?) "
_INDEX_ORDER: Final = "ORDER BY article_index.rowid DESC LIMIT ?"
_TITLE: Final = "to_tsvector('simple', d.title)"
_ALL: Final = "to_tsvector('simple', d.title || ' ' || d.text)"


def typed_words(text: str) -> tuple[str, ...]:
    """The folded words of what was typed, each once; what is too long is cut."""
    return tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in words(text[:_LONGEST])[:_MOST_WORDS]))


class ManualSearch:
    """Finds versions of articles by words and beginnings of words."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements

    def find(self, typed: Sequence[str], day: date, limit: int, *, every: bool) -> tuple[Versions, Groups]:
        """The versions that fit by article, best first, and the words they were found by.

        Without `every`, those that are over or retired are left out. At most `limit` articles.
        """
        groups: Groups = [(word,) for word in typed]
        found: Versions = {}
        self._collect(found, groups, day, limit, every)
        if not found and any(not word.isdigit() for word in typed):  # then it was a slip of the finger
            meant = typos.likeliest(self.statements, typed, TABLE)
            if any(meant):
                groups = [(word, *guesses) for word, guesses in zip(typed, meant, strict=True)]
                self._collect(found, groups, day, limit, every)
        return dict(list(found.items())[:limit]), groups

    def newest(self, day: date, limit: int, *, every: bool) -> Versions:
        """The versions written last by article, newest first."""
        where, values = ("", ()) if every else (f"WHERE {_STANDS}", (day.isoformat(),))
        rows = self.statements.rows(f"{_DOC}article_doc AS d {where}{_ORDER}", (*values, _MORE * limit))
        found: Versions = {}
        for rank, article in rows:
            found.setdefault(article, []).append(_version(rank))
        return dict(list(found.items())[:limit])

    def changes(self, articles: Sequence[int], day: date) -> dict[int, str]:
        """The day from which each of these articles that will change says something else, as an ISO date."""
        if not articles:
            return {}
        marks = ",".join("?" * len(articles))
        rows = self.statements.rows(
            f"SELECT article, min(starts) FROM article_doc WHERE article IN ({marks}) AND rank > 0 AND starts > ? "
            "GROUP BY article",
            (*articles, day.isoformat()),
        )
        return {row[0]: str(row[1]) for row in rows}

    def _collect(self, found: Versions, groups: Groups, day: date, limit: int, every: bool) -> None:
        """Titles first; each article stands where its first hit put it."""
        for title_only in (True, False):
            if len(found) >= limit:
                return
            for rank, article in self._ask(groups, title_only, day, _MORE * limit, every):
                version, versions = _version(rank), found.setdefault(article, [])
                if version not in versions:
                    versions.append(version)

    def _ask(self, groups: Groups, title_only: bool, day: date, limit: int, every: bool) -> list[tuple[int, int]]:
        if self.statements.is_sqlite:
            where = "1 " if every else _INDEX_STANDS
            statement = f"{_DOC}{_IN_INDEX}{where}{_INDEX_ORDER}"
            match = _joined(groups, '"{}" *', " OR ", " AND ")
            match = f"{{title}} : ({match})" if title_only else match
        else:
            where = "TRUE " if every else _STANDS
            asked = f"{_TITLE if title_only else _ALL} @@ to_tsquery('simple', ?) AND "
            statement = f"{_DOC}article_doc AS d WHERE {asked}{where}{_ORDER}"
            match = _joined(groups, "{}:*", " | ", " & ")
        values = (match, limit) if every else (match, day.isoformat(), limit)
        return [(row[0], row[1]) for row in self.statements.rows(statement, values)]


def _joined(groups: Groups, begun: str, any_of: str, all_of: str) -> str:
    """The query in the words of an engine; folded words hold letters and digits only, so none becomes syntax."""
    return all_of.join(f"({any_of.join(begun.format(word) for word in group)})" for group in groups)


def _version(rank: int) -> int:
    return rank if rank > 0 else rank + OVER
