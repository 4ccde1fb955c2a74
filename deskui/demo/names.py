"""Drawing believable names: a few very common ones, and a long tail of rare ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deskui.demo import names_far, names_near

if TYPE_CHECKING:
    from random import Random

    from deskui.demo.names_near import Culture

_RARE: Final = 0.3
"""Share of family names made up of a beginning and an ending, so that a big shop has tens of thousands."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as the customer writes it, and its two parts."""

    full: str
    given: str
    family: str


@dataclass(frozen=True, slots=True)
class _Pool:
    """One culture's names with the running sums of their weights."""

    given: list[str]
    given_sums: list[float]
    family: list[str]
    family_sums: list[float]
    beginnings: list[str]
    endings: list[str]

    def draw_given(self, rng: Random, count: int) -> list[str]:
        return rng.choices(self.given, cum_weights=self.given_sums, k=count)

    def draw_family(self, rng: Random, count: int) -> list[str]:
        names = rng.choices(self.family, cum_weights=self.family_sums, k=count)
        for place in range(count):
            if rng.random() < _RARE:
                names[place] = rng.choice(self.beginnings) + rng.choice(self.endings)
        return names


class Names:
    """Draws names of all cultures, as often as each is met."""

    def __init__(self) -> None:
        cultures = (
            names_near.ENGLISH,
            names_near.IRISH,
            names_near.SPANISH,
            names_near.GERMAN,
            names_near.FRENCH,
            names_far.NORDIC,
            names_far.ITALIAN,
            names_far.SLAVIC,
            names_far.ASIAN,
            names_far.SOUTHERN,
        )
        self._pools = [_pool(culture) for culture in cultures]
        self._sums = list(accumulate(culture[0] for culture in cultures))
        self._double = self._pools[2]

    def draw(self, rng: Random, count: int) -> list[PersonName]:
        """As many names as asked for, in no order."""
        chosen = rng.choices(range(len(self._pools)), cum_weights=self._sums, k=count)
        givens = [iter(pool.draw_given(rng, chosen.count(at))) for at, pool in enumerate(self._pools)]
        families = [iter(pool.draw_family(rng, chosen.count(at))) for at, pool in enumerate(self._pools)]
        return [self._varied(rng, at, next(givens[at]), next(families[at])) for at in chosen]

    def draw_given(self, rng: Random, count: int) -> list[str]:
        """Given names alone, for more members of a family."""
        return self._pools[0].draw_given(rng, count)

    def _varied(self, rng: Random, culture: int, given: str, family: str) -> PersonName:
        chance = rng.random()
        if chance < 0.004:
            given, family = rng.choice(names_far.OWN_SCRIPT)
        elif chance < 0.06:
            return PersonName(f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {family}", given, family)
        elif chance < 0.10:
            family = f"{family}-{self._pools[culture].draw_family(rng, 1)[0]}"
        elif chance < 0.14:
            given = f"{given} {self._pools[culture].draw_given(rng, 1)[0]}"
        elif self._pools[culture] is self._double and chance < 0.5:
            family = f"{family} {self._double.draw_family(rng, 1)[0]}"
        return PersonName(f"{given} {family}", given, family)


def _pool(culture: Culture) -> _Pool:
    _, given, family, beginnings, endings = culture
    return _Pool(*_weighted(given), *_weighted(family), beginnings.split(), endings.split())


def _weighted(names: str) -> tuple[list[str], list[float]]:
    """The names and running sums of their weights; how common a name is falls with its place (Zipf's law)."""
    listed = [name.replace("_", " ") for name in names.split()]
    return listed, list(accumulate(1 / (place + 4) for place in range(len(listed))))
