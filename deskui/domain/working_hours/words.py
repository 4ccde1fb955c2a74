"""Working hours in words: in the short ones that may be typed back, and in full clock times."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.wall_clock import Span
from deskui.domain.working_hours.opening import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from deskui.domain.working_hours.opening import Week

ALL_DAY: Final = Span(time(0), time(0))
_DAY: Final = timedelta(days=1)


def hours_words(week: Week) -> str:
    """The week in the shortest words that `week_typed` reads as the same week."""
    parts = (" ".join((*_days_words(days), _spans_words(spans))) for spans, days in _alike(week))
    return ", ".join(parts) or "closed"


def hours_short(week: Week) -> str:
    """The week as it is said to a customer: `Mon-Fri 7-15, Sat 9-13`, `daily 9-17`, `closed`."""
    parts = (
        f"{' '.join(_days_words(days)).title() or 'daily'} {_spans_words(spans)}" for spans, days in _alike(week)
    )
    return ", ".join(parts) or "closed"


def zone_words(zone: tzinfo) -> str:
    """`New York time` for `America/New_York`; the name as it is where it has no place in it."""
    _, _, place = str(zone).rpartition("/")
    return f"{place.replace('_', ' ')} time"


def hours_in_full(week: Week) -> str:
    """The week as it is read back to who types it: `Mon-Fri 09:00-18:00, Sat 22:00-06:00 next day`."""
    parts = (
        f"{' '.join(_days_words(days)).title() or 'every day'} {_in_full(spans)}" for spans, days in _alike(week)
    )
    return ", ".join(parts) or "closed on all days"


def through_the_night(week: Week) -> str:
    """The spans that end on the next day, in full, such as `Sun 17:00-11:00 next day`; nothing without any."""
    late = tuple(tuple(each for each in spans if _ends_next_day(each)) for spans in week)
    return hours_in_full(late) if any(late) else ""


def _ends_next_day(span: Span) -> bool:
    return span.closes <= span.opens and span.closes != time(0)


def week_length(week: Week) -> timedelta:
    """How long all spans of a week are together, on clocks that nobody changes."""
    return sum((span_length(span) for spans in week for span in spans), timedelta())


def span_length(span: Span) -> timedelta:
    """From opening to closing on the wall; a whole day where both are the same."""
    return (_since_midnight(span.closes) - _since_midnight(span.opens)) % _DAY or _DAY


def holidays_words(holidays: Iterable[date]) -> str:
    """The days in ISO form, as `holidays_typed` reads them."""
    return ", ".join(day.isoformat() for day in sorted(holidays))


def _alike(week: Week) -> list[tuple[tuple[Span, ...], list[int]]]:
    """Hours, and the days that have them, by the first of these."""
    alike: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            alike.setdefault(spans, []).append(day)
    return list(alike.items())


def _in_full(spans: tuple[Span, ...]) -> str:
    late = " next day" if _ends_next_day(spans[-1]) else ""
    return " ".join(f"{each.opens:%H:%M}-{_closing(each)}" for each in spans) + late


def _closing(span: Span) -> str:
    return "24:00" if span.closes == time(0) else f"{span.closes:%H:%M}"


def _days_words(days: list[int]) -> list[str]:
    """Days in a row as `mon-fri`; no words for all seven."""
    if len(days) == 7:
        return []
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs]


def _spans_words(spans: tuple[Span, ...]) -> str:
    return "24 h" if spans == (ALL_DAY,) else " ".join(span_words(span) for span in spans)


def span_words(span: Span) -> str:
    """`9-18`, `8:30-12`, `18-24`."""
    closes = "24" if span.closes == time(0) else _time_words(span.closes)
    return f"{_time_words(span.opens)}-{closes}"


def _time_words(at: time) -> str:
    return f"{at.hour}:{at.minute:02}" if at.minute else str(at.hour)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
