"""The kind of promise that a line reads as, from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORTEST: Final = 4
"""From so many letters on an s at the end may be a plural."""


def kind_in(words: Sequence[str], kinds: Iterable[tuple[str, Sequence[str]]]) -> str:
    """The kind of which all words stand among these, in singular or plural: of several the longest, then the first.

    Each kind comes with its words; all words are folded. Empty when there is none.
    """
    said = {singular(word) for word in words}
    found = [(name, parts) for name, parts in kinds if parts and all(singular(part) in said for part in parts)]
    return max(found, key=lambda each: len(each[1]), default=("", ()))[0]


def singular(word: str) -> str:
    """A folded word without the end of its plural: `parts` is `part`, `deliveries` is `delivery`."""
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("xes", "ses", "zes", "ches", "shes")) else word[:-1]
