"""Work for a customer: opening a case, moving it along, closing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.case import Case, CaseStatus, may_move
from deskui.domain.payment_cards import is_payment_card
from deskui.domain.steps.step_list import Stage, left_open, open_items
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import balances, hand_overs, promises
from deskui.store.reads import cases as reads
from deskui.store.reads import steps as step_reads
from deskui.store.writes import cases as writes
from deskui.store.writes import steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.order import ReferenceKind
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.typed import CaseTyped
    from deskui.store.entry import Entry


CASE_OPEN: Final = verb("case.open", "new case", "case.subject")
REFERENCE_ADD: Final = verb("reference.add", "reference")
CASE_STATUS: Final = verb("case.status", "case status", "case.subject")
CASE_CLOSE: Final = verb("case.close", "case closed", "case.subject")


class Cases(Area):
    """Cases, their status, owner and references."""

    def case(self, case_id: CaseId) -> Case:
        """One case as the panel shows it.

        Raises: NotFound when it is no longer kept.
        """
        promised = promises.of_case(case_id, self.now(), self.session.zone)
        return with_dealings(reads.case(case_id), promised)

    @staticmethod
    def at_version(case: Case, version: int) -> Case:
        """The case as its editor last saw it: a change is refused when it has a newer version by now."""
        return replace(case, version=version)

    def open(self, customer_id: CustomerId, typed: CaseTyped, operation: str | None = None) -> Done:
        """Open a case, owned by the person acting unless somebody else is named, with its take-in checklists.

        Raises: BadInput naming the field that is not accepted.
        """
        work_kind = clean_line(typed.kind, "Kind")
        columns = {
            "subject": clean_line(typed.subject, "The subject", needed=True),
            "kind": work_kind,
            "status": CaseStatus.OPEN.value,
            "owner": typed.owner_id or self.session.actor.employee_id,
        }
        numbers = [(kind, checked_number(number)) for kind, number in typed.references]

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add_case(entry, customer_id, columns)
            for kind, number in numbers:
                writes.add_reference(entry, customer_id, added, kind, number)
            steps.start_checklists(entry, added, work_kind, Stage.TAKE_IN)
            return added, customer_id

        return self.perform(CASE_OPEN, operation, work)

    def set_status(self, case: Case, status: CaseStatus, operation: str | None = None) -> Done:
        """Move a case to another status; closing needs an outcome, so it has a verb of its own.

        What becomes ready gets its hand-out checklists.
        Raises: NotAllowed for a move that is not legal, Conflict when somebody else was faster.
        """
        if status is CaseStatus.CLOSED:
            raise BadInput("Say how it ended to close the case.", "Outcome")
        check_move(case, status)
        columns = {"status": status.value, "closed_at": None, "unfinished": ""}

        def write(entry: Entry) -> None:
            writes.change_case(entry, case.id, case.version, columns)
            if status is CaseStatus.READY:
                steps.start_checklists(entry, case.id, case.kind, Stage.HAND_OUT)

        return self._about(case, CASE_STATUS, operation, write)

    def close(self, case: Case, outcome: str, operation: str | None = None, *, unfinished: str = "") -> Done:
        """Close a case, saying how it ended, and with steps of its checklists open why: `unfinished`.

        A hand-out checklist that nobody has begun counts as open, and stands in the case from then on.
        Raises: BadInput without an outcome, or without a reason where one is needed, NotAllowed when it is closed,
        Conflict when somebody was faster.
        """
        said = clean_text(outcome, "The outcome", needed=True)
        why = clean_line(unfinished, "The reason")
        check_move(case, CaseStatus.CLOSED)
        columns = {"status": CaseStatus.CLOSED.value, "closed_at": self.now(), "outcome": said}

        def write(entry: Entry) -> None:
            steps.start_checklists(entry, case.id, case.kind, Stage.HAND_OUT)
            left = open_items(step_reads.of_case(case.id))
            if left and not why:
                raise BadInput(f"{left_open(left)} Tick them, or say why.", "The reason")
            writes.change_case(entry, case.id, case.version, {**columns, "unfinished": why if left else ""})

        return self._about(case, CASE_CLOSE, operation, write)

    def add_reference(self, case: Case, kind: ReferenceKind, number: str, operation: str | None = None) -> Done:
        """Add a number to a case.

        Raises: BadInput when it has no letter or digit, or is that of a payment card.
        """
        cleaned = checked_number(number)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_reference(entry, case.customer_id, case.id, kind, cleaned), case.customer_id

        return self.perform(REFERENCE_ADD, operation, work)

    def _about(self, case: Case, verb: Verb, operation: str | None, write: Callable[[Entry], None]) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            write(entry)
            return case.id, case.customer_id

        return self.perform(verb, operation, work)


def check_move(case: Case, status: CaseStatus) -> None:
    """Raises: NotAllowed when a case may not go from its status to that one."""
    if not may_move(case.status, status):
        raise NotAllowed(f"A case that is {case.status} cannot become {status}.")


def with_dealings(case: Case, promised: Iterable[PromiseView]) -> Case:
    """The case with its steps, those of the promises that are its own, who called whom, and who is to take over."""
    own = tuple(each for each in promised if each.promise.case_id == case.id)
    last = max((each.promise.made_at for each in own), default=None)
    ever, since = balances.of_case(case.id, last)
    given = hand_overs.waiting_of_case(case.id)
    lists = step_reads.of_case(case.id)
    return replace(case, promises=own, balance=ever, since_promise=since, hand_over=given, steps=lists)


def checked_number(number: str) -> str:
    """A reference number as typed, cleaned.

    Raises: BadInput when it is empty, has no letter or digit to find it by, or is that of a payment card.
    """
    cleaned = clean_line(number, "The number", longest=80, needed=True)
    if is_payment_card(cleaned):
        raise BadInput("That is a payment card number, which is never kept; type another number.", "The number")
    if not any(sign.isalnum() for sign in cleaned):
        raise BadInput("The number has no letter or digit; type it as it is printed.", "The number")
    return cleaned
