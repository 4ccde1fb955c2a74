"""What to promise: the time within which nine in ten like this were really done."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.promises.product_limit import Ages, NoEstimate, check, product_limit

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Advice:
    """The time to promise, in the unit of the durations (working hours), and how many promises tell so."""

    within: float
    """By this time the share is done."""
    halfway: float
    """By this time half are done; infinite where that is not reached, which only a share under one half allows."""
    finished: int
    still_open: int
    share: float


@dataclass(frozen=True, slots=True)
class Group:
    """Promises that are alike in something with a name: their kind, the product, the supplier contact."""

    name: str
    finished: Sequence[float]
    still_open: Sequence[float]
    ages: Ages | None = None


def advise(
    finished: Sequence[float], still_open: Sequence[float], share: float = 0.9, *, ages: Ages | None = None
) -> Advice | None:
    """The time by which `share` of such promises are done, and the time by which half of them are.

    `finished` is how long those done took; `still_open` is how long the others have been open, or had been when
    they were released or superseded. Both in working hours, in any order; without `ages` all count alike.
    None under eight finished ones (with a half-life: worth eight equal ones), and where the share is not reached.
    Source: Kaplan and Meier 1958, see `product_limit`.
    Raises: NoEstimate for a share outside 0 to 1, and for durations or ages that are negative or not finite.
    """
    if not 0 < share < 1:
        raise NoEstimate(f"The share must lie between 0 and 1, such as 0.9 for 9 in 10; {share} does not.")
    curve = product_limit(finished, still_open, ages)
    within, halfway = curve.first(share), curve.first(0.5)
    if within is None:
        return None
    return Advice(within, math.inf if halfway is None else halfway, len(finished), len(still_open), share)


def share_within(
    finished: Sequence[float], still_open: Sequence[float], hours: float, *, ages: Ages | None = None
) -> float | None:
    """The share of such promises that are done after `hours`: the estimate of `advise` read the other way.

    None where there are too few to tell, and past the longest of the durations with some still undone there.
    Raises: NoEstimate for hours, durations or ages that are negative or not finite.
    """
    check((hours,))
    return product_limit(finished, still_open, ages).at(hours)


def in_words(share: float) -> str:
    """A share as it is said at a counter, to the nearest half, third, quarter, fifth or tenth: `1 in 3`."""
    ways = [(part, of) for of in (2, 3, 4, 5, 10) for part in range(of + 1)]
    part, of = min(ways, key=lambda way: abs(way[0] / way[1] - share))
    return "almost none" if part == 0 else "nearly all" if part == of else f"{part} in {of}"
