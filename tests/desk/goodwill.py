"""A shop with limits: Ada administers it, Margaret supervises, Ben and Paul are clerks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.limits import LimitTyped
from deskui.desk.verb import Verb
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.goodwill.limits import Period
from deskui.domain.staff import Role
from deskui.store import models
from deskui.store.writes import staff as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.goodwill.goodwill import Goodwill
    from deskui.domain.ids import CustomerId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry
    from tests.desk.counter import Counter

CLERKS = LimitTyped(Role.CLERK, per_act="40", per_customer="100", per_clerk="150", clerk_period=Period.WEEK)
SUPERVISORS = LimitTyped(Role.SUPERVISOR, per_act="200")
PIN = "581730"


class Shop:
    """The counter with its people and limits."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.desk = counter, counter.desk
        desk = self.desk

        def work(entry: Entry) -> tuple[int, None]:
            return writes.add_employee(entry, "Margaret", Role.SUPERVISOR), None

        desk.customers.perform(Verb("staff.hire"), None, work)
        self.ada, self.ben, self.paul = counter.ada, counter.ben, counter.paul
        self.margaret = next(each for each in desk.shop.staff() if each.name == "Margaret")
        desk.limits.set(CLERKS)
        desk.limits.set(SUPERVISORS)
        self.whom = counter.customer()
        self.acting(self.ben)

    def acting(self, who: Employee) -> None:
        self.desk.post.act_as(who)

    def typed(self, amount: str = "19", kind: GoodwillKind = GoodwillKind.WAIVE_FEE, **more: object) -> GoodwillTyped:
        return GoodwillTyped(kind, "we were late", amount, **more)  # type: ignore[arg-type]

    def give(self, amount: str = "19", whom: CustomerId | None = None, **more: object) -> Done:
        return self.desk.goodwill.give(whom or self.whom, self.typed(amount, **more))  # type: ignore[arg-type]

    def ask(self, amount: str = "85", **more: object) -> Done:
        return self.desk.approvals.ask(self.whom, self.typed(amount, **more))  # type: ignore[arg-type]

    def standing(self, whom: CustomerId | None = None) -> tuple[Goodwill, ...]:
        return tuple(each for each in self.desk.goodwill.of_customer(whom or self.whom) if each.stands)

    def left(self, whom: CustomerId | None = None, kind: GoodwillKind = GoodwillKind.WAIVE_FEE) -> int | None:
        return self.desk.goodwill.prospect(whom or self.whom).weighed.of(kind).minor

    @staticmethod
    def change(who: Employee, **columns: object) -> None:
        """As another desk changes somebody, behind this one's back."""
        models.Employee.update(**columns).where(models.Employee.id == who.id).execute()
