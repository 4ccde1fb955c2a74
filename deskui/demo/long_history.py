"""A customer of twenty years: two thousand conversations, one every three or four days; and promises of routine."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from deskui.demo.story import Said
from deskui.demo.words import Promised, Then
from deskui.domain.promises.promise import Basis, EntryKind

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
_TOOK: Final = ((0, 15), (0, 17), (1, 10), (1, 10), (1, 11), (1, 12), (1, 14), (1, 16), (2, 10), (2, 11), (3, 10))
"""How many days later promises are kept, and at which hour."""
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


def routine(kind: str, what: str, count: int, every: int, about: str = "") -> Iterator[Promised]:
    """So many promises of a kind, one in every so many days, all kept and some of them late; always the same.

    `about` is the subject of the case they belong to, if any.
    """
    rng = Random(kind + about)
    for place in range(count):
        ago, clerk = 12 + place * every, rng.choice(_STAFF)
        made_at = f"{9 + place % 5:02d}:{rng.randrange(60):02d}"
        days, hour = rng.choice(_TOOK)
        kept = Then(EntryKind.KEPT, ago - days, f"{hour}:{rng.randrange(60):02d}", clerk)
        yield Promised(ago, made_at, clerk, what.format(place=rng.choice(_PLACES)), kind, (ago - 2, "12:00"),
                       about, then=(kept,), basis=Basis.SUPPLIER)  # fmt: skip
