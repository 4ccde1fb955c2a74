"""What a chunk of customers comes to: who is new, who changes, and what is to be remembered of each record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.importing.incoming import Tally
from deskui.domain.importing.memory import Last, Remembered
from deskui.domain.importing.merge import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from deskui.domain.importing.people import People
    from deskui.domain.prepared import Payload, PreparedCustomer


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be written for a chunk of customers."""

    new: tuple[Person, ...]
    changed: tuple[Person, ...]
    remembered: tuple[Remembered, ...]
    about: frozenset[int]
    """Everybody kept whom a record was about, changed or not."""
    tally: Tally


def plan_customers(
    rows: Iterable[PreparedCustomer], last: Mapping[str, Last], people: People, plain: Callable[[str], str]
) -> Planned:
    """Decide about each record in turn, which changes the persons of `people`.

    `last` has what was imported before under the keys a record may have, `plain` gives a name in plain letters.
    """
    planning = _Planning(last, people, plain)
    for row in rows:
        planning.take(row)
    return Planned(
        tuple(planning.new),
        tuple(person for person in people.persons.values() if person.touched),
        tuple(planning.remembered.values()),
        frozenset(planning.about),
        planning.tally,
    )


class _Planning:
    def __init__(self, last: Mapping[str, Last], people: People, plain: Callable[[str], str]) -> None:
        self._last, self._people, self._plain = last, people, plain
        self.new: list[Person] = []
        self.remembered: dict[str, Remembered] = {}
        self.about: set[int] = set()
        self.tally = Tally()

    def take(self, row: PreparedCustomer) -> None:
        key = row.key
        before = self._before(key)
        if before is not None and before.digest != row.digest and self._is_other(row, before):
            key = row.other_key
            before = self._before(key)
        person = self._first_time(row, key) if before is None else self._again(row, before)
        if person is not None:
            person.met = True
        if person is not None and person.id is not None:
            self.about.add(person.id)
        elif key in self._last:
            self.about.add(self._last[key].customer)

    def _before(self, key: str) -> Remembered | None:
        if (found := self.remembered.get(key)) is not None:
            return found
        if (last := self._last.get(key)) is None:
            return None
        return Remembered(key, last.digest, last.text, self._people.persons.get(last.customer), last.id)

    def _first_time(self, row: PreparedCustomer, key: str) -> Person:
        aside = self._kept_aside(row)
        person = aside.person if aside else self._repeated(row, key) or self._people.same(row)
        if person is None:
            person = Person()
            self.new.append(person)
            self.tally.new += 1
            person.take(row, None, self._people.taken)
        else:
            self._take(row, json.loads(aside.text) if aside else None, person)
        self._people.register(row, person)
        self.remembered[key] = Remembered(key, row.digest, row.text, person)
        return person

    def _kept_aside(self, row: PreparedCustomer) -> Remembered | None:
        """What was imported of the same row when nobody had said yet that a column of it is the customer's number."""
        before = self._before(row.plain_key) if row.numbered else None
        if before is None or before.person is None:
            return None
        aside = json.loads(before.text)["custom"].values()
        return before if any(value in aside for _, value, _ in row.aliases) else None

    def _take(self, row: PreparedCustomer, base: Payload | None, person: Person | None) -> None:
        changed = person is not None and person.take(row, base, self._people.taken)
        if base is None and person is not None and person.met:
            self.tally.merged += 1
        elif changed:
            self.tally.updated += 1
        else:
            self.tally.unchanged += 1

    def _repeated(self, row: PreparedCustomer, key: str) -> Person | None:
        """The person of an earlier row with the same key; a bare name is one person only in equal rows."""
        first = self._before(row.first_key) if key != row.first_key else None
        if first is None or (row.first_key.startswith("name:") and first.digest != row.digest):
            return None
        return None if self._is_other(row, first) else first.person

    def _again(self, row: PreparedCustomer, before: Remembered) -> Person | None:
        """Take over what changed in the file; a customer who was withdrawn stays so."""
        person = before.person
        if before.digest == row.digest:
            self.tally.unchanged += 1
            return person
        self._take(row, json.loads(before.text), person)
        if person is not None:
            self._people.register(row, person)
        self.remembered[before.key] = Remembered(before.key, row.digest, row.text, person, before.id)
        return person

    def _is_other(self, row: PreparedCustomer, before: Remembered) -> bool:
        """Whether a number of a program nobody vouches for now stands for somebody else altogether."""
        if not row.doubtful:
            return False
        said: Payload = json.loads(before.text)
        shared = {key for _, key, _, _ in said["points"]} & set(row.reach)
        return not shared and self._plain(said["name"]) != row.folded
