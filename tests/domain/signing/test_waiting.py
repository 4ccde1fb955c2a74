"""How long one waits after wrong PINs, against a count that is done by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.signing.waiting import AttemptKind, Tries, tries, wait_words
from tests.conftest import NOW

KINDS = st.lists(st.sampled_from([AttemptKind.TRIED, AttemptKind.CLOCK]), max_size=14)


@given(KINDS)
def test_the_wait_grows_with_the_wrong_ones_alone_and_begins_with_the_newest_row(kinds: list[AttemptKind]) -> None:
    rows = [(kind, NOW + timedelta(seconds=each)) for each, kind in enumerate(kinds)]
    wrong = kinds.count(AttemptKind.TRIED)
    minutes = 30 if wrong >= 10 else 1 if wrong >= 5 else 0
    found = tries(rows)
    assert found.wait == timedelta(minutes=minutes)
    assert found.until() == (rows[-1][1] + timedelta(minutes=minutes) if minutes else None)
    assert 1 <= found.left <= 5 or (wrong >= 10 and found.left == 0)


@given(KINDS)
def test_what_became_of_a_try_neither_counts_nor_makes_one_wait_longer(kinds: list[AttemptKind]) -> None:
    rows = [(kind, NOW + timedelta(seconds=2 * each)) for each, kind in enumerate(kinds)]
    looked_at = [(AttemptKind.WRONG, at + timedelta(seconds=1)) for _, at in rows]
    told = sorted([*rows, *looked_at], key=lambda each: each[1])
    assert tries(told) == tries(rows)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 second"), (57.1, "58 seconds"), (119, "119 seconds"), (120, "2 minutes"), (1741, "30 minutes")],
)
def test_a_wait_is_told_as_long_as_it_still_is(seconds: float, said: str) -> None:
    assert wait_words(timedelta(seconds=seconds)) == said


def test_without_any_there_is_no_wait() -> None:
    assert Tries().until() is None
    assert tries(()).until() is None
