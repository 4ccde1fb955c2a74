"""Customers of a chunk written: the new ones in bulk, changes of kept ones row by row into the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.note import NoteKind
from deskui.domain.prepared import SCALARS
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.rows import newest, tuples
from deskui.store.writes.bulk import insert_rows
from deskui.store.writes.customers import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.merge import Person
    from deskui.store.entry import Entry
    from deskui.store.store import Store

SOURCE_OF_NOTES: Final = "import"
_EMPTY: Final = dict.fromkeys(SCALARS, "") | {"since": None, "spend_minor": None}


def add_persons(store: Store, entry: Entry, added: Sequence[Person]) -> None:
    """Insert new customers with all that hangs on them, give each its id, and index them."""
    if not added:
        return
    at = to_millis(entry.at)
    first = newest(models.Customer, models.Customer.id) + 1
    numbers = [number_of(first + place) for place in range(len(added))]
    rows = [
        (number, *(person.columns.get(name, _EMPTY[name]) for name in SCALARS), _custom(person), at)
        for number, person in zip(numbers, added, strict=True)
    ]
    insert_rows(store.database, models.Customer, ("number", *SCALARS, "custom", "created_at"), rows)
    customer = models.Customer
    found = tuples(customer.select(customer.number, customer.id).where(customer.number.in_(numbers)))
    ids: dict[str, int] = dict(found)
    for number, person in zip(numbers, added, strict=True):
        person.id = ids[number]
    entry.newcomers.update(ids.values())
    points = ((p.id, *point, at) for p in added for point in p.new_points)
    insert_rows(
        store.database, models.ContactPoint, ("customer", "kind", "key", "value", "label", "created_at"), points
    )
    aliases = ((p.id, *alias, at) for p in added for alias in p.new_aliases)
    insert_rows(store.database, models.Alias, ("customer", "kind", "value", "key", "created_at"), aliases)
    notes = ((p.id, NoteKind.FACT.value, text, SOURCE_OF_NOTES, at) for p in added for text in p.new_notes)
    insert_rows(store.database, models.Note, ("customer", "kind", "text", "source", "written_at"), notes)
    store.index.add_new([person.id for person in added if person.id is not None])


def write_changes(entry: Entry, person: Person) -> None:
    """Write what a file changes about a kept customer."""
    if person.id is None:
        return
    who = person.id
    columns: dict[str, Any] = dict(person.changed)
    if person.custom_changed:
        columns["custom"] = _custom(person)
    if columns:
        entry.update(models.Customer, who, person.version, **columns)
    for kind, key, value, label in person.new_points:
        entry.insert(
            models.ContactPoint, customer=who, kind=kind, key=key, value=value, label=label, created_at=entry.at
        )
    for point, version in person.withdrawn_points:
        entry.update(models.ContactPoint, point, version, withdrawn_at=entry.at)
    for kind, value, key in person.new_aliases:
        entry.insert(models.Alias, customer=who, kind=kind, value=value, key=key, created_at=entry.at)
    for text in person.new_notes:
        add_note(entry, who, text)
    for note, version, text in person.rewritten_notes:
        entry.update(models.Note, note, version, text=text)
    entry.reindex(who)


def add_note(entry: Entry, customer: int, text: str) -> None:
    """Write a note that came with a file."""
    entry.insert(
        models.Note,
        customer=customer,
        kind=NoteKind.FACT.value,
        text=text,
        source=SOURCE_OF_NOTES,
        written_at=entry.at,
    )


def _custom(person: Person) -> str:
    return json.dumps(person.custom, ensure_ascii=False, sort_keys=True) if person.custom else "{}"
