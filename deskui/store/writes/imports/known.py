"""What is kept about the people of one chunk, fetched in a few statements, and who a record is about."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.reads.rows import dicts, tuples
from deskui.store.writes.imports.person import KeptNote, Person
from deskui.store.writes.imports.prepared import SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deskui.store.writes.imports.prepared import PreparedCustomer

MOST_OWNERS: Final = 50
"""A phone or e-mail of more customers is a placeholder and identifies nobody."""
_AT_ONCE: Final = 500
_IMPORTED, _POINT, _CUSTOMER = models.Imported, models.ContactPoint, models.Customer
_ALIAS, _NOTE = models.Alias, models.Note


@dataclass(slots=True)
class Last:
    """What was imported under a key before: `id` is None for what this chunk adds."""

    id: int | None
    digest: str
    text: str
    customer: int
    order: int | None = None


def imported_before(source: str, keys: Iterable[str]) -> dict[str, Last]:
    """What was imported before from this source, by key."""
    found = {}
    table = _IMPORTED
    for some in _in_parts(keys):
        query = table.select(table.key, table.id, table.digest, table.payload, table.customer, table.order)
        for key, *rest in tuples(query.where(table.source == source, table.key.in_(some))):
            found[key] = Last(*rest)
    return found


class Known:
    """The customers that records of one chunk may be about, and those the chunk adds."""

    def __init__(self, source: str, records: Sequence[PreparedCustomer], imported: Iterable[int]) -> None:
        reach = self._owners({key for record in records for key in record.reach})
        aliases = self._aliases({(kind, number_key(value)) for r in records for kind, value in r.payload["aliases"]})
        names = {record.folded for record in records}
        named = {customer for owners in reach.values() for customer, folded in owners if folded in names}
        self.persons = _persons({*named, *imported, *aliases.values()})
        self.taken: set[tuple[str, str]] = set(aliases)
        self._owned = self._claimed(source, named)
        self._by_alias = {key: self.persons[who] for key, who in aliases.items() if who in self.persons}
        self._by_reach: dict[str, list[tuple[Person | None, str]]] = defaultdict(list)
        for key, owners in reach.items():
            self._by_reach[key] = [(self.persons.get(who), folded) for who, folded in owners]
        self._owners_of = reach
        self._claimed_now: set[int] = set()

    def register(self, record: PreparedCustomer, person: Person) -> None:
        """Let later records of the chunk find this person too."""
        for key in record.reach:
            if all(person is not other for other, _ in self._by_reach[key]):
                self._by_reach[key].append((person, record.folded))
        for kind, value in record.payload["aliases"]:
            self._by_alias.setdefault((kind, number_key(value)), person)
        if record.strong:
            self._claimed_now.add(id(person))

    def same(self, record: PreparedCustomer) -> Person | None:
        """The customer a record is about that was not imported before; None when it is somebody new."""
        for kind, value in record.payload["aliases"]:
            person = self._by_alias.get((kind, number_key(value)))
            if person is not None and (kind in ("shopify", "square") or self._alike(record, person)):
                return person
        for key in record.reach:
            for person, folded in self._by_reach.get(key, ()):
                if person is not None and folded == record.folded and not self._is_claimed(record, person):
                    return person
        return None

    def only_owner(self, record: PreparedCustomer) -> int | Person | None:
        """Whoever alone has the first of the record's e-mails or phones that anybody has."""
        for key in record.reach:
            owners: set[int | Person] = {who for who, _ in self._owners_of.get(key, ())}
            added = [person for person, _ in self._by_reach.get(key, ()) if person is not None and person.id is None]
            if len(owners) + len(added) == 1:
                return owners.pop() if owners else added[0]
        return None

    def _alike(self, record: PreparedCustomer, person: Person) -> bool:
        """Two programs may give one number to two people: it counts with the same name, phone or e-mail."""
        return fold(str(person.columns["name"])) == record.folded or any(
            key in record.reach for _, key in person.points
        )

    def _is_claimed(self, record: PreparedCustomer, person: Person) -> bool:
        """Whether the same program already has this person under another number: father and son are two."""
        return record.strong and (id(person) in self._claimed_now or (person.id or 0) in self._owned)

    def _owners(self, keys: set[str]) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        live = _POINT.withdrawn_at.is_null()
        for some in _in_parts(keys):
            counted = _POINT.select(_POINT.key).where(_POINT.key.in_(some), live).group_by(_POINT.key)
            rare = [key for (key,) in tuples(counted.having(fn.COUNT(_POINT.id) <= MOST_OWNERS))]
            if not rare:
                continue
            query = (
                _POINT.select(_POINT.key, _CUSTOMER.id, _CUSTOMER.name)
                .join(_CUSTOMER, on=(_POINT.customer == _CUSTOMER.id))
                .where(_POINT.key.in_(rare), live, _CUSTOMER.withdrawn_at.is_null())
                .order_by(_CUSTOMER.id)
            )
            for key, customer, name in tuples(query):
                if customer not in (who for who, _ in found[key]):
                    found[key].append((customer, fold(name) or name.casefold()))
        return found

    def _aliases(self, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
        found = {}
        for some in _in_parts({key for _, key in wanted}):
            query = _ALIAS.select(_ALIAS.kind, _ALIAS.key, _ALIAS.customer)
            live = _ALIAS.withdrawn_at.is_null()
            for kind, key, customer in tuples(query.where(_ALIAS.key.in_(some), live, _ALIAS.kind != "name")):
                found[kind, key] = customer
        return found

    def _claimed(self, source: str, customers: set[int]) -> set[int]:
        found: set[int] = set()
        for some in _in_parts(customers):
            query = _IMPORTED.select(_IMPORTED.customer).where(
                _IMPORTED.source == source, _IMPORTED.customer.in_(some), _IMPORTED.key.startswith("id:")
            )
            found.update(customer for (customer,) in tuples(query))
        return found


def _persons(ids: set[int]) -> dict[int, Person]:
    """The customers of those ids that are not withdrawn, with all that a file may add to."""
    found: dict[int, Person] = {}
    for some in _in_parts(ids):
        for row in dicts(_CUSTOMER.select().where(_CUSTOMER.id.in_(some), _CUSTOMER.withdrawn_at.is_null())):
            columns: dict[str, Any] = {name: row[name] for name in SCALARS}
            columns["since"] = row["since"] and str(row["since"])
            found[row["id"]] = Person(row["id"], row["version"], columns, json.loads(row["custom"]))
        for row in dicts(_POINT.select().where(_POINT.customer.in_(some), _POINT.withdrawn_at.is_null())):
            if row["customer"] in found:
                kept = (row["id"], row["version"], row["value"])
                found[row["customer"]].points.setdefault((row["kind"], row["key"]), kept)
        for customer, kind, key in tuples(
            _ALIAS.select(_ALIAS.customer, _ALIAS.kind, _ALIAS.key).where(
                _ALIAS.customer.in_(some), _ALIAS.withdrawn_at.is_null()
            )
        ):
            if customer in found:
                found[customer].aliases.add((kind, key))
        imported = (_NOTE.source == "import") & _NOTE.withdrawn_at.is_null()
        query = _NOTE.select(_NOTE.customer, _NOTE.id, _NOTE.version, _NOTE.text)
        for customer, note, version, text in tuples(query.where(_NOTE.customer.in_(some), imported)):
            if customer in found:
                found[customer].notes.append(KeptNote(note, version, text))
    return found


def _in_parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
