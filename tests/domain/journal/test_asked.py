"""Days that people type who look back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.journal.asked import past_day
from deskui.domain.moments import FULL_WEEKDAYS, short_date

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("typed", "day", "taken"),
    [
        ("today", TODAY, 1),
        ("yesterday", date(2026, 11, 21), 1),
        ("sun", TODAY, 1),
        ("thu promise", date(2026, 11, 19), 1),
        ("monday", date(2026, 11, 16), 1),
        ("19 nov", date(2026, 11, 19), 2),
        ("23 nov", date(2025, 11, 23), 2),
        ("19 november 2024 ada", date(2024, 11, 19), 3),
        ("29 feb", date(2024, 2, 29), 2),
        ("2026-11-19", date(2026, 11, 19), 1),
    ],
)
def test_a_day_is_one_gone_by(typed: str, day: date, taken: int) -> None:
    assert past_day(tuple(typed.split()), TODAY) == (day, taken)


@pytest.mark.parametrize(
    "typed",
    ["", "ada", "mo", "mondays", "19", "19 xyz", "31 feb 2026", "2026-13-01", "2026-02-30", "٣ nov", "999 nov"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert past_day(tuple(typed.split()), TODAY) is None


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_each_day_of_the_last_year_is_found_by_its_date_and_the_last_seven_by_their_names(
    today: date, back: int
) -> None:
    day = date.fromordinal(today.toordinal() - back)
    words = tuple(short_date(day).lower().split())
    assert past_day(words, today) == (day, 2)
    if back < 7:
        assert past_day((FULL_WEEKDAYS[day.weekday()].lower(),), today) == (day, 1)
