"""An order that changed in the file since it was last imported, written into the journal row by row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.reads.rows import dicts, first_dict
from deskui.store.writes.imports.adding import add_note
from deskui.store.writes.references import link_orders

if TYPE_CHECKING:
    from deskui.domain.importing.memory import Last
    from deskui.domain.prepared import Payload, PreparedOrder
    from deskui.store.entry import Entry

COLUMNS: Final = ("number", "placed_at", "channel", "status", "currency", "total_minor")
"""Columns of an order that a file sets."""


def change_order(entry: Entry, order: PreparedOrder, found: Last) -> bool:
    """Write what the file changed about an order; returns whether it did, an order withdrawn since stays so."""
    table = models.Order
    kept = first_dict(table.select().where(table.id == found.order, table.withdrawn_at.is_null()))
    return kept is not None and _write_change(entry, kept, order.payload, json.loads(found.text))


def _write_change(entry: Entry, kept: dict[str, Any], payload: Payload, base: Payload) -> bool:
    columns = {name: payload[name] for name in COLUMNS if payload[name] != base[name]}
    number, customer = int(kept["id"]), int(kept["customer"])
    if columns:
        entry.update(models.Order, number, kept["version"], **columns)
    lines_changed = payload["lines"] != base["lines"]
    if lines_changed:
        _rewrite_lines(entry, number, payload["lines"])
    fresh = [one for one in payload["references"] if one not in base["references"]]
    for kind, written in fresh:
        _add_reference(entry, customer, number, kind, written)
    link_orders(entry, [(customer, number, number_key(written)) for _, written in fresh])
    note = payload["note"] if payload["note"] != base["note"] else ""
    if note:
        add_note(entry, customer, f"Order {payload['number']}: {note}")
    return bool(columns or lines_changed or fresh or note)


def _add_reference(entry: Entry, customer: int, order: int, kind: str, written: str) -> None:
    entry.insert(
        models.Reference,
        customer=customer,
        order=order,
        kind=kind,
        number=written,
        key=number_key(written),
        digits=number_digits(written),
        created_at=entry.at,
    )


def _rewrite_lines(entry: Entry, order: int, lines: list[list[Any]]) -> None:
    """Change lines in their places, add those that came, withdraw those that went."""
    table, names = models.OrderLine, ("name", "sku", "quantity", "price_minor")
    live = table.select().where(table.order == order, table.withdrawn_at.is_null())
    kept = {row["position"]: row for row in dicts(live)}
    for place, line in enumerate(lines, 1):
        values = dict(zip(names, line, strict=True))
        row = kept.pop(place, None)
        if row is None:
            entry.insert(table, order=order, position=place, **values)
        elif changed := {name: value for name, value in values.items() if row[name] != value}:
            entry.update(table, row["id"], row["version"], **changed)
    for row in kept.values():
        entry.update(table, row["id"], row["version"], withdrawn_at=entry.at)
