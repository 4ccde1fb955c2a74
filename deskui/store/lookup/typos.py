"""What a misspelt word may have been meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.store.lookup.documents import BETWEEN
from deskui.store.lookup.vocabulary import KEY_LENGTH, deletion_keys
from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.store.lookup.statements import Statements

Guesses = dict[str, int]
"""Words that may be meant, and how many slips of the finger each is away."""

_SAME_KEY: Final = "SELECT token FROM {table}_key WHERE key IN ({marks})"
_LONGER: Final = (
    "SELECT token FROM (SELECT token FROM {table}_key WHERE key > ? AND key < ? LIMIT {most}) AS part{at}"
)
_COUNTS: Final = "SELECT token, count FROM {table} WHERE token IN ({marks})"
_AFTER_Z: Final = "{"
_MOST_LONGER: Final = 60
_SHORTEST: Final = 3
_SHORTEST_BEGUN: Final = 5
_BEST: Final = 6
_COUNTED: Final = 60
_SLIPS: Final = 2
"""So many between two whole names that may be one."""
_COMMON: Final = 30
"""A word that so many customers carry was meant as it was typed."""


def likeliest(statements: Statements, typed: Sequence[str], table: str = "vocabulary") -> list[Guesses]:
    """For each word typed the few it may be a misspelling, or a misspelt beginning, of; none for common words.

    Closest first, then commonest. Slips are counted as optimal string alignment distance: a letter left out,
    added, changed, or two neighbours swapped. Three statements at most for each word. `table` is that of the words.
    """
    marks = ",".join("?" * len(typed))
    counts = dict(statements.rows(_COUNTS.format(marks=marks, table=table), typed))
    return [
        _likeliest(statements, word, table)
        if word.isalpha() and len(word) >= _SHORTEST and counts.get(word, 0) < _COMMON
        else {}
        for word in typed
    ]


def slips(document: str, typed: Sequence[str], guesses: Iterable[Guesses]) -> int:
    """How many slips away the document is, taking the closest of its words for each one typed."""
    tokens = document.replace(BETWEEN, " ").split()
    total = 0
    for word, meant in zip(typed, guesses, strict=True):
        if not any(token.startswith(word) for token in tokens):
            total += min((meant[token] for token in tokens if token in meant), default=0)
    return total


def _likeliest(statements: Statements, word: str, table: str) -> Guesses:
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) <= _SHORTEST + 1 else 2
    scored: list[tuple[int, bool, bool, str]] = []
    for token in _alike(statements, word, table):
        away = OSA.distance(word, token, score_cutoff=allowed)
        longer = away > allowed and len(word) >= _SHORTEST_BEGUN
        if longer:
            starts = (token[: len(word) + more] for more in (0, 1, -1))
            away = min(OSA.distance(word, start, score_cutoff=allowed) for start in starts)
        if 0 < away <= allowed:
            scored.append((away, longer, token[0] != word[0], token))
    scored.sort()
    counts = _counts(statements, table, [token for *_, token in scored[:_COUNTED]])
    best = sorted(scored[:_COUNTED], key=lambda score: (*score[:3], -counts.get(score[3], 0)))
    closest = best[0][0] if best else 0
    return {token: away for away, longer, _, token in best[:_BEST] if away == closest or not longer}


def _alike(statements: Statements, word: str, table: str) -> set[str]:
    """Words that share a key with this one, or whose key goes on where its own ends."""
    keys = sorted(deletion_keys(word))
    marks = ",".join("?" * len(keys))
    found = {row[0] for row in statements.rows(_SAME_KEY.format(marks=marks, table=table), keys)}
    if _SHORTEST_BEGUN <= len(word) < KEY_LENGTH:
        parts = " UNION ALL ".join(_LONGER.format(most=_MOST_LONGER, at=at, table=table) for at in range(len(keys)))
        bounds = [bound for key in keys for bound in (key, key + _AFTER_Z)]
        found.update(row[0] for row in statements.rows(parts, bounds))
    return found


def _counts(statements: Statements, table: str, tokens: list[str]) -> dict[str, int]:
    marks = ",".join("?" * len(tokens))
    return dict(statements.rows(_COUNTS.format(marks=marks, table=table), tokens)) if tokens else {}


def slips_between(name: str, other: str) -> int | None:
    """How many slips of the finger make one whole name of the other; None when they are different names."""
    from rapidfuzz.distance import OSA

    one, two = fold(name), fold(other)
    away = OSA.distance(one, two, score_cutoff=_SLIPS)
    return away if away <= _SLIPS and len(one.split()) == len(two.split()) else None
