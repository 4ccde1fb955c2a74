"""Who a record of a file is about: the customers it may be, and the rules that tell them apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.domain.importing.merge import Person
    from deskui.domain.prepared import PreparedCustomer


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about the people of one chunk."""

    persons: Mapping[int, Person] = field(default_factory=dict)
    """By id; without those withdrawn."""
    owners: Mapping[str, Sequence[tuple[int, str]]] = field(default_factory=dict)
    """Phone or e-mail key to everybody who has it: id, and name in plain letters."""
    aliases: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Kind and key of a number to whose it is, withdrawn or not."""
    claimed: frozenset[int] = frozenset()
    """Who has a number in the program the file comes from."""


class People:
    """The customers that records of one chunk may be about: those kept, and those the chunk adds."""

    def __init__(self, kept: Kept) -> None:
        self.persons = kept.persons
        self.taken: set[tuple[str, str]] = set(kept.aliases)
        """Numbers that somebody has already."""
        self._owners = kept.owners
        self._by_alias = {key: kept.persons[who] for key, who in kept.aliases.items() if who in kept.persons}
        self._by_reach: dict[str, list[tuple[Person, str]]] = defaultdict(list)
        for key, owners in kept.owners.items():
            self._by_reach[key] = [(kept.persons[who], name) for who, name in owners if who in kept.persons]
        self._claimed = {kept.persons[who] for who in kept.claimed if who in kept.persons}

    def register(self, row: PreparedCustomer, person: Person) -> None:
        """Let later records of the chunk find this person too."""
        for key in row.reach:
            if all(person is not other for other, _ in self._by_reach[key]):
                self._by_reach[key].append((person, row.folded))
        for kind, _, key in row.aliases:
            self._by_alias.setdefault((kind, key), person)
        if row.strong:
            self._claimed.add(person)

    def same(self, row: PreparedCustomer) -> Person | None:
        """The customer a record is about that was not imported before; None when it is somebody new."""
        for kind, _, number in row.aliases:
            person = self._by_alias.get((kind, number))
            if person is not None and (kind in ("shopify", "square") or _alike(row, person)):
                return person
        for key in row.reach:
            for person, folded in self._by_reach.get(key, ()):
                if folded == row.folded and not self._is_claimed(row, person):
                    return person
        return None

    def only_owner(self, row: PreparedCustomer) -> int | Person | None:
        """Whoever alone has the first of the record's e-mails or phones that anybody has."""
        for key in row.reach:
            owners: set[int | Person] = {who for who, _ in self._owners.get(key, ())}
            owners |= {person for person, _ in self._by_reach.get(key, ()) if person.id is None}
            if len(owners) == 1:
                return owners.pop()
        return None

    def _is_claimed(self, row: PreparedCustomer, person: Person) -> bool:
        """Whether the same program already has this person under another number: father and son are two."""
        return row.strong and person in self._claimed


def _alike(row: PreparedCustomer, person: Person) -> bool:
    """Two programs may give one number to two people: it counts with the same name, old or new, phone or e-mail."""
    named = person.folded == row.folded or ("name", row.folded) in person.aliases
    return named or any(key in row.reach for _, key in person.points)
