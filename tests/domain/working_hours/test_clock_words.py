from __future__ import annotations

from datetime import time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.working_hours.clock_words import working_day, working_words
from deskui.domain.working_hours.hours import Span, WorkingHours

ZONE = ZoneInfo("America/Denver")


def hours(*week: tuple[Span, ...]) -> WorkingHours:
    return WorkingHours(week, frozenset(), ZONE)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0.0, "0 working min"),
        (0.505, "31 working min"),
        (1.0, "1 working hour"),
        (2 + 20 / 60, "2 working hours 20 min"),
        (6.2, "7 working hours"),
        (7.9, "8 working hours"),
        (8.0, "8 working hours"),
        (9.0, "1 working day"),
        (11.0, "1 working day 2 h"),
        (26.9, "3 working days"),
        (22.0, "2 working days 4 h"),
    ],
)
def test_working_time_is_said_in_working_days(length: float, words: str) -> None:
    assert working_words(length, 9.0) == words


def test_what_is_said_is_never_less() -> None:
    said = [working_words(minutes / 60, 7.5) for minutes in range(0, 6000, 7)]

    def meant(words: str) -> float:
        count = words.replace("working ", "").split()
        sizes = {"min": 1 / 60, "h": 1.0, "hour": 1.0, "hours": 1.0, "day": 7.5, "days": 7.5}
        return sum(int(number) * sizes[unit] for number, unit in zip(count[::2], count[1::2], strict=True))

    for minutes, words in zip(range(0, 6000, 7), said, strict=True):
        assert -1e-9 <= meant(words) - minutes / 60 <= 1.5, words
    assert all(meant(one) <= meant(other) for one, other in pairwise(said))


def test_a_working_day_is_the_mean_of_the_days_that_have_hours() -> None:
    full, half = (Span(time(9), time(12)), Span(time(13), time(18))), (Span(time(9), time(13)),)
    assert working_day(hours(*(full,) * 5, half, ())) == pytest.approx(44 / 6)
    assert working_day(hours(*((Span(time(22), time(6)),),) * 7)) == 8
    assert working_day(hours(*((Span(time(0), time(0)),),) * 7)) == 24
    assert working_day(hours(*((),) * 7)) == 24
