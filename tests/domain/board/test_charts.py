"""The days and hours of charts, by the clock of the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.board.charts import Moment, charts, desk_clock
from deskui.domain.board.measures import Measure
from deskui.domain.board.period import Period

ZONES = ("America/Denver", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")


@given(
    zone=st.sampled_from(ZONES),
    first=st.dates(date(2015, 1, 1), date(2029, 1, 1)),
    days=st.integers(1, 400),
    share=st.floats(0, 1),
)
def test_the_clock_of_a_period_tells_what_the_zone_tells(zone: str, first: date, days: int, share: float) -> None:
    of_desk, period = ZoneInfo(zone), Period(first, first + timedelta(days=days - 1))
    clock = desk_clock(period, of_desk)
    start, end = period.start(of_desk), period.end(of_desk)
    at_edges = (edge + timedelta(milliseconds=by) for edge in clock.edges for by in (-1, 0))
    for at in (start, start + (end - start) * share, end - timedelta(milliseconds=1), *at_edges):
        offset = clock.offsets[sum(edge <= at for edge in clock.edges)]
        assert at.astimezone(of_desk).utcoffset() == offset, at


def test_a_clock_that_is_put_back_meanwhile_changes_in_that_very_second() -> None:
    clock = desk_clock(Period(date(2026, 10, 24), date(2026, 11, 22)), ZoneInfo("America/Denver"))
    assert clock.edges == (datetime(2026, 11, 1, 8, tzinfo=UTC),)
    assert clock.offsets == (timedelta(hours=-6), timedelta(hours=-7))


@pytest.mark.parametrize("measure", [Measure.THEY_US, Measure.CLOSED])
def test_only_contacts_and_visits_make_an_hour_busy(measure: Measure) -> None:
    day = date(2026, 11, 20)
    drawn = charts([Moment(day, 9, measure, 3)], Period(day, day))
    assert drawn.line([measure]) == (3,)
    assert sum(map(sum, drawn.hours)) == (3 if measure is Measure.THEY_US else 0)
