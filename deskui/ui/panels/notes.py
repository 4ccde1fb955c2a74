"""What is known about them as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.ui.format import day_words
from deskui.ui.lines import Item, Line, Role, Span, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.note import Note
    from deskui.ui.panels.scene import Scene

_KIND = 12
_ROLES = {NoteKind.INTEREST: Role.ACCENT, NoteKind.CAUTION: Role.WARN}

_STATES = {
    ReviewState.WAITING: (Span("·", Role.QUIET),),
    ReviewState.APPROVED: (Span("✓", Role.QUIET),),
    ReviewState.TO_FIX: (Span("!", Role.WARN),),
}
"""Where it stands with the supervisors: not reviewed yet, approved, back with its author."""


def notes(written: Iterable[Note], scene: Scene, width: int) -> list[Item]:
    """An item for each note: its kind, then its text in as many lines as it needs."""
    return [_note(note, scene, width) for note in written] or [
        Item(wrapped("Nothing noted yet; n writes a note, i an interest.", width, Role.QUIET))
    ]


def _note(note: Note, scene: Scene, width: int) -> Item:
    kind = span(f"{note.kind.value:<{_KIND}}", _ROLES.get(note.kind, Role.QUIET))
    private = " (private)" if note.visibility is Visibility.PRIVATE else ""
    state = _STATES.get(note.review, ())
    first, *rest = wrapped(note.text + private, width - _KIND - 2 * len(state), Role.TEXT, most=6)
    indent = Span(" " * _KIND)
    below = (Line((indent, *each.spans)) for each in (*rest, *_alert(note, scene, width - _KIND)))
    return Item((Line((kind, *first.spans), state), *below), ("note", note.id))


def _alert(note: Note, scene: Scene, width: int) -> tuple[Line, ...]:
    """When the note asks to be seen, unless that is over."""
    if note.alert_from is None or (note.alert_until is not None and note.alert_until < scene.today):
        return ()
    words = "alert" if note.alert_from <= scene.today else f"alert from {day_words(note.alert_from, scene.today)}"
    until = f" until {day_words(note.alert_until, scene.today)}" if note.alert_until is not None else ""
    return wrapped(words + until, width, Role.WARN)
