"""Hours as people type them: what is understood, what is refused and how, and words that read back the same."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deskui.domain.due_time.wall_clock import Span
from deskui.domain.working_hours.opening import DAYS
from deskui.domain.working_hours.typed import holidays_typed, week_typed
from deskui.domain.working_hours.words import holidays_words, hours_in_full, hours_words, span_length, week_length
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.domain.working_hours.opening import Week

TODAY: Final = date(2026, 11, 22)


def span(opens: str, closes: str) -> Span:
    return Span(time.fromisoformat(opens), time.fromisoformat(closes))


NINE_TO_SIX: Final = (span("09:00", "18:00"),)
CLOSED: Final = ()


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("mon-fri 9-18, sat 9-13", ((NINE_TO_SIX,) * 5 + ((span("09:00", "13:00"),), CLOSED))),
        ("9-18", (NINE_TO_SIX,) * 7),
        ("  MON-FRI  9:00 – 18:00 ", ((NINE_TO_SIX,) * 5 + (CLOSED, CLOSED))),
        ("9am-6 pm", (NINE_TO_SIX,) * 7),
        ("12am-12pm", ((span("00:00", "12:00"),),) * 7),
        (
            "mon-thu 8:00-12:00 13:00-17:00, fri 8-14",
            ((span("08:00", "12:00"), span("13:00", "17:00")),) * 4 + ((span("08:00", "14:00"),), CLOSED, CLOSED),
        ),
        ("22:00-06:00", ((span("22:00", "06:00"),),) * 7),
        ("18-24", ((span("18:00", "00:00"),),) * 7),
        ("24 h", ((span("00:00", "00:00"),),) * 7),
        ("24h, ", ((span("00:00", "00:00"),),) * 7),
        ("closed", (CLOSED,) * 7),
        ("mon, wed, fri 9-18", (NINE_TO_SIX, CLOSED, NINE_TO_SIX, CLOSED, NINE_TO_SIX, CLOSED, CLOSED)),
        ("mon wed fri 9-18", (NINE_TO_SIX, CLOSED, NINE_TO_SIX, CLOSED, NINE_TO_SIX, CLOSED, CLOSED)),
        ("sat-mon 9-18; tuesday closed", (NINE_TO_SIX, *(CLOSED,) * 4, NINE_TO_SIX, NINE_TO_SIX)),
    ],
)
def test_what_people_type_is_understood(typed: str, week: Week) -> None:
    assert week_typed(typed) == week


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_nothing_typed_is_no_hours_of_ones_own(typed: str) -> None:
    assert week_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sometimes", "'sometimes' is not understood; write mon-fri 9-18, sat 9-13, 22:00-06:00, 24 h or closed."),
        ("mon-fri 9-25", "'9-25' is not understood"),
        ("mon 9:60-18", "'9:60-18' is not understood"),
        ("mon 24-6", "'24-6' is not understood"),
        ("mon 13pm-18", "'13pm-18' is not understood"),
        ("mon-fry 9-18", "'mon-fry' is not understood; write days as mon-fri."),
        ("mon- 9-18", "is not understood"),
        ("mon 9", "'9' is not understood"),
        ("mon-fri", "Say the hours of mon too, such as mon 9-18, or mon closed."),
        ("mon 9-18, tue", "Say the hours of tue too"),
        ("mon-fri 9-18, fri 9-14", "fri is named twice"),
        ("9-18, sun closed", "sun is named twice"),
        ("mon 9-13 12-18", "9-13 and 12-18 overlap or are not in order."),
        ("mon 13-17 8-12", "13-17 and 8-12 overlap or are not in order."),
        ("mon 22-6 7-9", "22-6 and 7-9 overlap or are not in order."),
        ("mon 24 h 9-18", "'24h' is not understood"),
        ("mon ٩-١٨", "is not understood"),
    ],
)
def test_what_is_not_understood_is_refused_in_one_sentence(typed: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        week_typed(typed)
    assert said in refused.value.sentence
    assert refused.value.field == "Hours"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("mon 9:00-18:00, tue 9-18, wed-thu 9-18, fri 09-18, sat 9-13", "mon-fri 9-18, sat 9-13"),
        ("mon wed-fri 9-17, sun 10-17", "mon wed-fri 9-17, sun 10-17"),
        ("mon-sun 9:30-18", "9:30-18"),
        ("monday-sunday 0-24", "24 h"),
        ("mon closed", "closed"),
        ("22:00-06:00", "22-6"),
        ("fri 18:00-00:00", "fri 18-24"),
        ("sat-mon 9-18", "mon sat-sun 9-18"),
    ],
)
def test_words_are_the_shortest_that_read_the_same(typed: str, words: str) -> None:
    week = week_typed(typed)
    assert week is not None
    assert hours_words(week) == words
    assert week_typed(words) == week


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mon-thu 8-12 13-17, fri 8-2", "Mon-Thu 08:00-12:00 13:00-17:00, Fri 08:00-02:00 next day"),
        ("mon wed-fri 18-24", "Mon Wed-Fri 18:00-24:00"),
        ("9-18", "every day 09:00-18:00"),
        ("24 h", "every day 00:00-24:00"),
        ("closed", "closed on all days"),
    ],
)
def test_it_is_read_back_in_clock_times(typed: str, read: str) -> None:
    week = week_typed(typed)
    assert week is not None
    assert hours_in_full(week) == read


def test_lengths_count_nights_and_whole_days() -> None:
    assert span_length(span("22:00", "06:00")) == timedelta(hours=8)
    assert span_length(span("00:00", "00:00")) == timedelta(hours=24)
    week = week_typed("mon-fri 9-18, sat 9-13")
    assert week is not None
    assert week_length(week) == timedelta(hours=49)


def test_holidays_are_days_in_order_each_once() -> None:
    days = holidays_typed("25 dec, 2027-01-01; 25 dec,", TODAY)
    assert days == (date(2026, 12, 25), date(2027, 1, 1))
    assert holidays_typed("", TODAY) == ()
    assert holidays_typed(holidays_words(days), TODAY) == days


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("some day", "Holidays 'some day' is not understood; write in 3 days or in 2 weeks."),
        ("2027", "Holidays '2027' is not understood; write 30 nov or 2026-11-30."),
        ("2027-01", "Holidays '2027-01' is not understood; write dates as 30 nov or 2026-11-30."),
        ("32 dec", "There is no 32 Dec; correct the date."),
    ],
)
def test_a_holiday_that_is_no_single_day_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        holidays_typed(f"25 dec, {typed}", TODAY)
    assert refused.value.field == "Holidays"
    assert refused.value.sentence == sentence


TIMES: Final = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@st.composite
def days_of_spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans of one day, in order, the last perhaps into the night."""
    edges = sorted(draw(st.sets(TIMES, max_size=6)))
    spans = [Span(opens, closes) for opens, closes in zip(edges[::2], edges[1::2], strict=False)]
    last = spans[-1].closes if spans else time(0)
    if draw(st.booleans()):
        night = [at for at in draw(st.lists(TIMES, min_size=2, max_size=2)) if at >= last]
        spans += [Span(night[0], min(night[0], draw(TIMES)))] if night else []
    return tuple(spans)


WEEKS: Final = st.lists(st.one_of(days_of_spans(), st.just(NINE_TO_SIX), st.just(CLOSED)), min_size=7, max_size=7)


@given(WEEKS.map(tuple))
@example(((span("00:00", "00:00"),),) * 7)
def test_a_week_in_words_reads_as_that_week(week: Week) -> None:
    assert week_typed(hours_words(week)) == week


def _typed(at: time, style: int) -> str:
    half = "am" if at.hour < 12 else "pm"
    whole = f"{at.hour}" if at.minute == 0 else f"{at.hour}:{at.minute:02}"
    return (f"{at:%H:%M}", whole, f"{at.hour % 12 or 12}:{at.minute:02} {half}")[style]


@given(
    WEEKS.map(tuple), st.permutations(range(7)), st.lists(st.integers(0, 2), min_size=1, max_size=9), st.booleans()
)
def test_typed_in_any_style_it_reads_as_the_same_week(
    week: Week, order: list[int], styles: list[int], loud: bool
) -> None:
    """Each day by itself, in any order, in any way to write a time."""
    parts, turn = [], 0
    for day in order:
        spans = []
        for each in week[day]:
            style = styles[turn % len(styles)]
            turn += 1
            spans.append(f"{_typed(each.opens, style)} - {_typed(each.closes, style)}")
        parts.append(f"{DAYS[day]} {' '.join(spans) or 'closed'}")
    typed = ", ".join(parts)
    read = week_typed(typed.upper() if loud else typed)
    assert read == week
    assert read is not None
    assert week_typed(hours_words(read)) == read


@given(st.text(max_size=40))
def test_any_text_at_all_is_read_or_refused(typed: str) -> None:
    try:
        week = week_typed(typed)
    except BadInput:
        return
    assert week is None or week_typed(hours_words(week)) == week
