"""One chunk of records: who each is about, what that changes, and all of it written in one go."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from deskui.domain.incoming import Tally
from deskui.store import models
from deskui.store.entry import RowChange, as_json
from deskui.store.models.base import to_millis
from deskui.store.normalise.letters import fold
from deskui.store.writes.bulk import insert_rows
from deskui.store.writes.imports.adding import add_persons, write_changes
from deskui.store.writes.imports.known import Known, Last, imported_before
from deskui.store.writes.imports.orders import OrderChunk
from deskui.store.writes.imports.person import Person
from deskui.store.writes.imports.prepared import PreparedCustomer, PreparedOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.store.entry import Entry
    from deskui.store.store import Store
    from deskui.store.writes.imports.prepared import Payload

Prepared = PreparedCustomer | PreparedOrder


class Chunk:
    """The records of one transaction; all of one source."""

    def __init__(self, store: Store, entry: Entry, source: str, records: Sequence[Prepared]) -> None:
        self._store = store
        self._entry = entry
        self._source = source
        self._customers = [record for record in records if isinstance(record, PreparedCustomer)]
        self._orders = [record for record in records if isinstance(record, PreparedOrder)]
        self.tally = Tally()
        self.refused: list[tuple[PreparedOrder, str]] = []
        self._added: list[Person] = []
        self._keep: list[tuple[Last, str, Person]] = []
        """What is to be remembered of new keys, and who they turned out to be."""
        self._again: list[Last] = []

    def write(self) -> int:
        """Write what is new and what changed, inside the caller's transaction; returns how many records did."""
        keys = {key for record in self._customers for key in record.candidates}
        last = imported_before(self._store.database, self._source, keys)
        open_ones = [record for record in self._customers if not self._is_unchanged(record, last)]
        self.tally.unchanged = len(self._customers) - len(open_ones)
        changed = {found.customer for one in open_ones for key in one.candidates if (found := last.get(key))}
        orders = OrderChunk(self._store, self._entry, self._source, self._added, self.tally, self.refused)
        buyers = orders.sort_out(self._orders)
        known = Known(self._store.database, self._source, [*open_ones, *buyers], changed)
        for record in open_ones:
            self._one(record, last, known)
        orders.plan(known)
        self._write_persons(known)
        orders.write()
        self._remember(orders)
        return self.tally.new + self.tally.updated + len(self._keep) + len(self._again) + len(orders.again)

    def _is_unchanged(self, record: PreparedCustomer, last: dict[str, Last]) -> bool:
        found = last.get(record.key)
        return found is not None and found.digest == record.digest

    def _one(self, record: PreparedCustomer, last: dict[str, Last], known: Known) -> None:
        found = last.get(record.key)
        if found is not None and found.digest != record.digest and _is_other(record, found):
            record.key = record.other_key
            found = last.get(record.key)
        if found is not None and found.digest == record.digest:  # under its other key, or added just now
            self.tally.unchanged += 1
            return
        if found is not None:
            self._update(record, found, known)
            return
        repeats = last.get(record.first_key) if record.key != record.first_key else None
        person = self._repeated(record, repeats, known) or known.same(record)
        if person is None:
            person = Person()
            self._added.append(person)
            person.take(record.payload, None, known.taken)
            self.tally.new += 1
        elif person.take(record.payload, None, known.taken):
            self.tally.updated += 1
        else:
            self.tally.unchanged += 1
        known.register(record, person)
        self._keep_as(record, last, person)

    def _keep_as(self, record: PreparedCustomer, last: dict[str, Last], person: Person) -> None:
        kept = Last(None, record.digest, record.text, person.id or -len(self._keep) - 1)
        last[record.key] = kept
        self._keep.append((kept, record.key, person))

    def _repeated(self, record: PreparedCustomer, first: Last | None, known: Known) -> Person | None:
        """The person of an earlier row with the same key; a bare name is one person only in equal rows."""
        if first is None or (record.first_key.startswith("name:") and first.digest != record.digest):
            return None
        if _is_other(record, first):
            return None
        return self._who(first, known)

    def _update(self, record: PreparedCustomer, found: Last, known: Known) -> None:
        """Take over what changed in the file; a customer who was withdrawn stays so."""
        person = self._who(found, known)
        base: Payload = json.loads(found.text)
        changed = person is not None and person.take(record.payload, base, known.taken)
        if changed:
            self.tally.updated += 1
        else:
            self.tally.unchanged += 1
        if person is not None:
            known.register(record, person)
        found.digest, found.text = record.digest, record.text
        if found.id is not None:
            self._again.append(found)

    def _who(self, last: Last, known: Known) -> Person | None:
        if last.id is None:
            return next((person for kept, _, person in self._keep if kept is last), None)
        return known.persons.get(last.customer)

    def _write_persons(self, known: Known) -> None:
        add_persons(self._store, self._entry, self._source, self._added)
        for person in known.persons.values():
            if person.touched:
                write_changes(self._entry, person)

    def _remember(self, orders: OrderChunk) -> None:
        """Keep the values as imported, and their digests in the journal."""
        at = to_millis(self._entry.at)
        rows: list[tuple[Any, ...]] = [
            (self._source, key, kept.digest, kept.text, person.id, None, at) for kept, key, person in self._keep
        ]
        rows += [(self._source, *row, at) for row in orders.imported()]
        columns = ("source", "key", "digest", "payload", "customer", "order", "imported_at")
        if rows:
            insert_rows(self._store.database, models.Imported, columns, rows)
        table = models.Imported
        for last in [*self._again, *orders.again]:
            table.update(digest=last.digest, payload=last.text, imported_at=at).where(table.id == last.id).execute()
        digests = [row[2] for row in rows] + [last.digest for last in [*self._again, *orders.again]]
        told = as_json({"source": self._source, "digests": digests})
        self._entry.changes.append(RowChange("imported", 0, None, told, secrets.token_hex(8)))


def _is_other(record: PreparedCustomer, last: Last) -> bool:
    """Whether a number of a program nobody vouches for now stands for somebody else altogether."""
    if not record.doubtful:
        return False
    before: Payload = json.loads(last.text)
    shared = {key for _, key, _, _ in before["points"]} & set(record.reach)
    return not shared and (fold(before["name"]) or before["name"].casefold()) != record.folded
