"""Forms that write something down: notes, interests, contacts, cases and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case import MOVES, CaseStatus
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.ids import CaseId, EmployeeId
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.order import ReferenceKind
from deskui.domain.typed import CaseTyped, ConversationTyped, NoteTyped
from deskui.ui.dialogs.fields import Field, choice, text, yes_no
from deskui.ui.dialogs.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.note import Note
    from deskui.domain.pages import CustomerView
    from deskui.domain.staff import Employee

NO_CASE = "none"


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

    fields = (Field("text", "Interest", placeholder="Hot Wheels, die-cast cars, her book …"),)
    return Form(
        f"What {who.preferred_name or who.name} cares about",
        fields,
        work,
        draft=f"interest:{who.number}",
        said="Interest noted",
    )


def contact_form(view: CustomerView) -> Form:
    """A contact that just happened."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        case = None if typed["case"] == NO_CASE else CaseId(int(typed["case"]))
        logged = ConversationTyped(
            typed["summary"],
            Channel(typed["channel"]),
            Direction(typed["direction"]),
            typed["reached"] == "yes",
            Mood(typed["mood"]),
            typed["minutes"],
            case,
        )
        return desk.conversations.log(who.id, logged, operation)

    cases = [(str(each.id), f"#{each.number} {each.subject}") for each in view.cases if each.closed_at is None]
    at_hand = str(view.case.id) if view.case is not None and view.case.closed_at is None else NO_CASE
    fields = (
        text("summary", "What was said"),
        choice("mood", "How it went", [mood.value for mood in Mood], Mood.EVEN.value),
        choice("channel", "Where", [each.value for each in Channel]),
        choice(
            "direction",
            "Who came",
            [(Direction.IN.value, "they came to us"), (Direction.OUT.value, "we contacted them")],
        ),
        yes_no("reached", "Reached", True),
        Field("minutes", "Minutes", placeholder="how long it took"),
        choice("case", "Case", [*cases, (NO_CASE, "no case")], at_hand),
    )
    return Form(f"Contact with {who.name}", fields, work, draft=f"contact:{who.number}", said="Contact logged")


def case_form(view: CustomerView) -> Form:
    """A new case for the customer."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        numbers = tuple(_reference(part) for part in typed["references"].split(",") if part.strip())
        return desk.cases.open(who.id, CaseTyped(typed["subject"], typed["kind"], references=numbers), operation)

    fields = (
        Field("subject", "Subject", placeholder="Missing parcel"),
        Field("kind", "Kind", placeholder="delivery, repair, refund …"),
        Field(
            "references", "Numbers", placeholder="R-88213, PO 4471, tracking 1Z999… with commas", hint=_numbers_hint
        ),
    )
    return Form(f"New case for {who.name}", fields, work, draft=f"case:{who.number}", said="Case opened")


def _numbers_hint(typed: str) -> str:
    found = [_reference(part) for part in typed.split(",") if part.strip()]
    return "  ".join(f"{kind.value} {number}" for kind, number in found)


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
        return desk.cases.add_reference(case, ReferenceKind(typed["kind"]), typed["number"], operation)

    fields = (
        Field("number", "Number", placeholder="as it is printed"),
        choice("kind", "Kind", [kind.value for kind in ReferenceKind], ReferenceKind.RECEIPT.value),
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
    return Form(title, fields, work, draft=f"status:{case.number}", version=case.version, said="Case moved")


def owner_form(case: Case, staff: Sequence[Employee]) -> Form:
    """Somebody else for the case."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.cases.set_owner(desk.cases.at_version(case, version), EmployeeId(int(typed["owner"])), operation)

    people = [(str(each.id), each.name) for each in staff]
    fields = (choice("owner", "Owner", people, str(case.owner_id or "")),)
    title = f"Hand over case #{case.number}"
    return Form(title, fields, work, draft=f"owner:{case.number}", version=case.version, said="Case handed over")
