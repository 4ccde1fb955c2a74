from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.domain.working_hours.availability import open_words
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import DeskError

DENVER, BERLIN = ZoneInfo("America/Denver"), ZoneInfo("Europe/Berlin")
LORD_HOWE, SAMOA = ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Pacific/Apia")
DAY = (Span(time(9), time(17)),)
SHOP = WorkingHours((DAY,) * 5 + ((), ()), frozenset({date(2026, 11, 26)}), DENVER)
NIGHT = WorkingHours(((Span(time(22), time(6)),),) * 7, frozenset(), BERLIN)
NEVER = WorkingHours(((),) * 7, frozenset(), DENVER)
ALWAYS = WorkingHours(((Span(time(0), time(0)),),) * 7, frozenset(), DENVER)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def _at(text: str, zone: ZoneInfo = DENVER) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


spans = st.builds(
    lambda a, b: Span(time(a // 60, a % 60), time(b // 60, b % 60)), st.integers(0, 1439), st.integers(0, 1439)
)
weeks = st.lists(st.lists(spans, max_size=2).map(tuple), min_size=7, max_size=7).map(tuple)
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
near_changes = st.sampled_from(
    [date(2026, 3, 8), date(2026, 11, 1), date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29), date(2026, 4, 5)]
).flatmap(lambda day: st.integers(-2, 1).map(lambda ahead: day + timedelta(days=ahead)))
instants = st.builds(
    lambda day, seconds: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds),
    days | near_changes,
    st.integers(0, 86399),
)
hours_of_any_kind = st.builds(
    WorkingHours,
    weeks,
    st.frozensets(near_changes, max_size=3),
    st.sampled_from([DENVER, BERLIN, LORD_HOWE]),
) | st.sampled_from([SHOP, NIGHT, ALWAYS])
lengths = st.integers(0, 120 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@given(hours_of_any_kind.filter(lambda hours: hours.are_set), instants, lengths)
@settings(max_examples=200, deadline=None)
def test_what_was_added_is_between(hours: WorkingHours, at: datetime, length: timedelta) -> None:
    try:
        then = hours.add(at, length)
    except DeskError:
        assert hours.between(at, at + timedelta(days=366)) == timedelta()
        return
    assert hours.between(at, then) == length
    if length:
        assert hours.is_within(then)
        assert hours.between(at, then - timedelta(seconds=1)) == length - timedelta(seconds=1)


@given(hours_of_any_kind, st.tuples(instants, instants, instants))
@settings(max_examples=40, deadline=None)
def test_time_between_is_additive_and_never_shrinks(
    hours: WorkingHours, three: tuple[datetime, datetime, datetime]
) -> None:
    a, b, c = three
    assert hours.between(a, b) + hours.between(b, c) == hours.between(a, c)
    a, b, c = sorted(three)
    assert timedelta() <= hours.between(a, b) <= hours.between(a, c) <= c - a


@given(hours_of_any_kind, near_changes, st.integers(0, 1439))
@settings(max_examples=25, deadline=None)
def test_time_between_is_the_count_of_open_minutes(hours: WorkingHours, day: date, minute: int) -> None:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + minute * MINUTE
    counted = sum(hours.is_open(start + ahead * MINUTE) for ahead in range(1500))
    assert hours.between(start, start + 1500 * MINUTE) == counted * MINUTE


def _open_by_the_wall(hours: WorkingHours, at: datetime) -> bool:
    """Slow and plain: what the clock on the wall shows, where it never shows a time twice."""
    local = at.astimezone(hours.zone)
    now, today, before = local.time(), local.date(), local.date() - timedelta(days=1)
    late = [] if today in hours.holidays else hours.week[today.weekday()]
    early = [] if before in hours.holidays else hours.week[before.weekday()]
    return any(span.opens <= now and (now < span.closes or span.closes <= span.opens) for span in late) or any(
        span.closes <= span.opens and now < span.closes for span in early
    )


@given(hours_of_any_kind, instants)
@settings(max_examples=300, deadline=None)
def test_open_is_what_the_clock_on_the_wall_says(hours: WorkingHours, at: datetime) -> None:
    local = at.astimezone(hours.zone)
    ahead, behind = (local.tzinfo.utcoffset(at.astimezone(hours.zone) + shift) for shift in (-26 * HOUR, 26 * HOUR))
    if ahead == behind:
        assert hours.is_open(at) == _open_by_the_wall(hours, at)


@given(hours_of_any_kind, instants)
@settings(max_examples=100, deadline=None)
def test_opening_and_closing_stand_at_the_edges_of_working_time(hours: WorkingHours, at: datetime) -> None:
    opens, closes = hours.next_open(at), hours.closes_at(at)
    if hours.is_open(at):
        assert opens == at
        if closes is not None:
            assert not hours.is_open(closes)
            assert hours.between(at, closes) == closes - at
    else:
        assert closes is None
        if opens is not None:
            assert hours.is_open(opens)
            assert hours.between(at, opens) == timedelta()
    assert open_words(hours, at)


@pytest.mark.parametrize(
    ("evening", "zone", "length"),
    [
        ("2026-03-28T22:00", BERLIN, 7),
        ("2026-10-24T22:00", BERLIN, 9),
        ("2026-03-07T22:00", DENVER, 7),
        ("2026-10-31T22:00", DENVER, 9),
        ("2028-02-28T22:00", DENVER, 8),
        ("2028-02-29T22:00", BERLIN, 8),
    ],
)
def test_a_night_shift_over_a_change_of_clocks_is_an_hour_shorter_or_longer(
    evening: str, zone: ZoneInfo, length: int
) -> None:
    hours = WorkingHours(NIGHT.week, frozenset(), zone)
    begins = _at(evening, zone)
    assert hours.closes_at(begins) == begins + length * HOUR
    assert hours.between(begins - HOUR, begins + 12 * HOUR) == length * HOUR
    assert hours.add(begins, length * HOUR).astimezone(zone).hour == 6


def test_an_edge_that_the_change_skips_falls_on_the_change_and_one_that_comes_twice_on_its_first() -> None:
    hours = WorkingHours(((Span(time(2, 30), time(5)),),) * 7, frozenset(), DENVER)
    assert hours.next_open(_at("2026-03-08T00:00")) == _at("2026-03-08T03:00")
    hours = WorkingHours(((Span(time(1, 30), time(5)),),) * 7, frozenset(), DENVER)
    assert hours.next_open(_at("2026-11-01T00:00")) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    swallowed = WorkingHours(((Span(time(2, 10), time(2, 40)),),) * 7, frozenset(), DENVER)
    assert swallowed.next_open(_at("2026-03-08T00:00")) == _at("2026-03-09T02:10")


def test_a_day_that_a_zone_skips_has_no_working_time() -> None:
    hours = WorkingHours((DAY,) * 7, frozenset(), SAMOA)
    assert hours.between(_at("2011-12-29T17:00", SAMOA), _at("2011-12-31T09:00", SAMOA)) == timedelta()


def test_a_holiday_begins_no_shift_but_lets_the_one_before_end() -> None:
    hours = WorkingHours(NIGHT.week, frozenset({date(2026, 12, 25)}), BERLIN)
    assert hours.is_open(_at("2026-12-25T05:59", BERLIN))
    assert hours.next_open(_at("2026-12-25T06:00", BERLIN)) == _at("2026-12-26T22:00", BERLIN)
    assert SHOP.add(_at("2026-11-25T16:00"), 2 * HOUR) == _at("2026-11-27T10:00")


def test_spans_that_touch_or_overlap_are_one() -> None:
    friday = (Span(time(8), time(13)), Span(time(12), time(18)), Span(time(18), time(20)))
    hours = WorkingHours(((),) * 4 + (friday, (), ()), frozenset(), DENVER)
    assert hours.closes_at(_at("2026-11-27T09:00")) == _at("2026-11-27T20:00")
    assert hours.between(_at("2026-11-27T00:00"), _at("2026-11-28T00:00")) == 12 * HOUR
    assert hours.closing_of(date(2026, 11, 27)) == _at("2026-11-27T20:00")
    assert hours.closing_of(date(2026, 11, 28)) is None


def test_hours_that_never_begin_are_refused_and_those_that_never_end_have_no_closing() -> None:
    at = _at("2026-11-27T09:00")
    assert NEVER.next_open(at) is None
    assert NEVER.between(at, at + timedelta(days=4000)) == timedelta()
    with pytest.raises(DeskError, match="no working hours within a year"):
        NEVER.add(at, HOUR)
    closed = frozenset(date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(800))
    with pytest.raises(DeskError, match="no working hours within a year"):
        WorkingHours(SHOP.week, closed, DENVER).add(at, HOUR)
    assert WorkingHours(SHOP.week, closed, DENVER).next_open(at) is None
    assert WorkingHours(SHOP.week, closed, DENVER).between(at, _at("2028-03-14T12:00")) == 11 * HOUR
    assert ALWAYS.closes_at(at) is None
    with pytest.raises(DeskError, match="20 years"):
        SHOP.add(at, timedelta.max)
    with pytest.raises(ValueError, match="forwards"):
        SHOP.add(at, -HOUR)
    with pytest.raises(ValueError, match="7 weekdays"):
        WorkingHours(((),), frozenset(), DENVER)


def test_instants_of_any_zone_mean_the_same() -> None:
    start, end = (
        datetime.fromisoformat(f"2026-{day}").replace(tzinfo=DENVER) for day in ("11-01T00:30", "11-01T03:30")
    )
    assert ALWAYS.between(start, end) == 4 * HOUR
    assert ALWAYS.add(start, 4 * HOUR) == end.astimezone(UTC)
    assert ALWAYS.between(end, start) == -4 * HOUR


@pytest.mark.parametrize(
    ("hours", "at", "words"),
    [
        (SHOP, "2026-11-27T10:00", "open now, closes 17:00"),
        (SHOP, "2026-11-27T16:00", "closes in 1 h"),
        (SHOP, "2026-11-27T16:20", "closes in 40 min"),
        (SHOP, "2026-11-27T16:59:30", "closes in 1 min"),
        (SHOP, "2026-11-27T17:00", "opens Mon 09:00"),
        (SHOP, "2026-11-25T20:00", "opens Fri 09:00"),
        (SHOP, "2026-11-23T08:00", "opens in 1 h"),
        (SHOP, "2026-11-23T08:12", "opens in 48 min"),
        (WorkingHours(SHOP.week, frozenset({date(2026, 11, 27)}), DENVER), "2026-11-22T10:00", "opens Mon 09:00"),
        (WorkingHours((DAY,) + ((),) * 6, frozenset(), DENVER), "2026-11-23T18:00", "opens Mon 30 Nov 09:00"),
        (WorkingHours((DAY,) + ((),) * 6, frozenset(), DENVER), "2026-12-28T18:00", "opens Mon 4 Jan 2027 09:00"),
        (ALWAYS, "2026-11-27T10:00", "open day and night"),
        (NEVER, "2026-11-27T10:00", "hours not set"),
        (WorkingHours(NIGHT.week, frozenset(), DENVER), "2026-11-27T23:00", "open now, closes 06:00"),
    ],
)
def test_hours_are_said_in_words(hours: WorkingHours, at: str, words: str) -> None:
    assert open_words(hours, _at(at)) == words
