"""Orders of a chunk: whose they are, the new ones in bulk, changed ones row by row into the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.reads.rows import dicts, tuples
from deskui.store.writes.bulk import insert_rows
from deskui.store.writes.imports.adding import add_note
from deskui.store.writes.imports.known import Last, imported_before
from deskui.store.writes.imports.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.incoming import Tally
    from deskui.store.entry import Entry
    from deskui.store.store import Store
    from deskui.store.writes.imports.known import Known
    from deskui.store.writes.imports.prepared import Payload, PreparedCustomer, PreparedOrder

_COLUMNS = ("number", "placed_at", "channel", "status", "currency", "total_minor")
_LINE = ("order", "position", "name", "sku", "quantity", "price_minor")
_REFERENCE = ("customer", "order", "kind", "number", "key", "digits", "created_at")


class OrderChunk:
    """The orders of one transaction; customers they need are put on the list of those to add."""

    def __init__(
        self,
        store: Store,
        entry: Entry,
        source: str,
        added: list[Person],
        tally: Tally,
        refused: list[tuple[PreparedOrder, str]],
    ) -> None:
        self._store, self._entry, self._source = store, entry, source
        self._added, self._tally, self._refused = added, tally, refused
        self._new: list[tuple[PreparedOrder, Person | int]] = []
        self._orders: Sequence[PreparedOrder] = ()
        self._last: dict[str, Last] = {}
        self._names: list[tuple[str, Person]] = []
        self._by_name: dict[str, Person | int] = {}
        self.again: list[Last] = []
        """What was imported before and is to be remembered with new values."""

    def sort_out(self, orders: Sequence[PreparedOrder]) -> list[PreparedCustomer]:
        """Look up what was imported before; returns the buyers of the orders that were not."""
        if orders:
            keys = {order.key for order in orders} | {_name_key(order.customer) for order in orders}
            self._last = imported_before(self._store.database, self._source, keys)
        self._orders = orders
        return [order.customer for order in orders if order.key not in self._last]

    def plan(self, known: Known) -> None:
        """Decide what each order is: new, changed, the same, or one that stands twice in the file."""
        for order in self._orders:
            found = self._last.get(order.key)
            if found is None:
                self._new.append((order, self._whose(order.customer, known)))
                self._last[order.key] = Last(None, order.digest, order.text, 0)
                self._tally.new += 1
            elif found.digest == order.digest:
                self._tally.unchanged += 1
            elif order.repeated:
                self._refused.append((order, f"order {order.record.number} stands twice in the file"))
            else:
                self._change(order, found)

    def _whose(self, who: PreparedCustomer, known: Known) -> Person | int:
        """The customer of an order: same name and e-mail or phone, else its only owner, else the only namesake."""
        found: Person | int | None = known.same(who)
        if found is None:
            found = known.only_owner(who) if who.reach else self._named(who)
        if found is not None:
            return found
        person = Person()
        person.take(who.payload, None, known.taken)
        self._added.append(person)
        known.register(who, person)
        if not who.reach:
            self._names.append((_name_key(who), person))
            self._by_name[who.folded] = person
        return person

    def _named(self, who: PreparedCustomer) -> Person | int | None:
        """Somebody found by nothing but the name: whom an earlier order was given to, or the only one there is."""
        if (earlier := self._last.get(_name_key(who))) is not None:
            return earlier.customer
        if who.folded not in self._by_name:
            hits = self._store.index.find(who.record.name, limit=300)
            same = {int(hit.customer_id) for hit in hits if fold(hit.name) == who.folded}
            same_added = [p for p in self._added if fold(str(p.columns["name"])) == who.folded]
            if len(same) + len(same_added) == 1:
                self._by_name[who.folded] = same.pop() if same else same_added[0]
        return self._by_name.get(who.folded)

    def write(self) -> None:
        """Insert the new orders with their lines, references and notes."""
        if not self._new:
            return
        at = to_millis(self._entry.at)
        rows = [
            (_id(who), *(order.payload[name] for name in _COLUMNS), self._source_key(order), at)
            for order, who in self._new
        ]
        columns = ("customer", *_COLUMNS, "source_key", "created_at")
        insert_rows(self._store.database, models.Order, columns, rows)
        ids = self._ids()
        lines = (
            (ids[order.key], place, *line)
            for order, _ in self._new
            for place, line in enumerate(order.payload["lines"], 1)
        )
        insert_rows(self._store.database, models.OrderLine, _LINE, lines)
        references = (
            (_id(who), ids[order.key], kind, number, number_key(number), number_digits(number), at)
            for order, who in self._new
            for kind, number in order.payload["references"]
        )
        insert_rows(self._store.database, models.Reference, _REFERENCE, references)
        self._entry.buyers.update(_id(who) for _, who in self._new)
        for order, who in self._new:
            if note := order.payload["note"]:
                add_note(self._entry, _id(who), f"Order {order.record.number}: {note}")

    def imported(self) -> list[tuple[Any, ...]]:
        """The rows of `imported` for what was added: key, digest, payload, customer, order."""
        if not self._new:
            return []
        ids = self._ids()
        rows: list[tuple[Any, ...]] = [
            (order.key, order.digest, order.text, _id(who), ids[order.key]) for order, who in self._new
        ]
        return rows + [(key, "", "{}", _id(person), None) for key, person in self._names]

    def _source_key(self, order: PreparedOrder) -> str:
        return f"{self._source}|{order.key}"

    def _ids(self) -> dict[str, int]:
        table = models.Order
        wanted = {self._source_key(order): order.key for order, _ in self._new}
        query = table.select(table.source_key, table.id).where(table.source_key.in_(list(wanted)))
        return {wanted[source_key]: number for source_key, number in tuples(query)}

    def _change(self, order: PreparedOrder, found: Last) -> None:
        """Write what the file changed about an order since it was last imported."""
        base: Payload = json.loads(found.text)
        table = models.Order
        kept = next(iter(dicts(table.select().where(table.id == found.order, table.withdrawn_at.is_null()))), None)
        changed = kept is not None and self._write_change(kept, order.payload, base)
        if changed:
            self._tally.updated += 1
        else:
            self._tally.unchanged += 1
        found.digest, found.text = order.digest, order.text
        if found.id is not None:
            self.again.append(found)

    def _write_change(self, kept: dict[str, Any], payload: Payload, base: Payload) -> bool:
        columns = {name: payload[name] for name in _COLUMNS if payload[name] != base[name]}
        number = int(kept["id"])
        if columns:
            self._entry.update(models.Order, number, kept["version"], **columns)
        lines_changed = payload["lines"] != base["lines"]
        if lines_changed:
            self._rewrite_lines(number, payload["lines"])
        fresh = [one for one in payload["references"] if one not in base["references"]]
        for kind, written in fresh:
            self._entry.insert(
                models.Reference,
                customer=kept["customer"],
                order=number,
                kind=kind,
                number=written,
                key=number_key(written),
                digits=number_digits(written),
                created_at=self._entry.at,
            )
        note = payload["note"] if payload["note"] != base["note"] else ""
        if note:
            add_note(self._entry, kept["customer"], f"Order {payload['number']}: {note}")
        return bool(columns or lines_changed or fresh or note)

    def _rewrite_lines(self, order: int, lines: list[list[Any]]) -> None:
        """Change lines in their places, add those that came, withdraw those that went."""
        table, names = models.OrderLine, ("name", "sku", "quantity", "price_minor")
        live = table.select().where(table.order == order, table.withdrawn_at.is_null())
        kept = {row["position"]: row for row in dicts(live)}
        for place, line in enumerate(lines, 1):
            values = dict(zip(names, line, strict=True))
            row = kept.pop(place, None)
            if row is None:
                self._entry.insert(table, order=order, position=place, **values)
            elif changed := {name: value for name, value in values.items() if row[name] != value}:
                self._entry.update(table, row["id"], row["version"], **changed)
        for row in kept.values():
            self._entry.update(table, row["id"], row["version"], withdrawn_at=self._entry.at)


def _id(who: Person | int) -> int:
    number = who if isinstance(who, int) else who.id
    assert number is not None  # added persons have their id once they are written
    return number


def _name_key(who: PreparedCustomer) -> str:
    return f"person:{who.folded}"
