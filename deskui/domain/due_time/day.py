"""The day that the words for one mean, as seen on some other day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.day_grammar import Ahead, Dated
from deskui.domain.moments import MONTHS, WEEKDAYS, date_words, short_date
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.domain.due_time.day_grammar import Day

MOST_DAYS: Final = 731
TOO_FAR: Final = "That is more than two years ahead; give a date before that."
_MOST_MONTHS: Final = 24
_DAY: Final = timedelta(days=1)


def coming_day(said: Day, today: date) -> date:
    """The day that is meant, from today to two years ahead.

    Raises: BadInput when there is no such day, it may be one of two, or it is not within that time.
    """
    day = any_day(said, today)
    if day < today:
        name = "Yesterday" if isinstance(said, Ahead) else date_words(day, today.year)
        raise BadInput(f"{name} has passed; give a later day.")
    if (day - today).days > MOST_DAYS:
        raise BadInput(TOO_FAR)
    return day


def any_day(said: Day, today: date) -> date:
    """The day that is meant, past or to come; what counts from today is at most two years ahead.

    Raises: BadInput when there is no such day, or it may be one of two.
    """
    if isinstance(said, Ahead):
        if said.days > MOST_DAYS or said.months > _MOST_MONTHS:
            raise BadInput(TOO_FAR)
        return _months_after(today, said.months) + said.days * _DAY
    if isinstance(said, Dated):
        return _date(said, today)
    if said.is_next_week:
        return today + (7 - today.weekday() + said.index) * _DAY
    if said.index == today.weekday():
        name, later = WEEKDAYS[said.index], short_date(today + 7 * _DAY)
        raise BadInput(f"It is {name} today: write today, or next {name.lower()} for {later}.")
    return today + (said.index - today.weekday()) % 7 * _DAY


def _months_after(day: date, months: int) -> date:
    """The same day of a later month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        after = date(year, month + 1, 28) + 4 * _DAY
        first = after.replace(day=1)
        none = f"{day.day} {MONTHS[month]} {year}"
        raise BadInput(f"There is no {none}; write {first - _DAY} or {first}.") from None


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
            name = WEEKDAYS[found.weekday()]
            raise BadInput(f"{short_date(found)} {year} is a {name}; correct the day or the date.")
        return found
    if not 1 <= said.month <= 12:
        raise BadInput(f"There is no month {said.month}; write dates as 2026-11-30 or 30 nov.")
    of_year = "" if said.year is None else f" {said.year}"
    raise BadInput(f"There is no {said.day} {MONTHS[said.month - 1]}{of_year}; correct the date.")
