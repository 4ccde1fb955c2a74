"""Records of a file as the import compares them, made without a database."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from deskui.domain.importing.incoming import IncomingCustomer, IncomingOrder
from deskui.domain.importing.memory import Last
from deskui.domain.order import SalesChannel
from deskui.domain.prepared import SCALARS, PreparedCustomer, PreparedOrder, customer_key, identifies


def row(
    name: str,
    *points: tuple[str, str],
    id: str = "",
    loyalty: str = "",
    times: int = 1,
    notes: tuple[str, ...] = (),
    custom: dict[str, str] | None = None,
    source: str = "csv",
    **scalars: Any,
) -> PreparedCustomer:
    """A customer's record; a point is a kind and a key, `times` counts the rows of the file with its key."""
    reach = tuple(key for kind, key in points if identifies(kind, key))
    first = customer_key(id, "", loyalty, reach, name.casefold())
    payload = {
        **dict.fromkeys(SCALARS, ""),
        "since": None,
        "spend_minor": None,
        "name": name,
        **scalars,
        "points": [[kind, key, key, ""] for kind, key in points],
        "aliases": [["loyalty", loyalty]] if loyalty else [],
        "notes": list(notes),
        "custom": custom or {},
    }
    text = json.dumps(payload, sort_keys=True)
    aliases = (("loyalty", loyalty, loyalty),) if loyalty else ()
    key = first if times == 1 else f"{first}#{times}"
    record = IncomingCustomer(source, name)
    return PreparedCustomer(record, key, first, payload, text, text, name.casefold(), reach, aliases)


def last(kept: PreparedCustomer | PreparedOrder, customer: int = 1, id: int = 1, order: int | None = None) -> Last:
    """What is remembered of a record that was imported as the customer of that id."""
    return Last(id, kept.digest, kept.text, customer, order)


def order(key: str, buyer: PreparedCustomer, *, status: str = "paid", repeated: bool = False) -> PreparedOrder:
    """An order of that buyer."""
    at = datetime(2024, 5, 1, tzinfo=UTC)
    record = IncomingOrder(
        "shop", key, f"#{key}", at, SalesChannel.STORE, status, "USD", 0, (), (), "", buyer.record, line=7
    )
    return PreparedOrder(record, key, repeated, {"status": status}, status, status, buyer)
