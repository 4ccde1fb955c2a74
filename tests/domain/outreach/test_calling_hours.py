"""When somebody may be called, from the words in which their wishes are kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.outreach.calling_hours import NOT_TODAY, NOW_FINE, calling_hours

DENVER = ZoneInfo("America/Denver")


def at(clock: str, day: int = 23) -> datetime:
    """That time on a day of November 2026, of which the 23rd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day} {clock}").replace(tzinfo=DENVER)


@pytest.mark.parametrize(
    ("wishes", "clock", "words"),
    [
        ("", "10:00", NOW_FINE),
        ("", "07:59", "not before 8"),
        ("", "21:00", NOT_TODAY),
        ("text first, mornings", "08:00", NOW_FINE),
        ("text first, mornings", "12:00", NOT_TODAY),
        ("text, never before 9", "08:59", "not before 9"),
        ("text, never before 9", "09:00", NOW_FINE),
        ("phone, after 18:00", "10:00", "not before 18"),
        ("not before 17:30", "10:00", "not before 17:30"),
        ("evenings", "16:59", "not before 17"),
        ("not before 9 and not after 17:30", "17:29", NOW_FINE),
        ("not before 9 and not after 17:30", "17:30", NOT_TODAY),
        ("before noon", "11:59", NOW_FINE),
        ("before noon", "12:00", NOT_TODAY),
        ("9-5", "16:59", NOW_FINE),
        ("9-5", "17:00", NOT_TODAY),
        ("8-10, 16-18", "12:00", "not before 16"),
        ("afternoons, not after 16", "15:59", NOW_FINE),
        ("afternoons, not after 16", "16:00", NOT_TODAY),
        ("never in the evening", "16:00", NOW_FINE),
        ("never in the evening", "17:00", NOT_TODAY),
        ("10am-2pm", "13:59", NOW_FINE),
        ("e-mail, then phone", "10:00", NOW_FINE),
        ("not before 25", "10:00", NOW_FINE),
    ],
)
def test_hours_are_read_as_people_write_them(wishes: str, clock: str, words: str) -> None:
    assert calling_hours(wishes).words(at(clock), DENVER) == words


@pytest.mark.parametrize(
    ("wishes", "day", "words"),
    [
        ("weekdays", 23, NOW_FINE),
        ("weekdays", 22, NOT_TODAY),
        ("weekends, mornings", 23, NOT_TODAY),
        ("weekends, mornings", 22, NOW_FINE),
        ("mon-wed 9-12", 25, NOW_FINE),
        ("mon-wed 9-12", 26, NOT_TODAY),
        ("fri-mon", 22, NOW_FINE),
        ("fri-mon", 25, NOT_TODAY),
        ("not on sundays", 22, NOT_TODAY),
        ("never mondays", 23, NOT_TODAY),
        ("Tuesday", 24, NOW_FINE),
        ("sat or sun", 24, NOT_TODAY),
    ],
)
def test_days_are_read_as_people_write_them(wishes: str, day: int, words: str) -> None:
    assert calling_hours(wishes).words(at("10:00", day), DENVER) == words


def test_the_hours_are_those_of_the_desks_zone() -> None:
    now = datetime.fromisoformat("2026-11-23 16:30+00:00")
    assert calling_hours("not before 10").words(now, DENVER) == "not before 10"
    assert calling_hours("not before 10").words(now + timedelta(minutes=30), DENVER) == NOW_FINE


def test_what_is_said_to_be_the_next_time_is_fine_then() -> None:
    """Whatever was written: `not before 17:30` is followed by a time that is fine, at that very minute."""
    rng, parts = (
        Random(6),
        ("mornings", "evenings", "never before 9", "after 18:00", "9-5", "until 20", "not after 11"),
    )
    for _ in range(300):
        wishes = ", ".join(rng.sample(parts, rng.randrange(4)))
        now = at(f"{rng.randrange(24):02}:{rng.randrange(60):02}")
        words = calling_hours(wishes).words(now, DENVER)
        if words.startswith("not before "):
            hour, _, minute = words.removeprefix("not before ").partition(":")
            then = now.replace(hour=int(hour), minute=int(minute or 0))
            assert then > now, wishes
            assert calling_hours(wishes).words(then, DENVER) == NOW_FINE, wishes
        else:
            assert words in (NOW_FINE, NOT_TODAY)


@pytest.mark.parametrize(
    "wishes", ["9" * 400, "not before " * 200, "mon-" * 100, "\x1b[31m 9-", "١٢-١٣", "12:99-13:77"]
)
def test_no_text_is_too_strange(wishes: str) -> None:
    assert calling_hours(wishes).words(at("10:00"), DENVER)
