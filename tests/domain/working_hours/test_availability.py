"""Open, closing and opening, right through changes of clocks, against an oracle that looks at every minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.domain.ids import EmployeeId
from deskui.domain.staff import Employee, Role
from deskui.domain.working_hours.availability import availability, is_other_time, open_words, own_hours
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.domain.working_hours.words import hours_short, zone_words

if TYPE_CHECKING:
    from deskui.domain.working_hours.opening import Week

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LOOKS = 4 * 24 * 60
"""Minutes that the oracle looks ahead."""
CHANGES = {
    "America/Denver": (date(2026, 3, 8), date(2026, 11, 1)),
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),
    "America/St_Johns": (date(2009, 3, 8), date(2009, 11, 1)),
    "Pacific/Apia": (date(2011, 12, 29), date(2011, 12, 30)),
    "America/Havana": (date(2026, 3, 8), date(2026, 11, 1)),
    "Asia/Kolkata": (date(2026, 6, 1), date(2026, 12, 31)),
}
"""Zones and days on which their clocks change: by half an hour in Lord Howe, at midnight in Havana and St John's,
by a whole day in Apia, never in Kolkata."""

minutes = st.integers(0, 24 * 60 - 1)
spans = st.builds(lambda a, b: Span(time(a // 60, a % 60), time(b // 60, b % 60)), minutes, minutes)
breaks = st.just((Span(time(8), time(12)), Span(time(13), time(17))))
nights = st.just((Span(time(22), time(6)),))
days = st.one_of(st.just(()), breaks, nights, st.lists(spans, min_size=1, max_size=3).map(tuple))
weeks = st.lists(days, min_size=7, max_size=7).map(tuple)


@st.composite
def moments(draw: st.DrawFn) -> tuple[WorkingHours, datetime]:
    """Hours of any kind in a zone, and a minute within a day and a half of a change of its clocks."""
    zone = draw(st.sampled_from(sorted(CHANGES)))
    change = draw(st.sampled_from(CHANGES[zone]))
    off = draw(st.frozensets(st.integers(-2, 3).map(lambda ahead: change + ahead * DAY), max_size=2))
    start = datetime(change.year, change.month, change.day, tzinfo=UTC) - DAY
    at = start + draw(st.integers(0, 3 * 24 * 60)) * MINUTE
    return WorkingHours(draw(weeks), off, ZoneInfo(zone)), at


@lru_cache(maxsize=64)
def clock(zone: str, first: datetime) -> tuple[datetime, ...]:
    """What clocks of that zone show in each minute of twelve days."""
    place = ZoneInfo(zone)
    return tuple((first + ahead * MINUTE).astimezone(place).replace(tzinfo=None) for ahead in range(12 * 24 * 60))


def open_minutes(hours: WorkingHours, at: datetime) -> list[bool]:
    """Slow and plain: of each minute from `at` on, whether any span that began has not ended yet.

    A span begins in the first minute in which the clock shows its time or a later one, and ends likewise.
    """
    first = (at - 4 * DAY).replace(hour=0, minute=0)
    shown = clock(str(hours.zone), first)
    is_open = [False] * len(shown)

    def place(wall: datetime) -> int:
        return next((each for each, now in enumerate(shown) if now >= wall), len(shown))

    today = at.astimezone(hours.zone).date()
    for ahead in range(-3, 7):
        day = today + ahead * DAY
        for span in () if day in hours.holidays else hours.week[day.weekday()]:
            ends_on = day if span.closes > span.opens else day + DAY
            opens, closes = place(datetime.combine(day, span.opens)), place(datetime.combine(ends_on, span.closes))
            is_open[opens:closes] = [True] * (closes - opens)
    begin = (at - first) // MINUTE
    return is_open[begin : begin + LOOKS]


@given(moments())
@settings(max_examples=150, deadline=None)
def test_it_turns_in_the_minute_in_which_a_clock_that_is_watched_all_the_time_says_so(
    moment: tuple[WorkingHours, datetime],
) -> None:
    hours, at = moment
    watched = open_minutes(hours, at)
    known = availability(hours, at)
    assert known.is_open == watched[0]
    turns = next((ahead for ahead, is_open in enumerate(watched) if is_open != watched[0]), None)
    if turns is not None:
        assert known.turns_at == at + turns * MINUTE
    else:
        assert known.turns_at is None or known.turns_at >= at + LOOKS * MINUTE


@given(moments(), st.sampled_from(sorted(CHANGES)))
@settings(max_examples=150, deadline=None)
def test_what_is_said_is_true_of_the_clock_on_the_wall_of_whoever_asks(
    moment: tuple[WorkingHours, datetime], ours: str
) -> None:
    hours, at = moment
    known, words, zone = availability(hours, at), open_words(hours, at, ZoneInfo(ours)), ZoneInfo(ours)
    if known.turns_at is None:
        assert words in ("open day and night", "no working hours", "hours not set")
    elif known.turns_at - at > timedelta(hours=1):
        assert f" {known.turns_at.astimezone(zone):%H:%M}" in words
        assert words.endswith(" our time") == is_other_time(hours.zone, zone, known.turns_at)
    else:
        assert words == f"{'closes' if known.is_open else 'opens'} in {_minutes(known.turns_at - at)}"


def _minutes(left: timedelta) -> str:
    return "1 h" if left == timedelta(hours=1) else f"{left // MINUTE} min"


DENVER, NEW_YORK, PHOENIX = (ZoneInfo(f"America/{place}") for place in ("Denver", "New_York", "Phoenix"))
WORKDAYS: Week = ((Span(time(8), time(12)), Span(time(13), time(17))),) * 5 + ((), ())


@pytest.mark.parametrize(
    ("zone", "at", "words"),
    [
        (NEW_YORK, "2026-11-22T10:42", "opens Mon 06:00 our time"),
        (NEW_YORK, "2026-11-23T08:00", "open now, closes 10:00 our time"),
        (NEW_YORK, "2026-11-23T09:20", "closes in 40 min"),
        (NEW_YORK, "2026-11-23T10:30", "opens in 30 min"),
        (DENVER, "2026-11-22T10:42", "opens Mon 08:00"),
        (PHOENIX, "2026-11-22T10:42", "opens Mon 08:00"),
        (PHOENIX, "2026-07-05T10:42", "opens Mon 09:00 our time"),
    ],
)
def test_times_are_ours_and_the_words_say_so_where_clocks_differ_then(zone: ZoneInfo, at: str, words: str) -> None:
    now = datetime.fromisoformat(at).replace(tzinfo=DENVER)
    assert open_words(WorkingHours(WORKDAYS, frozenset(), zone), now, DENVER) == words


def _employee(**kept: str) -> Employee:
    return Employee(EmployeeId(1), "Rosa", Role.EXPEDITER, "", "", "", True, (), 1, **kept)  # type: ignore[arg-type]


SHOP = WorkingHours(((Span(time(9), time(18)),),) * 7, frozenset({date(2026, 11, 26)}), DENVER)
OWN = WorkingHours(WORKDAYS, frozenset({date(2026, 12, 24)}), NEW_YORK)


def test_our_own_staff_work_as_the_shop_does_where_nothing_else_is_kept() -> None:
    assert own_hours(_employee(), SHOP, OWN, NEW_YORK) == replace(SHOP, zone=NEW_YORK)
    assert own_hours(_employee(hours="x"), SHOP, OWN, DENVER) == WorkingHours(WORKDAYS, SHOP.holidays, DENVER)
    assert own_hours(_employee(holidays="x"), SHOP, OWN, DENVER) == WorkingHours(SHOP.week, OWN.holidays, DENVER)


def test_of_people_of_other_firms_nothing_is_known_that_was_not_said() -> None:
    unknown = own_hours(_employee(company="Hudson"), SHOP, OWN, NEW_YORK)
    assert open_words(unknown, datetime(2026, 11, 23, 17, tzinfo=UTC)) == "hours not set"
    assert own_hours(_employee(company="Hudson", hours="x"), SHOP, OWN, NEW_YORK) == OWN


def test_hours_are_short_in_words_that_a_customer_reads() -> None:
    assert hours_short(WORKDAYS) == "Mon-Fri 8-12 13-17"
    assert hours_short(SHOP.week) == "daily 9-18"
    assert hours_short(((),) * 7) == "closed"
    assert hours_short((*WORKDAYS[:5], (Span(time(0), time(0)),), ())) == "Mon-Fri 8-12 13-17, Sat 24 h"
    assert zone_words(NEW_YORK) == "New York time"
