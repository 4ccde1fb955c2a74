"""What is known about them as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.ui.format import age_words, day_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.domain.note import Note
    from deskui.domain.review.item import FixRequest
    from deskui.ui.panels.scene import Scene

_KIND = 12
_ROLES = {NoteKind.INTEREST: Role.ACCENT, NoteKind.CAUTION: Role.WARN}

_STATES = {
    ReviewState.WAITING: (Span("·", Role.QUIET),),
    ReviewState.APPROVED: (Span("✓", Role.QUIET),),
    ReviewState.TO_FIX: (Span("!", Role.WARN),),
}
"""Where it stands with the supervisors: not reviewed yet, approved, back with its author."""

_MAY_CHANGE = (NoteKind.FACT, NoteKind.PREFERENCE)
_ROOMY, _VAST = 60, 70
"""In so many cells there is room for the age of a note, and for its source."""


def notes(
    written: Iterable[Note], scene: Scene, width: int, asked: Mapping[int, FixRequest] | None = None
) -> list[Item]:
    """An item for each note: its kind, its text in as many lines as it needs, and what its author was `asked`."""
    return [_note(note, scene, width, (asked or {}).get(note.id)) for note in written] or [
        Item(wrapped("Nothing noted yet; n writes a note, i an interest.", width, Role.QUIET))
    ]


def _note(note: Note, scene: Scene, width: int, asked: FixRequest | None) -> Item:
    kind = span(f"{note.kind.value:<{_KIND}}", _ROLES.get(note.kind, Role.QUIET))
    private = " (private)" if note.visibility is Visibility.PRIVATE else ""
    tail = _tail(note, scene, width)
    room = cells(tail) + 1 if tail else 0
    first, *rest = wrapped(note.text + private, width - _KIND - room, Role.TEXT, most=6)
    indent = Span(" " * _KIND)
    fix = () if asked is None else wrapped(f"! {asked.words}", width - _KIND, Role.WARN)
    below = (Line((indent, *each.spans)) for each in (*rest, *fix, *_alert(note, scene, width - _KIND)))
    return Item((Line((kind, *first.spans), tail), *below), ("note", note.id))


def _tail(note: Note, scene: Scene, width: int) -> tuple[Span, ...]:
    """Source and age of what may have changed since, where there is room, and how it stands with the supervisors."""
    parts: list[Span] = []
    if note.kind in _MAY_CHANGE and width >= _ROOMY:
        since = f"{age_words(note.written_at, scene.now)} old"
        if note.confirmed_on is not None:
            since = f"confirmed {day_words(note.confirmed_on, scene.today)}"
        parts = [quiet(f"{note.source}, {since} " if note.source and width >= _VAST else f"{since} ")]
    return (*parts, *_STATES.get(note.review, ()))


def _alert(note: Note, scene: Scene, width: int) -> tuple[Line, ...]:
    """When the note asks to be seen, unless that is over."""
    if note.alert_from is None or (note.alert_until is not None and note.alert_until < scene.today):
        return ()
    words = "alert" if note.alert_from <= scene.today else f"alert from {day_words(note.alert_from, scene.today)}"
    until = f" until {day_words(note.alert_until, scene.today)}" if note.alert_until is not None else ""
    return wrapped(words + until, width, Role.WARN)
