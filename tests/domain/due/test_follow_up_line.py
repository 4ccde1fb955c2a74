from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.due.follow_up_line import read_follow_up
from tests.domain.day_words import texts

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("choose a computer with her in 3 days", "choose a computer with her", date(2026, 11, 25)),
        ("fri: send the catalogue", "send the catalogue", date(2026, 11, 27)),
        ("ask after order 1043 by tomorrow", "ask after order 1043", date(2026, 11, 23)),
        ("tomorrow call her", "call her", date(2026, 11, 23)),
        ("today, look at the frame", "look at the frame", SUNDAY),
        ("ask how the trains run next fri", "ask how the trains run", date(2026, 11, 27)),
        ("renew in 2 Months", "renew", date(2027, 1, 22)),
        ("send  the catalogue on 8 jan", "send the catalogue", date(2027, 1, 8)),
        ('read her "tomorrow" book 2026-12-24', 'read her "tomorrow" book', date(2026, 12, 24)),
    ],
)
def test_a_line_says_what_and_on_which_day(line: str, what: str, due: date) -> None:
    read = read_follow_up(line, SUNDAY)
    assert (read.what, read.due, read.refusal) == (what, due, "")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Say what is to be done, and on which day"),
        ("call her", "Say on which day, at the end: fri or in 3 days."),
        ("fri", "Say what is to be done, too"),
        ("in 2 months", "Say what is to be done, too"),
        ("call her fri 5pm", "A follow-up has a day and no hour"),
        ("call her in 2 h", "A follow-up has a day and no hour"),
        ("call her at noon", "A follow-up has a day and no hour"),
        ("call her 12/1", "'12/1' may be 1 Dec or 12 Jan: write 1 dec or 12 jan."),
        ("call her tomorrow morning", "A follow-up has a day and no hour"),
        ("call her in a couple of weeks", "'in a couple of weeks' is not one; write in 2 weeks."),
        ("call her yesterday", "Yesterday has passed; give a later day."),
        ("call her soon", "end the line with tomorrow, fri or in 3 days."),
        ("call her tomorow", "write tomorrow"),
        ("call her mon or tue", "say one time"),
        ("call her mon, write her tue", "are both times"),
        ("call mon write in 2 months", "'mon' and 'in 2 months' are both times"),
        ("call on friday her mother", "stands in the middle"),
        ("call sun", "It is Sun today"),
        ("call 2026-11-01", "has passed"),
        ("call 30 feb", "There is no 30 Feb"),
        ("call in 30 months", "more than two years ahead"),
        ("call in 900 days", "more than two years ahead"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_to_write(line: str, sentence: str) -> None:
    read = read_follow_up(line, SUNDAY)
    assert sentence in read.refusal
    assert (read.what, read.due) == ("", None)


@given(st.text(max_size=60) | texts)
def test_every_line_is_planned_whole_or_refused(line: str) -> None:
    read = read_follow_up(line, SUNDAY)
    assert (read.due is None) == bool(read.refusal) == (not read.what)
    assert len(read.refusal) <= 100
