"""What customers were told, and which of it still stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.ids import CaseId, ConversationId, CustomerId, EmployeeId, StatementId
    from deskui.domain.promise import Basis


class Said(StrEnum):
    """What a row of the record is: something told, or that it was told by mistake."""

    SAID = "said"
    TAKEN_BACK = "taken back"


class StatementState(StrEnum):
    """Whether what was told still holds."""

    STANDING = "standing"
    CORRECTED = "corrected"
    """Something else was said about the same topic later, and meant to correct it."""
    SUPERSEDED = "superseded"
    """The same was said again later."""
    TAKEN_BACK = "taken back"
    """It was entered by mistake."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named employee told the customer about a topic; `key` is the topic folded, as topics are compared.

    `date` is the moment it names, if it names one; `corrects` is the earlier statement that this one corrects.
    """

    id: StatementId
    customer_id: CustomerId
    topic: str
    key: str
    text: str
    date: datetime | None
    basis: Basis
    said_at: datetime
    said_by_id: EmployeeId | None
    said_by: str
    case_id: CaseId | None
    conversation_id: ConversationId | None
    corrects: StatementId | None
    state: StatementState = StatementState.STANDING


def states(said: Iterable[Statement], taken_back: Iterable[StatementId]) -> dict[StatementId, StatementState]:
    """The state of each statement of one customer; the order in which they are read does not matter.

    Of each topic the last one that was not taken back stands, by instant, then by id.
    """
    gone = frozenset(taken_back)
    found: dict[StatementId, StatementState] = {}
    topics: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in said:
        if each.id in gone:
            found[each.id] = StatementState.TAKEN_BACK
        else:
            topics[each.key].append(each)
    for live in topics.values():
        corrected = {each.corrects for each in live}
        last = max(live, key=lambda each: (each.said_at, each.id))
        for each in live:
            past = StatementState.CORRECTED if each.id in corrected else StatementState.SUPERSEDED
            found[each.id] = StatementState.STANDING if each is last else past
    return found


def tells_otherwise(earlier: Statement, earlier_key: str, text_key: str, date: datetime | None) -> bool:
    """Whether something about to be said differs from what stands; both keys are the texts folded.

    Where either names a moment it is the moment that counts, else the words.
    """
    if earlier.date is not None or date is not None:
        return earlier.date != date
    return earlier_key != text_key
