from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.due_time.reading import Due, NoTimeSaid, at_another_time, echo, next_open_after, parse_due
from deskui.domain.working_hours.hours import Span, WorkingHours
from deskui.errors import BadInput

DENVER, BERLIN = ZoneInfo("America/Denver"), ZoneInfo("Europe/Berlin")
DAY = (Span(time(9), time(17)),)
SHOP = WorkingHours((DAY,) * 5 + ((), ()), frozenset({date(2026, 11, 26)}), DENVER)
NIGHT = WorkingHours(((Span(time(22), time(6)),),) * 7, frozenset(), DENVER)
ALWAYS = WorkingHours(((Span(time(0), time(0)),),) * 7, frozenset(), DENVER)
UNSET = WorkingHours(((),) * 7, frozenset(), DENVER)
FRIDAY = datetime(2026, 11, 20, 14, 30, 27, tzinfo=DENVER).astimezone(UTC)
WEDNESDAY = datetime(2026, 11, 18, 14, 30, 27, tzinfo=DENVER).astimezone(UTC)


def _said(text: str, now: datetime = FRIDAY, hours: WorkingHours = SHOP) -> str:
    """What is understood, without how far away it is."""
    due = parse_due(text, now, hours)
    return echo(due, now, DENVER, hours).partition(" (")[0]


@pytest.mark.parametrize(
    ("text", "what", "said", "understood"),
    [
        ("call back tomorrow noon", "call back", "tomorrow noon", "Sat 21 Nov 12:00"),
        ("in 2 h", "", "in 2 h", "Fri 20 Nov 16:30"),
        ("call in 40 min", "call", "in 40 min", "Fri 20 Nov 15:10"),
        ("in 1 h 30 min", "", "in 1 h 30 min", "Fri 20 Nov 16:00"),
        ("in an hour", "", "in an hour", "Fri 20 Nov 15:30"),
        ("in 3 days", "", "in 3 days", "Mon 23 Nov 17:00"),
        ("in 2 weeks noon", "", "in 2 weeks noon", "Fri 4 Dec 12:00"),
        ("tue", "", "tue", "Tue 24 Nov 17:00"),
        ("next tue", "", "next tue", "Tue 24 Nov 17:00"),
        ("next fri 5pm", "", "next fri 5pm", "Fri 27 Nov 17:00"),
        ("30 nov 14:00", "", "30 nov 14:00", "Mon 30 Nov 14:00"),
        ("nov 30 at 2pm", "", "nov 30 at 2pm", "Mon 30 Nov 14:00"),
        ("8 jan", "", "8 jan", "Fri 8 Jan 2027 17:00"),
        ("mon 9", "", "mon 9", "Mon 23 Nov 09:00"),
        ("mon 5", "", "mon 5", "Mon 23 Nov 17:00"),
        ("today 17", "", "today 17", "Fri 20 Nov 17:00"),
        ("call back at 3", "call back", "at 3", "Fri 20 Nov 15:00"),
        ("call back at 3:30", "call back", "at 3:30", "Fri 20 Nov 15:30"),
        ("call back 4:15", "call back", "4:15", "Fri 20 Nov 16:15"),
        ("call back by 5", "call back", "by 5", "Fri 20 Nov 17:00"),
        ("at 3 mon", "", "at 3 mon", "Mon 23 Nov 15:00"),
        ("at 9 on mon", "", "at 9 on mon", "Mon 23 Nov 09:00"),
        ("mon at 3", "", "mon at 3", "Mon 23 Nov 15:00"),
        ("at 3 mon call her", "call her", "at 3 mon", "Mon 23 Nov 15:00"),
        ("30 nov at 3", "", "30 nov at 3", "Mon 30 Nov 15:00"),
        ("mon 2-4", "", "mon 2-4", "Mon 23 Nov 14:00-16:00"),
        ("mon 2-16", "", "mon 2-16", "Mon 23 Nov 14:00-16:00"),
        ("by monday", "", "by monday", "Mon 23 Nov 17:00"),
        ("by noon mon", "", "by noon mon", "Mon 23 Nov 12:00"),
        ("end of the day", "", "end of the day", "Fri 20 Nov 17:00"),
        ("parts here eod", "parts here", "eod", "Fri 20 Nov 17:00"),
        ("end of day mon", "", "end of day mon", "Mon 23 Nov 17:00"),
        ("by mon", "", "by mon", "Mon 23 Nov 17:00"),
        ("mon by 5 pm", "", "mon by 5 pm", "Mon 23 Nov 17:00"),
        ("5pm on mon", "", "5pm on mon", "Mon 23 Nov 17:00"),
        ("5pm by mon", "", "5pm by mon", "Mon 23 Nov 17:00"),
        ("12pm tomorrow", "", "12pm tomorrow", "Sat 21 Nov 12:00"),
        ("midnight", "", "midnight", "Sat 21 Nov 00:00"),
        ("mon midnight", "", "mon midnight", "Tue 24 Nov 00:00"),
        ("mon 00:00", "", "mon 00:00", "Mon 23 Nov 00:00"),
        ("2026-11-30 14:00", "", "2026-11-30 14:00", "Mon 30 Nov 14:00"),
        ("2026-11-30T14:00", "", "2026-11-30T14:00", "Mon 30 Nov 14:00"),
        ("mon 9-12", "", "mon 9-12", "Mon 23 Nov 09:00-12:00"),
        ("mon 9 – 12", "", "mon 9 – 12", "Mon 23 Nov 09:00-12:00"),
        ("30 nov 2pm to 4pm", "", "30 nov 2pm to 4pm", "Mon 30 Nov 14:00-16:00"),
        ("mon noon-3pm", "", "mon noon-3pm", "Mon 23 Nov 12:00-15:00"),
        ("truck here 15:00-16:00", "truck here", "15:00-16:00", "Fri 20 Nov 15:00-16:00"),
        ("mon 22-24", "", "mon 22-24", "Mon 23 Nov 22:00-24:00"),
        ("29 feb", "", "29 feb", "Tue 29 Feb 2028 17:00"),
        ("20 nov 2028 14:00", "", "20 nov 2028 14:00", "Mon 20 Nov 2028 14:00"),
        ("tomorrow noon: call Shari back", "call Shari back", "tomorrow noon", "Sat 21 Nov 12:00"),
        ("call back, mon, 9am.", "call back", "mon, 9am.", "Mon 23 Nov 09:00"),
        ("exchange part 30 mon", "exchange part 30", "mon", "Mon 23 Nov 17:00"),
        ("parts for order 1043 mon", "parts for order 1043", "mon", "Mon 23 Nov 17:00"),
        ('answer "friday" mail mon', 'answer "friday" mail', "mon", "Mon 23 Nov 17:00"),
        ("call money 5pm", "call money", "5pm", "Fri 20 Nov 17:00"),
        ("send a text mon", "send a text", "mon", "Mon 23 Nov 17:00"),
        ("call Rex mon", "call Rex", "mon", "Mon 23 Nov 17:00"),
        ("parts coming by mon", "parts coming", "by mon", "Mon 23 Nov 17:00"),
    ],
)
def test_a_line_is_taken_apart_into_what_and_when(text: str, what: str, said: str, understood: str) -> None:
    due = parse_due(text, FRIDAY, SHOP)
    assert (due.what, due.said) == (what, said)
    assert _said(text) == understood


@pytest.mark.parametrize(
    ("text", "now", "understood"),
    [
        ("parts here fri 5pm", WEDNESDAY, "Fri 20 Nov 17:00"),
        ("fri 9-12", WEDNESDAY, "Fri 20 Nov 09:00-12:00"),
        ("next fri", WEDNESDAY, "Fri 27 Nov 17:00"),
        ("mon 9", WEDNESDAY, "Mon 23 Nov 09:00"),
        ("noon", WEDNESDAY + timedelta(hours=12), "Thu 19 Nov 12:00"),
        ("eod", WEDNESDAY, "Wed 18 Nov 17:00"),
        ("parts here fri 5pm", FRIDAY, "It is Fri today: write today, or next fri for 27 Nov."),
        ("1700", FRIDAY, "'1700' is not one; if a time is meant write 17:00."),
        ("call 1700", FRIDAY, "'1700' is not one; if a time is meant write 17:00."),
        ("call mon 1700", FRIDAY, "'1700' may be a time or a number; write 17:00."),
        ("call back noon", FRIDAY, "Fri 20 Nov 12:00 has passed, it is 14:30 now"),
        ("a week from monday", FRIDAY, "not 'from' before it; write the date itself"),
    ],
)
def test_what_libraries_read_wrongly_is_read_rightly_or_refused(text: str, now: datetime, understood: str) -> None:
    if understood.endswith(":00"):
        assert _said(text, now) == understood
    else:
        with pytest.raises(BadInput) as refusal:
            parse_due(text, now, SHOP)
        assert understood in refusal.value.sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Say what is promised and when"),
        (" \t", "Say what is promised and when"),
        ("x" * 501, "too long"),
        ("hello", "No due time is understood in 'hello'; end the line with fri 5pm or in 2 h."),
        ("mon or tue", "'tue' is understood, but not 'or' before it"),
        ("mon call back tue", "'mon' and 'tue' are both times"),
        ("call mon if parts are here by tue", "'mon' and 'by tue' are both times"),
        (
            "call back tomorrow early",
            "'tomorrow' is understood, but not 'early' behind it; write the hour or hours: fri",
        ),
        ("tomorrow or so call", "'tomorrow' is understood, but not 'or' behind it"),
        ("call tomorrow Shari Caldwell", "'tomorrow' is understood but stands in the middle"),
        ("call mon-fri 15:00", "not 'mon-fri' before it"),
        ("call tomorow 5pm", "not 'tomorow' before it; write tomorrow"),
        ("at five tomorrow", "not 'five' before it"),
        ("before noon", "not 'before' before it; write by"),
        ("this mon", "not 'this' before it; write mon alone for the coming one"),
        ("call back coming mon", "not 'coming' before it; write mon alone for the coming one"),
        ("call back last mon", "not 'last' before it; write the date itself"),
        *(
            (line, f"not {word!r} before it; write next mon, or mon for the coming one")
            for word in "nxt nex net netx nect nexr nextt nx enxt".split()
            for line in (f"call back {word} mon", f"call back by {word} mon 5pm", f"{word} mon call back")
        ),
        ("call back yesterday", "Yesterday has passed; give a later day."),
        ("yesterday: call back", "Yesterday has passed; give a later day."),
        ("call back yesterday 5pm", "Yesterday has passed; give a later day."),
        ("call back 5pm yesterday", "Yesterday has passed; give a later day."),
        ("call in 2 working days", "'working' is not one; name the day: thu or in 2 days"),
        ("call in 3 business hours", "'business' is not one; name the day: thu or in 2 days"),
        ("call back tomorrow noon tomorrow", "'tomorrow' and 'noon tomorrow' are both days; say one of them."),
        ("tomorrow noon tue call back", "'tomorrow noon' and 'tue' are both days; say one of them."),
        ("call back tomorrow in 2 h", "'tomorrow' and 'in 2 h' are both times; say one of them."),
        ("monday 5pm sharp", "not 'sharp' behind it; leave 'sharp' out."),
        ("call back monday 5pm sharp", "not 'sharp' behind it; leave 'sharp' out."),
        ("call back about 5pm", "not 'about' before it; leave 'about' out."),
        (
            "call her at 10:00 about the sofa",
            "'at 10:00' is understood but stands in the middle; put it at the end of the line.",
        ),
        ("call 30 fri", "not '30' before it"),
        ("call ~9 mon", "not '~9' before it"),
        ("call 1030 mon", "not '1030' before it; if a time is meant write 10:30"),
        ("mon 930", "'930' may be a time or a number; write 9:30"),
        ("mon 9 second", "'mon 9' is understood, but not 'second' behind it"),
        ("mon 2 boxes arrive", "'mon 2' is understood, but not 'boxes' behind it; write the hour as 9:00"),
        ("30.11. 14:00", "'30.11.' is not understood: write 30 nov."),
        ("11/30", "'11/30' is not understood: write 30 nov."),
        ("call 12/1", "'12/1' may be 1 Dec or 12 Jan: write 1 dec or 12 jan."),
        ("call 12/1 at 15:00", "'12/1' may be 1 Dec or 12 Jan: write 1 dec or 12 jan."),
        ("call 5/5", "'5/5' is not understood: write 5 may."),
        ("call 12/1/27", "'12/1/27' may be 1 Dec 2027 or 12 Jan 2027: write 1 dec 2027 or 12 jan 2027."),
        ("call 31/31", "'31/31' is no date; write 30 nov or 2026-11-30."),
        ("30 dez 14:00", "not 'dez' before it; write 30 dec"),
        ("30 kwi 15:00", "'30 kwi' may be a date"),
        ("anruf morgen 17:00", "not 'morgen' before it; write tomorrow"),
        ("morgen 17 Uhr", "'morgen' is not one; write tomorrow"),
        ("freitag 15:00", "not 'freitag' before it; write fri"),
        ("17h", "write 17:00"),
        ("5 p.m.", "'5 p.m' is not one; write 5pm."),
        ("5pm est", "'5pm' is understood, but not 'est' behind it"),
        ("parts 9-12", "'9-12' may be hours or a date: write today 9-12, or 12 sep or 9 dec."),
        ("mon 8", "'8' may be 8am or 8pm, and on Mon 23 Nov we are closed at both; write 8am or 8pm."),
        ("at 5:30", "'5:30' may be 5:30am or 5:30pm, and on Fri 20 Nov we are closed at both"),
        ("sun 5", "'5' may be 5am or 5pm, and on Sun 22 Nov we are closed at both; write 5am or 5pm."),
        ("thu 3", "'3' may be 3am or 3pm, and on Thu 26 Nov we are closed at both; write 3am or 3pm."),
        ("mon 6-8", "'6-8' may be 06:00-08:00 or 18:00-20:00; write it as one of them."),
        ("sun 2-4", "'2-4' may be 02:00-04:00 or 14:00-16:00; write it as one of them."),
        ("send 3 tomorrow", "'tomorrow' is understood, but not '3' before it"),
        ("call by 5 boxes", "'by 5' is understood but stands in the middle"),
        ("at 3 boxes arrive", "'at 3' is understood, but not 'boxes' behind it; write the hour as 9:00 or 9am."),
        ("at 30", "'30' is no time of the day"),
        ("call her at 1043", "'1043' is not one; if a time is meant write 10:43."),
        ("on 3", "No due time is understood in 'on 3'"),
        ("30 nov 3", "'3' behind a date may be a year or an hour"),
        ("call at 9", "Fri 20 Nov 09:00 has passed, it is 14:30 now; give a later time or a day, such as tomorrow."),
        ("call at 2", "Fri 20 Nov 14:00 has passed, it is 14:30 now"),
        ("by noon", "Fri 20 Nov 12:00 has passed, it is 14:30 now"),
        ("mon 9-5", "'9-5' ends before it begins; write 9-17"),
        ("mon 9-9", "'9-9' ends before it begins"),
        ("mon 2-4pm", "'2-4pm' leaves one end open"),
        ("mon 25", "'25' is no time of the day"),
        ("mon 12:75", "'12:75' is no time of the day"),
        ("mon 24:30", "'24:30' is no time of the day"),
        ("mon 13pm", "'13pm' is no time"),
        ("mon 0pm", "'0pm' is no time"),
        ("mon 12am", "write 00:00 or midnight"),
        ("30 nov 9", "'9' behind a date may be a year or an hour"),
        ("thu 30 nov", "30 Nov 2026 is a Mon"),
        ("tue 2026-11-30", "30 Nov 2026 is a Mon"),
        ("mon on 5pm", "'mon' and 'on 5pm' are both times"),
        ("in 40 min 30 min", "'in 40 min' is understood, but not '30' behind it"),
        ("31 nov", "There is no 31 Nov"),
        ("29 feb 2027", "There is no 29 Feb 2027"),
        ("2026-13-01", "There is no month 13; write dates as 2026-11-30"),
        ("0000-01-01", "There is no 1 Jan 0"),
        ("2026-03-08", "Sun 8 Mar has passed"),
        ("0001-01-01 00:00", "has passed"),
        ("9999-12-31 24:00", "more than two years ahead"),
        ("in 9999 weeks", "more than two years ahead"),
        ("21 nov 2028 15:00", "more than two years ahead"),
        ("in 0 min", "is now"),
        ("in 0 days 14:30", "has passed"),
        ("today 14:00-16:00", "Fri 20 Nov 14:00 has passed"),
        ("mon 10:00 second", "comes only once"),
    ],
)
def test_a_refusal_says_what_is_not_understood_and_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parse_due(text, FRIDAY, SHOP)
    assert reason in refusal.value.sentence
    assert "\n" not in refusal.value.sentence


def test_a_weekday_is_after_today_and_the_next_one_in_the_week_that_begins_on_monday() -> None:
    sunday = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
    assert _said("tue", sunday) == _said("next tue", sunday) == "Tue 24 Nov 17:00"
    monday = sunday + timedelta(days=1)
    assert _said("tue", monday) == "Tue 24 Nov 17:00"
    assert _said("next tue", monday) == "Tue 1 Dec 17:00"
    assert _said("next mon", monday) == "Mon 30 Nov 17:00"


def test_a_day_without_hours_ends_at_five_and_a_night_shift_where_it_ends() -> None:
    assert _said("26 nov") == "Thu 26 Nov 17:00"
    assert _said("tomorrow", hours=UNSET) == "Sat 21 Nov 17:00"
    assert _said("tomorrow", hours=NIGHT) == "Sun 22 Nov 06:00"
    in_the_night = datetime(2026, 11, 21, 3, 0, tzinfo=DENVER).astimezone(UTC)
    assert _said("eod", in_the_night, NIGHT) == "Sat 21 Nov 06:00"
    assert _said("today", in_the_night, NIGHT) == "Sun 22 Nov 06:00"


def test_after_closing_the_end_of_today_has_passed() -> None:
    with pytest.raises(BadInput, match="Closing time, Fri 20 Nov 17:00 has passed, it is 18:30 now"):
        parse_due("today", FRIDAY + timedelta(hours=4), SHOP)


def test_the_very_minute_it_is_has_passed() -> None:
    with pytest.raises(BadInput, match="14:30 has passed"):
        parse_due("14:30", FRIDAY.replace(second=0), SHOP)


def test_an_early_hour_is_read_as_it_is_where_there_are_hours_then() -> None:
    assert _said("mon 5", hours=NIGHT) == "Mon 23 Nov 05:00"
    assert _said("mon 6", hours=NIGHT) == "Mon 23 Nov 06:00"
    assert _said("mon 10", hours=NIGHT) == "Mon 23 Nov 22:00"
    assert _said("mon 05:30") == "Mon 23 Nov 05:30"
    with pytest.raises(BadInput, match="'7' may be 7am or 7pm, and on Mon 23 Nov we are closed at both; write 7am"):
        parse_due("mon 7", FRIDAY, NIGHT)


def test_an_hour_is_named_both_ways_where_the_hours_of_the_desk_do_not_tell() -> None:
    with pytest.raises(BadInput, match="'5' may be 5am or 5pm; write one of them"):
        parse_due("mon 5", FRIDAY, UNSET)
    with pytest.raises(BadInput, match="'3:30' may be 3:30am or 3:30pm, and we are open at both; write 3:30am or"):
        parse_due("call at 3:30", FRIDAY, ALWAYS)
    with pytest.raises(BadInput, match="'9-11' may be 09:00-11:00 or 21:00-23:00; write it as one of them"):
        parse_due("mon 9-11", FRIDAY, ALWAYS)
    assert _said("mon 9-12", hours=ALWAYS) == "Mon 23 Nov 09:00-12:00"
    assert _said("mon 9-17", hours=ALWAYS) == "Mon 23 Nov 09:00-17:00"
    assert _said("mon 15", hours=ALWAYS) == "Mon 23 Nov 15:00"


@pytest.mark.parametrize(
    ("zone", "gap", "after", "twice", "apart"),
    [
        (DENVER, "2027-03-14 02:30", "write 03:00", "2027-11-07 01:30", 1),
        (BERLIN, "2027-03-28 02:30", "write 03:00", "2027-10-31 02:30", 1),
    ],
)
def test_a_change_of_clocks_skips_times_and_repeats_others(
    zone: ZoneInfo, gap: str, after: str, twice: str, apart: int
) -> None:
    hours = WorkingHours(((Span(time(0), time(0)),),) * 7, frozenset(), zone)
    with pytest.raises(BadInput, match=f"does not exist on .*{after}"):
        parse_due(gap, FRIDAY, hours)
    first, second = parse_due(twice, FRIDAY, hours), parse_due(f"{twice} second", FRIDAY, hours)
    assert first.at == parse_due(f"{twice} first", FRIDAY, hours).at
    assert second.at - first.at == timedelta(hours=apart)
    assert echo(first, FRIDAY, zone, hours).endswith(", the first of two as the clocks go back")
    assert echo(second, FRIDAY, zone, hours).endswith(", the second of two as the clocks go back")
    assert parse_due("in 2 h", first.at, hours).at == first.at + timedelta(hours=2)


def test_the_echo_tells_the_whole_date_and_how_far_away_it_is() -> None:
    now = datetime(2026, 11, 22, 15, 0, tzinfo=DENVER).astimezone(UTC)
    assert echo(parse_due("fri 5pm", now, SHOP), now, DENVER, SHOP) == "Fri 27 Nov 17:00 (in 5 d 2 h)"
    due = parse_due("fri 5pm", now, SHOP)
    assert echo(due, due.at + timedelta(minutes=90), DENVER, SHOP) == "Fri 27 Nov 17:00 (1 h 30 min ago)"


def test_a_closed_hour_is_pointed_out_with_the_next_open_one() -> None:
    due = parse_due("tomorrow noon", FRIDAY, SHOP)
    words = echo(due, FRIDAY, DENVER, SHOP)
    assert words == "Sat 21 Nov 12:00 (in 21 h 30 min), we are closed then; next open Mon 09:00"
    assert next_open_after(due, SHOP) == datetime(2026, 11, 23, 16, tzinfo=UTC)
    for open_then in ("mon 17:00", "mon 9:00", "mon 16:00-19:00"):
        due = parse_due(open_then, FRIDAY, SHOP)
        assert next_open_after(due, SHOP) is None
        assert "closed" not in echo(due, FRIDAY, DENVER, SHOP)
    assert next_open_after(parse_due("mon 18:00-19:00", FRIDAY, SHOP), SHOP) is not None
    assert "closed" not in echo(parse_due("sun 12:00", FRIDAY, UNSET), FRIDAY, DENVER, UNSET)
    closed = WorkingHours(SHOP.week, frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(1200)), DENVER)
    assert echo(Due("", FRIDAY, None, ""), WEDNESDAY, DENVER, closed).endswith("(in 2 d), we are closed then")


@pytest.mark.parametrize(
    "text", ["call back", "send the form and the book", "parts for order 1043", "answer of the hub", "'tomorrow'"]
)
def test_a_line_that_says_nothing_of_a_time_is_told_apart(text: str) -> None:
    with pytest.raises(NoTimeSaid) as unsaid:
        parse_due(text, FRIDAY, SHOP)
    assert unsaid.value.what == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "call back soon",
        "call back at once",
        "send 5 parts",
        "call back tomorow",
        "call back in a while",
        "within a week",
        "call back morgen",
        "call back 1700",
        "call fri back",
        "tomorrow or mon",
        "call back asap",
        "call back this evening",
        "call back sun 10:00 or so",
    ],
)
def test_a_time_that_is_not_understood_is_never_taken_for_none(text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parse_due(text, FRIDAY, SHOP)
    assert not isinstance(refusal.value, NoTimeSaid)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("call back sun 10:00", "call back Mon 23 Nov 09:00"),
        ("call back, sun 10:00", "call back, Mon 23 Nov 09:00"),
        ("sun 10:00 call back", "Mon 23 Nov 09:00 call back"),
        ("call back sun 9-12", "call back Mon 23 Nov 09:00"),
        ("call back by thu", "call back Fri 27 Nov 09:00"),
        ("sun 10:00", "Mon 23 Nov 09:00"),
    ],
)
def test_the_next_opening_stands_in_the_place_of_a_closed_hour(text: str, offered: str) -> None:
    opens = next_open_after(parse_due(text, FRIDAY, SHOP), SHOP)
    assert opens is not None
    assert at_another_time(text, opens, FRIDAY, SHOP) == offered


def test_no_time_is_put_into_a_line_that_is_not_understood() -> None:
    assert at_another_time("call back fri or mon", FRIDAY, FRIDAY, SHOP) == ""


def test_no_time_is_put_where_a_word_behind_it_would_change_it() -> None:
    morning = datetime(2026, 11, 23, 5, 24, tzinfo=DENVER).astimezone(UTC)
    assert at_another_time("noon , pm", morning, WEDNESDAY, SHOP) == ""
