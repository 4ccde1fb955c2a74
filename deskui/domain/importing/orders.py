"""What a chunk of orders comes to: which are new or changed, whose they are, and which stand twice in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.importing.incoming import Refused
from deskui.domain.importing.merge import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from deskui.domain.importing.memory import Last
    from deskui.domain.importing.people import People
    from deskui.domain.prepared import PreparedCustomer, PreparedOrder

    Namesakes = Callable[[PreparedCustomer], set[int]]


@dataclass(frozen=True, slots=True)
class PlannedOrders:
    """What is to be written for a chunk of orders."""

    new: tuple[tuple[PreparedOrder, Person | int], ...]
    """Each with whose it is: somebody new, or the id of a customer."""
    changed: tuple[tuple[PreparedOrder, Last], ...]
    """Each with what was imported of it before."""
    refused: tuple[Refused, ...]
    unchanged: int
    buyers: tuple[Person, ...]
    """Customers who come with the new orders."""
    by_name: tuple[tuple[str, Person], ...]
    """Those of them who are known by nothing but the name, by the key they are remembered under."""


def name_key(buyer: PreparedCustomer) -> str:
    """What somebody known by nothing but the name is remembered under."""
    return f"person:{buyer.folded}"


def plan_orders(
    orders: Iterable[PreparedOrder], last: Mapping[str, Last], people: People, namesakes: Namesakes
) -> PlannedOrders:
    """Decide about each order in turn.

    `last` has what was imported before of the orders and under the `name_key` of their buyers; `namesakes`
    finds the customers of exactly that name.
    """
    planning = _Planning(last, people, namesakes)
    for order in orders:
        planning.take(order)
    return PlannedOrders(
        tuple(planning.new),
        tuple(planning.changed),
        tuple(planning.refused),
        planning.unchanged,
        tuple(planning.buyers),
        tuple(planning.by_name),
    )


class _Planning:
    def __init__(self, last: Mapping[str, Last], people: People, namesakes: Namesakes) -> None:
        self._last, self._people, self._namesakes = last, people, namesakes
        self._digests = {key: found.digest for key, found in last.items()}
        self._named: dict[str, Person | int] = {}
        self.new: list[tuple[PreparedOrder, Person | int]] = []
        self.changed: list[tuple[PreparedOrder, Last]] = []
        self.refused: list[Refused] = []
        self.unchanged = 0
        self.buyers: list[Person] = []
        self.by_name: list[tuple[str, Person]] = []

    def take(self, order: PreparedOrder) -> None:
        digest = self._digests.get(order.key)
        if digest is None:
            self.new.append((order, self._whose(order.customer)))
            self._digests[order.key] = order.digest
        elif digest == order.digest:
            self.unchanged += 1
        elif order.repeated:
            reason = f"order {order.record.number} stands twice in the file"
            self.refused.append(Refused(order.record.line, reason, order.record.rows))
        else:
            self.changed.append((order, self._last[order.key]))
            self._digests[order.key] = order.digest

    def _whose(self, buyer: PreparedCustomer) -> Person | int:
        """The customer of an order: same name and e-mail or phone, else its only owner, else the only namesake."""
        found: Person | int | None = self._people.same(buyer)
        if found is None:
            found = self._people.only_owner(buyer) if buyer.reach else self._by_name_alone(buyer)
        return self._add(buyer) if found is None else found

    def _by_name_alone(self, buyer: PreparedCustomer) -> Person | int | None:
        """Whom an earlier order of that name was given to, or the only one there is."""
        if (earlier := self._last.get(name_key(buyer))) is not None:
            return earlier.customer
        if buyer.folded not in self._named:
            same: set[Person | int] = {*self._namesakes(buyer)}
            same |= {person for person in self.buyers if person.folded == buyer.folded}
            if len(same) == 1:
                self._named[buyer.folded] = same.pop()
        return self._named.get(buyer.folded)

    def _add(self, buyer: PreparedCustomer) -> Person:
        person = Person()
        person.take(buyer, None, self._people.taken)
        self.buyers.append(person)
        self._people.register(buyer, person)
        if not buyer.reach:
            self.by_name.append((name_key(buyer), person))
            self._named[buyer.folded] = person
        return person
