from __future__ import annotations

import math
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.promises.advisor import Advice, advise, in_words, share_within
from deskui.domain.promises.product_limit import Ages, NoEstimate, product_limit, usual_half_life
from deskui.errors import BadInput
from tests.benchmarks.advisor_accuracy import DRIFTING, STEADY, Case, outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

# Weeks in remission with 6-MP: Freireich and others, Blood 21 (1963); the estimate as printed in textbooks.
RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
SURVIVAL = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}

DURATIONS = st.lists(st.integers(0, 12), max_size=25)
AT_LEAST_EIGHT = st.lists(st.integers(0, 12), min_size=8, max_size=25)
SHARES = st.sampled_from([0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.95])


def literal(
    finished: Sequence[int], still_open: Sequence[int], weight: Sequence[Fraction] | None = None
) -> list[tuple[int, Fraction]]:
    """The formula as it stands in the paper, in exact fractions, each sum taken anew."""
    weights = weight or [Fraction(1)] * (len(finished) + len(still_open))
    lives = list(zip([*finished, *still_open], weights, strict=True))
    undone, steps = Fraction(1), []
    for time in sorted(set(finished)):
        at_risk = sum((w for life, w in lives if life >= time), Fraction(0))
        done = sum((w for life, w in lives[: len(finished)] if life == time), Fraction(0))
        undone *= 1 - done / at_risk
        steps.append((time, 1 - undone))
    return steps


def first(steps: Sequence[tuple[int, Fraction]], share: float) -> int | None:
    return next((time for time, done in steps if done >= Fraction(str(share))), None)


def test_the_textbook_example_comes_out_as_printed() -> None:
    for week, survival in SURVIVAL.items():
        relapsed = share_within(RELAPSED, CENSORED, week)
        assert relapsed is not None
        assert 1 - relapsed == pytest.approx(survival, abs=0.0006)
    assert advise(RELAPSED, CENSORED, 0.5) == Advice(23, 23, 9, 12, 0.5)
    assert advise(RELAPSED, CENSORED) is None


def test_shares_hold_between_the_steps_and_end_with_the_durations() -> None:
    assert share_within(RELAPSED, CENSORED, 5.9) == 0
    assert share_within(RELAPSED, CENSORED, 12) == share_within(RELAPSED, CENSORED, 10)
    assert share_within(RELAPSED, CENSORED, 35) == share_within(RELAPSED, CENSORED, 23)
    assert share_within(RELAPSED, CENSORED, 35.1) is None
    assert share_within([*RELAPSED, 40], CENSORED, 99) == pytest.approx(1)
    assert share_within(RELAPSED[:7], CENSORED, 10) is None


@given(AT_LEAST_EIGHT, DURATIONS, SHARES)
def test_advice_is_that_of_the_literal_formula(finished: list[int], still_open: list[int], share: float) -> None:
    steps = literal(finished, still_open)
    advice = advise(finished, still_open, share)
    assert (advice and advice.within) == first(steps, share)
    if advice:
        half = first(steps, 0.5)
        assert advice.halfway == (math.inf if half is None else half)
        assert (advice.finished, advice.still_open, advice.share) == (len(finished), len(still_open), share)
    for time, done in steps:
        assert share_within(finished, still_open, time) == pytest.approx(float(done))


@given(AT_LEAST_EIGHT, DURATIONS, st.integers(0))
def test_order_does_not_matter(finished: list[int], still_open: list[int], seed: int) -> None:
    rng = Random(seed)
    shuffled = rng.sample(finished, len(finished)), rng.sample(still_open, len(still_open))
    assert advise(*shuffled) == advise(finished, still_open)


@given(AT_LEAST_EIGHT, SHARES)
def test_with_none_open_it_is_the_quantile(finished: list[int], share: float) -> None:
    place = math.ceil(Fraction(str(share)) * len(finished))
    advice = advise(finished, [], share)
    assert advice is not None
    assert advice.within == sorted(finished)[place - 1]


@given(AT_LEAST_EIGHT, DURATIONS, st.sampled_from([0.25, 0.5, 8.0, 60.0]))
def test_minutes_and_hours_give_the_same_advice(finished: list[int], still_open: list[int], scale: float) -> None:
    advice = advise(finished, still_open)
    scaled = advise([each * scale for each in finished], [each * scale for each in still_open])
    assert (scaled and (scaled.within, scaled.halfway)) == (
        advice and (advice.within * scale, advice.halfway * scale)
    )


@pytest.mark.parametrize("count", [10, 20, 30, 50, 100, 1000])
def test_nine_in_ten_is_reached_in_spite_of_floats(count: int) -> None:
    assert advise(range(1, count + 1), []) == Advice(count * 9 // 10, (count + 1) // 2, count, 0, 0.9)


def test_those_still_open_make_it_later() -> None:
    finished = [float(each) for each in range(1, 21)]
    assert advise(finished, []) == Advice(18, 10, 20, 0, 0.9)
    assert advise(finished, [9.5, 15.5]) == Advice(19, 11, 20, 2, 0.9)


def test_no_advice_under_eight_finished() -> None:
    assert advise([1.0] * 7, []) is None
    assert advise([1.0] * 7, [5.0] * 100) is None
    assert advise([], []) is None
    assert advise([1.0] * 8, []) == Advice(1.0, 1.0, 8, 0, 0.9)


def test_no_advice_where_the_share_is_not_reached() -> None:
    assert advise([1.0] * 8, [2.0]) is None
    assert advise([1.0] * 9, [2.0]) == Advice(1.0, 1.0, 9, 1, 0.9)
    low = advise([1.0] * 8, [2.0] * 16, 0.3)
    assert low is not None
    assert low.halfway == math.inf


@pytest.mark.parametrize("wrong", [-1.0, -0.001, math.nan, math.inf, -math.inf])
def test_durations_that_cannot_be_are_refused(wrong: float) -> None:
    many = [1.0] * 9
    for attempt in (
        lambda: advise([*many, wrong, 2.0], []),
        lambda: advise(many, [2.0, wrong]),
        lambda: advise([wrong], []),
        lambda: share_within(many, [], wrong),
        lambda: advise(many, [], ages=Ages([*many[1:], wrong], [])),
        lambda: advise(many, [], ages=Ages(many, [], half_life=wrong)),
    ):
        with pytest.raises(NoEstimate, match=r"\.$") as refused:
            attempt()
        assert isinstance(refused.value, BadInput)
        assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize("share", [0, 1, -0.1, 1.5, math.nan, math.inf])
def test_a_share_lies_between_none_and_all(share: float) -> None:
    with pytest.raises(NoEstimate, match="between 0 and 1"):
        advise([1.0] * 9, [], share)


def test_every_duration_needs_its_age() -> None:
    with pytest.raises(NoEstimate, match="one age for each"):
        advise([1.0] * 9, [2.0], ages=Ages([5.0] * 9, []))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), min_size=20, max_size=25), DURATIONS)
def test_weighted_advice_is_that_of_the_literal_formula(ended: list[tuple[int, int]], still_open: list[int]) -> None:
    finished, lives = [took for took, _ in ended], [age for _, age in ended]
    ages = Ages([10.0 * each for each in lives], [0.0 for _ in still_open], half_life=10.0)
    weights = [Fraction(1, 2**each) for each in lives] + [Fraction(1)] * len(still_open)
    curve = product_limit(finished, still_open, ages)
    if sum(weights[: len(ended)]) ** 2 < 8 * sum(each * each for each in weights[: len(ended)]):
        assert not curve.times
        return
    steps = literal(finished, still_open, weights)
    assert list(curve.times) == [time for time, _ in steps]
    assert list(curve.done) == pytest.approx([float(done) for _, done in steps])


def test_equal_ages_change_nothing() -> None:
    finished, still_open = [float(each) for each in range(1, 21)], [9.5, 15.5]
    for half_life in (None, 1.0):
        ages = Ages([1e6] * 20, [1e6] * 2, half_life)
        assert advise(finished, still_open, ages=ages) == advise(finished, still_open)


def test_the_newest_count_where_they_tell_otherwise() -> None:
    rng = Random(3)
    lately = [rng.uniform(10, 20) for _ in range(400)]
    before = [rng.uniform(1, 10) for _ in range(400)]
    ages = Ages([20.0 + each for each in range(800)], [])
    drifted = advise([*lately, *before], [], ages=ages)
    assert drifted is not None
    assert drifted.within > 18.4
    mixed = [*lately, *before]
    rng.shuffle(mixed)
    assert advise(mixed, [], ages=ages) == advise(mixed, [])


def test_too_few_recent_ones_weigh_too_little() -> None:
    finished = [float(each) for each in range(1, 21)]
    ages = [100.0 * each for each in range(20)]
    assert advise(finished, [], ages=Ages(ages, [], half_life=50.0)) is None
    assert advise(finished, [], ages=Ages(ages, [], half_life=1e-3)) is None
    assert advise(finished, [], ages=Ages(ages, [], half_life=5000.0)) is not None


def test_a_promise_so_old_that_it_weighs_nothing_changes_no_advice() -> None:
    finished, lately = [float(each) for each in range(1, 21)], [0.0] * 20
    with_old = advise([*finished, 500.0], [], ages=Ages([*lately, 1e6], [], half_life=1.0))
    without = advise(finished, [], ages=Ages(lately, [], half_life=1.0))
    assert with_old is not None
    assert without is not None
    assert (with_old.within, with_old.halfway) == (without.within, without.halfway)


def test_the_usual_half_life_passes_over_those_too_young_to_tell() -> None:
    ages = [float(each) for each in range(1000)]
    assert usual_half_life([100.0] * 20, ages) == 49
    assert usual_half_life([0.0] * 20, ages) == 49
    assert usual_half_life([5.0] * 20, [7.0] * 20) == 7
    assert usual_half_life(range(1, 12), [9.5, 9.5, 9.5, 30.0, 31.5]) == 1.5
    assert usual_half_life([], []) == 1


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "almost none"),
        (0.08, "1 in 10"),
        (0.33, "1 in 3"),
        (0.5, "1 in 2"),
        (0.66, "2 in 3"),
        (0.75, "3 in 4"),
        (0.9, "9 in 10"),
        (0.99, "nearly all"),
    ],
)
def test_shares_are_said_as_at_a_counter(share: float, said: str) -> None:
    assert in_words(share) == said


@pytest.mark.parametrize("case", STEADY, ids=lambda case: case.name)
def test_nine_in_ten_held_out_promises_meet_the_advice(case: Case) -> None:
    result = outcome(case, seeds=4, promises=2000)
    assert 29 < result.still_open < 42
    assert result.plain.mean == pytest.approx(90, abs=3)
    assert result.recent.mean == pytest.approx(90, abs=3.5)
    assert result.naive.mean < 86


@pytest.mark.parametrize("case", DRIFTING, ids=lambda case: case.name)
def test_advice_follows_a_drift(case: Case) -> None:
    result = outcome(case, seeds=4, promises=2000)
    assert result.recent.mean == pytest.approx(90, abs=6)
    assert abs(result.recent.mean - 90) < abs(result.naive.mean - 90) + 2
