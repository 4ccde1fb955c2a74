"""What a misspelt word may have been meant to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.store.lookup.vocabulary import deletion_keys

if TYPE_CHECKING:
    from deskui.store.lookup.statements import Statements

_WHOLE: Final = (
    "SELECT DISTINCT v.token, v.count FROM vocabulary_key AS k JOIN vocabulary AS v ON v.token = k.token "
    "WHERE k.key IN ({marks})"
)
_X = ""
_AFTER_Z: Final = "{"
_MOST_LONGER: Final = 150
_SHORTEST: Final = 3
_SHORTEST_BEGUN: Final = 5
_BEST: Final = 6


@dataclass(frozen=True, slots=True)
class Meant:
    """A word of the vocabulary that may be meant, and how many slips of the finger away it is."""

    token: str
    slips: int


def meant(statements: Statements, word: str) -> list[Meant]:
    """The likeliest words for a misspelt one, or for the misspelt beginning of one: closest, then commonest.

    Slips are counted as optimal string alignment: a letter left out, added, changed, or two swapped.
    """
    if not word.isalpha() or len(word) < _SHORTEST:
        return []
    from rapidfuzz.distance import OSA

    keys = sorted(deletion_keys(word))
    marks = ",".join("?" * len(keys))
    allowed = 1 if len(word) <= 4 else 2
    scored: list[tuple[int, bool, int, str]] = []
    for token, count in statements.rows(_WHOLE.format(marks=marks), keys):
        slips = min(
            OSA.distance(word, token, score_cutoff=allowed),
            *(OSA.distance(word, token[: len(word) + extra], score_cutoff=allowed) for extra in (-1, 0, 1)),
        )
        if slips <= allowed:
            scored.append((slips, token[0] != word[0], -count, token))
    scored.sort()
    return [Meant(token, slips) for slips, _, _, token in scored[:_BEST]]
