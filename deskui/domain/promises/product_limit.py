"""The share of promises done after so many hours, estimated with those still open counted as what they are."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST: Final = 8
"""With fewer finished promises than this nothing is estimated."""

ROUNDING: Final = 1e-9
"""Floats lose far less than this on the way, and one promise in a million moves a share by far more."""

_REACH: Final = 0.5
_BEYOND_CHANCE: Final = 2.0
_COMPARED: Final = 0.9


class NoEstimate(BadInput, ValueError):
    """Durations, ages or a share nothing can be estimated from; a ValueError too, since nobody typed them."""


@dataclass(frozen=True, slots=True)
class Ages:
    """How long ago each promise was made, in the order and unit of the durations; the newest can then count most.

    A promise that is `half_life` older than another counts half as much. With None it is `usual_half_life`, and
    all count alike as long as the newest tell nothing else, beyond chance, than all do.
    """

    finished: Sequence[float]
    still_open: Sequence[float]
    half_life: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """The share done by each time at which something was done, both ascending; empty when too few to tell."""

    times: Sequence[float]
    done: Sequence[float]
    reach: float
    """The longest duration, finished or open: past it nothing is known."""
    worth: float
    """How many finished promises of equal weight it rests on."""

    def first(self, share: float) -> float | None:
        """The smallest time by which at least `share` is done, or None where it is not reached."""
        place = bisect_left(self.done, share - ROUNDING)
        return self.times[place] if place < len(self.times) else None

    def at(self, hours: float) -> float | None:
        """The share done after `hours`; None when too few to tell, or past the reach with some still undone."""
        if not self.times or (hours > self.reach and self.done[-1] < 1 - ROUNDING):
            return None
        passed = bisect_right(self.times, hours)
        return self.done[passed - 1] if passed else 0.0


def product_limit(finished: Sequence[float], still_open: Sequence[float], ages: Ages | None = None) -> Curve:
    """The product-limit estimate: at each time, the parts of those waiting that are left undone, multiplied up.

    Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", J. Amer. Statist.
    Assoc. 53 (1958) 457-481. At equal times the finished come before the open.

    With `ages` a promise counts 0.5 ** (age / half_life), among the done and among the waiting alike. The weight
    hangs on when it was made, never on how it ended: of those made lately only the quick ones have ended yet, so
    that weighing by the time of the ending, or weighing the finished alone, would make all of them look quick.
    With such weights it is also the same as weighing every hour of waiting by how long ago that hour was: those
    who have waited equally long differ from that by one common factor, which cancels in each quotient.
    Raises: NoEstimate for durations or ages that are negative or not finite, and for ages that do not match.
    """
    check(finished)
    check(still_open)
    if ages is None:
        return _curve(finished, still_open, None)
    recent = _curve(finished, still_open, _weights(finished, still_open, ages))
    if ages.half_life is not None:
        return recent
    plain = _curve(finished, still_open, None)
    return recent if _tells_otherwise(recent, plain) else plain


def _tells_otherwise(recent: Curve, plain: Curve) -> bool:
    """Whether the two differ, where nine in ten of the recent are done, by more than two standard errors."""
    if not recent.times:
        return False
    share = min(_COMPARED, recent.done[-1])
    there = plain.at(recent.first(share) or 0.0) or 0.0
    return abs(there - share) > _BEYOND_CHANCE * math.sqrt(share * (1 - share) / recent.worth)


def _curve(
    finished: Sequence[float], still_open: Sequence[float], weights: tuple[list[float], list[float]] | None
) -> Curve:
    done_weights, open_weights = weights or (None, None)
    worth = _worth(len(finished), done_weights)
    if worth < FEWEST - ROUNDING:
        return Curve((), (), 0.0, worth)
    ends, ends_left = _ascending(finished, done_weights)
    waits, waits_left = _ascending(still_open, open_weights)
    times: list[float] = []
    done: list[float] = []
    undone, index, waiting = 1.0, 0, 0
    while index < len(ends):
        at = ends[index]
        waiting = bisect_left(waits, at, waiting)
        at_risk = ends_left[index] + waits_left[waiting]
        index = bisect_right(ends, at, index)
        if at_risk > 0:  # weights of very old promises may vanish
            undone *= (ends_left[index] + waits_left[waiting]) / at_risk
        times.append(at)
        done.append(1 - undone)
    return Curve(times, done, max(chain(ends[-1:], waits[-1:])), worth)


def usual_half_life(finished: Sequence[float], ages: Sequence[float]) -> float:
    """The time in which the newest n**(2/3) / 2 of the n promises were made that are old enough to tell.

    Old enough is older than nine in ten finished ones took. The power is that which keeps the error of lagging
    behind a drift, growing as the half-life, in step with the error of chance, falling as its root; the factor
    is the one that did best in `tests/benchmarks/advisor_accuracy.py`.
    """
    slow = sorted(finished)[math.ceil(0.9 * len(finished)) - 1] if len(finished) else 0.0
    old = sorted(age for age in ages if age >= slow)
    newest = old[: math.ceil(_REACH * len(ages) ** (2 / 3))]
    span = newest[-1] - newest[0] if newest else 0.0
    return span or max(ages, default=0.0) or 1.0


def check(numbers: Sequence[float]) -> None:
    """Passes over numbers that are 0 or more and finite.

    Raises: NoEstimate naming the first that is not.
    """
    if len(numbers) and not (all(map(math.isfinite, numbers)) and min(numbers) >= 0):
        wrong = next(each for each in numbers if not 0 <= each < math.inf)
        raise NoEstimate(f"Durations and ages must be 0 or more and finite; {wrong} is not.")


def _ascending(durations: Sequence[float], weights: Sequence[float] | None) -> tuple[list[float], Sequence[float]]:
    """The durations ascending, and what those from each place on weigh together, down to 0 after the last."""
    if weights is None:
        return [float(each) for each in sorted(durations)], range(len(durations), -1, -1)
    ordered = sorted(zip(durations, weights, strict=True))
    left = list(accumulate((weight for _, weight in reversed(ordered)), initial=0.0))
    return [float(each) for each, _ in ordered], left[::-1]


def _weights(finished: Sequence[float], still_open: Sequence[float], ages: Ages) -> tuple[list[float], list[float]]:
    check(ages.finished)
    check(ages.still_open)
    if (len(ages.finished), len(ages.still_open)) != (len(finished), len(still_open)):
        raise NoEstimate("Give one age for each duration, in the same order.")
    every = [*ages.finished, *ages.still_open]
    half_life = usual_half_life(finished, every) if ages.half_life is None else ages.half_life
    if not 0 < half_life < math.inf:
        raise NoEstimate(f"The half-life must be more than 0 and finite; {half_life} is not.")
    newest = min(every, default=0.0)  # weights from the newest on: a kind not promised for years keeps its own
    weights = [0.5 ** ((age - newest) / half_life) for age in every]
    return weights[: len(finished)], weights[len(finished) :]


def _worth(count: int, weights: Sequence[float] | None) -> float:
    """How many equal ones the weights are worth: (sum w)**2 / sum w**2 (L. Kish, Survey Sampling, 1965)."""
    if weights is None or not count:
        return count
    squares = math.fsum(weight * weight for weight in weights)
    return math.fsum(weights) ** 2 / squares if squares else 0.0
