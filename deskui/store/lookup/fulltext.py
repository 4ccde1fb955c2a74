"""The words of all documents, most recently seen customers first: SQLite's FTS5 with the rank as row number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.store.lookup.documents import BETWEEN

if TYPE_CHECKING:
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.typed import Groups

Found = tuple[int, str]
"""A customer and the text of their document."""

_MATCH: Final = (
    "SELECT d.customer, d.text FROM search_index JOIN search_doc AS d ON d.rank = search_index.rowid "
    "WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ?"
)
_INDEXED: Final = 7
"""Letters of the longest prefix that has an index of its own (see migration 0004)."""
_MORE: Final = 3
"""How many times the rows are read where a quicker, wider query is sifted for those that match in full."""
_PAGES: Final = 500
"""How many pages one step of merging may write: some tens of milliseconds."""


class FullText:
    """Finds documents by words and prefixes; rows come from SQLite, newest rank first, unsorted by anything else.

    A query is a sequence of groups; a document matches when each group has a word in it. A word that ends
    in `*` is a prefix. Words hold letters and digits only: what people type never becomes query syntax.
    """

    def __init__(self, statements: Statements) -> None:
        self.statements = statements

    def match(self, groups: Groups, limit: int) -> list[Found]:
        """At most `limit` documents in which every group matches, most recently seen first."""
        quick = _quick(groups)
        if quick == list(groups):
            return self._ask(groups, limit)
        found = self._ask(quick, _MORE * limit)
        kept = [pair for pair in found if fits(spaced(pair[1]), groups)]
        if len(kept) >= limit or len(found) < _MORE * limit:
            return kept[:limit]
        return self._ask(groups, limit)

    def _ask(self, groups: Groups, limit: int) -> list[Found]:
        expression = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)
        return [(row[0], row[1]) for row in self.statements.rows(_MATCH, (expression, limit))]

    def add(self, documents: list[tuple[int, str]]) -> None:
        """Index (rank, text) pairs that are in search_doc."""
        self.statements.many("INSERT INTO search_index(rowid, text) VALUES (?, ?)", documents)

    def remove(self, documents: list[tuple[int, str]]) -> None:
        """Forget (rank, text) pairs exactly as they were added."""
        self.statements.many("INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', ?, ?)", documents)

    def clear(self) -> None:
        """Forget everything."""
        self.statements.run("INSERT INTO search_index(search_index) VALUES ('delete-all')")

    def rebuild(self) -> None:
        """Index everything in search_doc anew, in one piece."""
        self.statements.run("INSERT INTO search_index(search_index) VALUES ('rebuild')")

    def merge(self, *, all_of_it: bool = False) -> bool:
        """One bounded step of putting pieces together; returns whether there is more to do.

        With `all_of_it` it begins to make one of all pieces there are: in that, nothing that was removed is left.
        """
        before = self.statements.changes()
        pages = -_PAGES if all_of_it else _PAGES
        self.statements.run("INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)", (pages,))
        # By SQLite's documentation of 'merge': a difference below two means that there was nothing to do.
        return self.statements.changes() - before > 1


class ScannedText(FullText):
    """The same answers on an engine without FTS5, by reading search_doc: right, but slow on big shops."""

    def match(self, groups: Groups, limit: int) -> list[Found]:
        """At most `limit` documents in which every group matches, most recently seen first."""
        tests, values = [], []
        for group in groups:
            patterns = [f"% {word[:-1]}%" if word.endswith("*") else f"% {word} %" for word in group]
            tests.append(" OR ".join(["' ' || replace(text, '|', ' ') || ' ' LIKE ?"] * len(patterns)))
            values += patterns
        where = " AND ".join(f"({test})" for test in tests)
        statement = f"SELECT customer, text FROM search_doc WHERE {where} ORDER BY rank DESC LIMIT ?"
        return [(row[0], row[1]) for row in self.statements.rows(statement, (*values, limit))]

    def add(self, documents: list[tuple[int, str]]) -> None:
        """Nothing to do: search_doc is all there is."""

    def remove(self, documents: list[tuple[int, str]]) -> None:
        """Nothing to do: search_doc is all there is."""

    def clear(self) -> None:
        """Nothing to do: search_doc is all there is."""

    def rebuild(self) -> None:
        """Nothing to do: search_doc is all there is."""

    def merge(self, *, all_of_it: bool = False) -> bool:
        """Nothing to do: search_doc is all there is."""
        return False


def spaced(document: str) -> str:
    """The words of a document, each between blanks."""
    return f" {document.replace(BETWEEN, ' ')} "


def fits(words: str, groups: Groups) -> bool:
    """Whether each group has a word among these spaced ones, or a prefix of one."""
    return all(any(_among(words, word) for word in group) for group in groups)


def _among(words: str, word: str) -> bool:
    return (f" {word[:-1]}" if word.endswith("*") else f" {word} ") in words


def _quick(groups: Groups) -> list[tuple[str, ...]]:
    """A query that finds at least the same and reads less: long prefixes cut, initials left out."""
    telling = [group for group in groups if not _is_initial(group)]
    return [tuple(map(_indexed, group)) for group in (telling if len(telling) > 1 else groups)]


def _is_initial(group: tuple[str, ...]) -> bool:
    """One letter begins a word of every third customer: the longest of all lists."""
    return len(group) == 1 and group[0].endswith("*") and len(group[0]) == 2


def _indexed(word: str) -> str:
    """A prefix longer than those with an index, cut; rare ones such as telephone numbers stay as they are."""
    is_long = word.endswith("*") and len(word) > _INDEXED + 1 and word[0].isalpha()
    return f"{word[:_INDEXED]}*" if is_long else word


def _quoted(word: str) -> str:
    return f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"'
