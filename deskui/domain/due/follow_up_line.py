"""What is to be done and on which day, from one typed line: `choose a computer with her in 3 days`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.day import coming_day
from deskui.domain.due_time.line import NoTimeSaid, take_apart
from deskui.domain.due_time.refusal import DAY
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

_NOTHING: Final = "Say what is to be done, and on which day: call her fri."
_NO_DAY: Final = "Say on which day, at the end: fri or in 3 days."
_NO_HOUR: Final = "A follow-up has a day and no hour: write fri."
_NO_WORDS: Final = "Say what is to be done, too, such as call her fri."


@dataclass(frozen=True, slots=True)
class FollowUpReading:
    """A line as it will be planned; without `due` the `refusal` says what to write."""

    what: str
    due: date | None
    refusal: str = ""


def read_follow_up(line: str, today: date) -> FollowUpReading:
    """What is to be done and when; the day stands at the end or the start, and says no hour."""
    try:
        what, due = _apart(line, today)
    except BadInput as error:
        return FollowUpReading("", None, error.sentence)
    return FollowUpReading(what, due) if what else FollowUpReading("", None, _NO_WORDS)


def _apart(line: str, today: date) -> tuple[str, date]:
    if not line.strip():
        raise BadInput(_NOTHING)
    try:
        read = take_apart(line, DAY)
    except NoTimeSaid:
        raise BadInput(_NO_DAY) from None
    if read.said.day is None or read.said.time is not None:
        raise BadInput(_NO_HOUR)
    return read.what, coming_day(read.said.day, today)
