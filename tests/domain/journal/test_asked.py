"""Days that people type who look back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.board.period import Period
from deskui.domain.journal.asked import past_day, past_days, words_typed
from deskui.domain.moments import FULL_WEEKDAYS, short_date
from deskui.errors import BadInput

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


@pytest.mark.parametrize(
    ("typed", "first", "last", "taken"),
    [
        ("1 nov - 20 nov", date(2026, 11, 1), date(2026, 11, 20), 5),
        ("29 oct – 3 nov ada", date(2026, 10, 29), date(2026, 11, 3), 5),
        ("20 dec to 5 jan", date(2025, 12, 20), date(2026, 1, 5), 5),
        ("20 nov 2025 - today", date(2025, 11, 20), TODAY, 5),
        ("mon - wed note", date(2026, 11, 16), date(2026, 11, 18), 3),
        ("2026-11-01..2026-11-20", date(2026, 11, 1), date(2026, 11, 20), 3),
        ("last week", date(2026, 11, 9), date(2026, 11, 15), 2),
        ("this week ada", date(2026, 11, 16), TODAY, 2),
        ("last month", date(2026, 10, 1), date(2026, 10, 31), 2),
        ("this month", date(2026, 11, 1), TODAY, 2),
        ("7 days", date(2026, 11, 16), TODAY, 2),
        ("yesterday note", date(2026, 11, 21), date(2026, 11, 21), 1),
    ],
)
def test_days_from_one_to_another_are_a_period(typed: str, first: date, last: date, taken: int) -> None:
    assert past_days(words_typed(typed), TODAY) == (Period(first, last), taken)


@pytest.mark.parametrize(
    ("typed", "said"), [("20 nov - 1 nov", "ends before it begins"), ("1 nov -", "on which day it ends")]
)
def test_days_that_are_no_period_are_refused(typed: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        past_days(words_typed(typed), TODAY)


def test_what_names_no_days_is_left_to_others() -> None:
    for typed in ("30", "last", "last promise", "ada - ben"):
        assert past_days(words_typed(typed), TODAY) is None
