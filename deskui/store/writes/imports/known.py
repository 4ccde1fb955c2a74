"""What is kept about the people of one chunk, fetched in a few statements, and who a record is about."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.store import models
from deskui.store.lookup.statements import Statements
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.reads.rows import dicts, tuples
from deskui.store.writes.imports.person import KeptNote, Person
from deskui.store.writes.imports.prepared import SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peewee import Database

    from deskui.store.writes.imports.prepared import PreparedCustomer

MOST_OWNERS: Final = 50
"""A phone or e-mail of more customers is a placeholder and identifies nobody."""
_AT_ONCE: Final = 500
_POINT, _CUSTOMER, _ALIAS, _NOTE = models.ContactPoint, models.Customer, models.Alias, models.Note
# Handwritten: compiling some thousand values through peewee takes longer than the statements themselves.
_BEFORE: Final = "SELECT key, id, digest, payload, customer_id, order_id FROM imported"
_RARE: Final = (
    "SELECT key FROM contact_point WHERE key IN ({marks}) AND withdrawn_at IS NULL GROUP BY key HAVING count(*) <= ?"
)
_OWNERS: Final = (
    "SELECT DISTINCT p.key, c.id, c.name FROM contact_point AS p JOIN customer AS c ON c.id = p.customer_id "
    "WHERE p.key IN ({marks}) AND p.withdrawn_at IS NULL AND c.withdrawn_at IS NULL ORDER BY c.id"
)
_ALIASES: Final = (
    "SELECT kind, key, customer_id FROM alias WHERE key IN ({marks}) AND withdrawn_at IS NULL AND kind <> 'name'"
)
_CLAIMED: Final = "SELECT customer_id FROM imported WHERE source = ? AND customer_id IN ({marks}) AND key LIKE 'id:%'"


@dataclass(slots=True)
class Last:
    """What was imported under a key before: `id` is None for what this chunk adds."""

    id: int | None
    digest: str
    text: str
    customer: int
    order: int | None = None


def imported_before(database: Database, source: str, keys: Iterable[str]) -> dict[str, Last]:
    """What was imported before from this source, by key."""
    found = {}
    for marks, some in _in_parts(keys):
        query = f"{_BEFORE} WHERE source = ? AND key IN ({marks})"
        for key, *rest in Statements(database).rows(query, [source, *some]):
            found[key] = Last(*rest)
    return found


class Known:
    """The customers that records of one chunk may be about, and those the chunk adds."""

    def __init__(
        self, database: Database, source: str, records: Sequence[PreparedCustomer], imported: Iterable[int]
    ) -> None:
        self._statements = Statements(database)
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
        for marks, some in _in_parts(keys):
            rare = [row[0] for row in self._statements.rows(_RARE.format(marks=marks), [*some, MOST_OWNERS])]
            for marks_of_rare, some_rare in _in_parts(rare):
                for key, customer, name in self._statements.rows(_OWNERS.format(marks=marks_of_rare), some_rare):
                    found[key].append((customer, fold(name) or name.casefold()))
        return found

    def _aliases(self, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
        found = {}
        for marks, some in _in_parts({key for _, key in wanted}):
            for kind, key, customer in self._statements.rows(_ALIASES.format(marks=marks), some):
                found[kind, key] = customer
        return found

    def _claimed(self, source: str, customers: set[int]) -> set[int]:
        found: set[int] = set()
        for marks, some in _in_parts(customers):
            found.update(row[0] for row in self._statements.rows(_CLAIMED.format(marks=marks), [source, *some]))
        return found


def _persons(ids: set[int]) -> dict[int, Person]:
    """The customers of those ids that are not withdrawn, with all that a file may add to."""
    found: dict[int, Person] = {}
    for _, some in _in_parts(ids):
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


def _in_parts(values: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The values in parts of a bounded size, each with its question marks for a statement."""
    ordered = sorted(values)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        yield ",".join("?" * len(some)), some
