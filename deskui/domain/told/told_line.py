"""What a typed line tells the customer: about which topic, and which moment it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.line import take_apart
from deskui.domain.due_time.reading import parse_due
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.working_hours.hours import WorkingHours

_NAMED: Final = re.compile(r"([^:]+):\s+(\S.*)")
_DANGLING: Final = frozenset(
    """a about an and are at be before by can comes could for from has have in is it may might not of on or shall
    should the to until was we were will with would you""".split()
)
"""Words that lead to a time, and say nothing of a topic at its end."""
_EDGES: Final = " ,;:-–—"


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A `topic`, the `text` that is said of it, and the moment that names, where it names one that is clear."""

    topic: str
    text: str
    date: datetime | None


def read_told(line: str, now: datetime, hours: WorkingHours, topic: str = "") -> ToldLine:
    """What a line tells: `claim: form explained` names its topic; else it is what is said without its time.

    A `topic` that is given is the topic, and the whole line is said of it. A time is one that `parse_due` reads; one
    that has passed, or is not clear, names no moment.
    """
    said = " ".join(line.split())
    topic = " ".join(topic.split())
    if not said:
        return ToldLine("", "", None)
    named = None if topic else _NAMED.fullmatch(said)
    if named is not None and _is_topic(named[1]):
        topic, said = named[1].strip(_EDGES), named[2]
    return ToldLine(topic or _topic_in(said), said, _moment(said, now, hours))


def _is_topic(words: str) -> bool:
    """Whether words before a colon are a topic, and not the time of what stands behind it."""
    try:
        return bool(take_apart(words).what)
    except BadInput:
        return True


def _moment(said: str, now: datetime, hours: WorkingHours) -> datetime | None:
    try:
        return parse_due(said, now, hours).at
    except BadInput:
        return None


def _topic_in(said: str) -> str:
    """What is said without its time, and without the words that lead to that; all of it where that leaves none."""
    try:
        words = take_apart(said).what.split()
    except BadInput:
        return said
    while words and words[-1].casefold().strip(_EDGES) in _DANGLING:
        words.pop()
    return " ".join(words).rstrip(_EDGES) or said
