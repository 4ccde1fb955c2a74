"""What is to be done and on which day, from one typed line: `choose a computer with her in 3 days`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.days import parse_day
from deskui.domain.due_day import MOST_DAYS, TOO_FAR, day_meant
from deskui.domain.due_hints import EXAMPLES
from deskui.domain.due_line import NoTimeSaid, take_apart
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

_DAYS: Final = "tomorrow, fri, in 3 days, in 2 months or 30 nov"
_NO_DAY: Final = f"Say on which day, at the end of the line: {_DAYS}."
_NO_HOUR: Final = f"A follow-up has a day and no hour: write {_DAYS}, or promise it."
_NO_WORDS: Final = "Say what is to be done, too, such as call her tomorrow."
_MONTHS: Final = re.compile(r"in [0-9]{1,2} months?", re.IGNORECASE)
_IN_MONTHS: Final = 3
"""Words in `in 2 months`."""


@dataclass(frozen=True, slots=True)
class FollowUpReading:
    """A line as it will be planned; without `due` the `refusal` says what to write."""

    what: str
    due: date | None
    refusal: str = ""


def read_follow_up(line: str, today: date) -> FollowUpReading:
    """What is to be done and when; the day stands at the end or the start, and says no hour."""
    try:
        what, due = _in_months(line.split(), today) or _apart(line, today)
    except BadInput as error:
        return FollowUpReading("", None, error.sentence.replace(EXAMPLES, _DAYS))
    return FollowUpReading(what, due) if what else FollowUpReading("", None, _NO_WORDS)


def _apart(line: str, today: date) -> tuple[str, date]:
    if not line.strip():
        raise BadInput(f"Say what is to be done, and on which day: {_DAYS}.")
    try:
        read = take_apart(line)
    except NoTimeSaid:
        raise BadInput(_NO_DAY) from None
    if read.said.day is None or read.said.time is not None:
        raise BadInput(_NO_HOUR)
    return read.what, day_meant(read.said.day, today)


def _in_months(words: list[str], today: date) -> tuple[str, date] | None:
    """A line that ends so; promises are not made by the month, so the words of a due time do not include it."""
    months = " ".join(words[-_IN_MONTHS:])
    if _MONTHS.fullmatch(months) is None:
        return None
    day, what = parse_day(months, today), " ".join(words[:-_IN_MONTHS])
    if day is None or (day - today).days > MOST_DAYS:
        raise BadInput(TOO_FAR)
    try:
        take_apart(what)
    except NoTimeSaid as free_of_time:
        return free_of_time.what, day
    except BadInput:
        if not what:
            return "", day
    raise BadInput(f"{months!r} is understood, but not what stands before it; say one day, at the end.")
