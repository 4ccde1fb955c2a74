"""Hand-off slips: what the customer takes along, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.allowing import say_in
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.goodwill.words import given_words
from deskui.domain.moments import long_day, long_words
from deskui.domain.slips.content import (
    SlipCard,
    SlipContent,
    SlipGuide,
    SlipPromise,
    SlipReference,
    WhoToAsk,
    as_kept,
)
from deskui.domain.steps.step_list import ListKind, StepState
from deskui.domain.working_hours.words import hours_in_full
from deskui.store.reads import cases, goodwill, people, promises, references, staff, steps
from deskui.store.reads import slips as reads
from deskui.store.writes import slips as writes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime, tzinfo

    from deskui.desk.area import Post
    from deskui.desk.directory import Directory
    from deskui.desk.rota import Rota
    from deskui.desk.verb import Verb
    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, SlipId
    from deskui.domain.order import Reference
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.slips.kept import KeptSlip
    from deskui.domain.staff import Employee
    from deskui.domain.steps.step_list import StepList
    from deskui.store.entry import Entry

SLIP_KEEP: Final = verb("slip.keep", "hand-off slip")
SLIP_PRINTED: Final = verb("slip.printed")
SLIP_FAILED: Final = verb("slip.failed")

MOST_NUMBERS: Final = 1_000
"""Numbers on a slip: more than anybody reads."""


class Slips(Area):
    """Slips of cases: made of what the customer may read, kept before they are printed."""

    def __init__(self, post: Post, rota: Rota, directory: Directory) -> None:
        super().__init__(post)
        self._rota, self._directory = rota, directory

    def content(self, case_id: CaseId) -> SlipContent:
        """What a slip of the case would say now.

        Raises: NotFound when the case is no longer kept.
        """
        case, now, zone = cases.case(cases.survivor(case_id)), self.now(), self.session.zone
        promised = promises.of_cases(case.ids, now, zone)
        numbers = references.of_cases(case.ids, limit=MOST_NUMBERS).rows
        return SlipContent(
            shop=self.session.shop,
            case_number=case.number,
            subject=case.subject,
            customer=people.customer(case.customer_id).name,
            written_at=now,
            written=long_words(now, zone),
            references=tuple(_number(each, now.astimezone(zone).date()) for each in numbers),
            ask_for=self._who_to_ask(case),
            promises=tuple(_promised(each, now, zone) for each in promised if each.is_open),
            guides=_guides(steps.of_cases(case.ids)),
            given=tuple(self._given(case.ids)),
            card=self._card(),
        )

    def _given(self, case_ids: Iterable[CaseId]) -> Iterator[str]:
        """`we waived truck rental, $19.00`: what was marked for the customer and stands, oldest first."""
        for each in reversed(goodwill.of_cases(tuple(case_ids))):
            if each.stands and each.concession.for_customer:
                yield f"we {given_words(each.concession, say_in(self.session))}"

    def of_case(self, case_id: CaseId) -> tuple[KeptSlip, ...]:
        """The slips of a case, newest first."""
        return reads.of_cases(cases.group(cases.survivor(case_id)))

    def one(self, slip_id: SlipId) -> KeptSlip:
        """One slip as it is kept.

        Raises: NotFound when it is not kept any more.
        """
        return reads.slip(slip_id)

    def keep(self, case_id: CaseId, content: SlipContent, operation: str | None = None) -> Done:
        """Keep a slip, so that it is there whatever the printer does; the subject is its id.

        Raises: NotFound when the case is no longer kept.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_slip(entry, case_id, as_kept(content)), cases.case(case_id).customer_id

        return self.perform(SLIP_KEEP, operation, work)

    def printed(self, slip_id: SlipId, printer: str, operation: str | None = None) -> Done:
        """Write down that a slip came out of that printer, or was saved in that file."""
        return self._became(slip_id, SLIP_PRINTED, operation, lambda entry, it: writes.came_out(entry, it, printer))

    def failed(self, slip_id: SlipId, printer: str, failure: str, operation: str | None = None) -> Done:
        """Write down why a slip did not come out; it stays kept, to be tried again."""
        return self._became(
            slip_id, SLIP_FAILED, operation, lambda entry, it: writes.did_not_come_out(entry, it, printer, failure)
        )

    def _became(
        self, slip_id: SlipId, verb: Verb, operation: str | None, write: Callable[[Entry, KeptSlip], None]
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            kept = reads.slip(slip_id)
            write(entry, kept)
            return slip_id, cases.case(kept.case_id).customer_id

        return self.perform(verb, operation, work)

    # --- who and what else stands on it -------------------------------------------------------------------

    def _who_to_ask(self, case: Case) -> WhoToAsk | None:
        """Whom one calls about the case, else whose it is, else who is acting."""
        contact = self._directory.contact_of(case.id)
        if contact is not None and (who := staff.employee(contact.employee_id)) is not None:
            return self._reached(who, contact.hours if who.zone else "")
        owner = None if case.owner_id is None else staff.employee(case.owner_id)
        who = owner or self.session.employee
        return None if who is None else self._reached(who)

    def _reached(self, who: Employee, hours: str = "") -> WhoToAsk:
        """Somebody in words that are still true on another day; `hours` are those of another zone."""
        duty = self._rota.all_on_duty([who])[0]
        opens = ""
        if duty.moment is not None:
            opens = f"{'here until' if duty.is_on else 'back on'} {long_words(duty.moment, self.session.zone)}"
        return WhoToAsk(
            name=who.name,
            role=who.post,
            company=who.company,
            extension=who.extension,
            phone=who.phone,
            hours=hours or hours_in_full(self._rota.hours_of(who).week),
            opens=opens,
        )

    def _card(self) -> SlipCard | None:
        """Who is acting, and who is responsible for the branch."""
        who, manager = self.session.employee, self._directory.manager()
        above: tuple[str, ...] = ()
        if manager is not None and who is not None and manager.id != who.id:
            above = ("responsible:", *self._directory.card(manager))
        return None if who is None else SlipCard(who.name, who.post, who.extension, who.phone, above)


def _number(reference: Reference, today: date) -> SlipReference:
    """A number, and for what is on order under it when it came or comes; a day that has passed says nothing."""
    note = ""
    if reference.received is not None:
        note = f"here since {long_day(reference.received)}"
    elif reference.expected is not None and reference.expected >= today:
        note = f"expected {long_day(reference.expected)}"
    return SlipReference(reference.kind.value, reference.number, note)


def _guides(lists: Iterable[StepList]) -> tuple[SlipGuide, ...]:
    """The guides that the customer may read, each step with whether it is done."""
    return tuple(
        SlipGuide(each.title, tuple((step.text, step.state is not StepState.OPEN) for step in each.steps))
        for each in lists
        if each.kind is ListKind.GUIDE and each.for_customer
    )


def _promised(view: PromiseView, now: datetime, zone: tzinfo) -> SlipPromise:
    due, earliest = long_words(view.due, zone), view.standing.earliest
    if view.due < now:
        return SlipPromise(view.promise.what, f"was due {due}; not done yet")
    if earliest is None:
        return SlipPromise(view.promise.what, f"by {due}")
    return SlipPromise(view.promise.what, f"from {long_words(earliest, zone)} to {due}")
