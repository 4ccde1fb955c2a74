"""When somebody may be called, from the words in which their wishes are kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.outreach.calling_hours import NOT_TODAY, NOW_FINE, calling_hours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        ("not after 8", "19:59", NOW_FINE),
        ("not after 8", "23:59", NOT_TODAY),
        ("call before 7", "23:30", NOT_TODAY),
        ("till 5", "17:00", NOT_TODAY),
        ("after 5", "05:30", "not before 17"),
        ("after 5:30", "17:30", NOW_FINE),
        ("after 17.30", "17:10", "not before 17:30"),
        ("after 8", "08:00", NOW_FINE),
        ("before 7am", "20:00", NOT_TODAY),
        ("not before 6 a.m.", "06:00", NOW_FINE),
        ("from 00:30 to 2am", "00:10", "not before 0:30"),
        ("until 22 h", "21:30", NOW_FINE),
        ("until 9pm", "20:59", NOW_FINE),
        ("between 9 and 5", "17:00", NOT_TODAY),
        ("from 9 to 12", "12:00", NOT_TODAY),
        ("9-11pm", "10:00", "not before 21"),
        ("7-9", "08:30", "not before 19"),
        ("7-3", "07:30", "not before 8"),
        ("5-7am", "05:30", NOW_FINE),
        ("9-5, not before 11", "10:00", "not before 11"),
        ("9-5, never mornings", "10:00", "not before 12"),
        ("not 12-2", "13:00", "not before 14"),
        ("no calls before 10", "09:59", "not before 10"),
        ("don't call after 8pm", "20:00", NOT_TODAY),
        ("no calls before 10 or after 5", "09:00", "not before 10"),
        ("no calls before 10 or after 5", "17:00", NOT_TODAY),
        ("not until 10", "09:30", "not before 10"),
        ("not before 9 in the morning", "09:00", NOW_FINE),
        ("not in the morning or evening", "11:59", "not before 12"),
        ("not in the morning or evening", "17:00", NOT_TODAY),
        ("evenings until 9", "20:59", NOW_FINE),
        ("mornings, not before 7", "08:00", NOW_FINE),
        ("mornings, after 5pm", "10:00", NOT_TODAY),
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
        ("not mondays or tuesdays", 24, NOT_TODAY),
        ("not mondays or tuesdays", 25, NOW_FINE),
        ("never mondays, tuesdays", 24, NOT_TODAY),
        ("not mon-wed", 25, NOT_TODAY),
        ("not mon-wed", 26, NOW_FINE),
        ("weekdays except friday", 27, NOT_TODAY),
        ("weekdays but not fridays", 26, NOW_FINE),
        ("weekends never", 22, NOT_TODAY),
        ("no calls on sundays", 23, NOW_FINE),
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


class Bound(NamedTuple):
    """A wish with its hours, and the minutes of the day that it allows when they are meant like that."""

    words: str
    hours: tuple[str, ...]
    allows: Callable[..., set[int]]


MINUTES = range(0, 24 * 60, 15)


def since(first: int) -> set[int]:
    return {at for at in MINUTES if at >= first}


def till(last: int) -> set[int]:
    return {at for at in MINUTES if at < (last or 24 * 60)}  # up to midnight


def between(first: int, last: int) -> set[int]:
    return since(first) & till(last)


def hours(first: int, last: int) -> set[int]:
    return since(first) | till(last) if first > last > 0 else between(first, last)


def meant(clock: str) -> tuple[int, ...]:
    """The minutes of the day that a clock may mean: `5` two of them, `5pm` and `17:00` one."""
    found = re.fullmatch(r"(\d+)(?::(\d\d))?\s*([ap])?.*", clock)
    assert found is not None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        return ((hour % 12 + (12 if found[3] == "p" else 0)) * 60 + minute,)
    if hour >= 12 or clock.startswith("0"):
        return (hour * 60 + minute,)
    return (hour * 60 + minute, (hour + 12) * 60 + minute)


def hour_of(rng: Random, said: float) -> str:
    hour, half = rng.randrange(1, 13), ":30" * rng.randrange(2)
    if rng.random() >= said:
        return f"{hour}{half}"
    return rng.choice([f"{hour}{half}am", f"{hour}{half} p.m.", f"{rng.randrange(13, 24)}{half}", f"0{hour % 10}:30"])


def wish(rng: Random, said: float) -> Bound:
    words, count, allows = rng.choice([
        *((f"{each} {{}}", 1, since) for each in ("after", "not before", "never before", "from", "no earlier than")),
        *((f"{each} {{}}", 1, since) for each in ("no calls before", "don't call before", "not until")),
        *((f"{each} {{}}", 1, till) for each in ("before", "until", "till", "not after", "no later than")),
        *((f"{each} {{}}", 1, till) for each in ("never call after", "no calls after", "please call me before")),
        *((each, 2, hours) for each in ("{}-{}", "{} – {}", "between {} and {}", "from {} to {}")),
        ("no calls before {} or after {}", 2, between),
        ("not before {} and not after {}", 2, between),
    ])  # fmt: skip
    named = tuple(hour_of(rng, said) for _ in range(count))
    return Bound(words.format(*named), named, allows)


def fine(wishes: str) -> set[int]:
    day = at("00:00", 24)
    read = calling_hours(wishes)
    return {each for each in MINUTES if read.words(day + timedelta(minutes=each), DENVER) == NOW_FINE}


def readings_of(wishes: list[Bound]) -> Iterator[set[int]]:
    """What is allowed, in all the ways to read the hours; of several that are named each is."""
    halves = [list(product(*(meant(hour) for hour in each.hours))) for each in wishes]
    for reading in product(*halves):
        allowed = [(each.allows is hours, each.allows(*at)) for each, at in zip(wishes, reading, strict=True)]
        named = [each for is_named, each in allowed if is_named] or [set(MINUTES)]
        yield set.union(*named).intersection(*(each for is_named, each in allowed if not is_named))


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_called_out_of_hours_or_against_what_was_written(seed: int) -> None:
    """What is fine is fine by one way to read the hours, and within ours unless am, pm or 24 hours say otherwise."""
    rng = Random(seed)
    ours = between(8 * 60, 21 * 60)
    for _ in range(250):
        said = rng.choice([0, 0, 0.5])
        wishes = [wish(rng, said) for _ in range(rng.choice([1, 1, 2, 3]))]
        text = ", ".join(each.words for each in wishes)
        now = fine(text)
        readings = [*readings_of(wishes)]
        assert not now or any(now <= reading for reading in readings), text
        if not said:
            assert now <= ours, text
        same = len({hour.lstrip("0").split("a")[0] for hour in wishes[0].hours}) == 1 < len(wishes[0].hours)
        if len(wishes) == 1 and not same and any(reading & ours for reading in readings):
            assert now, text


@pytest.mark.parametrize("words", ["mornings", "afternoons", "evenings", "mondays", "weekends", "12-2", "1pm-3pm"])
@pytest.mark.parametrize(
    "refusal", ["never {}", "not {}", "no calls {}", "except {}", "{} never", "please do not call {}"]
)
def test_what_is_refused_is_what_is_left_when_it_is_wished(words: str, refusal: str) -> None:
    for day in (22, 23, 24):
        for minute in between(8 * 60, 21 * 60):
            now = at("00:00", day) + timedelta(minutes=minute)
            wished = calling_hours(words).words(now, DENVER) == NOW_FINE
            assert (calling_hours(refusal.format(words)).words(now, DENVER) == NOW_FINE) is not wished


@pytest.mark.parametrize(
    "wishes",
    [
        *("not before 5 or " * 200, "9-5 " * 300, "never " * 3000, "no a b c " * 2000, "(9-" * 900, "9 " * 3000),
        *("9" * 400, "not before " * 200, "mon-" * 100, "\x1b[31m 9-", "١٢-١٣", "12:99-13:77"),
    ],
)
def test_no_text_is_too_strange(wishes: str) -> None:
    assert calling_hours(wishes).words(at("10:00"), DENVER)
