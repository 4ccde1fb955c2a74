"""Forms that write something down: notes, interests, contacts, cases and their numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deskui.domain.case import MOVES, CaseStatus
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.order import ReferenceKind
from deskui.domain.typed import CaseTyped, NoteTyped
from deskui.ui.dialogs.fields import Field, choice, text
from deskui.ui.dialogs.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.note import Note
    from deskui.domain.pages import CustomerView

AS_IT_READS = "as it reads"


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


def case_form(view: CustomerView) -> Form:
    """A new case for the customer."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        numbers = tuple(numbers_in(typed["references"]))
        return desk.cases.open(who.id, CaseTyped(typed["subject"], typed["kind"], references=numbers), operation)

    fields = (
        Field("subject", "Subject", placeholder="e.g. Missing parcel"),
        Field("kind", "Kind", placeholder="e.g. delivery, repair, refund"),
        Field("references", "Numbers", placeholder="e.g. R-88213, PO 4471, tracking 1Z999", hint=_numbers_hint),
    )
    return Form(f"New case for {who.name}", fields, work, draft=f"case:{who.number}", said="Case opened")


def _numbers_hint(typed: str) -> str:
    return "  ".join(_with_kind(kind, number) for kind, number in numbers_in(typed))


def _with_kind(kind: ReferenceKind, number: str) -> str:
    return number if number.upper().startswith(kind.value.upper()) else f"{kind.value} {number}"


def numbers_in(typed: str) -> list[tuple[ReferenceKind, str]]:
    """The numbers in a line, each with its kind: apart by commas, or by blanks where each word is a number."""
    found: list[tuple[ReferenceKind, str]] = []
    for part in re.split(r"[,;]", typed):
        words = part.split()
        if len(words) > 1 and all(any(sign.isdigit() for sign in word) for word in words):
            found += [_reference(word) for word in words]
        elif words:
            found += [_reference(" ".join(each)) for each in _by_kind(words)]
    return found


def _by_kind(words: list[str]) -> list[list[str]]:
    """Words in groups that each begin with the name of a kind: `PO 7001 PO 7002` is two."""
    names = {kind.value.casefold() for kind in ReferenceKind}
    groups: list[list[str]] = []
    for word in words:
        if not groups or word.casefold() in names:
            groups.append([])
        groups[-1].append(word)
    return groups


def _reference(part: str) -> tuple[ReferenceKind, str]:
    """A typed number with its kind: named in front (`PO 4471`), or read off the number (`R-88213`)."""
    words = part.split()
    kinds = {kind.value.casefold(): kind for kind in ReferenceKind}
    if len(words) > 1 and words[0].casefold() in kinds:
        kind = kinds[words[0].casefold()]
        return kind, part.strip() if kind is ReferenceKind.PO else " ".join(words[1:])
    number = part.strip()
    start = number[:2].upper()
    if start.startswith("PO"):
        return ReferenceKind.PO, number
    if start.startswith("R") and number[1:].lstrip("-# ").isdigit():
        return ReferenceKind.RECEIPT, number
    return (ReferenceKind.TRACKING if start == "1Z" else ReferenceKind.OTHER), number


def reference_form(case: Case) -> Form:
    """One more number for the case."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        read = numbers_in(typed["number"]) or [(ReferenceKind.OTHER, typed["number"])]
        kind = read[0][0] if typed["kind"] == AS_IT_READS else ReferenceKind(typed["kind"])
        number = read[0][1] if len(read) == 1 else typed["number"]
        return desk.cases.add_reference(case, kind, number, operation)

    fields = (
        Field("number", "Number", placeholder="as it is printed", hint=_numbers_hint),
        choice("kind", "Kind", [AS_IT_READS, *(kind.value for kind in ReferenceKind)]),
    )
    return Form(
        f"A number for case #{case.number}", fields, work, draft=f"reference:{case.number}", said="Number added"
    )


def status_form(case: Case) -> Form:
    """Another status for the case; closing asks how it ended."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        status, now = CaseStatus(typed["status"]), desk.cases.at_version(case, version)
        if status is CaseStatus.CLOSED:
            return desk.cases.close(now, typed["outcome"], operation)
        return desk.cases.set_status(now, status, operation)

    moves = [status.value for status in CaseStatus if status in MOVES[case.status]]
    fields = (
        choice("status", "Status", moves),
        Field("outcome", "Outcome", placeholder="how it ended, when you close it"),
    )
    title = f"Case #{case.number} is {case.status.value}"

    def said(typed: Mapping[str, str]) -> str:
        return f"Case #{case.number} is {typed['status']}"

    return Form(title, fields, work, draft=f"status:{case.number}", version=case.version, said=said)
