"""Long lists in parts: a page of rows and where the next one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.conversation import Conversation
    from deskui.domain.customer import Acquaintance, Customer
    from deskui.domain.note import Note
    from deskui.domain.order import Order

Row = TypeVar("Row")
Cursor = tuple[int, int]
"""Instant in milliseconds and id of the last row seen: the next page holds what is older."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, newest first; `total` counts all, `after` is the cursor of the next page or None at the end."""

    rows: tuple[Row, ...]
    total: int
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """Everything the desk shows of one customer, read in one go."""

    customer: Customer
    known: Acquaintance
    orders: Page[Order]
    conversations: Page[Conversation]
    notes: tuple[Note, ...]
    cases: tuple[CaseSummary, ...]
    case: Case | None
