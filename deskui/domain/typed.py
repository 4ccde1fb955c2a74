"""Notes, conversations and cases as forms hold them, before they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.note import NoteKind, Visibility

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId, EmployeeId
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
