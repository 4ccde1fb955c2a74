"""A story as the rows of a page, the same on the screen, on paper and in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.moments import long_day, long_words
from deskui.domain.story.story import Audience

if TYPE_CHECKING:
    from deskui.domain.story.story import Story, StoryEntry

MARKED = "Marked customer: they took part in it, were told it or were promised it. Marked internal: for us alone."
LEFT_OUT = "The customer's copy: everything internal is left out."


@dataclass(frozen=True, slots=True)
class Row:
    """One text with who may read it; `clock` and `kind` are empty where it only adds to what happened."""

    mark: str
    clock: str
    kind: str
    text: str
    by: str = ""

    @property
    def is_internal(self) -> bool:
        """Whether the customer may not read it."""
        return self.mark == Audience.INTERNAL


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a day, or of what is still to come."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story as it is read: its title, a few lines on the case, how it is marked, and its sections."""

    title: str
    head: tuple[str, ...]
    legend: str
    sections: tuple[Section, ...]
    is_marked: bool
    """Whether the rows say who may read them; in the customer's copy there is nothing to say."""
    note: str = ""
    """What is to be said at the end, if anything."""


def story_page(story: Story) -> StoryPage:
    """The page of a story, or of the customer's copy of it."""
    days = [
        Section(long_day(day), tuple(row for each in entries for row in _rows(each, story)))
        for day, entries in story.days()
    ]
    ahead = tuple(row for each in story.ahead for row in _rows(each, story, is_dated=False))
    owner = f", looked after by {story.owner}" if story.owner else ""
    status = f"{story.status.value[:1].upper()}{story.status.value[1:]}{owner}"
    head = [story.customer, status, ", ".join(story.references)]
    written = f"{story.shop}, {long_words(story.written_at, story.zone)}"
    return StoryPage(
        title=f"Case #{story.number}: {story.subject}",
        head=tuple(each for each in (*head, written) if each),
        legend=LEFT_OUT if story.is_for_customer else MARKED,
        sections=(*days, *((Section("Still to come", ahead),) if ahead else ())),
        is_marked=not story.is_for_customer,
        note=f"{story.left_out:,} earlier contacts are not told here." if story.left_out else "",
    )


def _rows(entry: StoryEntry, story: Story, *, is_dated: bool = True) -> list[Row]:
    clock = f"{entry.at.astimezone(story.zone):%H:%M}" if is_dated else ""
    first = Row(entry.audience.value, clock, entry.kind.value, entry.words, entry.by)
    return [first, *(Row(each.audience.value, "", "", each.text) for each in entry.lines)]
