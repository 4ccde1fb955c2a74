"""Work for a customer: opening a case, moving it along, closing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.case import Case, CaseStatus, may_move
from deskui.domain.payment_cards import is_payment_card
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotAllowed, NotFound
from deskui.store.reads import balances, hand_overs, promises, slips
from deskui.store.reads import cases as reads
from deskui.store.writes import cases as writes

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_LONGEST_NUMBER: Final = 9


class Cases(Area):
    """Cases, their status, owner and references."""

    def case(self, case_id: CaseId) -> Case:
        """One case as the panel shows it.

        Raises: NotFound when it is no longer kept.
        """
        promised = promises.of_case(case_id, self.now(), self.session.zone)
        return with_dealings(reads.case(case_id), promised)

    @staticmethod
    def numbered(typed: str) -> CaseId:
        """The case of that number, typed as `1043`, `#1043` or `case 1043`.

        Raises: BadInput when that is no number of a case, NotFound when there is none of that number.
        """
        digits = typed.strip().casefold().removeprefix("case").strip(" #")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER):
            raise BadInput(f"{typed!r} is not the number of a case; give one such as 1043.", "Case")
        found = reads.of_number(int(digits))
        if found is None:
            raise NotFound(f"There is no case #{int(digits)}; deskui find looks for other numbers.")
        return found

    @staticmethod
    def at_version(case: Case, version: int) -> Case:
        """The case as its editor last saw it: a change is refused when it has a newer version by now."""
        return replace(case, version=version)

    def open(self, customer_id: CustomerId, typed: CaseTyped, operation: str | None = None) -> Done:
        """Open a case, owned by the person acting unless somebody else is named.

        Raises: BadInput naming the field that is not accepted, NotAllowed for an owner of another firm.
        """
        columns = {
            "subject": clean_line(typed.subject, "The subject", needed=True),
            "kind": clean_line(typed.kind, "Kind"),
            "status": CaseStatus.OPEN.value,
            "owner": typed.owner_id or self.session.actor.employee_id,
        }
        must_be_ours(typed.owner_id)
        numbers = [(kind, checked_number(number)) for kind, number in typed.references]

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add_case(entry, customer_id, columns)
            for kind, number in numbers:
                writes.add_reference(entry, customer_id, added, kind, number)
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

    def add_reference(self, case: Case, kind: ReferenceKind, number: str, operation: str | None = None) -> Done:
        """Add a number to a case.

        Raises: BadInput when it has no letter or digit, or is that of a payment card.
        """
        cleaned = checked_number(number)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_reference(entry, case.customer_id, case.id, kind, cleaned), case.customer_id

        return self.perform(REFERENCE_ADD, operation, work)

    def _change(self, case: Case, verb: Verb, columns: dict[str, Any], operation: str | None) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.change_case(entry, case.id, case.version, columns)
            return case.id, case.customer_id

        return self.perform(verb, operation, work)


def with_dealings(case: Case, promised: Iterable[PromiseView]) -> Case:
    """The case with those of the promises that belong to it, who contacted whom, its last hand-over and slip."""
    own = tuple(each for each in promised if each.promise.case_id == case.id)
    last = max((each.promise.made_at for each in own), default=None)
    ever, since = balances.of_case(case.id, last)
    given = hand_overs.waiting_of_case(case.id)
    slip = slips.newest_of_case(case.id)
    return replace(case, promises=own, balance=ever, since_promise=since, hand_over=given, slip=slip)


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
