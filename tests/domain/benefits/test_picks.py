from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.benefits.picks import Pick, months_later, picked_now


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 31), 13, date(2027, 2, 28)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 120))
def test_months_later_never_skips_a_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


def test_a_pick_that_takes_the_place_of_another_stands_instead_of_it() -> None:
    day = date(2026, 11, 22)
    picks = [Pick("Ink", day), Pick("Paper", day), Pick("Coffee", day, instead="Ink")]
    assert [each.choice for each in picked_now(picks)] == ["Paper", "Coffee"]
