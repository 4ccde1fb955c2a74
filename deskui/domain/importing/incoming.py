"""What a file brings, whatever program wrote it: customers and orders as neutral records, and rows refused."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.domain.customer import AliasKind, ContactKind
    from deskui.domain.order import ReferenceKind, SalesChannel
    from deskui.errors import BadInput

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Rows that were not accepted: the line of the first, why, and their cells as they stood in the file.

    The reason has no stop at its end: it may go on in a sentence.
    """

    line: int
    reason: str
    rows: tuple[Cells, ...] = ()

    @classmethod
    def because(cls, refusal: BadInput, line: int, rows: tuple[Cells, ...]) -> Refused:
        """Rows refused for what somebody would have been told who typed them."""
        return cls(line, refusal.sentence.rstrip("."), rows)


@dataclass(frozen=True, slots=True)
class IncomingPoint:
    """One way to reach somebody, as written in the file."""

    kind: ContactKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class IncomingCustomer:
    """A customer as a file has them; every text may be empty except `name`.

    `source` names the program the file comes from, `external_id` the customer's number there; `number` and
    `loyalty` are the shop's own. Spend is in minor units of `spend_currency`. `doubts` are what somebody should
    look at, each to be read behind "line 7"; `name_turned` says that the file has the name as `Last, First`.
    """

    source: str
    name: str
    external_id: str = ""
    number: str = ""
    loyalty: str = ""
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    company: str = ""
    tier: str = ""
    since: date | None = None
    birthday: str = ""
    spend_minor: int | None = None
    spend_currency: str = ""
    points: tuple[IncomingPoint, ...] = ()
    aliases: tuple[tuple[AliasKind, str], ...] = ()
    notes: tuple[str, ...] = ()
    custom: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    name_turned: bool = False
    line: int = 0
    rows: tuple[Cells, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """One line of an order as a file has it; the price is for one piece, in minor units."""

    name: str
    sku: str
    quantity: int
    price_minor: int


@dataclass(frozen=True, slots=True)
class IncomingOrder:
    """An order as a file has it, with whom it is for; `key` identifies it within `source`.

    `doubts` are what somebody should look at, as for a customer.
    """

    source: str
    key: str
    number: str
    placed_at: datetime
    channel: SalesChannel
    status: str
    currency: str
    total_minor: int
    lines: tuple[IncomingLine, ...]
    references: tuple[tuple[ReferenceKind, str], ...]
    note: str
    customer: IncomingCustomer
    doubts: tuple[str, ...] = ()
    line: int = 0
    rows: tuple[Cells, ...] = ()


Incoming = IncomingCustomer | IncomingOrder


@dataclass(slots=True)
class Tally:
    """What became of the records of a file; every one is counted once."""

    new: int = 0
    merged: int = 0
    """About the same person as an earlier row of the file."""
    updated: int = 0
    """Changed something about a customer who was there before."""
    unchanged: int = 0
    rejected: int = 0

    @property
    def records(self) -> int:
        """How many there were."""
        return sum(asdict(self).values())

    def add(self, other: Tally) -> None:
        """Count those of the other as well."""
        for name, count in asdict(other).items():
            setattr(self, name, getattr(self, name) + count)

    def __str__(self) -> str:
        return " · ".join(f"{name} {count}" for name, count in asdict(self).items())
