"""Everything the desk shows of a customer, read in one go."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deskui.desk.allowing import looked_at
from deskui.desk.area import Area
from deskui.desk.case_view import with_dealings
from deskui.desk.precedents import Precedents
from deskui.desk.tips import Tips
from deskui.domain.customer import Acquaintance
from deskui.domain.pages import CustomerView
from deskui.domain.working_hours.on_duty import Familiar
from deskui.errors import NotFound
from deskui.store.reads import (
    balances,
    benefits,
    case_list,
    cases,
    conversations,
    due,
    fix_requests,
    follow_ups,
    merges,
    notes,
    orders,
    people,
    promises,
    relationship,
    staff,
    told,
    visits,
)
from deskui.store.reads.paging import PAGE

if TYPE_CHECKING:
    from deskui.desk.area import Post
    from deskui.desk.cases import Cases
    from deskui.desk.directory import Directory
    from deskui.desk.duty import Duty
    from deskui.domain.case import CaseSummary
    from deskui.domain.customer import Customer
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.order import Order
    from deskui.domain.pages import Cursor, Page
    from deskui.domain.review.item import FixRequest


class CustomerPages(Area):
    """What is shown of customers."""

    def __init__(self, post: Post, duty: Duty, directory: Directory, cases: Cases) -> None:
        super().__init__(post)
        self._duty, self._directory, self._cases = duty, directory, cases
        self._tips, self._precedents = Tips(post), Precedents(post)

    def count(self, at_most: int = 1_000) -> int:
        """How many customers are kept, counted up to `at_most`; 1 tells an empty shop from any other."""
        return people.count(at_most)

    def view(self, customer_id: CustomerId, case_id: CaseId | None = None) -> CustomerView:
        """Everything the desk shows of a customer, with the given case if it is still kept, else the newest open one.

        Of one who was merged into another, the other is shown.

        Raises: NotFound when the customer is no longer kept.
        """
        who = people.customer(customer_id)
        customer_id, known = who.id, self._known(who)
        clerks = () if known.preferred_clerk is None else (known.preferred_clerk,)
        listed = case_list.of_customer(customer_id)
        shown, place = _shown(customer_id, listed, case_id)
        case = None if shown is None else self._cases.with_supply(cases.case(shown))
        group = () if case is None else case.ids
        me = self.session.actor.employee_id
        now, zone = self.now(), self.session.zone
        promised = promises.of_customer(customer_id, now, zone, group)
        visit = next(iter(visits.open_visits(self.session.desk)), None)
        talks, bought = conversations.of_customer(customer_id), orders.of_customer(customer_id)
        return CustomerView(
            customer=who,
            known=known,
            orders=bought,
            conversations=talks,
            notes=notes.of_customer(customer_id, me, all_private=self.session.is_supervisor),
            cases=listed.rows,
            case=None if case is None else with_dealings(case, promised),
            case_place=place,
            promises=promised,
            told=told.standing(customer_id),
            follow_ups=follow_ups.of_customer(customer_id),
            balance=balances.of_customer(customer_id, now),
            visit=visit if visit is not None and visit.customer_id == customer_id else None,
            asks_for=next(iter(self._duty.all_on_duty(clerks, now) if clerks else ()), None),
            call_owed=due.call_owed(customer_id, now),
            next_step=conversations.next_step(customer_id, talks, group),
            to_fix=tuple(each for each in fix_requests.of_customer(customer_id) if self._may_know(each)),
            benefits=benefits.of_customer(customer_id, self.session.today(now), zone),
            calling=None if case is None else self._directory.of_case(case),
            goodwill=looked_at(customer_id, self.session, now),
            tips=self._tips.in_view(customer_id, bought.rows, case),
            precedents=self._precedents.count(customer_id, case),
        )

    def _may_know(self, asked: FixRequest) -> bool:
        """What is to be put right is between its author and supervisors."""
        return self.session.is_supervisor or asked.author_id == self.session.actor.employee_id

    def _known(self, who: Customer) -> Acquaintance:
        met = relationship.contacts(who.id)
        orders, value = relationship.value_of([who.id])
        clerk = None if who.preferred_clerk_id is None else staff.employee(who.preferred_clerk_id)
        return Acquaintance(
            orders=orders,
            value=value,
            contacts=met.count,
            first_contact=met.first,
            last_contact=met.last,
            last_employee=met.last_employee,
            faces=met.faces,
            preferred_clerk=clerk,
            bad_visit=met.bad_visit,
            household=None if who.household_id is None else relationship.household(who.household_id),
            points=people.contact_points(who.id),
            aliases=people.aliases(who.id),
            merged=merges.merged_into(who.id),
        )

    def faces(self, customer_id: CustomerId) -> tuple[Familiar, ...]:
        """Who knows the customer, and who of them is on duty: first whom they ask for, then who met them most often.

        Raises: NotFound when the customer is no longer kept.
        """
        who = people.customer(customer_id)
        preferred = who.preferred_clerk_id
        met = {each.employee_id: each for each in relationship.contacts(who.id).faces}
        duty = {each.employee.id: each for each in self._duty.all_on_duty(staff.employees())}
        never = () if preferred in met or preferred not in duty else (duty[preferred].employee,)
        known = [
            Familiar(
                each.employee_id, each.name, each.times, each.last, each.employee_id == preferred, duty.get(face)
            )
            for face, each in met.items()
        ] + [Familiar(each.id, each.name, 0, None, True, duty[each.id]) for each in never]
        return tuple(sorted(known, key=lambda each: (not each.is_preferred, -each.times)))

    def orders(self, customer_id: CustomerId, after: Cursor, limit: int = PAGE) -> Page[Order]:
        """The next page of the history."""
        return orders.of_customer(self.who(customer_id), after, limit)


def _shown(
    customer_id: CustomerId, listed: Page[CaseSummary], wanted: CaseId | None
) -> tuple[CaseId | None, tuple[int, int] | None]:
    """The case to be shown and which of how many: the one wanted, or what it was merged into, else the first."""
    if not listed.rows:
        return None, None
    places = {each.id: number for number, each in enumerate(listed.rows, 1)}
    if wanted is not None and wanted not in places:
        with suppress(NotFound):
            wanted = cases.survivor(wanted)
    shown = listed.rows[0].id if wanted is None else wanted
    number = places.get(shown) or case_list.place(customer_id, shown)
    if not number:
        shown, number = listed.rows[0].id, 1
    return shown, (number, listed.total or 0)
