"""What is kept about the people of one chunk, and was imported before, fetched in a few statements."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.importing.memory import Last
from deskui.domain.importing.merge import KeptNote, Person
from deskui.domain.importing.people import Kept
from deskui.domain.prepared import SCALARS
from deskui.store import models
from deskui.store.lookup.statements import Statements
from deskui.store.reads.rows import dicts, tuples
from deskui.store.writes.imports.preparing import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peewee import Database

    from deskui.domain.prepared import PreparedCustomer

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
    "WHERE p.key IN ({marks}) AND p.withdrawn_at IS NULL AND c.withdrawn_at IS NULL UNION "
    "SELECT p.key, c.id, a.value FROM contact_point AS p JOIN customer AS c ON c.id = p.customer_id "
    "JOIN alias AS a ON a.customer_id = c.id AND a.kind = 'name' AND a.withdrawn_at IS NULL "
    "WHERE p.key IN ({marks}) AND p.withdrawn_at IS NULL AND c.withdrawn_at IS NULL ORDER BY 2"
)
"""Under every name of theirs: a file may name one who was merged into them."""
_ALIASES: Final = (
    "SELECT kind, key, customer_id FROM alias WHERE key IN ({marks}) AND withdrawn_at IS NULL AND kind <> 'name'"
)
_CLAIMED: Final = "SELECT customer_id FROM imported WHERE source = ? AND customer_id IN ({marks}) AND key LIKE 'id:%'"


def imported_before(database: Database, source: str, keys: Iterable[str]) -> dict[str, Last]:
    """What was imported before from this source, by key."""
    found = {}
    for marks, some in _in_parts(keys):
        query = f"{_BEFORE} WHERE source = ? AND key IN ({marks})"
        for key, *rest in Statements(database).rows(query, [source, *some]):
            found[key] = Last(*rest)
    return found


def kept_of(database: Database, source: str, rows: Sequence[PreparedCustomer], imported: Iterable[int]) -> Kept:
    """What is kept of everybody whom the records may be about; `imported` are customers known to be among them."""
    statements = Statements(database)
    owners = _owners(statements, {key for row in rows for key in row.reach})
    aliases = _aliases(statements, {(kind, key) for row in rows for kind, _, key in row.aliases})
    names = {row.folded for row in rows}
    named = {customer for having in owners.values() for customer, name in having if name in names}
    persons = _persons({*named, *imported, *aliases.values()})
    return Kept(persons, owners, aliases, _claimed(statements, source, named))


def _owners(statements: Statements, keys: set[str]) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for marks, some in _in_parts(keys):
        rare = [row[0] for row in statements.rows(_RARE.format(marks=marks), [*some, MOST_OWNERS])]
        for marks_of_rare, some_rare in _in_parts(rare):
            for key, customer, name in statements.rows(_OWNERS.format(marks=marks_of_rare), some_rare * 2):
                found[key].append((customer, plain_name(name)))
    return found


def _aliases(statements: Statements, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    found = {}
    for marks, some in _in_parts({key for _, key in wanted}):
        for kind, key, customer in statements.rows(_ALIASES.format(marks=marks), some):
            found[kind, key] = customer
    return found


def _claimed(statements: Statements, source: str, customers: set[int]) -> frozenset[int]:
    found: set[int] = set()
    for marks, some in _in_parts(customers):
        found.update(row[0] for row in statements.rows(_CLAIMED.format(marks=marks), [source, *some]))
    return frozenset(found)


def _persons(ids: set[int]) -> dict[int, Person]:
    """The customers of those ids that are not withdrawn, with all that a file may add to."""
    found: dict[int, Person] = {}
    for _, some in _in_parts(ids):
        for row in dicts(_CUSTOMER.select().where(_CUSTOMER.id.in_(some), _CUSTOMER.withdrawn_at.is_null())):
            columns: dict[str, Any] = {name: row[name] for name in SCALARS}
            columns["since"] = row["since"] and str(row["since"])
            name, custom = plain_name(row["name"]), json.loads(row["custom"])
            found[row["id"]] = Person(row["id"], row["version"], name, columns, custom)
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
