"""Making records ready to be compared: letters folded, numbers and phones in their comparable form."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from deskui.domain.customer import AliasKind
from deskui.domain.importing.incoming import IncomingOrder
from deskui.domain.prepared import SCALARS, PreparedCustomer, PreparedOrder, customer_key, identifies
from deskui.domain.profile import split_name
from deskui.store.models.base import to_millis
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.normalise.points import point_key

if TYPE_CHECKING:
    from deskui.domain.importing.incoming import Incoming, IncomingCustomer
    from deskui.domain.prepared import Payload, Prepared
    from deskui.store.writes.imports.seen import Seen


def prepare(record: Incoming, region: str, seen: Seen) -> Prepared:
    """Make a record ready; `seen` tells rows that repeat a key of the same file."""
    return _order(record, region, seen) if isinstance(record, IncomingOrder) else _customer(record, region, seen)


def plain_name(name: str) -> str:
    """The name in plain letters; one of signs alone as it is, so that it is never empty."""
    return fold(name) or name.casefold()


def _customer(record: IncomingCustomer, region: str, seen: Seen | None) -> PreparedCustomer:
    points = [
        [point.kind.value, point_key(point.kind, point.value, region), point.value, point.label]
        for point in record.points
    ]
    number, loyalty = number_key(record.number), number_key(record.loyalty)
    aliases = [(kind.value, value, number_key(value)) for kind, value in record.aliases]
    if record.number:
        aliases.append((AliasKind.NUMBER.value, record.number, number))
    if record.loyalty:
        aliases.append((AliasKind.LOYALTY.value, record.loyalty, loyalty))
    folded = plain_name(record.name)
    reach = tuple(key for kind, key, _, _ in points if identifies(kind, key))
    first = customer_key(record.external_id, number, loyalty, reach, folded)
    times = seen.count(first) if seen else 1
    key = first if times == 1 else f"{first}#{times}"
    payload = _customer_payload(record, points, aliases)
    return PreparedCustomer(record, key, first, payload, *_written(payload), folded, reach, tuple(aliases))


def _customer_payload(
    record: IncomingCustomer, points: list[list[str]], aliases: list[tuple[str, str, str]]
) -> Payload:
    given, family = record.given_name, record.family_name
    if not given and not family:
        given, family = split_name(record.name)
    return {
        **{name: getattr(record, name) for name in SCALARS},
        "given_name": given,
        "family_name": family,
        "since": record.since.isoformat() if record.since else None,
        "points": points,
        "aliases": [[kind, value] for kind, value, _ in aliases],
        "notes": list(record.notes),
        "custom": record.custom,
    }


def _order(record: IncomingOrder, region: str, seen: Seen) -> PreparedOrder:
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
    repeated = seen.count(record.key) > 1
    customer = _customer(record.customer, region, None)
    return PreparedOrder(record, record.key, repeated, payload, *_written(payload), customer)


def _written(payload: Payload) -> tuple[str, str]:
    """The payload as text, and its digest."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest()[:32]
