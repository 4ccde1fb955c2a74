"""Work for a customer: opening a case, moving it along, closing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.case_view import with_dealings
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.arrivals import supply
from deskui.domain.case import Case, CaseStatus, Priority, move_refusal
from deskui.domain.kinds import KindOf, offered
from deskui.domain.references import checked_number
from deskui.domain.steps.step_list import Stage, left_open, open_items
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotAllowed, NotFound
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import (
    case_history,
    case_list,
    kinds,
    promises,
    references,
)
from deskui.store.reads import cases as reads
from deskui.store.reads import steps as step_reads
from deskui.store.reads.paging import PAGE
from deskui.store.writes import cases as writes
from deskui.store.writes import steps
from deskui.store.writes.references import add_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.verb import Verb
    from deskui.domain.case import CaseSummary
    from deskui.domain.case_history import CaseEvent
    from deskui.domain.case_work import Standing
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import Cursor, Page
    from deskui.domain.typed import CaseTyped
    from deskui.store.entry import Entry


CASE_OPEN: Final = verb("case.open", "new case", "case.subject")
CASE_STATUS: Final = verb("case.status", "case status", "case.subject")
CASE_CLOSE: Final = verb("case.close", "case closed", "case.subject")
_LONGEST_NUMBER: Final = 9
CASE_REOPEN: Final = verb("case.reopen", "case opened again", "case.subject")
CASE_PRIORITY: Final = verb("case.priority", "case priority", "case.subject")


class Cases(Area):
    """Cases, their status and owner."""

    def case(self, case_id: CaseId) -> Case:
        """One case as the panel shows it; of a merged one, the case that it is part of.

        Raises: NotFound when it is no longer kept.
        """
        case = self.with_supply(reads.case(reads.survivor(case_id)))
        return with_dealings(case, promises.of_cases(case.ids, self.now(), self.session.zone))

    def history(self, case_id: CaseId) -> tuple[CaseEvent, ...]:
        """What happened to the case itself and to those merged into it, oldest first."""
        return case_history.of_cases(reads.group(reads.survivor(case_id)))

    def kinds(self) -> tuple[str, ...]:
        """The kinds that cases lately were of, the most frequent first, then the others on the list of the shop."""
        return offered(reads.kinds_used(), kinds.of(KindOf.CASE), fold)

    @staticmethod
    def numbered(typed: str) -> CaseId:
        """The case of that number, typed as `1043`, `#1043` or `case 1043`.

        Raises: BadInput when that is no number of a case, NotFound when there is none of that number.
        """
        digits = typed.strip().casefold().removeprefix("case").strip(" #")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER):
            raise BadInput(f"{typed!r} is not the number of a case; give one such as 1043.", "Case")
        found = reads.with_number(int(digits))
        if found is None:
            raise NotFound(f"There is no case #{int(digits)}; deskui find looks for other numbers.")
        return found

    def with_supply(self, case: Case) -> Case:
        """The case with what is on order in it; two more statements where it has more numbers than were read."""
        today = self.session.today(self.now())
        is_all = case.reference_count <= len(case.references)
        found = supply(case.references, today) if is_all else references.supply(case.ids, today)
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
        """Open a case, owned by the person acting unless somebody else is named, with its take-in checklists.

        Raises: BadInput naming the field that is not accepted, NotAllowed for an owner of another firm.
        """
        work_kind = clean_line(typed.kind, "Kind")
        columns = {
            "subject": clean_line(typed.subject, "The subject", needed=True),
            "kind": work_kind,
            "status": CaseStatus.OPEN.value,
            "owner": typed.owner_id or self.session.actor.employee_id,
        }
        must_be_ours(typed.owner_id)
        numbers = {number_key(number): (kind, checked_number(number)) for kind, number in typed.references}

        def work(entry: Entry) -> tuple[int, CustomerId]:
            added = writes.add_case(entry, customer_id, columns)
            for kind, number in numbers.values():
                add_reference(entry, customer_id, added, kind, number)
            steps.start_checklists(entry, added, work_kind, Stage.TAKE_IN)
            return added, customer_id

        return self.perform(CASE_OPEN, operation, work)

    def set_status(
        self, case: Case, status: CaseStatus, operation: str | None = None, *, priority: Priority | None = None
    ) -> Done:
        """Move a case to another status; closing and opening again need words, so they have verbs of their own.

        What becomes ready gets its hand-out checklists, and with a priority it gets that too.
        Raises: NotAllowed for a move that is not legal, Conflict when somebody else was faster.
        """
        if status is CaseStatus.CLOSED and case.status is not status:
            raise BadInput("Say how it ended to close the case.", "Outcome")

        def prepare(entry: Entry) -> dict[str, Any]:
            if status is CaseStatus.READY:
                steps.start_checklists(entry, case.id, case.kind, Stage.HAND_OUT)
            return {"unfinished": ""}

        return self._move(case, status, CASE_STATUS, prepare, priority, operation)

    def close(
        self,
        case: Case,
        outcome: str,
        operation: str | None = None,
        *,
        priority: Priority | None = None,
        unfinished: str = "",
    ) -> Done:
        """Close a case, saying how it ended, and with steps of its checklists open why: `unfinished`.

        A hand-out checklist that nobody has begun counts as open, and stands in the case from then on.
        Raises: BadInput without an outcome, or without a reason where one is needed, NotAllowed when it is closed,
        Conflict when somebody was faster.
        """
        said = clean_text(outcome, "The outcome", needed=True)
        why = clean_line(unfinished, "The reason")

        def prepare(entry: Entry) -> dict[str, Any]:
            steps.start_checklists(entry, case.id, case.kind, Stage.HAND_OUT)
            left = open_items(step_reads.of_cases(case.ids))
            if left and not why:
                raise BadInput(f"{left_open(left)} Tick them, or say why.", "The reason")
            return {"closed_at": self.now(), "outcome": said, "unfinished": why if left else ""}

        return self._move(case, CaseStatus.CLOSED, CASE_CLOSE, prepare, priority, operation)

    def reopen(
        self, case: Case, reason: str, operation: str | None = None, *, priority: Priority | None = None
    ) -> Done:
        """Open a closed case again, saying why; how it had ended stays in its history.

        Raises: BadInput without a reason, NotAllowed when it is not closed, Conflict when somebody was faster.
        """
        said = clean_text(reason, "The reason", needed=True)
        columns = {"closed_at": None, "reason": said, "unfinished": ""}
        return self._move(case, CaseStatus.OPEN, CASE_REOPEN, lambda _: columns, priority, operation)

    def _move(
        self,
        case: Case,
        status: CaseStatus,
        verb: Verb,
        prepare: Callable[[Entry], dict[str, Any]],
        priority: Priority | None,
        operation: str | None,
    ) -> Done:
        """Another status, and what `prepare` says is written beside it, in the same transaction."""
        pressing = {} if priority in (None, case.priority) else {"priority": str(priority)}

        def work(entry: Entry) -> tuple[int, CustomerId]:
            now = reads.standing(case.id)
            if now.version == case.version:  # what is seen is what is moved; else the update is refused below
                _check_move(now, status, verb)
            writes.change_case(entry, case.id, case.version, {"status": status.value, **pressing, **prepare(entry)})
            return case.id, case.customer_id

        return self.perform(verb, operation, work)

    def set_priority(self, case: Case, priority: Priority, operation: str | None = None) -> Done:
        """Say how soon a case wants to be seen to.

        Raises: NotAllowed when it is that already or part of another case, Conflict when somebody was faster.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            now = reads.standing(case.id)
            _check_apart(now)
            if now.version == case.version and priority is case.priority:
                raise NotAllowed(f"The priority of case #{case.number} is {priority.value} already; choose another.")
            writes.change_case(entry, case.id, case.version, {"priority": priority.value})
            return case.id, case.customer_id

        return self.perform(CASE_PRIORITY, operation, work)


def _check_move(now: Standing, status: CaseStatus, verb: Verb) -> None:
    """Raises: NotAllowed for a move that is not legal."""
    _check_apart(now)
    if refusal := move_refusal(now.number, now.status, status):
        raise NotAllowed(refusal)
    if (now.status is CaseStatus.CLOSED) is not (verb is CASE_REOPEN):
        if verb is CASE_REOPEN:
            raise NotAllowed(f"Case #{now.number} is {now.status.value}, not closed; nothing has to be opened again.")
        raise BadInput("Say why to open the case again.", "Reason")


def _check_apart(now: Standing) -> None:
    if now.merged_into is not None:
        raise NotAllowed(f"Case #{now.number} is part of #{now.merged_into}; go there, or separate them first.")
