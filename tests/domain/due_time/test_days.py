"""Days typed into a field of their own, and that a field and a line mean the same day by the same words."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deskui.domain.due.follow_up_line import read_follow_up
from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.due_time.reading import parse_due
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import BadInput
from tests.domain.day_words import texts

TODAY = date(2026, 11, 22)
"""A Sunday."""
FRIDAY = date(2026, 11, 20)
ALWAYS = WorkingHours(((Span(time(9), time(17)),),) * 7, frozenset(), ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("  ", None),
        ("2026-11-30", date(2026, 11, 30)),
        ("2027-1-5", date(2027, 1, 5)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("fri", date(2026, 11, 27)),
        ("tues", date(2026, 11, 24)),
        ("next sunday", date(2026, 11, 29)),
        ("30 nov", date(2026, 11, 30)),
        ("30. November", date(2026, 11, 30)),
        ("nov 30", date(2026, 11, 30)),
        ("mon 30 nov 2026", date(2026, 11, 30)),
        ("sept 3", date(2027, 9, 3)),
        ("3 mar", date(2027, 3, 3)),
        ("22 nov", TODAY),
        ("29 feb 2028", date(2028, 2, 29)),
        ("in a week", date(2026, 11, 29)),
        ("in 3 days", date(2026, 11, 25)),
        ("in 2w", date(2026, 12, 6)),
        ("in a month", date(2026, 12, 22)),
        ("in 2 months", date(2027, 1, 22)),
        ("by fri.", date(2026, 11, 27)),
    ],
)
@pytest.mark.parametrize("reach", [Reach.COMING, Reach.ANY])
def test_a_day_as_people_type_it(typed: str, day: date | None, reach: Reach) -> None:
    assert parse_day(typed, TODAY, reach=reach) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "Alert from 'soon' is not understood; write tomorrow, fri or in 3 days."),
        ("12", "Alert from '12' is not understood; write 30 nov or 2026-11-30."),
        ("2027", "Alert from '2027' is not understood; write 30 nov or 2026-11-30."),
        ("in days", "Alert from 'in days' is not understood; write in 3 days or in 2 weeks."),
        ("in a couple of weeks", "Alert from 'in a couple of weeks' is not understood; write in 2 weeks."),
        ("frida", "Alert from 'frida' is not understood; write friday."),
        ("morgen", "Alert from 'morgen' is not understood; write tomorrow."),
        ("30th nov", "Alert from '30th nov' is not understood; write 30 and the month, such as 30 nov."),
        ("fri or mon", "Alert from 'fri or mon' is not understood; say one time."),
        ("12/1", "'12/1' may be 1 Dec or 12 Jan: write 1 dec or 12 jan."),
        ("1/2/2027", "'1/2/2027' may be 2 Jan 2027 or 1 Feb 2027: write 2 jan 2027 or 1 feb 2027."),
        ("11/30", "'11/30' is not understood: write 30 nov."),
        ("fri 5pm", "No hour belongs here; write tomorrow, fri or in 3 days."),
        ("in 2 h", "No hour belongs here; write tomorrow, fri or in 3 days."),
        ("sun", "It is Sun today: write today, or next sun for 29 Nov."),
        ("30 feb", "There is no 30 Feb; correct the date."),
        ("2026-02-30", "There is no 30 Feb 2026; correct the date."),
        ("thu 30 nov", "30 Nov 2026 is a Mon; correct the day or the date."),
        ("in 25 months", "That is more than two years ahead; give a date before that."),
    ],
)
@pytest.mark.parametrize("reach", [Reach.COMING, Reach.ANY])
def test_what_is_not_understood_is_refused_with_what_to_write(typed: str, sentence: str, reach: Reach) -> None:
    with pytest.raises(BadInput) as refused:
        parse_day(typed, TODAY, "Alert from", reach)
    assert refused.value.sentence == sentence
    assert refused.value.field == "Alert from"


def test_a_day_that_has_passed_is_taken_only_where_that_makes_sense() -> None:
    for typed, sentence in (
        ("yesterday", "Yesterday has passed; give a later day."),
        ("8 mar 2026", "Sun 8 Mar has passed; give a later day."),
        ("1 jan 2030", "That is more than two years ahead; give a date before that."),
    ):
        with pytest.raises(BadInput) as refused:
            parse_day(typed, TODAY)
        assert refused.value.sentence == sentence
    assert parse_day("yesterday", TODAY, reach=Reach.ANY) == date(2026, 11, 21)
    assert parse_day("8 mar 2026", TODAY, reach=Reach.ANY) == date(2026, 3, 8)
    assert parse_day("1 jan 2030", TODAY, reach=Reach.ANY) == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2011", date(2011, 1, 1)),
        ("2011-05", date(2011, 5, 1)),
        ("2011-5-30", date(2011, 5, 30)),
        ("3 mar 2019", date(2019, 3, 3)),
        ("yesterday", date(2026, 11, 21)),
        ("today", TODAY),
    ],
)
def test_since_when_takes_what_has_passed_and_a_year_or_a_month(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY, "Tier since", Reach.SINCE) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2027", "Fri 1 Jan 2027 lies ahead; give a day up to today."),
        ("fri", "Fri 27 Nov lies ahead; give a day up to today."),
        ("3 mar", "Which year is meant is not said; write 3 mar 2026."),
        ("long ago", "Tier since 'long ago' is not understood; write 2011, 2011-05 or 3 mar 2026."),
        ("0000", "Tier since '0000' is not understood; write 3 mar 2026 or 2026-03-03."),
        ("2011-13", "Tier since '2011-13' is not understood; write dates as 30 nov or 2026-11-30."),
    ],
)
def test_since_when_refuses_what_lies_ahead_or_may_be_of_two_years(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_day(typed, TODAY, "Tier since", Reach.SINCE)
    assert refused.value.sentence == sentence


def test_a_month_ahead_that_has_no_such_day_names_both_days_beside_it() -> None:
    assert parse_day("in 3 months", date(2026, 12, 31)) == date(2027, 3, 31)
    with pytest.raises(BadInput) as refused:
        parse_day("in 2 months", date(2026, 12, 31))
    assert refused.value.sentence == "There is no 31 Feb 2027; write 2027-02-28 or 2027-03-01."


@given(st.dates())
def test_every_day_is_read_back_from_its_iso_form(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY, reach=Reach.ANY) == day


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 20)), st.sampled_from(range(7)))
def test_a_weekday_is_within_six_days_and_never_today(today: date, ahead: int) -> None:
    name = "mon tue wed thu fri sat sun".split()[(today.weekday() + ahead) % 7]
    if ahead:
        assert parse_day(name, today) == today + timedelta(days=ahead)
    else:
        with pytest.raises(BadInput, match="today"):
            parse_day(name, today)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 24))
def test_months_ahead_keep_the_day_of_the_month(today: date, months: int) -> None:
    with suppress(BadInput):
        day = parse_day(f"in {months} months", today)
        assert day is not None
        assert day.day == today.day
        assert (day.year - today.year) * 12 + day.month - today.month == months


@given(st.text(max_size=40) | texts, st.sampled_from(list(Reach)))
def test_any_text_is_a_day_or_a_refusal_in_one_short_sentence(typed: str, reach: Reach) -> None:
    sentence = "Understood."
    try:
        parse_day(typed, TODAY, "Customer since", reach)
    except BadInput as refused:
        sentence = refused.sentence
    assert len(sentence) <= 100
    assert sentence.endswith(".")
    assert sentence.isprintable()


@given(texts, st.dates(date(2026, 1, 1), date(2028, 12, 31)))
@settings(max_examples=600)
@example("fri", FRIDAY)
@example("next fri", FRIDAY)
@example("tues", FRIDAY)
@example("nov 30", FRIDAY)
@example("in a week", FRIDAY)
@example("sept 3", FRIDAY)
@example("in 2 months", FRIDAY)
def test_a_field_a_follow_up_and_a_promise_agree_on_every_text(typed: str, today: date) -> None:
    field = follow_up = promise = None
    with suppress(BadInput):
        field = parse_day(typed, today)
    read = read_follow_up(f"call her {typed}", today)
    if read.what == "call her":
        follow_up = read.due
    now = datetime.combine(today, time(0), UTC)
    with suppress(BadInput):
        due = parse_due(typed, now, ALWAYS)
        # Without an hour it is due at closing time, unless that is what was said.
        if not due.what and due.at.time() == time(17) and not _says_an_hour(typed):
            promise = due.at.date()
    assert field == follow_up == promise
    past = None
    with suppress(BadInput):
        past = parse_day(typed, today, reach=Reach.ANY)
    assert field is None or past == field


def _says_an_hour(typed: str) -> bool:
    words = set(typed.lower().replace(",", "").replace(".", "").split())
    return not words.isdisjoint("eod end 5pm 17:00 pm 17 5 5:00 h hours min hour".split())
