"""A promise to a customer as it was made, and the entries behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, ConversationId, CustomerId, EmployeeId, PromiseEntryId, PromiseId


class Basis(StrEnum):
    """What a promise or a statement rests on."""

    SYSTEM = "system"
    SUPPLIER = "supplier"
    POLICY = "policy"
    OWN_JUDGEMENT = "own judgement"


class EntryKind(StrEnum):
    """What happened to a promise after it was made."""

    MOVED = "moved"
    KEPT = "kept"
    RELEASED = "released"
    SUPERSEDED = "superseded"
    TAKEN_BACK = "taken back"
    """Entered by mistake: it cancels the latest entry that still counts, or the promise itself when none does."""


SETTLES: Final = frozenset({EntryKind.KEPT, EntryKind.RELEASED, EntryKind.SUPERSEDED})
"""The kinds of entry that end a promise; only taking it back is entered behind one."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as it was first made; `earliest` is where its window begins, None for one instant; `kind` is free."""

    id: PromiseId
    customer_id: CustomerId
    what: str
    kind: str
    due: datetime
    earliest: datetime | None
    basis: Basis
    made_at: datetime
    made_by_id: EmployeeId | None
    made_by: str
    case_id: CaseId | None
    conversation_id: ConversationId | None
    owner_id: EmployeeId | None = None
    """Who owns its case, and has to keep what somebody else may have promised."""
    owner: str = ""
    advised: datetime | None = None
    """The due time that was advised when it was made, None where too little was known."""


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """One thing that happened to a promise; `due` and `earliest` are those of a move, `told` whether they know."""

    id: PromiseEntryId
    promise_id: PromiseId
    kind: EntryKind
    at: datetime
    by_id: EmployeeId | None
    by: str
    due: datetime | None
    earliest: datetime | None
    reason: str
    told: bool
