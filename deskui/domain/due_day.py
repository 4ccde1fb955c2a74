"""The day that the words for one mean, as seen on some other day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from deskui.domain.due_grammar import Ahead, Dated, Weekday
from deskui.domain.moments import MONTHS, WEEKDAYS, date_words, short_date
from deskui.errors import BadInput

MOST_DAYS: Final = 731
TOO_FAR: Final = "That is more than two years ahead; give a date before that."
_DAY: Final = timedelta(days=1)


def day_meant(said: Ahead | Weekday | Dated, today: date) -> date:
    """The day that is meant, from today to two years ahead.

    Raises: BadInput when there is no such day, it may be one of two, or it is not within that time.
    """
    day = _day(said, today)
    if day < today:
        raise BadInput(f"{date_words(day, today.year)} has passed; give a later day.")
    if (day - today).days > MOST_DAYS:
        raise BadInput(TOO_FAR)
    return day


def _day(said: Ahead | Weekday | Dated, today: date) -> date:
    if isinstance(said, Ahead):
        if said.days > MOST_DAYS:
            raise BadInput(TOO_FAR)
        return today + said.days * _DAY
    if isinstance(said, Dated):
        return _date(said, today)
    if said.is_next_week:
        return today + (7 - today.weekday() + said.index) * _DAY
    if said.index == today.weekday():
        name = WEEKDAYS[said.index]
        raise BadInput(f"It is {name} today: write today, or next {name.lower()} for {short_date(today + 7 * _DAY)}.")
    return today + (said.index - today.weekday()) % 7 * _DAY


def _date(said: Dated, today: date) -> date:
    years = (said.year,) if said.year is not None else range(today.year, today.year + 9)
    for year in years:
        try:
            found = date(year, said.month, said.day)
        except ValueError:
            continue
        if said.year is None and found < today:
            continue
        if said.weekday not in (None, found.weekday()):
            raise BadInput(
                f"{short_date(found)} {year} is a {WEEKDAYS[found.weekday()]}; correct the day or the date."
            )
        return found
    if not 1 <= said.month <= 12:
        raise BadInput(f"There is no month {said.month}; write dates as 2026-11-30 or 30 nov.")
    of_year = "" if said.year is None else f" {said.year}"
    raise BadInput(f"There is no {said.day} {MONTHS[said.month - 1]}{of_year}; correct the date.")
