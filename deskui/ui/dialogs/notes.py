"""Notes: writing one, noting an interest, taking one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.interests import shared
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.review.item import Subject
from deskui.domain.typed import NoteTyped
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.panels.asked import asked_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.note import Note
    from deskui.domain.pages import CustomerView
    from deskui.ui.screens.desk import DeskScreen


_KEPT_AS: Final = {True: ("note", "note"), False: ("changed note", "panel_3")}
"""What a half-typed note is, and the command that leads to it; by whether it is a new one."""


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
    who, note_id = desk.shown.customer.id, desk.row_id("note")
    note = next(each for each in desk.shown.notes if each.id == note_id)
    key = str(uuid4())
    desk.app.write_soon(
        lambda each: each.notes.withdraw(who, note.id, note.version, key),
        f"Note taken away; {desk.app.undo_key} brings it back",
    )


def note_form(view: CustomerView, note: Note | None = None) -> FormSpec:
    """A new note on the customer, or an earlier one to change."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        written = _note_of(typed)
        if note is None:
            return desk.notes.write(who.id, written, operation)
        return desk.notes.edit(who.id, note.id, version, written, operation)

    new = note is None
    asked = None if note is None else view.asked(Subject.NOTE).get(note.id)
    return FormSpec(
        f"Note on {who.name}" if new else f"Change a note on {who.name}",
        _fields(note),
        work,
        about(who, f"note:{who.number}:{'new' if note is None else note.id}", *_KEPT_AS[new]),
        version=0 if note is None else note.version,
        about=asked_lines(asked),
        said="Note saved" if asked is None else "Note saved; it goes to the supervisors again",
        unchanged_closes=not new,
    )


def _fields(note: Note | None) -> tuple[Field, ...]:
    words, kind, reads, start, end = "", NoteKind.FACT, "", "", ""
    if note is not None:
        words, kind, reads = note.text, note.kind, note.visibility.value
        start, end = _day(note.alert_from), _day(note.alert_until)
    return (
        text("text", "Note", words),
        choice("kind", "Kind", [each.value for each in NoteKind], kind.value),
        choice("visibility", "Who reads it", [each.value for each in Visibility], reads),
        Field("alert_from", "Alert from", start, placeholder="empty: no alert · today, fri, 30 nov"),
        Field("alert_until", "Alert until", end, placeholder="empty: no end"),
    )


def _note_of(typed: Mapping[str, str]) -> NoteTyped:
    return NoteTyped(
        typed["text"],
        NoteKind(typed["kind"]),
        Visibility(typed["visibility"]),
        alert_from=typed["alert_from"],
        alert_until=typed["alert_until"],
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def interest_form(view: CustomerView) -> FormSpec:
    """An interest of the customer, in one line."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.notes.write(who.id, NoteTyped(typed["text"], NoteKind.INTEREST), operation)

    known = [each.text for each in view.notes if each.kind is NoteKind.INTEREST]
    field = Field(
        "text",
        "Interest",
        placeholder="e.g. model railways, her garden",
        hint=lambda typed: _noted_already(typed, known),
        also=("The note",),
    )
    draft = about(who, f"interest:{who.number}", "interest", "interest")
    title = f"What {who.preferred_name or who.name} cares about"
    return FormSpec(title, (field,), work, draft, said="Interest noted", enter_saves=True)


def _noted_already(typed: str, known: Sequence[str]) -> str:
    """What is noted of the same thing."""
    same = shared(known, [typed])
    return f"noted already: {'; '.join(same)}" if same else ""
