"""What is known about them as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind, Visibility
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.note import Note
    from deskui.ui.panels.scene import Scene

_KIND = 12
_ROLES = {NoteKind.INTEREST: Role.ACCENT, NoteKind.CAUTION: Role.WARN}


def notes(written: Iterable[Note], scene: Scene, width: int) -> list[Item]:
    """An item for each note: its kind, then its text in as many lines as it needs."""
    return [_note(note, width) for note in written] or [
        Item((Line((quiet("Nothing noted yet; n writes a note, i an interest."),)),))
    ]


def _note(note: Note, width: int) -> Item:
    kind = span(f"{note.kind.value:<{_KIND}}", _ROLES.get(note.kind, Role.QUIET))
    private = " (private)" if note.visibility is Visibility.PRIVATE else ""
    first, *rest = wrapped(note.text + private, width - _KIND, Role.TEXT, most=6)
    indent = Span(" " * _KIND)
    return Item((Line((kind, *first.spans)), *(Line((indent, *each.spans)) for each in rest)), ("note", note.id))
