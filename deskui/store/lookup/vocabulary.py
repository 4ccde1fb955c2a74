"""The words of names, and those a misspelt one may stand for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deskui.store.lookup.documents import name_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskui.store.lookup.statements import Statements

KEY_LENGTH: Final = 7


def deletion_keys(word: str) -> set[str]:
    """The first seven letters, and these with each one left out (SymSpell's idea, W. Garbe 2012)."""
    start = word[:KEY_LENGTH]
    return {start, *(start[:at] + start[at + 1 :] for at in range(len(start)))}


class Vocabulary:
    """Keeps every word of documents with the number of those that have it: of customers their names.

    `table` holds the words, and the one called after it with `_key` their keys.
    """

    def __init__(
        self,
        statements: Statements,
        table: str = "vocabulary",
        words_of: Callable[[str], Iterable[str]] = name_words,
    ) -> None:
        self.statements = statements
        self.table = table
        self.words_of = words_of

    def exchange(self, old: Iterable[str], new: Iterable[str]) -> None:
        """Count the words of these documents out, and those of the others in."""
        change: Counter[str] = Counter()
        for text in new:
            change.update(self.words_of(text))
        for text in old:
            change.subtract(self.words_of(text))
        words = [word for word, count in change.items() if count]
        if not words:
            return
        known = self._known(words)
        self._forget([word for word in words if word in known and known[word] + change[word] <= 0])
        self.statements.many(
            f"UPDATE {self.table} SET count = count + ? WHERE token = ?",
            [(change[word], word) for word in words if known.get(word, 0) + change[word] > 0 and word in known],
        )
        self._learn({word: change[word] for word in words if word not in known and change[word] > 0})

    def refill(self, counts: Counter[str]) -> None:
        """Replace everything by these counts."""
        self.statements.run(f"DELETE FROM {self.table}")
        self.statements.run(f"DELETE FROM {self.table}_key")
        self._learn(counts)

    def _known(self, words: list[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for start in range(0, len(words), 500):
            some = words[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self.statements.rows(f"SELECT token, count FROM {self.table} WHERE token IN ({marks})", some)
            found.update((row[0], row[1]) for row in rows)
        return found

    def _learn(self, counts: dict[str, int]) -> None:
        self.statements.many(f"INSERT INTO {self.table} (token, count) VALUES (?, ?)", sorted(counts.items()))
        keys = sorted((key, word) for word in counts for key in deletion_keys(word))
        self.statements.many(f"INSERT INTO {self.table}_key (key, token) VALUES (?, ?)", keys)

    def _forget(self, words: list[str]) -> None:
        self.statements.many(f"DELETE FROM {self.table} WHERE token = ?", [(word,) for word in words])
        keys = [(key, word) for word in words for key in deletion_keys(word)]
        self.statements.many(f"DELETE FROM {self.table}_key WHERE key = ? AND token = ?", keys)
