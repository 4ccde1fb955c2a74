"""Notes: writing one, noting an interest, taking one away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from deskui.domain.note import NoteKind, Visibility
from deskui.domain.typed import NoteTyped
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.note import Note
    from deskui.domain.pages import CustomerView
    from deskui.ui.screens.desk import DeskScreen


def write_note(desk: DeskScreen) -> None:
    """Write a note on the customer."""
    desk.app.open_form(note_form(desk.shown))


def change_note(desk: DeskScreen, note_id: object) -> None:
    """Change that note."""
    desk.app.open_form(note_form(desk.shown, next(each for each in desk.shown.notes if each.id == note_id)))


def note_interest(desk: DeskScreen) -> None:
    """Note what the customer cares about, in one line."""
    desk.app.open_form(interest_form(desk.shown))


def drop_note(desk: DeskScreen) -> None:
    """Take the note under the cursor away; undo brings it back."""
    who, note_id = desk.shown.customer.id, desk.note_id()
    note = next(each for each in desk.shown.notes if each.id == note_id)
    key = str(uuid4())
    desk.app.write_soon(
        lambda each: each.notes.withdraw(who, note.id, note.version, key),
        f"Note taken away; {desk.app.key('undo')} brings it back",
    )


def note_form(view: CustomerView, note: Note | None = None) -> Form:
    """A new note on the customer, or an earlier one to change."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        written = _note_of(typed)
        if note is None:
            return desk.notes.write(who.id, written, operation)
        return desk.notes.edit(who.id, note.id, version, written, operation)

    fields = (
        text("text", "Note", "" if note is None else note.text),
        choice(
            "kind", "Kind", [kind.value for kind in NoteKind], (NoteKind.FACT if note is None else note.kind).value
        ),
        choice(
            "visibility",
            "Who reads it",
            [(each.value, each.value) for each in Visibility],
            "" if note is None else note.visibility.value,
        ),
        Field(
            "alert_from",
            "Alert from",
            _day(note and note.alert_from),
            placeholder="empty: no alert · today, fri, 30 nov",
        ),
        Field("alert_until", "Alert until", _day(note and note.alert_until), placeholder="empty: no end"),
    )
    title = f"Note on {who.name}" if note is None else f"Change a note on {who.name}"
    draft = f"note:{who.number}:{'new' if note is None else note.id}"
    version = 0 if note is None else note.version
    return Form(
        title, fields, work, draft=draft, version=version, said="Note saved", unchanged_closes=note is not None
    )


def _note_of(typed: Mapping[str, str]) -> NoteTyped:
    return NoteTyped(
        typed["text"],
        NoteKind(typed["kind"]),
        Visibility(typed["visibility"]),
        alert_from=typed["alert_from"],
        alert_until=typed["alert_until"],
    )


def _day(day: object) -> str:
    return "" if day is None else str(day)


def interest_form(view: CustomerView) -> Form:
    """An interest of the customer, in one line."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.notes.write(who.id, NoteTyped(typed["text"], NoteKind.INTEREST), operation)

    fields = (Field("text", "Interest", placeholder="e.g. model railways, her garden"),)
    return Form(
        f"What {who.preferred_name or who.name} cares about",
        fields,
        work,
        draft=f"interest:{who.number}",
        said="Interest noted",
    )
