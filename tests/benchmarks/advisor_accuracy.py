"""How often the advised time is met by promises it has not seen: python -m tests.benchmarks.advisor_accuracy.

Every history is made anew per seed: promises made at random times before now, each open or done as of now, 30 to
40 % of them open. The time advised for 9 in 10 is then held against promises made now, whose durations are known.
"""

from __future__ import annotations

import math
import sys
import time
from bisect import bisect_right
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING, Final

from deskui.domain.promises.advisor import advise
from deskui.domain.promises.product_limit import Ages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHARE: Final = 0.9
SEEDS: Final = 20
PROMISES: Final = 3000
HELD_OUT: Final = 4000
MEAN: Final = 20.0
"""About how many working hours a promise takes on average, whatever its kind."""
LONG: Final = 60 * MEAN
"""The span of the drifting histories: 1200 working hours, some seven months."""


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of history: how long a promise takes, how long ago one was made, what a duration was times back then."""

    name: str
    takes: Callable[[Random], float]
    age: Callable[[Random], float]
    times: Callable[[float], float] | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Percent of the held-out promises met by the advised time, one figure a seed."""

    by_seed: Sequence[float]

    @property
    def mean(self) -> float:
        return fmean(self.by_seed)

    @property
    def worst(self) -> float:
        return max(self.by_seed, key=lambda each: abs(each - 100 * SHARE))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: percent open, and the coverage of three ways to advise."""

    still_open: float
    naive: Coverage
    plain: Coverage
    recent: Coverage


def log_normal(rng: Random) -> float:
    return rng.lognormvariate(math.log(15.6), 0.7)


def bimodal(rng: Random) -> float:
    """A call back within hours, or parts that come in a week."""
    return rng.lognormvariate(math.log(4), 0.5) if rng.random() < 0.6 else rng.lognormvariate(math.log(40), 0.3)


def even(rng: Random) -> float:
    """A young shop: everything was promised in the last few average durations."""
    return rng.random() * 2.9 * MEAN


def growing(rng: Random) -> float:
    return rng.expovariate(1 / (1.9 * MEAN))


def rush(rng: Random) -> float:
    """A long history that ends in a rush: enough open ones for the share, and time enough to drift."""
    return rng.random() * (1.2 * MEAN if rng.random() < 0.6 else LONG)


STEADY: Final = tuple(
    Case(f"{kind}, {ages}", takes, age)
    for kind, takes in (("log-normal", log_normal), ("bimodal", bimodal))
    for ages, age in (("even", even), ("growing", growing), ("rush", rush))
)
DRIFTING: Final = tuple(
    Case(f"{kind}, {drift}", takes, rush, times)
    for kind, takes in (("log-normal", log_normal), ("bimodal", bimodal))
    for drift, times in (
        ("slower by half", lambda age: 1.5 ** -(age / LONG)),
        ("faster by half", lambda age: 1.5 ** (age / LONG)),
        ("slower at once", lambda age: 1.0 if age < LONG / 4 else 1 / 1.5),
        ("faster at once", lambda age: 1.0 if age < LONG / 4 else 1.5),
    )
)


def outcome(case: Case, seeds: int = SEEDS, promises: int = PROMISES) -> Outcome:
    """What comes of so many histories of that many promises each."""
    rows = [_one(case, Random(f"{case.name} {seed}"), promises) for seed in range(seeds)]
    still_open, naive, plain, recent = zip(*rows, strict=True)
    return Outcome(fmean(still_open), Coverage(naive), Coverage(plain), Coverage(recent))


def _one(case: Case, rng: Random, promises: int) -> tuple[float, float, float, float]:
    times = case.times or (lambda age: 1.0)
    made = [(age, case.takes(rng) * times(age)) for age in (case.age(rng) for _ in range(promises))]
    done = [(age, took) for age, took in made if took <= age]
    waiting = [age for age, took in made if took > age]
    held = sorted(case.takes(rng) * times(0.0) for _ in range(HELD_OUT))
    finished = [took for _, took in done]
    plain = advise(finished, waiting, SHARE)
    recent = advise(finished, waiting, SHARE, ages=Ages([age for age, _ in done], waiting))
    naive = advise(finished, (), SHARE)
    met = (
        0.0 if each is None else 100 * bisect_right(held, each.within) / HELD_OUT for each in (naive, plain, recent)
    )
    return (100 * len(waiting) / promises, *met)  # type: ignore[return-value]


def main() -> None:
    """Prints percent of held-out promises met, mean and worst of the seeds, and how long large histories take."""
    _say(f"{SEEDS} seeds, {PROMISES:,} promises each, {HELD_OUT:,} held out; percent met, wanted {100 * SHARE:.0f}\n")
    _say(f"{'':28}{'open':>6}{'only finished':>16}{'all alike':>16}{'recent more':>16}")
    _say(f"{'':34}" + f"{'mean':>9}{'worst':>7}" * 3)
    for case in (*STEADY, *DRIFTING):
        row = outcome(case)
        ways = (row.naive, row.plain, row.recent)
        _say(f"{case.name:28}{row.still_open:5.0f}%" + "".join(f"{way.mean:9.1f}{way.worst:7.1f}" for way in ways))
    _say("")
    for count in (2_000, 100_000, 1_000_000):
        _say_time(count)


def _say_time(count: int) -> None:
    rng = Random(count)
    finished = [log_normal(rng) for _ in range(count * 65 // 100)]
    waiting = [log_normal(rng) for _ in range(count - len(finished))]
    ages = Ages([each + rng.random() * LONG for each in finished], waiting)
    started = time.perf_counter()
    advise(finished, waiting)
    between = time.perf_counter()
    advise(finished, waiting, ages=ages)
    ended = time.perf_counter()
    plain, recent = (between - started) * 1e3, (ended - between) * 1e3
    _say(f"{count:>9,} promises: all alike {plain:8.1f} ms, recent more {recent:8.1f} ms")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
