"""An item that waits for a supervisor, and what they can say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.conversation import Conversation
    from deskui.domain.customer import Customer
    from deskui.domain.ids import CaseId, ConversationId, CustomerId, EmployeeId, FixRequestId
    from deskui.domain.money import Money
    from deskui.domain.note import Note
    from deskui.domain.told.statement import Statement


class Subject(StrEnum):
    """What is judged; the value is the table it stands in."""

    NOTE = "note"
    CONVERSATION = "conversation"
    STATEMENT = "statement"
    GOODWILL = "goodwill"

    @property
    def words(self) -> str:
        """What it is called on the screen."""
        return "what was told" if self is Subject.STATEMENT else self.value


class Kind(StrEnum):
    """What the queue can be narrowed to: a subject, or facts that nobody has confirmed for long."""

    NOTE = "notes"
    CONVERSATION = "conversations"
    STATEMENT = "what was told"
    GOODWILL = "goodwill"
    STALE = "facts to confirm"


SUBJECT_OF: Final = {
    Kind.NOTE: Subject.NOTE,
    Kind.CONVERSATION: Subject.CONVERSATION,
    Kind.STATEMENT: Subject.STATEMENT,
    Kind.GOODWILL: Subject.GOODWILL,
}


class Risk(IntEnum):
    """Why an item waits, the gravest first: the order of the queue."""

    ALERT = 1
    CAUTION = 2
    SENSITIVE = 3
    PRIVATE = 4
    NEW_AUTHOR = 5
    OVER_LIMIT = 6
    SAMPLE = 7
    STALE = 8
    REST = 9
    """Not in the queue; it can be listed."""

    @property
    def words(self) -> str:
        """Why it waits, in words."""
        return _RISKS[self]

    def counted(self, count: int) -> str:
        """The same of several, behind their number: `2 by new authors`."""
        one, *many = _COUNTED[self]
        return one if count == 1 or not many else many[0]


_RISKS: Final = {
    Risk.ALERT: "an alert",
    Risk.CAUTION: "a caution",
    Risk.SENSITIVE: "sensitive words",
    Risk.PRIVATE: "a private note",
    Risk.NEW_AUTHOR: "a new author",
    Risk.OVER_LIMIT: "over the limit",
    Risk.SAMPLE: "picked at random",
    Risk.STALE: "a fact to confirm",
    Risk.REST: "not picked",
}
_COUNTED: Final = {
    Risk.ALERT: ("alert", "alerts"),
    Risk.CAUTION: ("caution", "cautions"),
    Risk.SENSITIVE: ("with sensitive words",),
    Risk.PRIVATE: ("private note", "private notes"),
    Risk.NEW_AUTHOR: ("by a new author", "by new authors"),
    Risk.OVER_LIMIT: ("over the limit",),
    Risk.SAMPLE: ("picked at random",),
    Risk.STALE: ("fact to confirm", "facts to confirm"),
    Risk.REST: ("not picked",),
}


class Verdict(StrEnum):
    """What a supervisor said of an item."""

    APPROVED = "approved"
    REDACTED = "redacted"
    TO_FIX = "to fix"
    PRIVATE = "made private"
    CONFIRMED = "confirmed"
    COMMENDED = "commended"
    COACHED = "coached"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What of the queue is wanted: all of it by default; `older_than` and `newer_than` are days."""

    author: EmployeeId | None = None
    kind: Kind | None = None
    branch: str = ""
    older_than: int | None = None
    newer_than: int | None = None
    rest: bool = False
    """Whether what was not picked is shown, instead of the queue."""


EVERYTHING: Final = Narrowed()


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it stands, with why it waits; `label` is the kind of a note, the channel of a conversation …"""

    subject: Subject
    row: int
    version: int
    risk: Risk
    found: tuple[str, ...]
    """The sensitive words that were found in it."""
    customer_id: CustomerId
    customer: str
    customer_number: str
    author_id: EmployeeId | None
    author: str
    at: datetime
    label: str
    text: str
    second: str = ""
    """A second text of it: the topic of what was told, the next step of a conversation."""
    source: str = ""
    confirmed_on: date | None = None
    is_private: bool = False
    alert_from: date | None = None
    alert_until: date | None = None
    case_id: CaseId | None = None
    case_number: int | None = None
    conversation_id: ConversationId | None = None
    is_fact: bool = False
    """Whether it is a personal fact or preference, which can be confirmed."""
    amount: Money | None = None
    """What was given."""
    approver_id: EmployeeId | None = None
    approver: str = ""
    """Who approved it over the limit."""

    @property
    def key(self) -> tuple[Subject, int]:
        """What tells it from all others."""
        return self.subject, self.row

    @property
    def is_to_confirm(self) -> bool:
        """Whether it is a fact that nobody has confirmed for long."""
        return self.is_fact and self.risk is Risk.STALE

    @property
    def can_be_private(self) -> bool:
        """Whether it is a note that everybody reads."""
        return self.subject is Subject.NOTE and not self.is_private


@dataclass(frozen=True, slots=True)
class Before:
    """What was said of an item last, and what stood there then; `second` as in the item."""

    verdict: Verdict
    comment: str
    by: str
    at: datetime
    text: str
    second: str
    rewritten_at: datetime | None = None
    """When it was put into other words last since then."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an item: its customer, and what was written about them; the newest first."""

    who: Customer
    notes: tuple[Note, ...] = ()
    talks: tuple[Conversation, ...] = ()
    told: tuple[Statement, ...] = ()
    before: Before | None = None
    """Where it was judged before."""


@dataclass(frozen=True, slots=True)
class Looked:
    """An item with what stands around it."""

    item: Item
    around: Around


MOST: Final = 1000
"""Of each reason, so many are counted."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait, by why, and how many facts are to be confirmed; each counted up to MOST.

    `of` is how many there are in all, where only some of them are wanted.
    """

    by_risk: dict[Risk, int] = field(default_factory=dict)
    stale: int = 0
    of: int | None = None

    @property
    def waiting(self) -> int:
        """How many wait in all, but facts to confirm."""
        return sum(count for risk, count in self.by_risk.items() if risk is not Risk.REST)

    @property
    def rest(self) -> int:
        """How many were not picked."""
        return self.by_risk.get(Risk.REST, 0)


@dataclass(frozen=True, slots=True)
class FixRequest:
    """What an author was asked to put right."""

    id: FixRequestId
    subject: Subject
    row: int
    customer_id: CustomerId
    customer: str
    comment: str
    by: str
    at: datetime
    version: int
    author_id: EmployeeId | None = None
    case_id: CaseId | None = None

    @property
    def words(self) -> str:
        """`to fix, Margaret: write what he needs`."""
        return f"to fix, {self.by}: {self.comment}" if self.by else f"to fix: {self.comment}"
