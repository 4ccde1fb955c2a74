"""Parts of the day, and hours that the working hours make clear: as they are said, at their edges, any of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.domain.due_time.reading import echo, parse_due
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import BadInput

DENVER, BERLIN, LORD_HOWE = (ZoneInfo(name) for name in ("America/Denver", "Europe/Berlin", "Australia/Lord_Howe"))
HOLIDAY = frozenset({date(2026, 11, 26)})
FRIDAY = datetime(2026, 11, 20, 14, 30, 27, tzinfo=DENVER).astimezone(UTC)
EARLY = FRIDAY - timedelta(hours=7)
"""The same day at 7:30."""


def shop(*spans: str, days: int = 5, zone: ZoneInfo = DENVER) -> WorkingHours:
    """Open in these spans on the first days of each week."""
    open_in = tuple(Span(*(time.fromisoformat(end) for end in each.split("-"))) for each in spans)
    return WorkingHours((open_in,) * days + ((),) * (7 - days), HOLIDAY, zone)


SHOP, LATE, LUNCH, HALF = (
    shop("09:00-17:00"),
    shop("09:00-21:00"),
    shop("09:00-12:30", "13:30-18:00"),
    shop("13:00-16:00"),
)
NIGHT, ALWAYS, UNSET = shop("22:00-06:00", days=7), shop("00:00-00:00", days=7), shop(days=0)


def _said(text: str, hours: WorkingHours, now: datetime = FRIDAY) -> str:
    return echo(parse_due(text, now, hours), now, hours.zone, hours).partition(" (")[0]


@pytest.mark.parametrize(
    ("text", "hours", "understood"),
    [
        ("call back mon morning", SHOP, "Mon 23 Nov 09:00-12:00"),
        ("monday afternoon: call back", SHOP, "Mon 23 Nov 12:00-17:00"),
        ("by next fri morning", SHOP, "Fri 27 Nov 09:00-12:00"),
        ("30 nov morning", SHOP, "Mon 30 Nov 09:00-12:00"),
        ("in 3 days afternoon", SHOP, "Mon 23 Nov 12:00-17:00"),
        ("mon afternoon", LUNCH, "Mon 23 Nov 12:00-17:00"),
        ("mon afternoon", HALF, "Mon 23 Nov 13:00-16:00"),
        ("mon evening", LUNCH, "Mon 23 Nov 17:00-18:00"),
        ("call back tonight", LATE, "Fri 20 Nov 17:00-21:00"),
        ("this evening", LATE, "Fri 20 Nov 17:00-21:00"),
        ("tomorrow morning", NIGHT, "Sat 21 Nov 00:00-06:00"),
        ("tonight", NIGHT, "Fri 20 Nov 22:00-24:00"),
        ("tomorrow evening", ALWAYS, "Sat 21 Nov 17:00-24:00"),
        ("mon morning at 9", SHOP, "Mon 23 Nov 09:00"),
        ("mon morning 11:30", SHOP, "Mon 23 Nov 11:30"),
        ("tomorrow afternoon at 5", ALWAYS, "Sat 21 Nov 17:00"),
        ("at 9 mon morning", SHOP, "Mon 23 Nov 09:00"),
        ("at 7 tonight", SHOP, "Fri 20 Nov 19:00"),
        ("tonight at 7", ALWAYS, "Fri 20 Nov 19:00"),
        ("3:30 this afternoon", ALWAYS, "Fri 20 Nov 15:30"),
        ("15:00 this afternoon", ALWAYS, "Fri 20 Nov 15:00"),
        ("call in half an hour", SHOP, "Fri 20 Nov 15:00"),
        ("call in an hour", SHOP, "Fri 20 Nov 15:30"),
    ],
)
def test_a_part_of_the_day_is_the_working_time_in_it(text: str, hours: WorkingHours, understood: str) -> None:
    assert _said(text, hours) == understood


@pytest.mark.parametrize(
    ("text", "hours", "sentence"),
    [
        (
            "tomorrow morning",
            SHOP,
            "We are closed in the morning of Sat 21 Nov; next open Mon 09:00, or name another day.",
        ),
        (
            "thu afternoon",
            SHOP,
            "We are closed in the afternoon of Thu 26 Nov; next open Fri 27 Nov 09:00, or name another day.",
        ),
        (
            "call tonight",
            SHOP,
            "We are closed in the evening of Fri 20 Nov; next open Mon 09:00, or name another day.",
        ),
        (
            "mon morning",
            HALF,
            "We are closed in the morning of Mon 23 Nov; next open Mon 13:00, or name another day.",
        ),
        (
            "tomorrow afternoon",
            NIGHT,
            "We are closed in the afternoon of Sat 21 Nov; next open Sat 22:00, or name another day.",
        ),
        ("fri morning", UNSET, "It is Fri today: write today, or next fri for 27 Nov."),
        ("mon morning", UNSET, "No hours are set, so morning names none; write the hours, such as fri 9-12."),
        (
            "call this morning",
            SHOP,
            "The morning ended at 12:00, it is 14:30 now; write tomorrow morning or a later time.",
        ),
        ("this afternoon at 2", SHOP, "Fri 20 Nov 14:00 has passed, it is 14:30 now; give a later time."),
        (
            "9 mon morning",
            SHOP,
            "'mon morning' is understood, but not '9' before it; for an hour write at 9.",
        ),
        ("mon morning at 3pm", SHOP, "'morning at 3pm' does not go together; write the hour alone, such as 3pm."),
        ("at 4 tonight", SHOP, "'4 evening' does not go together; write the hour alone, such as 3pm."),
        ("mon morning 13pm", SHOP, "'13pm' is no time; write 5pm, 5:30pm or 17:30."),
        ("9-11 mon morning", SHOP, "'9-11' may be hours or a date: write mon 9-11, or 11 sep or 9 nov."),
        ("call in the morning", SHOP, "'in the morning' is not one; write tomorrow morning or fri morning."),
        ("call mon in the morning", SHOP, "not 'in' behind it; write tomorrow morning or fri morning."),
        ("call at 9 in the morning", SHOP, "write 9am."),
        ("call morning", SHOP, "'morning' is not one; write this morning or fri morning."),
        (
            "call fri night",
            SHOP,
            "'fri' is understood, but not 'night' behind it; write tonight, or the evening of a day",
        ),
        ("call in a couple of hours", SHOP, "'in a couple of hours' is not one; write in 2 h."),
        ("call in a couple of minutes", SHOP, "write in 2 min."),
        ("call in a few days", SHOP, "'in a few days' is not one; say how many: in 3 days."),
        ("call within 2 hours", SHOP, "'within 2 hours' is not one; write in 2 h."),
        ("call by end of week", SHOP, "'end of week' is not one; name the day, such as fri or sat."),
        ("call by end of month", SHOP, "'end of month' is not one; write the date, such as 30 nov."),
        ("call next week", SHOP, "'next week' is not one; name the day, such as next mon."),
        ("call by close of business", SHOP, "'close of business' is not one; write eod."),
        ("call at 3 o'clock", SHOP, "write at 3."),
        ("call tomorrow half past 3", SHOP, "write at 3:30."),
        ("call between 2 and 4", SHOP, "'between 2 and 4' is not one; write it as fri 2-4."),
        ("call at three", SHOP, "'three' is not one; write 3."),
    ],
)
def test_what_is_closed_over_or_unclear_is_refused_with_the_reason(
    text: str, hours: WorkingHours, sentence: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        parse_due(text, FRIDAY, hours)
    assert sentence in refusal.value.sentence
    assert len(refusal.value.sentence) <= 100


def test_a_part_of_today_that_has_begun_is_due_at_its_end() -> None:
    assert _said("this morning", SHOP, EARLY) == "Fri 20 Nov 09:00-12:00"
    for now in (EARLY + timedelta(hours=2), FRIDAY):
        text = "this morning" if now < FRIDAY else "this afternoon"
        due = parse_due(text, now, SHOP)
        assert due.earliest is None
        assert due.at > now
    noon = datetime(2026, 11, 20, 12, tzinfo=DENVER).astimezone(UTC)
    assert _said("this morning", SHOP, noon - timedelta(seconds=1)) == "Fri 20 Nov 12:00"
    with pytest.raises(BadInput, match="The morning ended at 12:00, it is 12:00 now"):
        parse_due("this morning", noon, SHOP)


@pytest.mark.parametrize(
    ("zone", "day", "morning"),
    [
        (DENVER, "2027-03-14", 11),
        (DENVER, "2027-11-07", 13),
        (BERLIN, "2027-03-28", 11),
        (BERLIN, "2027-10-31", 13),
        (LORD_HOWE, "2027-10-03", 11.5),
        (LORD_HOWE, "2027-04-04", 12.5),
    ],
)
def test_on_the_days_when_clocks_change_a_part_ends_by_the_clock(zone: ZoneInfo, day: str, morning: float) -> None:
    hours = shop("00:00-00:00", days=7, zone=zone)
    due = parse_due(f"{day} morning", FRIDAY, hours)
    assert due.earliest is not None
    assert due.at - due.earliest == timedelta(hours=morning)
    assert f"{due.at.astimezone(zone):%H:%M}" == "12:00"
    assert parse_due(f"{day} afternoon", FRIDAY, hours).earliest == due.at


spans = st.lists(st.integers(0, 288), min_size=2, max_size=4, unique=True).map(sorted)
weeks = st.lists(spans.filter(lambda ends: len(ends) % 2 == 0), min_size=7, max_size=7)


def _hours(week: list[list[int]], zone: ZoneInfo) -> WorkingHours:
    """The hours of a week given in steps of five minutes since midnight."""

    def at(step: int) -> time:
        return time(step // 12 % 24, step % 12 * 5)

    days = tuple(tuple(Span(at(a), at(b)) for a, b in zip(ends[::2], ends[1::2], strict=True)) for ends in week)
    return WorkingHours(days, frozenset(), zone)


@given(
    weeks,
    st.sampled_from([DENVER, BERLIN, LORD_HOWE]),
    st.sampled_from(
        ["2026-11-25", "2027-03-14", "2027-11-07", "2027-03-28", "2027-10-31", "2027-10-03", "2027-04-04"]
    ),
    st.sampled_from([("morning", 0, 12), ("afternoon", 12, 17), ("evening", 17, 24)]),
)
@settings(max_examples=150, deadline=None)
def test_a_part_of_any_day_is_from_the_first_to_the_last_open_minute(
    week: list[list[int]], zone: ZoneInfo, day: str, part: tuple[str, int, int]
) -> None:
    hours, (name, first, end) = _hours(week, zone), part
    midnight = datetime.combine(date.fromisoformat(day), time(), zone).astimezone(UTC)
    steps = [midnight + timedelta(minutes=5 * each) for each in range(-24, 26 * 12)]
    walls = [each.astimezone(zone) for each in steps]
    inside = [
        each
        for each, wall in zip(steps, walls, strict=True)
        if wall.date().isoformat() == day and first <= wall.hour < end and hours.is_open(each)
    ]
    text, found = f"{day} {name}", None
    with suppress(BadInput):
        due = parse_due(text, FRIDAY, hours)
        found = (due.earliest, due.at)
    assert found == ((inside[0], inside[-1] + timedelta(minutes=5)) if inside else None)


@given(
    st.integers(0, 143),
    st.integers(1, 144),
    st.integers(1, 9),
    st.sampled_from([0, 10, 30, 50]),
    st.sampled_from([DENVER, BERLIN, LORD_HOWE]),
    st.sampled_from([date(2026, 11, 25), date(2027, 3, 14), date(2027, 11, 7), date(2027, 10, 3)]),
)
@settings(max_examples=300, deadline=None)
def test_any_hour_is_the_one_in_working_hours_or_both_are_named(
    opens: int, length: int, hour: int, minute: int, zone: ZoneInfo, day: date
) -> None:
    closes = min(opens + length, 143)
    if opens == closes:
        return
    span = Span(time(opens // 6, opens % 6 * 10), time(closes // 6, closes % 6 * 10))
    hours = WorkingHours(((span,),) * 7, frozenset(), zone)
    clocks = [time(hour, minute), time(hour + 12, minute)]
    within = [each for each in clocks if span.opens <= each <= span.closes]
    minutes = f":{minute:02}" if minute else ""
    if _is_moved([*clocks, span.opens, span.closes], day, zone):
        return
    understood, sentence = [], ""
    try:
        understood = [parse_due(f"{day} at {hour}{minutes}", FRIDAY, hours).at.astimezone(zone).time()]
    except BadInput as refusal:
        sentence = refusal.sentence
    assert understood == (within if len(within) == 1 else [])
    assert bool(understood) != (f"{hour}{minutes}am or {hour}{minutes}pm" in sentence)


def _is_moved(clocks: list[time], day: date, zone: ZoneInfo) -> bool:
    """Whether a change of clocks skips one of these times."""
    walls = (datetime.combine(day, each, zone) for each in clocks)
    return any(each.astimezone(UTC).astimezone(zone).time() != each.time() for each in walls)
