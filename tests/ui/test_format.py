from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.money import Money
from deskui.ui.format import age_words, clock_words, count_words, day_words, left_words, moment_words, money_words
from tests.conftest import NOW

DENVER = ZoneInfo("America/Denver")
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "today"), (1, "yesterday"), (-1, "tomorrow"), (3, "19 Nov"), (-8, "30 Nov"), (400, "18 Oct 2025")],
)
def test_a_day_near_today_is_said_by_its_name(ago: int, words: str) -> None:
    assert day_words(TODAY - timedelta(days=ago), TODAY) == words


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "today 10:42"), (12, "yesterday 22:42"), (72, "Thu 19 Nov 10:42"), (9000, "12 Nov 2025")]
)
def test_moments_are_said_in_the_zone_of_the_desk(hours: int, words: str) -> None:
    assert moment_words(NOW - timedelta(hours=hours), NOW, DENVER) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (1440, "1 d"), (30 * 1440, "4 wk"), (120 * 1440, "3 mo"),
     (800 * 1440, "2 yr")],
)  # fmt: skip
def test_an_age_is_said_in_its_largest_unit(minutes: int, words: str) -> None:
    assert age_words(NOW - timedelta(minutes=minutes), NOW) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "expired 1 d ago"),
        (0, "last day"),
        (7, "only 7 d left"),
        (8, "8 d left"),
        (278, "278 d left"),
        (1825, "1,825 d left"),
        (-30, "expired 30 d ago"),
        (-31, "expired 22 Oct"),
    ],
)
def test_what_is_left_is_said_until_it_is_over(days: int, words: str) -> None:
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
def test_amounts_are_said_as_the_region_writes_them(money: Money, region: str, whole: bool, words: str) -> None:
    assert money_words(money, region, whole=whole) == words


def test_a_count_is_said_in_singular_or_plural() -> None:
    assert (count_words(1, "order"), count_words(2001, "contact")) == ("1 order", "2,001 contacts")


def test_the_clock_is_said_with_its_day_in_the_zone_of_the_desk() -> None:
    assert clock_words(NOW, DENVER) == "Sun 22 Nov 10:42"


@given(st.timedeltas(timedelta(0), timedelta(days=36_000)))
def test_an_age_is_never_longer_than_the_time_that_passed(apart: timedelta) -> None:
    count, unit = age_words(NOW - apart, NOW).split()
    minutes = {"min": 1, "h": 60, "d": 1440, "wk": 10_080, "mo": 43_200, "yr": 525_600}[unit]
    assert int(count) * minutes <= apart.total_seconds() / 60 + 1
