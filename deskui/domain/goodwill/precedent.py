"""What was decided before in a case like this: given or refused, nearest first, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.similar import KIND, WORD, trait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from deskui.domain.case import CaseSummary
    from deskui.domain.goodwill.goodwill import Concession, GoodwillKind
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.promises.view import PromiseView

CUSTOMER: Final = "c"
POLICY: Final = "a"
_FEWEST_WORDS: Final = 2
"""What shares words alone shares so many, or all that were asked for where they are fewer."""


class Source(StrEnum):
    """Which ledger a precedent stands in."""

    GIVEN = "goodwill"
    REFUSED = "approval"


@dataclass(frozen=True, slots=True)
class Ref:
    """A concession that stands, or a request that was refused, as the index has it."""

    source: Source
    row: int
    kind: GoodwillKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Shares:
    """What a precedent has in common with what is to be decided."""

    customer: bool = False
    """It is the same customer, or one who was merged into them."""
    case_kind: bool = False
    kind: bool = False
    """The same is given."""
    policy: bool = False
    words: int = 0

    @property
    def nearness(self) -> tuple[bool, bool, bool, bool, int]:
        """The higher the nearer: the customer's own first, then the kind of case, what is given, policy, words."""
        return self.customer, self.case_kind, self.kind, self.policy, self.words


@dataclass(frozen=True, slots=True)
class Became:
    """What came of it: the promise that was to be repaired, and when the customer bought again."""

    promise: PromiseView | None = None
    came_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier decision with who took it.

    `by` gave it, or asked for it; `decided_by` approved or refused it, empty where nobody had to. `words` is why it
    was refused.
    """

    ref: Ref
    shares: Shares
    concession: Concession
    customer_id: CustomerId
    customer: str
    by_id: EmployeeId | None
    by: str
    decided_by_id: EmployeeId | None
    decided_by: str
    words: str
    case: CaseSummary | None
    policy: str
    became: Became

    @property
    def is_refused(self) -> bool:
        """Whether nothing was given."""
        return self.ref.source is Source.REFUSED


@dataclass(frozen=True, slots=True)
class PrecedentCount:
    """How many there are for the customer, and how many others in this kind of case; each counted up to a bound."""

    own: int = 0
    alike: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.own + self.alike


def precedent_traits(customer: int, case_kind: str, article: int | None, words: Iterable[str]) -> set[str]:
    """What a concession is found by; `case_kind` and `words` are folded, and empty where there are none."""
    found = {trait(CUSTOMER, str(customer))} | {trait(WORD, each) for each in words}
    if case_kind:
        found.add(trait(KIND, case_kind))
    if article is not None:
        found.add(trait(POLICY, str(article)))
    return found


def ranked(found: Mapping[str, Sequence[Ref]], kind: GoodwillKind | None = None) -> list[tuple[Ref, Shares]]:
    """All that share enough of these traits, nearest first, and of equally near ones the newest.

    `found` has those with each trait that was asked for; `kind` is what is to be given, where that is known.
    """
    shared: defaultdict[Ref, set[str]] = defaultdict(set)
    for each, refs in found.items():
        for ref in refs:
            shared[ref].add(each[0] if each[0] != WORD else each)
    asked = sum(each[0] == WORD for each in found)
    every = [(ref, _shares(ref, traits, kind)) for ref, traits in shared.items()]
    near = [(ref, shares) for ref, shares in every if _is_near(shares, asked)]
    return sorted(near, key=_place, reverse=True)


def _shares(ref: Ref, traits: set[str], kind: GoodwillKind | None) -> Shares:
    words = sum(each[0] == WORD for each in traits)
    return Shares(CUSTOMER in traits, KIND in traits, kind is not None and ref.kind is kind, POLICY in traits, words)


def _is_near(shares: Shares, asked: int) -> bool:
    return shares.customer or shares.case_kind or shares.policy or shares.words >= min(_FEWEST_WORDS, asked)


def _place(each: tuple[Ref, Shares]) -> tuple[object, ...]:
    ref, shares = each
    return (*shares.nearness, ref.at, ref.source.value, ref.row)
