from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.days import parse_day
from deskui.errors import BadInput

TODAY = date(2026, 11, 22)
"""A Sunday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("  ", None),
        ("2026-11-30", date(2026, 11, 30)),
        ("2026-1-5", date(2026, 1, 5)),
        ("2011", date(2011, 1, 1)),
        ("2011-05", date(2011, 5, 1)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("fri", date(2026, 11, 27)),
        ("Sunday", date(2026, 11, 29)),
        ("30 nov", date(2026, 11, 30)),
        ("30. November", date(2026, 11, 30)),
        ("3 mar", date(2027, 3, 3)),
        ("22 nov", TODAY),
        ("29 feb 2028", date(2028, 2, 29)),
        ("in 3 days", date(2026, 11, 25)),
        ("in 2w", date(2026, 12, 6)),
        ("in 1 month", date(2026, 12, 22)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["soon", "2026-02-30", "30 feb", "31 nov", "32 jan", "0000", "12", "frida", "in days", "1/2/2026"],
)
def test_what_is_not_understood_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_day(typed, TODAY, "Alert from")
    assert refused.value.field == "Alert from"
    assert "write 2026-11-30" in refused.value.sentence


@given(st.dates())
def test_every_day_is_read_back_from_its_iso_form(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from("mon tue wed thu fri sat sun".split()))
def test_a_weekday_is_within_the_next_seven_days(today: date, name: str) -> None:
    if today > date(9999, 12, 20):
        return
    day = parse_day(name, today)
    assert day is not None
    assert timedelta(days=1) <= day - today <= timedelta(days=7)
    assert day.strftime("%a").lower() == name


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_refusal(typed: str) -> None:
    with suppress(BadInput):
        day = parse_day(typed, TODAY)
        assert day is None or date.min <= day <= date.max
