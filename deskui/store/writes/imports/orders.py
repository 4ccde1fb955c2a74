"""One chunk of orders: whose they are, the new ones in bulk, changed ones row by row into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.importing.incoming import Tally
from deskui.domain.importing.orders import name_key, plan_orders
from deskui.domain.importing.people import People
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.reads.rows import tuples
from deskui.store.writes.bulk import insert_rows
from deskui.store.writes.imports.adding import add_note, add_persons
from deskui.store.writes.imports.changing import COLUMNS, change_order
from deskui.store.writes.imports.known import imported_before, kept_of
from deskui.store.writes.imports.preparing import plain_name
from deskui.store.writes.imports.remembering import Outcome, remember
from deskui.store.writes.references import link_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.merge import Person
    from deskui.domain.prepared import PreparedCustomer, PreparedOrder
    from deskui.store.entry import Entry
    from deskui.store.store import Store
    from deskui.store.writes.imports.remembering import NewRow

_LINE: Final = ("order", "position", "name", "sku", "quantity", "price_minor")
_REFERENCE: Final = ("customer", "order", "kind", "number", "key", "digits", "created_at")
_MOST_NAMESAKES: Final = 300


def write_orders(store: Store, entry: Entry, orders: Sequence[PreparedOrder]) -> Outcome:
    """Write what is new and what changed, inside the caller's transaction; all orders are of one source."""
    source = orders[0].record.source
    keys = {order.key for order in orders} | {name_key(order.customer) for order in orders}
    last = imported_before(store.database, source, keys)
    buyers = [order.customer for order in orders if order.key not in last]
    people = People(kept_of(store.database, source, buyers, ()))
    planned = plan_orders(orders, last, people, lambda buyer: _namesakes(store, buyer))
    add_persons(store, entry, planned.buyers)
    new = [(order, _id(who)) for order, who in planned.new]
    ids = _add_orders(store, entry, source, new)
    updated = sum(change_order(entry, order, found) for order, found in planned.changed)
    remembered: list[NewRow] = [(order.key, order.digest, order.text, who, ids[order.key]) for order, who in new]
    remembered += [(key, "", "{}", person.id, None) for key, person in planned.by_name]
    again = [(found.id, order.digest, order.text) for order, found in planned.changed]
    remember(store, entry, source, remembered, again)
    unchanged = planned.unchanged + len(planned.changed) - updated
    tally = Tally(new=len(new), updated=updated, unchanged=unchanged)
    return Outcome(tally, planned.refused, wrote=bool(remembered or again))


def _namesakes(store: Store, buyer: PreparedCustomer) -> set[int]:
    hits = store.index.find(buyer.record.name, limit=_MOST_NAMESAKES)
    return {int(hit.customer_id) for hit in hits if plain_name(hit.name) == buyer.folded}


def _add_orders(store: Store, entry: Entry, source: str, new: Sequence[tuple[PreparedOrder, int]]) -> dict[str, int]:
    """Insert orders with their lines, references and notes; returns their ids by key."""
    if not new:
        return {}
    at = to_millis(entry.at)
    rows = [(who, *(order.payload[name] for name in COLUMNS), f"{source}|{order.key}", at) for order, who in new]
    insert_rows(store.database, models.Order, ("customer", *COLUMNS, "source_key", "created_at"), rows)
    ids = _ids(source, [order.key for order, _ in new])
    lines = (
        (ids[order.key], place, *line) for order, _ in new for place, line in enumerate(order.payload["lines"], 1)
    )
    insert_rows(store.database, models.OrderLine, _LINE, lines)
    references = [
        (who, ids[order.key], kind, number, number_key(number), number_digits(number), at)
        for order, who in new
        for kind, number in order.payload["references"]
    ]
    insert_rows(store.database, models.Reference, _REFERENCE, references)
    link_orders(entry, ((row[0], row[1], row[4]) for row in references))
    entry.buyers.update(who for _, who in new)
    for order, who in new:
        if note := order.payload["note"]:
            add_note(entry, who, f"Order {order.record.number}: {note}")
    return ids


def _ids(source: str, keys: Sequence[str]) -> dict[str, int]:
    table = models.Order
    wanted = {f"{source}|{key}": key for key in keys}
    query = table.select(table.source_key, table.id).where(table.source_key.in_(list(wanted)))
    return {wanted[source_key]: number for source_key, number in tuples(query)}


def _id(who: Person | int) -> int:
    number = who if isinstance(who, int) else who.id
    assert number is not None  # added persons have their id once they are written
    return number
