"""Whom to call about a case, and the calls to them; they are no contacts with the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.people import People, reaches
from deskui.desk.verb import verb
from deskui.domain.directory import Calling, CaseContact, contact_person
from deskui.domain.text import clean_text
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import calling as reads
from deskui.store.reads import cases
from deskui.store.writes import calling as writes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.case import Case
    from deskui.domain.directory import ContactPerson, Inquiry, Matter
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, InquiryId
    from deskui.store.entry import Entry


CASE_CONTACT: Final = verb("case.contact", "contact person", "case.subject")
INQUIRY_LOG: Final = verb("inquiry.log", "call to a contact", "inquiry.summary")


class Directory(People):
    """The staff directory, and what it is for."""

    def of_case(self, case: Case) -> Calling:
        """Whom to call about a case, all of it first, and the newest calls: two statements, five with somebody."""
        of_numbers = reads.of_numbers(case.ids)
        about = {case.contact_id: (), **of_numbers} if case.contact_id is not None else of_numbers
        known = {each.employee.id: each for each in reaches()} if about else {}
        contacts = (
            CaseContact(known[who], () if who == case.contact_id else numbers)
            for who, numbers in about.items()
            if who in known
        )
        return Calling(tuple(contacts), reads.inquiries(case.ids))

    def contact_of(self, case_id: CaseId) -> ContactPerson | None:
        """Whom the customer may ask for about a case, as things stand now; None when nobody was named.

        Raises: NotFound when the case is no longer kept.
        """
        contacts = self.of_case(cases.case(case_id)).contacts
        return contact_person(contacts[0].reach, self.now(), self.session.zone) if contacts else None

    def matters_of_case(self, case_id: CaseId) -> tuple[Matter, ...]:
        """A case and those merged into it as a whole, then their numbers, each with whom one calls about it."""
        return reads.matters_of_cases(cases.group(case_id))

    def matters_of(self, contact: EmployeeId) -> tuple[Matter, ...]:
        """All that one calls somebody about in open cases, whoever the customers are."""
        return reads.matters_of(contact)

    def call_about(
        self,
        contact: EmployeeId,
        matters: Iterable[Matter],
        no_more: Iterable[Matter] = (),
        operation: str | None = None,
    ) -> Done:
        """From now on one calls that person about `matters` of a case, and nobody about `no_more` of it.

        Raises: NotAllowed when that changes nothing, Conflict when somebody else was faster.
        """
        gains = [each for each in matters if each.contact_id != contact]
        losses = [each for each in no_more if each.contact_id == contact]
        self.person(contact)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            if not gains and not losses:
                raise NotAllowed("That is so already; mark what it is to be.")
            writes.set_contact(entry, gains, contact)
            writes.set_contact(entry, losses, None)
            about = (*gains, *losses)[0]
            return about.case_id, about.customer_id

        return self.perform(CASE_CONTACT, operation, work)

    def log_inquiry(
        self,
        contact: EmployeeId,
        matters: Iterable[Matter],
        summary: str,
        *,
        reached: bool = True,
        operation: str | None = None,
    ) -> Done:
        """Write down one call to somebody, about all of these cases and numbers at once.

        Raises: BadInput without a word on what was said by whoever was reached, or when it was about nothing.
        """
        about = tuple(dict.fromkeys(matters))
        said = clean_text(summary, "The answer", needed=reached)
        if not about:
            raise BadInput("Say what the call was about; mark at least one case or number.")
        self.person(contact)
        customers = {each.customer_id for each in about}

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            added = writes.add_inquiry(entry, contact, reached, said, about)
            return added, customers.pop() if len(customers) == 1 else None

        return self.perform(INQUIRY_LOG, operation, work)

    def inquiry(self, inquiry_id: InquiryId) -> tuple[Inquiry, tuple[Matter, ...]]:
        """A call, and all that it was about.

        Raises: NotFound when it was taken back.
        """
        return reads.inquiry(inquiry_id)
