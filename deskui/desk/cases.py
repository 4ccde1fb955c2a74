"""Work for a customer: opening a case, moving it along, closing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.arrivals import supply
from deskui.domain.case import Case, CaseStatus, may_move
from deskui.domain.references import checked_number
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotAllowed, NotFound
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import balances, case_list, hand_overs, promises, references
from deskui.store.reads import cases as reads
from deskui.store.reads.paging import PAGE
from deskui.store.writes import cases as writes
from deskui.store.writes.references import add_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.desk.verb import Verb
    from deskui.domain.case import CaseSummary
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import Cursor, Page
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.typed import CaseTyped
    from deskui.store.entry import Entry


CASE_OPEN: Final = verb("case.open", "new case", "case.subject")
CASE_STATUS: Final = verb("case.status", "case status", "case.subject")
CASE_CLOSE: Final = verb("case.close", "case closed", "case.subject")


class Cases(Area):
    """Cases, their status and owner."""

    def case(self, case_id: CaseId) -> Case:
        """One case as the panel shows it.

        Raises: NotFound when it is no longer kept.
        """
        promised = promises.of_case(case_id, self.now(), self.session.zone)
        return with_dealings(self.with_supply(reads.case(case_id)), promised)

    def with_supply(self, case: Case) -> Case:
        """The case with what is on order in it; two more statements where it has more numbers than were read."""
        today = self.session.today(self.now())
        is_all = case.reference_count <= len(case.references)
        found = supply(case.references, today) if is_all else references.supply(case.id, today)
        return replace(case, supply=found)

    def beside(self, customer_id: CustomerId, case_id: CaseId, step: int) -> CaseId:
        """The case of the customer after (1) or before (-1) that one, round and round.

        Raises: NotFound when that one is no longer kept.
        """
        found = case_list.beside(customer_id, case_id, step)
        if found is None:
            raise NotFound("This case is no longer kept; F5 reads the customer again.")
        return found

    def listed(self, customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE) -> Page[CaseSummary]:
        """A page of the customer's cases: those still open first, newest first in each part."""
        return case_list.of_customer(customer_id, after, limit)

    @staticmethod
    def at_version(case: Case, version: int) -> Case:
        """The case as its editor last saw it: a change is refused when it has a newer version by now."""
        return replace(case, version=version)

    def open(self, customer_id: CustomerId, typed: CaseTyped, operation: str | None = None) -> Done:
        """Open a case, owned by the person acting unless somebody else is named.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = {
            "subject": clean_line(typed.subject, "The subject", needed=True),
            "kind": clean_line(typed.kind, "Kind"),
            "status": CaseStatus.OPEN.value,
            "owner": typed.owner_id or self.session.actor.employee_id,
        }
        numbers = {number_key(number): (kind, checked_number(number)) for kind, number in typed.references}

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add_case(entry, customer_id, columns)
            for kind, number in numbers.values():
                add_reference(entry, customer_id, added, kind, number)
            return added, customer_id

        return self.perform(CASE_OPEN, operation, work)

    def set_status(self, case: Case, status: CaseStatus, operation: str | None = None) -> Done:
        """Move a case to another status; closing needs an outcome, so it has a verb of its own.

        Raises: NotAllowed for a move that is not legal, Conflict when somebody else was faster.
        """
        if status is CaseStatus.CLOSED:
            raise BadInput("Say how it ended to close the case.", "Outcome")
        return self._move(case, status, CASE_STATUS, {"closed_at": None}, operation)

    def close(self, case: Case, outcome: str, operation: str | None = None) -> Done:
        """Close a case, saying how it ended.

        Raises: BadInput without an outcome, NotAllowed when it is closed, Conflict when somebody was faster.
        """
        said = clean_text(outcome, "The outcome", needed=True)
        columns = {"closed_at": self.now(), "outcome": said}
        return self._move(case, CaseStatus.CLOSED, CASE_CLOSE, columns, operation)

    def _move(
        self, case: Case, status: CaseStatus, verb: Verb, columns: dict[str, Any], operation: str | None
    ) -> Done:
        if not may_move(case.status, status):
            raise NotAllowed(f"A case that is {case.status} cannot become {status}.")
        return self._change(case, verb, {"status": status.value, **columns}, operation)

    def _change(self, case: Case, verb: Verb, columns: dict[str, Any], operation: str | None) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change_case(entry, case.id, case.version, columns)
            return case.id, case.customer_id

        return self.perform(verb, operation, work)


def with_dealings(case: Case, promised: Iterable[PromiseView]) -> Case:
    """The case with those of the promises that belong to it, who contacted whom, and who has yet to take it over."""
    own = tuple(each for each in promised if each.promise.case_id == case.id)
    last = max((each.promise.made_at for each in own), default=None)
    ever, since = balances.of_case(case.id, last)
    given = hand_overs.waiting_of_case(case.id)
    return replace(case, promises=own, balance=ever, since_promise=since, hand_over=given)
