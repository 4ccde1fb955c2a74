"""Who is served: adding and changing customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.contact_points import checked_point
from deskui.desk.customer_view import CustomerPages
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.profile import checked
from deskui.store.writes import customers as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.lookup import Hit
    from deskui.domain.points import PointTyped
    from deskui.domain.profile import Profile
    from deskui.store.entry import Entry


CUSTOMER_CREATE: Final = verb("customer.create", "new customer")
CUSTOMER_EDIT: Final = verb("customer.edit", "profile change")


class Customers(CustomerPages):
    """Customers and their profile."""

    def similar(self, name: str, phone: str = "", email: str = "") -> list[Hit]:
        """Customers who may be the same person: offered before a new one is added."""
        found: dict[CustomerId, Hit] = {}
        for typed in (phone, email, name):
            if typed.strip():
                found.update((hit.customer_id, hit) for hit in self.store.index.find(typed, 5))
        return list(found.values())[:5]

    def create(self, profile: Profile, points: tuple[PointTyped, ...] = (), operation: str | None = None) -> Done:
        """Add a customer with ways to reach them.

        Raises: BadInput naming the field that is not accepted; nothing is kept then.
        """
        columns = checked(profile, self.session.today(self.now()))
        must_be_ours(columns["preferred_clerk"])
        rows = [checked_point(point, self.session.region) for point in points]

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add(entry, columns)
            for row in rows:
                writes.add_point(entry, added, row)
            return added, added

        return self.perform(CUSTOMER_CREATE, operation, work)

    def edit(
        self,
        customer_id: CustomerId,
        version: int,
        before: Profile,
        after: Profile,
        operation: str | None = None,
    ) -> Done:
        """Change what differs between the two profiles.

        Raises: BadInput naming the field, Conflict when somebody else was faster.
        """
        today = self.session.today(self.now())
        old, new = checked(before, today), checked(after, today)
        changed: dict[str, Any] = {name: new[name] for name in new if new[name] != old[name]}
        must_be_ours(changed.get("preferred_clerk"))

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change(entry, customer_id, version, changed)
            return customer_id, customer_id

        return self.perform(CUSTOMER_EDIT, operation, work)

    def prefer_clerk(
        self, customer_id: CustomerId, version: int, employee_id: int | None, operation: str | None = None
    ) -> Done:
        """Write down whom the customer asks for."""
        must_be_ours(employee_id)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change(entry, customer_id, version, {"preferred_clerk": employee_id})
            return customer_id, customer_id

        return self.perform(CUSTOMER_EDIT, operation, work)
