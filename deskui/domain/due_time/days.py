"""Days as people type them into a field of their own, in the words that a promise and a follow-up take too."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.day import any_day, coming_day
from deskui.domain.due_time.day_grammar import Dated
from deskui.domain.due_time.grammar import read
from deskui.domain.due_time.line import plain_words
from deskui.domain.due_time.refusal import DAY, Wanted, not_a_day
from deskui.domain.moments import date_words
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.due_time.day_grammar import Day

_PERIOD: Final = re.compile("([0-9]{4})(?:-([0-9]{1,2}))?")
_PAST_DATES: Final = "3 mar 2026 or 2026-03-03"
_PAST_DAYS: Final = "2011, 2011-05 or 3 mar 2026"
_PAST: Final = Wanted("day", _PAST_DAYS, _PAST_DAYS, _PAST_DATES, _PAST_DATES)


class Reach(Enum):
    """Which days a field takes."""

    COMING = auto()
    """From today to two years ahead, as a follow-up has it."""
    ANY = auto()
    """Past ones too, as an alert and a holiday have it; a date without a year is the next such one."""
    SINCE = auto()
    """Up to today, as `customer since` has it; a year or a month alone is its first day."""


def parse_day(text: str, today: date, what: str = "The date", reach: Reach = Reach.COMING) -> date | None:
    """The day meant by `fri`, `in 2 weeks`, `30 nov` and all else that `day_grammar` reads; None when empty.

    What may be one of two days is refused, as it is in a promise.
    Raises: BadInput naming `what` when it is not understood, or not within reach.
    """
    if not text.strip():
        return None
    try:
        return _day(text, today, what, reach)
    except BadInput as error:
        raise BadInput(error.sentence, what) from None


def _day(text: str, today: date, what: str, reach: Reach) -> date:
    words = [word for word in plain_words(text) if word]
    if reach is Reach.SINCE:
        return _up_to(today, _period(words) or _past(words, today, what))
    said = _said(words, what, DAY)
    return coming_day(said, today) if reach is Reach.COMING else any_day(said, today)


def _said(words: Sequence[str], what: str, wanted: Wanted) -> Day:
    said = read(words)
    if said is None:
        raise BadInput(not_a_day(words, what, wanted))
    if said.day is None or said.time is not None:
        raise BadInput(f"No hour belongs here; write {wanted.example(())}.")
    return said.day


def _period(words: Sequence[str]) -> date | None:
    """The first day of a year or a month."""
    found = _PERIOD.fullmatch(" ".join(words))
    try:
        return None if found is None else date(int(found[1]), int(found[2] or 1), 1)
    except ValueError:
        return None


def _past(words: Sequence[str], today: date, what: str) -> date:
    said = _said(words, what, _PAST)
    if isinstance(said, Dated) and said.year is None:
        raise BadInput(f"Which year is meant is not said; write {' '.join(words)} {today.year}.")
    return any_day(said, today)


def _up_to(today: date, day: date) -> date:
    if day > today:
        raise BadInput(f"{date_words(day, today.year)} lies ahead; give a day up to today.")
    return day
