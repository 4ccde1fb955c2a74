"""A customer of twenty years: two thousand conversations, one every three or four days."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from deskui.demo.story import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

CONVERSATIONS: Final = 2000
_DAYS: Final = 7300
_WORDS: Final = (
    "Parcels: {n}, all weighed.", "Parcels: {n}. Yarn to {place}.", "Picked up {n} returned parcels from {place}.",
    "Bought boxes, {n}.", "Asked for the rate to {place}.", "Customs forms for {place}, filled in together.",
    "Talked about the beagles.", "A parcel to {place} is late; looked it up.", "Stamps, {n} sheets.",
    "Called to say {n} parcels are ready.", "Brought coffee for all of us.",
    "Line was long; took {n} at the side door.",
)  # fmt: skip
_PLACES: Final = ("Oslo", "Reykjavík", "Kyoto", "Boise", "Halifax", "Galway", "Kraków", "Cape Town", "Lima", "Perth")
_MOODS: Final = ("good", "good", "good", "even", "even", "even", "even", "even", "bad")
_STAFF: Final = ("Ada", "Ada", "Ada", "Paul", "Ben", "Stephen Okafor", "Margaret Liu")


def conversations(count: int = CONVERSATIONS) -> Iterator[Said]:
    """That many conversations over twenty years, the newest five days ago; always the same ones."""
    rng = Random(2004)
    for place in range(count):
        ago = 5 + place * _DAYS // count
        clock = f"{9 + place % 8:02d}:{rng.randrange(60):02d}"
        text = rng.choice(_WORDS).format(n=rng.randint(2, 40), place=rng.choice(_PLACES))
        calls = rng.random() < 0.1
        yield Said(
            ago,
            clock,
            "phone" if calls else "counter",
            rng.choice(_STAFF),
            rng.randint(2, 12),
            rng.choice(_MOODS),
            text,
            out=calls and rng.random() < 0.5,
        )
