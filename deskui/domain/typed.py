"""Notes, conversations, cases and promises as forms hold them, before they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.promises.promise import Basis

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import CaseId, ConversationId, EmployeeId
    from deskui.domain.order import ReferenceKind


@dataclass(frozen=True, slots=True)
class NoteTyped:
    """A note as typed; days as text."""

    text: str
    kind: NoteKind = NoteKind.FACT
    visibility: Visibility = Visibility.SHARED
    source: str = ""
    alert_from: str = ""
    alert_until: str = ""


@dataclass(frozen=True, slots=True)
class ConversationTyped:
    """A contact as typed; `minutes` as text."""

    summary: str
    channel: Channel = Channel.COUNTER
    direction: Direction = Direction.IN
    reached: bool = True
    mood: Mood = Mood.EVEN
    minutes: str = ""
    case_id: CaseId | None = None


@dataclass(frozen=True, slots=True)
class CaseTyped:
    """A case as typed; each reference is a kind and a number."""

    subject: str
    kind: str = ""
    owner_id: EmployeeId | None = None
    references: tuple[tuple[ReferenceKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseTyped:
    """A promise as typed: one `line` that says what and when, or `what` and the instant it is `due`.

    `earliest` is where a window begins; with a line it is read from that. `kind` is free.
    """

    line: str = ""
    what: str = ""
    due: datetime | None = None
    kind: str = ""
    basis: Basis = Basis.OWN_JUDGEMENT
    case_id: CaseId | None = None
    conversation_id: ConversationId | None = None
    earliest: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatementTyped:
    """What the customer is told about a topic; `date` where it is a moment."""

    topic: str
    text: str
    date: datetime | None = None
    basis: Basis = Basis.OWN_JUDGEMENT
    case_id: CaseId | None = None
    conversation_id: ConversationId | None = None


@dataclass(frozen=True, slots=True)
class FollowUpTyped:
    """A dated task as typed; `owner_id` None for the person acting."""

    what: str
    due: date
    owner_id: EmployeeId | None = None
    case_id: CaseId | None = None
    conversation_id: ConversationId | None = None
    kind: FollowUpKind = FollowUpKind.TASK


@dataclass(frozen=True, slots=True)
class WrapUpTyped:
    """All that one contact leaves behind, in one form; `ends_visit` whether the visit at this desk is over."""

    conversation: ConversationTyped
    told: tuple[StatementTyped, ...] = ()
    promise: PromiseTyped | None = None
    follow_up: FollowUpTyped | None = None
    next_step: str = ""
    ends_visit: bool = True


@dataclass(frozen=True, slots=True)
class RulesTyped:
    """The rules of the review as typed; numbers as text."""

    words: str
    one_in: str
    first: str
    stale_months: str
