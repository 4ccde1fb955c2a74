"""A desk of its own with a clock that the test turns."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.desk.verb import Verb
from deskui.domain.due.due_list import grouped
from deskui.domain.ids import CustomerId
from deskui.domain.profile import Profile
from deskui.domain.staff import Role
from deskui.domain.typed import CaseTyped
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.writes import staff as writes
from tests.conftest import NOW

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskui.desk.desk import Desk
    from deskui.domain.due.due_list import DueGroup, DueItem
    from deskui.domain.ids import CaseId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Counter:
    """A shop in Denver with three people on its staff, acting as the first."""

    def __init__(self, url: str) -> None:
        self.now: datetime = NOW + DAY
        """Monday 23 November 2026, 10:42 in Denver."""
        self.desk: Desk = open_desk(url, clock=lambda: self.now)
        self.desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
        for name in ("Ben", "Paul"):
            self._hire(name)
        self.ada, self.ben, self.paul = self.desk.shop.staff()

    def _hire(self, name: str) -> None:
        def work(entry: Entry) -> tuple[int, None]:
            return writes.add_employee(entry, name, Role.CLERK), None

        self.desk.customers.perform(Verb("staff.hire"), None, work)

    def tick(self, length: timedelta) -> None:
        self.now += length

    def customer(self, name: str = "Shari Caldwell") -> CustomerId:
        return CustomerId(self.desk.customers.create(Profile(name)).subject)

    def case(self, customer: CustomerId, kind: str = "parcel", owner: Employee | None = None) -> CaseId:
        typed = CaseTyped("Missing parcel", kind, None if owner is None else owner.id)
        return self.desk.cases.open(customer, typed).subject  # type: ignore[return-value]

    def number(
        self, customer: CustomerId, number: str, *, case: CaseId | None = None, order: int | None = None
    ) -> None:
        """A receipt of a case or of an order."""

        def work(entry: Entry) -> tuple[int, CustomerId]:
            key, digits = number_key(number), number_digits(number)
            columns = {"kind": "receipt", "number": number, "key": key, "digits": digits, "created_at": entry.at}
            return entry.insert(models.Reference, customer=customer, case=case, order=order, **columns), customer

        self.desk.customers.perform(Verb("reference.add"), None, work)

    def order(self, customer: CustomerId, number: str, *names: str) -> int:
        """An order of one each of these, with a receipt of that number."""

        def work(entry: Entry) -> tuple[int, CustomerId]:
            placed = {"number": number, "placed_at": entry.at, "currency": "USD", "created_at": entry.at}
            order = entry.insert(models.Order, customer=customer, **placed)
            for position, name in enumerate(names, 1):
                entry.insert(models.OrderLine, order=order, position=position, name=name)
            return order, customer

        order = self.desk.customers.perform(Verb("order.add"), None, work).subject
        self.number(customer, number, order=order)
        return order

    def day(self, text: str) -> date:
        """The day that is meant, as a form reads it."""
        return self.desk.follow_ups.day(text)

    def undo(self) -> None:
        self.desk.own_entries.undo(self.desk.own_entries.last().done)

    def entries(self) -> int:
        return models.Journal.select().count()

    def groups(self) -> tuple[tuple[DueGroup, tuple[DueItem, ...]], ...]:
        return grouped(self.desk.due.list(), self.now, self.desk.session.zone)
