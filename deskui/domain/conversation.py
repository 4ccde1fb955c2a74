"""One contact with a customer: who, how, which way, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, ConversationId, EmployeeId


class Channel(StrEnum):
    """Where the contact happened."""

    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"
    TEXT = "text"
    CHAT = "chat"
    POST = "post"


class Direction(StrEnum):
    """Who contacted whom: `in` is they to us, `out` is we to them."""

    IN = "in"
    OUT = "out"


class Mood(StrEnum):
    """How it went, as the clerk saw it."""

    GOOD = "good"
    EVEN = "even"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Conversation:
    """One contact as it was logged; `minutes` is its length, `reached` whether the other side was."""

    id: ConversationId
    at: datetime
    channel: Channel
    direction: Direction
    reached: bool
    mood: Mood
    minutes: int
    summary: str
    employee_id: EmployeeId | None
    employee: str
    case_id: CaseId | None
    case_number: int | None
    version: int
    next_step: str = ""
