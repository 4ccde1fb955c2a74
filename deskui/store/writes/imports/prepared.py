"""Records made ready to be compared: their key, their values as JSON, and what they can be recognised by."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.customer import AliasKind, ContactKind
from deskui.domain.profile import split_name
from deskui.store.models.base import to_millis
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.normalise.points import point_key

if TYPE_CHECKING:
    from deskui.domain.incoming import IncomingCustomer, IncomingOrder
    from deskui.store.writes.imports.seen import SeenKeys

Payload = dict[str, Any]
SCALARS: Final = (
    *("name", "given_name", "family_name", "preferred_name", "company", "tier", "since", "birthday"),
    *("spend_minor", "spend_currency"),
)
"""Columns of a customer that a file may set."""
_FEWEST_DIGITS: Final = 6


@dataclass(slots=True)
class PreparedCustomer:
    """A customer's record; `key` identifies it within its source, `reach` holds phone and e-mail keys."""

    record: IncomingCustomer
    key: str
    first_key: str
    """The key without what marks a repeated row; the same as `key` for the first row that has it."""
    payload: Payload
    text: str
    digest: str
    folded: str
    reach: tuple[str, ...]

    @property
    def strong(self) -> bool:
        """Whether the key is a number in the program the file comes from."""
        return self.first_key.startswith("id:")

    @property
    def candidates(self) -> tuple[str, ...]:
        """Every key under which this record may have been imported before."""
        return (self.key, self.first_key, self.other_key) if self.doubtful else (self.key, self.first_key)

    @property
    def doubtful(self) -> bool:
        """Whether the key is a number of a program nobody vouches for: two of them may use it for two people."""
        return self.record.source.startswith("csv") and self.first_key.startswith(("id:", "number:", "loyalty:"))

    @property
    def other_key(self) -> str:
        """The key when the plain one turns out to be somebody else's: numbers of two programs may clash."""
        return f"{self.key}~{self.folded}"


@dataclass(slots=True)
class PreparedOrder:
    """An order's record, with whom it is for."""

    record: IncomingOrder
    key: str
    repeated: bool
    payload: Payload
    text: str
    digest: str
    customer: PreparedCustomer


def prepare_customer(record: IncomingCustomer, region: str, seen: SeenKeys | None) -> PreparedCustomer:
    """Make a customer's record ready; `seen` tells rows that repeat a key of the same file."""
    points = [
        [point.kind.value, point_key(point.kind, point.value, region), point.value, point.label]
        for point in record.points
    ]
    aliases = [[kind.value, value] for kind, value in record.aliases]
    if record.number:
        aliases.append([AliasKind.NUMBER.value, record.number])
    if record.loyalty:
        aliases.append([AliasKind.LOYALTY.value, record.loyalty])
    given, family = record.given_name, record.family_name
    if not given and not family:
        given, family = split_name(record.name)
    payload: Payload = {
        **{name: getattr(record, name) for name in SCALARS},
        "given_name": given,
        "family_name": family,
        "since": record.since.isoformat() if record.since else None,
        "points": points,
        "aliases": aliases,
        "notes": list(record.notes),
        "custom": record.custom,
    }
    folded = fold(record.name) or record.name.casefold()
    reach = tuple(key for kind, key, _, _ in points if _identifies(kind, key))
    first = _customer_key(record, folded, reach)
    times = seen.count(first) if seen else 1
    text, digest = _written(payload)
    return PreparedCustomer(
        record, first if times == 1 else f"{first}#{times}", first, payload, text, digest, folded, reach
    )


def prepare_order(record: IncomingOrder, region: str, seen: SeenKeys) -> PreparedOrder:
    """Make an order's record ready."""
    payload: Payload = {
        "number": record.number,
        "placed_at": to_millis(record.placed_at),
        "channel": record.channel.value,
        "status": record.status,
        "currency": record.currency,
        "total_minor": record.total_minor,
        "lines": [[line.name, line.sku, line.quantity, line.price_minor] for line in record.lines],
        "references": [[kind.value, number] for kind, number in record.references],
        "note": record.note,
    }
    text, digest = _written(payload)
    repeated = seen.count(record.key) > 1
    customer = prepare_customer(record.customer, region, None)
    return PreparedOrder(record, record.key, repeated, payload, text, digest, customer)


def _written(payload: Payload) -> tuple[str, str]:
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest()[:32]


def _identifies(kind: str, key: str) -> bool:
    """Whether somebody of the same name with this number or address is the same person."""
    if kind == ContactKind.PHONE.value:
        return sum(map(str.isdigit, key)) >= _FEWEST_DIGITS
    return kind == ContactKind.EMAIL.value and "@" in key


def _customer_key(record: IncomingCustomer, folded: str, reach: tuple[str, ...]) -> str:
    if record.external_id:
        return f"id:{record.external_id}"
    if key := number_key(record.number):
        return f"number:{key}"
    if key := number_key(record.loyalty):
        return f"loyalty:{key}"
    return f"reach:{reach[0]}|{folded}" if reach else f"name:{folded}"
