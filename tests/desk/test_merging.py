"""Two customers who are one person: merged with all that hangs on them, and separated again exactly."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskui.domain.profile import Profile
from tests.desk.histories import (
    NAMES,
    anything,
    derived_anew,
    derived_rows,
    due,
    everything,
    found,
    seen,
)
from tests.desk.merges import merge

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from tests.desk.counter import Counter


def two(counter: Counter, random: Random) -> tuple[CustomerId, CustomerId]:
    """Two customers with a profile at random each."""
    made = []
    for _ in range(2):
        name, say = random.choice(NAMES), random.choice(("", "SHA-ree"))
        tier = random.choice((("", ""), ("Premier", "2011"), ("Gold", "2019")))
        since, birthday = random.choice(("", "2011-05-30")), random.choice(("", "14 March"))
        profile = Profile(name, "", say, "", "", *tier, since, birthday)
        made.append(counter.desk.customers.create(profile).subject)
    return made[0], made[1]  # type: ignore[return-value]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9), length=st.integers(0, 25))
def test_whatever_happened_a_merge_shows_both_and_taking_it_back_leaves_no_trace(
    counter: Counter, seed: int, length: int
) -> None:
    random = Random(seed)
    pair = two(counter, random)
    for _ in range(length):
        anything(counter, random, random.choice(pair))
    kept, gone = pair if random.random() < 0.5 else pair[::-1]
    rows, both = everything(counter), (seen(counter, kept), seen(counter, gone))
    lists, hits = due(counter), found(counter)
    merge(counter, kept, gone)
    one = seen(counter, kept)
    assert seen(counter, gone) == one
    for panel in ("cases", "notes", "follow_ups"):
        assert ids(one, panel) == ids(both[0], panel) | ids(both[1], panel)
    for panel in ("orders", "conversations"):
        assert rows_of(one, panel) == rows_of(both[0], panel) | rows_of(both[1], panel)
    assert {each["id"] for each in one["told"]} == {each["id"] for side in both for each in side["told"]}
    assert {each["promise"]["id"] for each in one["promises"]} == {
        each["promise"]["id"] for side in both for each in side["promises"]
    }
    assert derived_rows(counter) == derived_anew(counter)
    counter.undo()
    assert (seen(counter, kept), seen(counter, gone)) == both
    assert everything(counter) == rows
    assert (due(counter), found(counter)) == (lists, hits)
    assert derived_rows(counter) == derived_anew(counter)


def ids(shown: dict, panel: str) -> set[str]:  # type: ignore[type-arg]
    return {each["id"] for each in shown["view"][panel]}


def rows_of(shown: dict, panel: str) -> set[str]:  # type: ignore[type-arg]
    return {each["id"] for each in shown["view"][panel]["rows"]}


@pytest.mark.parametrize("typed", ["C-1002", "1002", "c1002"])
def test_the_old_number_finds_the_one_who_stays(counter: Counter, typed: str) -> None:
    kept, gone = counter.customer("Shari Caldwell"), counter.customer("S. Caldwel")
    merge(counter, kept, gone)
    (hit,) = counter.desk.lookup.find(typed)
    assert (hit.customer_id, hit.exact) == (kept, True)
