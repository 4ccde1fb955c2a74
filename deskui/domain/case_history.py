"""What happened to a case itself, apart from what was said and promised in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import EmployeeId


class CaseEventKind(StrEnum):
    """What can happen to a case."""

    OPENED = "opened"
    STATUS = "status"
    CLOSED = "closed"
    REOPENED = "opened again"
    PRIORITY = "priority"
    OWNER = "owner"
    HANDED = "handed over"
    ESCALATED = "escalated"
    ANSWERED = "escalation answered"
    LINKED = "linked"
    MERGED = "merged"


NEWSWORTHY: Final = frozenset(CaseEventKind) - {CaseEventKind.OPENED, CaseEventKind.PRIORITY, CaseEventKind.LINKED}
"""What whoever watches a case hears of."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened to a case, by whom and when.

    `before` and `after` are statuses, priorities, names, or `#1043`, as the kind has it; `words` is the reason, the
    note or the outcome that was given. `number` is that of the very case, which may be one merged into another.
    """

    kind: CaseEventKind
    number: int
    at: datetime
    by_id: EmployeeId | None
    by: str
    before: str = ""
    after: str = ""
    words: str = ""


def event_words(event: CaseEvent) -> str:
    """What happened, without who and when: `waiting for supplier`, `owner Ada`, `closed: New parcel sent.`"""
    after, said = event.after, f": {event.words}" if event.words else ""
    named = {
        CaseEventKind.STATUS: f"{after}{said}",
        CaseEventKind.PRIORITY: f"priority {after}",
        CaseEventKind.OWNER: f"owner {after}" if after else "nobody owns it",
        CaseEventKind.HANDED: f"handed to {after}{said}",
        CaseEventKind.ESCALATED: f"escalated to {after}{said}",
        CaseEventKind.ANSWERED: f"{after}{said}",
        CaseEventKind.LINKED: after,
        CaseEventKind.MERGED: f"#{event.number} merged into {after}",
    }
    return named.get(event.kind, f"{event.kind.value}{said}")
