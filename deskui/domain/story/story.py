"""The story of a case: dated entries, each line of which says who may read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, tzinfo

    from deskui.domain.case import CaseStatus


class Audience(StrEnum):
    """Who may read a line; the value is the mark that stands beside it."""

    CUSTOMER = "customer"
    """The customer took part in it, was told it or was promised it."""
    INTERNAL = "internal"
    """Written for colleagues."""


class StoryKind(StrEnum):
    """What sort of thing happened, in the word that stands in front of it."""

    OPENED = "opened"
    NUMBERS = "numbers"
    CONTACT = "contact"
    TOLD = "told"
    PROMISED = "promised"
    BROKEN = "broken"
    MOVED = "moved"
    KEPT = "kept"
    RELEASED = "let off"
    REPLACED = "replaced"
    HANDED_OVER = "handed on"
    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    CALLED = "called"
    OFFERED = "offered"
    ASKED = "asked"
    ANSWERED = "answered"
    GIVEN = "given"
    CHANGED = "changed"
    CLOSED = "closed"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A text of any length, and who may read it."""

    text: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One thing that happened, and what is written about it; no line of an internal entry is for the customer."""

    at: datetime
    kind: StoryKind
    words: str
    by: str
    audience: Audience
    lines: tuple[StoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A case from its first contact to `written_at`: what happened, oldest first, and what is still to come."""

    shop: str
    zone: tzinfo
    written_at: datetime
    number: int
    subject: str
    customer: str
    status: CaseStatus
    owner: str
    references: tuple[str, ...]
    entries: tuple[StoryEntry, ...]
    ahead: tuple[StoryEntry, ...] = ()
    """What is promised or planned and still to come, soonest first; `at` is when it is due."""
    left_out: int = 0
    """Contacts before the first one told here, where there were more than a page can hold."""
    is_for_customer: bool = False
    """Whether everything internal has been left out."""

    @property
    def has_internal(self) -> bool:
        """Whether any of it is not for the customer."""
        return any(_is_internal(each) for each in (*self.entries, *self.ahead))

    def days(self) -> Iterator[tuple[date, tuple[StoryEntry, ...]]]:
        """What happened, by the day on which it did, in the zone of the shop."""
        day: date | None = None
        gathered: list[StoryEntry] = []
        for each in self.entries:
            its_day = each.at.astimezone(self.zone).date()
            if day is not None and its_day != day:
                yield day, tuple(gathered)
                gathered = []
            day = its_day
            gathered.append(each)
        if day is not None:
            yield day, tuple(gathered)


def for_customer(story: Story) -> Story:
    """The same story with nothing in it that is internal."""
    kept, ahead = (
        tuple(_public(each) for each in entries if each.audience is Audience.CUSTOMER)
        for entries in (story.entries, story.ahead)
    )
    return replace(story, entries=kept, ahead=ahead, is_for_customer=True)


def _public(entry: StoryEntry) -> StoryEntry:
    return replace(entry, lines=tuple(each for each in entry.lines if each.audience is Audience.CUSTOMER))


def _is_internal(entry: StoryEntry) -> bool:
    return Audience.INTERNAL in (entry.audience, *(each.audience for each in entry.lines))
