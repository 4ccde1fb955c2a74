"""What was bought, where, and until when it can come back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.ids import CaseId, EmployeeId, OrderId, ReferenceId
    from deskui.domain.money import Money


class SalesChannel(StrEnum):
    """Through whom an order was bought."""

    STORE = "own store"
    DEALER = "dealer"
    ONLINE = "online"


class ReferenceKind(StrEnum):
    """What kind of number a reference is."""

    ORDER = "order"
    RECEIPT = "receipt"
    PO = "PO"
    SERIAL = "serial"
    TRACKING = "tracking"
    CLAIM = "claim"
    OTHER = "other"


def number_words(kind: str, number: str) -> str:
    """`receipt R-88213`, and `PO 4471` where the number says its kind itself."""
    return number if number.upper().startswith(kind.upper()) else f"{kind} {number}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A number that belongs to a case or an order; `received` is the day on which what was ordered has come."""

    id: ReferenceId
    kind: ReferenceKind
    number: str
    order_id: OrderId | None
    case_id: CaseId | None
    supplier: str = ""
    expected: date | None = None
    received: date | None = None
    version: int = 1
    order: str = ""
    """The number of the order it stands behind."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order; `price` is for one piece."""

    name: str
    sku: str
    quantity: int
    price: Money
    return_until: date | None
    warranty_until: date | None


@dataclass(frozen=True, slots=True)
class Order:
    """A purchase with its lines; `status` is the shop's own word, `proof` what was seen (empty: none seen)."""

    id: OrderId
    number: str
    placed_at: datetime
    channel: SalesChannel
    status: str
    total: Money
    proof: str
    lines: tuple[OrderLine, ...]
    references: tuple[Reference, ...]
    """The first of its numbers, each once; an order may have more."""
    proof_by_id: EmployeeId | None = None
    proof_by: str = ""
    proof_at: datetime | None = None
    """Who accepted the proof at this desk, and when; None where it came with the order."""
    version: int = 1
