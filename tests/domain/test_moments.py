"""Days and moments in words: what is near, what is in a log, and that one moment has one wording."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.moments import (
    clock_words,
    date_words,
    day_words,
    length_words,
    moment_words,
    month_words,
    near_day,
    near_words,
)
from tests.conftest import NOW

DENVER = ZoneInfo("America/Denver")
TODAY = date(2026, 11, 22)
"""A Sunday."""

moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "today"), (1, "yesterday"), (-1, "tomorrow"), (3, "19 Nov"), (-8, "30 Nov"), (400, "18 Oct 2025")],
)
def test_days_of_a_log(ago: int, words: str) -> None:
    assert day_words(TODAY - timedelta(days=ago), TODAY) == words


@pytest.mark.parametrize(
    ("ago", "words"), [(0, "Sun 22 Nov"), (1, "Sat 21 Nov"), (-8, "Mon 30 Nov"), (400, "18 Oct 2025")]
)
def test_days_of_a_log_with_the_weekday(ago: int, words: str) -> None:
    assert day_words(TODAY - timedelta(days=ago), TODAY, weekday=True) == words


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "today 10:42"), (12, "yesterday 22:42"), (72, "Thu 19 Nov 10:42"), (9000, "12 Nov 2025")]
)
def test_moments_of_a_log_in_the_zone_of_the_desk(hours: int, words: str) -> None:
    assert moment_words(NOW - timedelta(hours=hours), NOW, DENVER) == words


@pytest.mark.parametrize(
    ("ahead", "day", "moment"),
    [
        (0, "today", "today 10:42"),
        (1, "Mon", "Mon 10:42"),
        (-1, "Sat", "Sat 10:42"),
        (6, "Sat", "Sat 10:42"),
        (7, "29 Nov", "Sun 29 Nov 10:42"),
        (-7, "15 Nov", "Sun 15 Nov 10:42"),
        (47, "8 Jan 2027", "Fri 8 Jan 2027 10:42"),
    ],
)
def test_what_is_near_is_said_by_today_or_the_weekday(ahead: int, day: str, moment: str) -> None:
    assert near_day(TODAY + timedelta(days=ahead), TODAY) == day
    assert near_words(NOW + timedelta(days=ahead), NOW, DENVER) == moment


@given(moments, st.integers(-20 * 24, 20 * 24))
def test_on_either_side_of_today_the_words_for_what_is_near_mean_one_day_only(now: datetime, hours: int) -> None:
    at = now + timedelta(hours=hours)
    local, today = at.astimezone(DENVER), now.astimezone(DENVER).date()
    side = 1 if local.date() >= today else -1
    every = [near_day(today + side * timedelta(days=each), today) for each in range(40)]
    assert len(set(every)) == len(every)
    words = near_words(at, now, DENVER)
    assert words.endswith(f" {local:%H:%M}")
    assert words.startswith("today ") == (local.date() == today)


def test_names_of_months_and_the_clock() -> None:
    assert (month_words(TODAY, TODAY), month_words(date(2019, 3, 5), TODAY)) == ("22 Nov", "Mar 2019")
    assert clock_words(NOW, DENVER) == "Sun 22 Nov 10:42"
    assert (date_words(TODAY, 2026), date_words(TODAY, 2027)) == ("Sun 22 Nov", "Sun 22 Nov 2026")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59.5, "1 h"), (61, "1 h 1 min"), (1440, "1 d"), (7325, "5 d 2 h"), (0.2, "1 min")],
)
def test_lengths_are_rounded_up_to_minutes(minutes: float, words: str) -> None:
    assert length_words(timedelta(minutes=minutes)) == words
