"""The numbers of a case: added, changed, come in, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.moments import day_words
from deskui.domain.references import checked_number
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import cases
from deskui.store.reads import references as reads
from deskui.store.reads.paging import PAGE
from deskui.store.writes import references as writes

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, OrderId, ReferenceId
    from deskui.domain.order import Reference
    from deskui.domain.pages import Cursor, Page
    from deskui.domain.references import ReferenceTyped
    from deskui.store.entry import Entry

REFERENCE_ADD: Final = verb("reference.add", "number", "reference.number")
REFERENCE_EDIT: Final = verb("reference.edit", "changed number", "reference.number")
REFERENCE_RECEIVED: Final = verb("reference.received", "goods received", "reference.number")
REFERENCE_REMOVE: Final = verb("reference.remove", "number taken away", "reference.number")


class References(Area):
    """Numbers, what is on order under them, and the orders they stand behind."""

    def one(self, reference_id: ReferenceId) -> Reference:
        """A number as it stands now.

        Raises: NotFound when it is no longer kept.
        """
        return reads.one(reference_id)[0]

    def of_case(self, case_id: CaseId, after: Cursor | None = None, limit: int = PAGE) -> Page[Reference]:
        """A page of the numbers of a case, as they were written down."""
        return reads.of_cases(cases.group(cases.survivor(case_id)), after, limit)

    def add(self, case: Case, typed: ReferenceTyped, operation: str | None = None) -> Done:
        """Add a number to a case; it stands behind the order that has it, where the customer has one.

        Raises: BadInput naming the field that is not accepted, or when the case has the number already.
        """
        columns = self._columns(case.customer_id, typed)
        number = columns.pop("number")

        def write(entry: Entry) -> int:
            return writes.add_reference(entry, case.customer_id, case.id, typed.kind, number, columns)

        return self.on(case.customer_id, REFERENCE_ADD, operation, write)

    def edit(
        self, reference_id: ReferenceId, version: int, typed: ReferenceTyped, operation: str | None = None
    ) -> Done:
        """Change a number; what is known of its goods holds wherever else the customer has it.

        Raises: BadInput naming the field, Conflict when somebody else was faster, NotFound when it is gone.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            old, customer = reads.one(reference_id)
            new = {"kind": typed.kind.value} | self._columns(customer, typed)
            was = {"kind": old.kind.value, "number": old.number, "order": old.order_id}
            was |= {name: getattr(old, name) for name in writes.SHARED}
            changed = {name: value for name, value in new.items() if value != was[name]}
            writes.change_reference(entry, customer, old, version, changed)
            return old.id, customer

        return self.perform(REFERENCE_EDIT, operation, work)

    def receive(self, reference_id: ReferenceId, operation: str | None = None) -> Done:
        """What was ordered under the number has come in today.

        Raises: BadInput when it has come already, NotFound when the number is no longer kept.
        """
        today = self.session.today(self.now())

        def work(entry: Entry) -> tuple[int, CustomerId]:
            old, customer = reads.one(reference_id)
            if old.received is not None:
                day = day_words(old.received, today)
                raise BadInput(f"{old.number} was received {day} already; Enter changes that.")
            writes.change_reference(entry, customer, old, old.version, {"received": today})
            return old.id, customer

        return self.perform(REFERENCE_RECEIVED, operation, work)

    def remove(self, reference_id: ReferenceId, version: int, operation: str | None = None) -> Done:
        """Take a number away; it can be taken back.

        Raises: Conflict when somebody else was faster, NotFound when it is gone.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            old, customer = reads.one(reference_id)
            writes.change_reference(entry, customer, old, version, {"withdrawn_at": entry.at})
            return old.id, customer

        return self.perform(REFERENCE_REMOVE, operation, work)

    def day(self, text: str, what: str, reach: Reach) -> date | None:
        """The day that is meant; None when empty.

        Raises: BadInput naming `what` when it is not understood, or not within reach.
        """
        return parse_day(text, self.session.today(self.now()), what, reach)

    def _columns(self, customer_id: CustomerId, typed: ReferenceTyped) -> dict[str, Any]:
        return {
            "number": checked_number(typed.number),
            "supplier": clean_line(typed.supplier, "Supplier"),
            "expected": self.day(typed.expected, "Expected", Reach.ANY),
            "received": self.day(typed.received, "Received", Reach.SINCE),
            "order": self._order(customer_id, typed.order),
        }

    def _order(self, customer_id: CustomerId, typed: str) -> OrderId | None:
        """The order that a number stands behind, by any number of that order."""
        number = clean_line(typed, "Order")
        if not number:
            return None
        found = reads.order_behind(customer_id, number_key(number))
        if found is None:
            raise BadInput(f"No order {number} of this customer is here; leave it empty, or type another.", "Order")
        return found
