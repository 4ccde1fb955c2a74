"""How long promises like one took: an even sample of each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.advisor import Group
from deskui.domain.product_limit import Ages
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE: Final = 2000
"""So many promises of a group tell the share to within a percent or so; reading all of a million takes a second."""
ALL: Final = "all promises"
_LIKE = models.PromiseLike


def groups(kind: str, case_kind: str, now: int) -> Iterator[Group]:
    """The promises like one, the narrowest group first, each read only when it is asked for: one statement each.

    `now` is the instant by the working clock, in minutes; durations and ages come in working hours.
    """
    kind_key, case_key = fold(kind), fold(case_kind)
    if kind_key and case_key:
        alike = (_LIKE.case_kind == case_key) & (_LIKE.kind == kind_key)
        yield _group(f"{kind}, {case_kind}", alike, now)
    if kind_key:
        yield _group(kind, _LIKE.kind == kind_key, now)
    yield _group(ALL, None, now)


@dataclass(slots=True)
class _Sample:
    durations: list[float]
    ages: list[float]

    def add(self, minutes: int, age: int) -> None:
        self.durations.append(max(0, minutes) / 60)
        self.ages.append(max(0, age) / 60)


def _group(name: str, alike: Any, now: int) -> Group:
    query = _LIKE.select(_LIKE.made, _LIKE.took, _LIKE.ended).order_by(_LIKE.draw).limit(SAMPLE)
    finished, still_open = _Sample([], []), _Sample([], [])
    for made, took, ended in tuples(query if alike is None else query.where(alike)):
        age = now - made
        if took is not None:
            finished.add(took, age)
        else:
            still_open.add(age if ended is None else ended, age)
    ages = Ages(finished.ages, still_open.ages)
    return Group(name, finished.durations, still_open.durations, ages)
