"""Which days are meant, and which come before them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.board.period import MOST_DAYS, Period, last_days, typed_period
from deskui.errors import BadInput

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("30", date(2026, 10, 24), TODAY),
        ("7 days", date(2026, 11, 16), TODAY),
        ("90d", date(2026, 8, 25), TODAY),
        ("this month", date(2026, 11, 1), TODAY),
        ("Last Month", date(2026, 10, 1), date(2026, 10, 31)),
        ("1 nov - 20 nov", date(2026, 11, 1), date(2026, 11, 20)),
        ("1 November to 20 November", date(2026, 11, 1), date(2026, 11, 20)),
        ("2026-01-05 - 2026-02-01", date(2026, 1, 5), date(2026, 2, 1)),
        ("24 dec", date(2025, 12, 24), date(2025, 12, 24)),
        ("yesterday", date(2026, 11, 21), date(2026, 11, 21)),
        ("20 nov - 30 nov 2026", date(2026, 11, 20), TODAY),
    ],
)
def test_what_is_typed_is_understood(typed: str, first: date, last: date) -> None:
    assert typed_period(typed, TODAY) == Period(first, last)


@pytest.mark.parametrize(
    "typed", ["", "soon", "0", "99999", "31 feb", "20 nov - 1 nov", "1 jan 2027", "1 nov - 2 nov - 3 nov"]
)
def test_what_is_no_period_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        typed_period(typed, TODAY)
    assert refused.value.sentence.endswith(".")


@given(st.integers(1, MOST_DAYS))
def test_the_one_before_is_as_long_and_ends_where_it_begins(days: int) -> None:
    period = last_days(days, TODAY)
    assert (period.days, period.before.days) == (days, days)
    assert (period.first - period.before.last).days == 1
    assert len(list(period.each_day())) == days
