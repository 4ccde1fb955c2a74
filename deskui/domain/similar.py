"""Which earlier cases are like one: those that share its product, its kind and the rare words of its subject."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deskui.domain.case import CaseSummary
    from deskui.domain.ids import CaseId, CustomerId

KIND: Final = "k"
PRODUCT: Final = "p"
WORD: Final = "w"


def trait(kind: str, value: str) -> str:
    """What a case can have in common with others, as one word: `k:repair`, `p:af 1008`, `w:parcel`."""
    return f"{kind}:{value}"


_SAYING_LITTLE: Final = frozenset(
    trait(WORD, each)
    for each in "a an and at by does for from has her his in is it its no not of on or the to was with".split()
)
_MOST: Final = 16
"""So many traits are asked for."""
_WEIGHTS: Final = {KIND: 2.0, PRODUCT: 4.0, WORD: 3.0}


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """An earlier case, whose it is, what it has in common with the one looked at, and how near it is."""

    case: CaseSummary
    customer_id: CustomerId
    customer: str
    owner: str
    shares: tuple[str, ...]
    """`same product`, `same kind`, and the words of the subject that are the same."""
    nearness: float


def telling(traits: Iterable[str]) -> list[str]:
    """Those of the traits that may say something, what says most first, few enough to be asked for."""
    order = (PRODUCT, KIND, WORD)
    said = [each for each in traits if each not in _SAYING_LITTLE]
    return sorted(said, key=lambda each: (order.index(each[0]), -len(each), each))[:_MOST]


def nearest(found: Mapping[str, Sequence[CaseId]]) -> list[tuple[CaseId, float, tuple[str, ...]]]:
    """The cases that share any of these traits, the nearest first, and of equally near ones the newest.

    `found` has the cases with each trait. What many cases share says little: each trait counts less the more have it.
    """
    score: defaultdict[CaseId, float] = defaultdict(float)
    shares: defaultdict[CaseId, list[str]] = defaultdict(list)
    for name, cases in found.items():
        weight = _WEIGHTS[name[0]] / log2(1 + len(cases)) if cases else 0.0
        for case in cases:
            score[case] += weight
            shares[case].append(name)
    ranked = sorted(score, key=lambda case: (-score[case], -case))
    return [(case, score[case], shared_words(shares[case])) for case in ranked]


def shared_words(traits: Sequence[str]) -> tuple[str, ...]:
    """Traits in words, what says most first."""
    named = {PRODUCT: "same product", KIND: "same kind"}
    return tuple(named.get(each[0], each[2:]) for each in telling(traits))
