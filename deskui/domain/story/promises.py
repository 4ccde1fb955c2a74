"""What is told of a promise: when it was made, when its time passed, what was entered, and when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.moments import full_words, length_words
from deskui.domain.promises.promise import SETTLES, EntryKind
from deskui.domain.promises.standing import Outcome
from deskui.domain.story.story import Audience, StoryEntry, StoryKind, StoryLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from deskui.domain.promises.promise import PromiseEntry
    from deskui.domain.promises.view import PromiseView

_KINDS: Final = {
    EntryKind.MOVED: StoryKind.MOVED,
    EntryKind.KEPT: StoryKind.KEPT,
    EntryKind.RELEASED: StoryKind.RELEASED,
    EntryKind.SUPERSEDED: StoryKind.REPLACED,
}
_PUBLIC: Final = frozenset({EntryKind.KEPT, EntryKind.RELEASED})
"""What the customer took part in; of a move they know when they were told."""


def promise_entries(view: PromiseView, now: datetime, zone: tzinfo) -> Iterator[StoryEntry]:
    """The making of a promise and what came after; each time that passed unkept is told at that time."""
    made, due = view.promise, view.promise.due
    window = made.earliest
    words = f"{made.what}, {window_words(due, window, now, zone)}"
    yield StoryEntry(made.made_at, StoryKind.PROMISED, words, made.made_by, Audience.CUSTOMER)
    for entry in view.entries:
        if entry.at > due:
            yield _broken(view, due, now, zone)
        yield _entered(view, entry, due, now, zone)
        if entry.kind in SETTLES:
            return
        if entry.due is not None:
            due = entry.due
    if view.standing.outcome is Outcome.BROKEN:
        yield _broken(view, due, now, zone)


def due_ahead(view: PromiseView, now: datetime, zone: tzinfo) -> Iterator[StoryEntry]:
    """What is still to be kept, whether its time has passed or not."""
    if view.is_open:
        when = window_words(view.due, view.standing.earliest, now, zone)
        overdue = ", overdue" if view.standing.outcome is Outcome.BROKEN else ""
        words = f"{view.promise.what}, {when}{overdue}"
        audience = Audience.CUSTOMER if _is_known(view, view.due) else Audience.INTERNAL
        yield StoryEntry(view.due, StoryKind.DUE, words, view.promise.made_by, audience)


def window_words(due: datetime, earliest: datetime | None, now: datetime, zone: tzinfo) -> str:
    """`by Mon 23 Nov 12:00`, or `between Mon 23 Nov 09:00 and 12:00`."""
    if earliest is None:
        return f"by {full_words(due, now, zone)}"
    is_one_day = earliest.astimezone(zone).date() == due.astimezone(zone).date()
    end = f"{due.astimezone(zone):%H:%M}" if is_one_day else full_words(due, now, zone)
    return f"between {full_words(earliest, now, zone)} and {end}"


def _entered(view: PromiseView, entry: PromiseEntry, due: datetime, now: datetime, zone: tzinfo) -> StoryEntry:
    words, lines = view.promise.what, []
    is_public = entry.kind in _PUBLIC
    if entry.kind is EntryKind.MOVED and entry.due is not None:
        words = f"{words}, to {window_words(entry.due, entry.earliest, now, zone).removeprefix('by ')}"
        is_public = entry.told
        if not entry.told:
            lines.append("They were not told.")
    elif entry.kind is EntryKind.KEPT and entry.at > due:
        words = f"{words}, {length_words(entry.at - due)} late"
    if entry.reason:
        lines.append(f"Because: {entry.reason}" if entry.kind is EntryKind.MOVED else entry.reason)
    audience = Audience.CUSTOMER if is_public else Audience.INTERNAL
    details = tuple(StoryLine(each, Audience.INTERNAL) for each in lines)
    return StoryEntry(entry.at, _KINDS[entry.kind], words, entry.by, audience, details)


def _broken(view: PromiseView, due: datetime, now: datetime, zone: tzinfo) -> StoryEntry:
    """The customer knows that nothing came, unless that time was one they were never told."""
    audience = Audience.CUSTOMER if _is_known(view, due) else Audience.INTERNAL
    words = f"{view.promise.what}, was due {full_words(due, now, zone)}"
    return StoryEntry(due, StoryKind.BROKEN, words, "", audience)


def _is_known(view: PromiseView, due: datetime) -> bool:
    """Whether the customer was told that time."""
    return due == view.promise.due or any(each.told for each in view.entries if each.due == due)
