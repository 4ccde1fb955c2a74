from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.domain.working_hours.clock import WorkingClock
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.domain.working_hours.opening import USUAL_WEEK, holidays_text, read_hours, week_text
from deskui.errors import BadInput

DENVER = ZoneInfo("America/Denver")
NIGHTS = ((Span(time(22), time(6)),),) * 7
HOURS = (
    WorkingHours(USUAL_WEEK, frozenset({date(2026, 11, 26)}), DENVER),
    WorkingHours(NIGHTS, frozenset(), DENVER),
    WorkingHours(((Span(time(9), time(13)), Span(time(12), time(17))),) * 5 + ((), ()), frozenset(), DENVER),
)
CLOCKS = tuple(WorkingClock(hours) for hours in HOURS)

moments = st.datetimes(datetime(2019, 11, 1), datetime(2027, 2, 1)).map(lambda at: at.replace(tzinfo=UTC))
lengths = st.integers(0, 60 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2), moments, lengths)
def test_the_difference_of_two_readings_is_the_working_time_between(
    place: int, start: datetime, ahead: timedelta
) -> None:
    clock, end = CLOCKS[place], start + ahead
    found = clock.minutes(end) - clock.minutes(start)
    assert abs(timedelta(minutes=found) - HOURS[place].between(start, end)) <= timedelta(minutes=1)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2), moments, lengths)
def test_it_never_runs_backwards(place: int, start: datetime, ahead: timedelta) -> None:
    assert CLOCKS[place].minutes(start) <= CLOCKS[place].minutes(start + ahead)


def test_no_year_begins_with_a_jump() -> None:
    for year in (2019, 2020, 2021, 2027):
        midnight = datetime(year, 1, 1, tzinfo=DENVER).astimezone(UTC)
        for clock, hours in zip(CLOCKS, HOURS, strict=True):
            before = midnight - timedelta(hours=8)
            for passed in (timedelta(hours=each) for each in range(17)):
                found = clock.minutes(before + passed) - clock.minutes(before)
                assert timedelta(minutes=found) == hours.between(before, before + passed)


def test_hours_come_back_as_they_were_kept() -> None:
    for hours in HOURS:
        assert read_hours(week_text(hours.week), holidays_text(hours.holidays), hours.zone) == hours
    assert read_hours("", "", DENVER).week == USUAL_WEEK


@pytest.mark.parametrize(
    ("week", "holidays"),
    [("x", ""), ("[]", ""), ('{"mon": 3}', ""), ('{"mon": [["9"]]}', ""), ('{"mun": []}', ""), ("", '["26 dec"]')],
)
def test_hours_that_are_not_understood_say_so(week: str, holidays: str) -> None:
    with pytest.raises(BadInput):
        read_hours(week, holidays, DENVER)
