"""A desk of its own with a clock that the test turns."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.due_list import grouped
from deskui.domain.ids import CustomerId
from deskui.domain.profile import Profile
from deskui.domain.staff import Role
from deskui.domain.typed import CaseTyped
from deskui.store import models
from deskui.store.writes import shop as writes
from tests.conftest import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.desk import Desk
    from deskui.domain.due_list import DueGroup, DueItem
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

        self.desk.customers.perform("staff.hire", None, work)

    def tick(self, length: timedelta) -> None:
        self.now += length

    def customer(self, name: str = "Shari Caldwell") -> CustomerId:
        return CustomerId(self.desk.customers.create(Profile(name)).subject)

    def case(self, customer: CustomerId, kind: str = "parcel", owner: Employee | None = None) -> CaseId:
        typed = CaseTyped("Missing parcel", kind, None if owner is None else owner.id)
        return self.desk.cases.open(customer, typed).subject  # type: ignore[return-value]

    def undo(self) -> None:
        self.desk.own_entries.undo(self.desk.own_entries.last().done)

    def entries(self) -> int:
        return models.Journal.select().count()

    def groups(self) -> tuple[tuple[DueGroup, tuple[DueItem, ...]], ...]:
        return grouped(self.desk.due.list(), self.now, self.desk.session.zone)
