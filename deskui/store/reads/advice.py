"""How long promises like one took, from an even sample of each group; and which kinds are promised here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from peewee import fn

from deskui.domain.promises.advisor import Group
from deskui.domain.promises.product_limit import Ages
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.reads.rows import newest, tuples

if TYPE_CHECKING:
    from deskui.domain.product import Product

SAMPLE: Final = 2000
"""So many promises of a group tell the share to within a percent or so; reading all of a million takes a second."""
ALL: Final = "all promises"
_LIKE, _PROMISE = models.PromiseLike, models.Promise


_NARROWEST_FIRST: Final = (("kind", "case_kind", "product"), ("kind", "product"), ("kind", "case_kind"), ("kind",))
"""What the promises of a group have in common."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Promises that are alike: their name, and what they have in common as it is compared, empty for any."""

    name: str
    kind: str = ""
    case_kind: str = ""
    product: str = ""


def wider(kind: str, case_kind: str, product: Product | None = None) -> tuple[Alike, ...]:
    """The groups that a promise belongs to, the narrowest first."""
    keys = {"kind": fold(kind), "case_kind": fold(case_kind), "product": "" if product is None else product.key}
    sold = "" if product is None else f" of {product.name}"
    opened = "" if keys["case_kind"] == keys["kind"] else f", {case_kind}"
    words = {"kind": kind, "product": sold, "case_kind": opened}
    narrow = (
        Alike("".join(words[each] for each in words if each in common), **{each: keys[each] for each in common})
        for common in _NARROWEST_FIRST
        if all(keys[each] for each in common)
    )
    return (*narrow, Alike(ALL))


def group(alike: Alike, now: int) -> Group:
    """A sample of the promises that are alike: one statement.

    `now` is the instant by the working clock, in minutes; durations and ages come in working hours.
    """
    query = _LIKE.select(_LIKE.made, _LIKE.took, _LIKE.ended).order_by(_LIKE.draw).limit(SAMPLE)
    if alike.case_kind:
        query = query.where(_LIKE.case_kind == alike.case_kind)
    if alike.kind:
        query = query.where(_LIKE.kind == alike.kind)
    if alike.product:
        query = query.where(_LIKE.product == alike.product)
    finished, still_open = _Sample([], []), _Sample([], [])
    for made, took, ended in _LIKE._meta.database.execute(query).fetchall():  # whole numbers need no reading
        age = now - made
        if took is not None:
            finished.add(took, age)
        else:
            still_open.add(age if ended is None else ended, age)
    return Group(alike.name, finished.durations, still_open.durations, Ages(finished.ages, still_open.ages))


def newest_entry() -> int:
    """The number of the newest journal entry: as long as it stays, so does all that is known of promises."""
    return newest(models.Journal, models.Journal.id)


def kinds_used() -> list[str]:
    """The kinds of an even sample of all promises, the most frequent first, as mostly written: one statement."""
    drawn = _LIKE.select(_LIKE.promise).order_by(_LIKE.draw).limit(SAMPLE).alias("drawn")
    query = (
        _PROMISE.select(_PROMISE.kind, fn.COUNT(_PROMISE.id))
        .join(drawn, on=(_PROMISE.id == drawn.c.promise))
        .where(_PROMISE.kind != "")
        .group_by(_PROMISE.kind)
    )
    spellings: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for kind, count in tuples(query):
        spellings[fold(kind) or kind].append((count, kind))
    ranked = sorted(
        (-sum(count for count, _ in each), min((-count, kind) for count, kind in each)[1])
        for each in spellings.values()
    )
    return [kind for _, kind in ranked]


@dataclass(slots=True)
class _Sample:
    durations: list[float]
    ages: list[float]

    def add(self, minutes: int, age: int) -> None:
        self.durations.append(max(0, minutes) / 60)
        self.ages.append(max(0, age) / 60)
