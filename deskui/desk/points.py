"""How customers are reached: phones, addresses and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.contact_points import checked_point
from deskui.desk.verb import verb
from deskui.store.writes import customers as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import ContactPointId, CustomerId
    from deskui.domain.points import PointTyped
    from deskui.store.entry import Entry


CONTACT_POINT_ADD: Final = verb("contact_point.add", "new contact point")
CONTACT_POINT_EDIT: Final = verb("contact_point.edit", "contact point change")
CONTACT_POINT_REMOVE: Final = verb("contact_point.remove", "contact point removed")


class ContactPoints(Area):
    """The contact points of customers."""

    def add(self, customer_id: CustomerId, typed: PointTyped, operation: str | None = None) -> Done:
        """Add a way to reach the customer.

        Raises: BadInput naming the field that is not accepted.
        """
        row = checked_point(typed, self.session.region)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add_point(entry, customer_id, row)
            if row["preferred"]:
                writes.unprefer_others(entry, customer_id, added)
            return added, customer_id

        return self.perform(CONTACT_POINT_ADD, operation, work)

    def edit(
        self,
        customer_id: CustomerId,
        point: ContactPointId,
        version: int,
        typed: PointTyped,
        operation: str | None = None,
    ) -> Done:
        """Change a way to reach the customer.

        Raises: BadInput naming the field, Conflict when somebody else was faster.
        """
        row = checked_point(typed, self.session.region)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change_point(entry, customer_id, point, version, row)
            if row["preferred"]:
                writes.unprefer_others(entry, customer_id, point)
            return point, customer_id

        return self.perform(CONTACT_POINT_EDIT, operation, work)

    def remove(
        self, customer_id: CustomerId, point: ContactPointId, version: int, operation: str | None = None
    ) -> Done:
        """Take a way to reach the customer off the list; it can be taken back.

        Raises: Conflict when somebody else was faster.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change_point(entry, customer_id, point, version, {"withdrawn_at": entry.at})
            return point, customer_id

        return self.perform(CONTACT_POINT_REMOVE, operation, work)
