from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deskui.domain.due_time.reading import Due, NoTimeSaid, at_another_time, echo, next_open_after, parse_due
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import BadInput

DAY = (Span(time(9), time(12)), Span(time(13), time(17)))
NIGHT = (Span(time(22), time(6)),)
HOURS = [
    WorkingHours(week, frozenset({date(2026, 11, 26)}), ZoneInfo(zone))
    for week in ((DAY,) * 5 + ((), ()), (NIGHT,) * 7, ((),) * 7, ((Span(time(0), time(0)),),) * 7)
    for zone in ("America/Denver", "Europe/Berlin", "Australia/Lord_Howe")
]
CHANGES = [
    datetime(2026, 3, 8, 8, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2026, 10, 25, tzinfo=UTC),
]

anywhere = st.sampled_from(HOURS)
moments = st.builds(
    lambda base, seconds: base + timedelta(seconds=seconds),
    st.sampled_from([*CHANGES, datetime(2028, 2, 28, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)]),
    st.integers(-2 * 86400, 2 * 86400),
)
days = st.sampled_from(
    "today|tomorrow|mon|tue|wed|thu|fri|sat|sun|next tue|next sun|in 3 days|in 2 weeks|30 nov|1 nov|8 mar|feb 29|"
    "in 2 months|29 feb 2028|2026-11-01|2026-10-25|25 oct|8 mar 2026|2027-03-28|31 dec|1 jan".split("|")
)
times = st.sampled_from(
    "noon|midnight|eod|end of day|5pm|5 pm|17:00|05:30|5:30|9|17|2:30|01:30|1:30 am|01:30 second|02:10|24:00|00:00|"
    "9-12|2-4|14:00-16:00|1am-3am|01:15-01:45|22-24|noon-3pm|morning|afternoon|evening|morning at 9|at 3|"
    "by 3:30".split("|")
)
lengths = st.sampled_from(
    "in 2 h|in 40 min|in 1 min|in an hour|in half an hour|in 1 h 30 min|in 90 h|this morning|this afternoon|tonight|"
    "tonight at 7|at 3|by 5|at 3:30|at 10 this morning".split("|")
)
said = days | times | lengths | st.tuples(days, times).map(" ".join) | st.tuples(times, days).map(" ".join)
lines = st.tuples(st.sampled_from(["", "call back ", "parts for order 1043 by "]), said).map("".join)
fragments = st.lists(
    st.sampled_from(
        "call parts 5 9-12 17:00 5pm noon eod end of day fri next in 3 2 h days or by at nov 30 2026 2026-11-30 "
        "today tomorrow mon 1700 am pm second - – , . morgen 30.11. ' this morning tonight 12/1 half an hour couple "
        "of week within months yesterday".split(" ")
    ),
    max_size=8,
).map(" ".join)


@given(lines | fragments, moments, anywhere)
@settings(max_examples=500, deadline=None)
@example("1:30 second", datetime(2026, 11, 1, 8, 10, tzinfo=UTC), HOURS[9])
def test_what_is_echoed_may_be_typed_back_and_is_never_past(text: str, now: datetime, hours: WorkingHours) -> None:
    try:
        due = parse_due(text, now, hours)
    except BadInput:
        return
    assert now < due.at < now + timedelta(days=733)
    assert due.at.tzinfo is UTC
    if due.earliest is not None:
        assert now < due.earliest < due.at
    shown = echo(due, now, hours.zone, hours)
    again = parse_due(shown.partition(" (")[0], now, hours)
    assert (again.at, again.earliest, again.what) == (due.at, due.earliest, "")


@given(lines, moments, anywhere, st.sampled_from([str.upper, str.lower, str.title]), st.text(" \t\n", max_size=3))
@settings(max_examples=200, deadline=None)
def test_blanks_around_and_between_and_capitals_make_no_difference(
    text: str, now: datetime, hours: WorkingHours, written: type[str], blanks: str
) -> None:
    def outcome(typed: str) -> Due | None:
        with contextlib.suppress(BadInput):
            return parse_due(typed, now, hours)
        return None

    plain, other = outcome(text), outcome(blanks + written(text.replace(" ", f" {blanks}")) + blanks)
    assert (plain is None) == (other is None)
    if plain is not None and other is not None:
        assert (other.at, other.earliest) == (plain.at, plain.earliest)
        assert other.what.casefold() == plain.what.casefold()


@given(st.text() | fragments | st.tuples(st.text(), said, st.text()).map(" ".join), moments, anywhere)
@settings(max_examples=500, deadline=None)
@example("٣ fri ٥pm", CHANGES[0], HOURS[0])
@example("İ 5pm", CHANGES[0], HOURS[0])
@example(", fri , 5pm , .", CHANGES[0], HOURS[0])
@example(". . 9", CHANGES[0], HOURS[0])
def test_any_text_is_understood_or_refused_in_one_sentence(text: str, now: datetime, hours: WorkingHours) -> None:
    sentence = "Understood."
    try:
        parse_due(text, now, hours)
    except BadInput as refusal:
        sentence = refusal.sentence
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) <= 100


@given(lines | st.tuples(said, st.sampled_from([" call back", " the parts"])).map("".join), moments, anywhere)
@settings(max_examples=500, deadline=None)
def test_what_is_offered_in_a_closed_hour_is_the_next_opening_and_promises_the_same(
    text: str, now: datetime, hours: WorkingHours
) -> None:
    try:
        due = parse_due(text, now, hours)
    except BadInput:
        return
    opens = next_open_after(due, hours)
    if opens is None or opens - now > timedelta(days=731):
        return
    offered = at_another_time(text, opens, now, hours)
    again = parse_due(offered, now, hours)
    assert (again.at, again.earliest, again.what) == (opens, None, due.what)
    assert next_open_after(again, hours) is None


@given(st.text() | fragments | lines, moments, anywhere, st.integers(1, 700 * 24 * 60))
@settings(max_examples=500, deadline=None)
def test_another_time_in_any_line_is_exactly_that_time_or_not_offered(
    text: str, now: datetime, hours: WorkingHours, minutes: int
) -> None:
    at = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    offered = at_another_time(text, at, now, hours)
    if offered:
        again = parse_due(offered, now, hours)
        assert (again.at, again.earliest) == (at, None)
        with contextlib.suppress(BadInput):
            assert parse_due(text, now, hours).what == again.what


@given(st.lists(st.sampled_from("call her back the parts and send form to or order 1043 repair".split()), min_size=1))
@settings(max_examples=200, deadline=None)
def test_a_line_that_says_nothing_of_a_time_can_be_given_one(words: list[str]) -> None:
    text = " ".join(words).replace("1043", "order 1043")
    with pytest.raises(NoTimeSaid) as unsaid:
        parse_due(text, CHANGES[0], HOURS[0])
    offered = at_another_time(text, CHANGES[0] + timedelta(days=3), CHANGES[0], HOURS[0])
    assert unsaid.value.what == text
    assert offered.startswith(f"{text} ") or words[-1] in ("and", "to", "or")
