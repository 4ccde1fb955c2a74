"""One chunk of customers: who each record is about, what that changes, and all of it written in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.importing.memory import is_unchanged
from deskui.domain.importing.people import People
from deskui.domain.importing.plan import plan_customers
from deskui.store.writes.imports.adding import add_persons, write_changes
from deskui.store.writes.imports.known import imported_before, kept_of
from deskui.store.writes.imports.preparing import plain_name
from deskui.store.writes.imports.remembering import Outcome, remember

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.plan import Planned
    from deskui.domain.prepared import PreparedCustomer
    from deskui.store.entry import Entry
    from deskui.store.store import Store
    from deskui.store.writes.imports.seen import Seen


def write_customers(store: Store, entry: Entry, rows: Sequence[PreparedCustomer], seen: Seen) -> Outcome:
    """Write what is new and what changed, inside the caller's transaction; all records are of one source.

    `seen` tells whom earlier chunks of the file were about, and learns whom this one is.
    """
    source = rows[0].record.source
    last = imported_before(store.database, source, {key for row in rows for key in row.candidates})
    fresh = [row for row in rows if not is_unchanged(row, last)]
    imported = {found.customer for row in fresh for key in row.candidates if (found := last.get(key))}
    people = People(kept_of(store.database, source, fresh, imported))
    for who, person in people.persons.items():
        person.met = seen.has_met(who)
    planned = plan_customers(rows, last, people, plain_name)
    add_persons(store, entry, planned.new)
    for person in planned.changed:
        write_changes(entry, person)
    seen.meet(planned.about.union(person.id for person in planned.new if person.id is not None))
    _remember(store, entry, source, planned)
    return Outcome(planned.tally, wrote=bool(planned.remembered))


def _remember(store: Store, entry: Entry, source: str, planned: Planned) -> None:
    new = [
        (one.key, one.digest, one.text, one.person.id, None)
        for one in planned.remembered
        if one.id is None and one.person is not None
    ]
    again = [(one.id, one.digest, one.text) for one in planned.remembered if one.id is not None]
    remember(store, entry, source, new, again)
