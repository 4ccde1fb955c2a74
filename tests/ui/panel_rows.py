"""Rows as the desk reads them, made by hand: for panels that are painted without any app."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from deskui.domain.case import Case, CaseStatus
from deskui.domain.conversation import Channel, Conversation, Direction, Mood
from deskui.domain.customer import Acquaintance, Customer
from deskui.domain.due.due_list import DueItem, DueKind
from deskui.domain.ids import (
    CaseId,
    ConversationId,
    CustomerId,
    EmployeeId,
    NoteId,
    PromiseEntryId,
    PromiseId,
    StatementId,
)
from deskui.domain.note import Note, NoteKind, ReviewState, Visibility
from deskui.domain.pages import CustomerView, Page
from deskui.domain.promises.promise import Basis, EntryKind, Promise, PromiseEntry
from deskui.domain.promises.view import view as promise_view
from deskui.domain.staff import Employee, Role
from deskui.domain.told.statement import Statement, StatementState
from deskui.ui.panels.scene import Scene
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.promises.view import PromiseView
    from deskui.ui.lines import Item, Line, Span

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DENVER: Final = ZoneInfo("America/Denver")
WHO, TALK = CustomerId(1), ConversationId(1)


def colleague(row: int, name: str) -> Employee:
    return Employee(EmployeeId(row), name, Role.CLERK, "", "", "", present=True, interests=(), version=1)


ADA, PAUL = colleague(1, "Ada"), colleague(2, "Paul")
SCENE: Final = Scene(NOW, DENVER, "US", ADA)
"""Sunday 22 November 2026, 10:42 in Denver, as Ada sees it."""


def promised(row: int, what: str, due: datetime, *moves: tuple[datetime, bool], **more: Any) -> PromiseView:
    """A promise of Paul's made ten days ago, moved once a day after that; `kept` when."""
    case, talk, kept = more.get("case"), more.get("talk"), more.get("kept")
    made = Promise(
        PromiseId(row), WHO, what, "", due, None, Basis.OWN_JUDGEMENT, NOW - 10 * DAY, PAUL.id, "Paul", case, talk
    )
    entries = [
        _entry(place, made, EntryKind.MOVED, NOW - 9 * DAY + place * DAY, to, told)
        for place, (to, told) in enumerate(moves)
    ]
    if kept is not None:
        entries.append(_entry(99, made, EntryKind.KEPT, kept, None, True))
    return promise_view(made, entries, NOW, DENVER)


def _entry(row: int, made: Promise, kind: EntryKind, at: datetime, due: datetime | None, told: bool) -> PromiseEntry:
    reason = "" if due is None else f"reason {row}"
    return PromiseEntry(PromiseEntryId(row), made.id, kind, at, PAUL.id, "Paul", due, None, reason, told)


def told(row: int, text: str, ago: timedelta = 3 * DAY, **more: Any) -> Statement:
    """Something that Paul said about the parcel."""
    state, corrects = more.get("state", StatementState.STANDING), more.get("corrects")
    at, by = NOW - ago, more.get("by", "Paul")
    basis, talk = Basis.SUPPLIER, more.get("talk")
    return Statement(
        StatementId(row),
        WHO,
        "hub answer",
        "hub answer",
        text,
        None,
        basis,
        at,
        PAUL.id,
        by,
        None,
        talk,
        corrects,
        state,
    )


def alert(row: int, text: str) -> Note:
    shown = (Visibility.SHARED, ReviewState.WAITING, SCENE.today, None, NOW, 1)
    return Note(NoteId(row), NoteKind.CAUTION, text, ADA.id, "Ada", "", None, *shown)


def talk(summary: str, **more: Any) -> Conversation:
    about = (more.get("case"), None, 1, more.get("next_step", ""))
    return Conversation(
        TALK, NOW - DAY, Channel.PHONE, Direction.IN, True, Mood.EVEN, 3, summary, PAUL.id, "Paul", *about
    )


def call_owed(times: int, case: CaseId | None = None) -> DueItem:
    about = ("", None, None, None, "", case, None if case is None else 1000 + case)
    return DueItem(DueKind.CALL, WHO, "Shari Caldwell", *about, since=NOW, times=times)


def case(**more: Any) -> Case:
    """Case #1001 of hers, owned by Paul."""
    whose = (PAUL.id, "Paul", NOW - 5 * DAY, "Paul", None, "")
    head = (CaseId(1), 1001, WHO, "Missing parcel", "parcel", CaseStatus.OPEN)
    return Case(*head, *whose, version=1, references=(), **more)


def customer(name: str = "Shari Caldwell") -> Customer:
    texts = ("C-1001", name, "", "", "", "", "", "", "")
    return Customer(WHO, *texts, None, None, "", None, None, {}, 1)


def view(name: str = "Shari Caldwell", talks: Iterable[Conversation] = (), **more: Any) -> CustomerView:
    """A customer of whom nothing is known but what is given."""
    known = Acquaintance(0, (), 0, None, None, "", (), None, None, None)
    rows = tuple(talks)
    pages: tuple[Page[Any], Page[Any]] = (Page((), 0, None), Page(rows, len(rows), None))
    return CustomerView(customer(name), known, *pages, **{"notes": (), "cases": (), "case": None, **more})


def words(spans: Iterable[Span]) -> str:
    return "".join(each.text for each in spans)


def text_of(line: Line) -> str:
    """A line as it is read, its right end after a bar."""
    return words(line.spans) + (f" | {words(line.tail)}" if line.tail else "")


def texts(items: Iterable[Item]) -> list[str]:
    return [text_of(line) for item in items for line in item.lines]


def width_of(line: Line) -> int:
    """The cells a line takes with a blank before its right end."""
    return cell_len(words(line.spans)) + (cell_len(words(line.tail)) + 1 if line.tail else 0)
