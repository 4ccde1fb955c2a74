from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.money import Money
from deskui.ui.format import age_words, count_words, left_words, money_words
from tests.conftest import NOW

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (1440, "1 d"), (30 * 1440, "4 wk"), (120 * 1440, "3 mo"),
     (800 * 1440, "2 yr")],
)  # fmt: skip
def test_ages(minutes: int, words: str) -> None:
    assert age_words(NOW - timedelta(minutes=minutes), NOW) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "over since yesterday"),
        (0, "last day"),
        (12, "12 d left"),
        (400, "13 mo left"),
        (-20, "over since 2 Nov"),
    ],
)
def test_what_is_left(days: int, words: str) -> None:
    assert left_words(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("money", "region", "whole", "words"),
    [
        (Money("USD", 1_824_000), "US", True, "$18,240"),
        (Money("USD", 123_456), "US", False, "$1,234.56"),
        (Money("JPY", 1234), "US", False, "¥1,234"),
        (Money("EUR", 123_456), "IE", False, "€1,234.56"),
        (Money("USD", 5), "??", False, "$0.05"),
        (Money("KWD", 1234), "US", False, "KWD1.234"),
    ],
)
def test_amounts(money: Money, region: str, whole: bool, words: str) -> None:
    assert money_words(money, region, whole=whole) == words


def test_counts() -> None:
    assert (count_words(1, "order"), count_words(2001, "contact")) == ("1 order", "2,001 contacts")


@given(st.timedeltas(timedelta(0), timedelta(days=36_000)))
def test_an_age_is_never_longer_than_the_time_that_passed(apart: timedelta) -> None:
    count, unit = age_words(NOW - apart, NOW).split()
    minutes = {"min": 1, "h": 60, "d": 1440, "wk": 10_080, "mo": 43_200, "yr": 525_600}[unit]
    assert int(count) * minutes <= apart.total_seconds() / 60 + 1
