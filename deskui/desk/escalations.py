"""Putting a case before a supervisor, and what they do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.case import CaseStatus
from deskui.domain.case_work import Answer, decides
from deskui.domain.text import clean_text
from deskui.errors import NotAllowed
from deskui.store.reads import case_work as watching
from deskui.store.reads import cases, staff
from deskui.store.reads import escalations as reads
from deskui.store.writes import case_work as writes
from deskui.store.writes import hand_overs

if TYPE_CHECKING:
    from deskui.desk.verb import Verb
    from deskui.domain.case_work import Escalation
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, EscalationId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry


ESCALATE: Final = verb("case.escalate", "escalation", "escalation.reason")
TAKE_OVER: Final = verb("escalation.take_over", "case taken over", "escalation.reason")
ANSWER: Final = verb("escalation.answer", "answer to an escalation", "escalation.words")
HAND_BACK: Final = verb("escalation.hand_back", "escalation handed back", "escalation.words")


class Escalations(Area):
    """Cases that wait for a supervisor."""

    def supervisors(self) -> tuple[Employee, ...]:
        """Whom a case can be put before, by name: not oneself."""
        me = self.session.actor.employee_id
        return tuple(each for each in staff.employees() if decides(each) and each.id != me)

    def waiting(self) -> tuple[Escalation, ...]:
        """What waits for the answer of the person acting, the oldest first."""
        me = self.session.actor.employee_id
        return () if me is None else reads.waiting_for(me)

    def escalate(self, case_id: CaseId, to: EmployeeId, reason: str, operation: str | None = None) -> Done:
        """Put a case before a supervisor, with the reason; whoever does so watches it from then on.

        Raises: BadInput without a reason; NotAllowed when they are no supervisor of ours or the one acting, when the
        case is closed, or waits for a supervisor already.
        """
        said = clean_text(reason, "The reason", needed=True)
        if to not in {each.id for each in self.supervisors()}:
            raise NotAllowed("A case can be escalated to another supervisor of the shop only; choose one of them.")

        def work(entry: Entry) -> tuple[int, CustomerId]:
            case = cases.case(cases.survivor(case_id))
            if case.status is CaseStatus.CLOSED:
                raise NotAllowed(f"Case #{case.number} is closed; open it again first.")
            if waits := next((each for each in reads.of_cases(case.ids) if each.answered_at is None), None):
                raise NotAllowed(
                    f"Case #{case.number} waits for {waits.receiver} already; they have to answer first."
                )
            raised = writes.escalate(entry, case.id, to, said)
            me = entry.actor.employee_id
            if me is not None and not watching.watches(case.ids, me):
                writes.watch(entry, case.id, me)
            return raised, case.customer_id

        return self.perform(ESCALATE, operation, work)

    def take_over(self, escalation_id: EscalationId, words: str = "", operation: str | None = None) -> Done:
        """Answer by owning the case from now on, with its follow-ups.

        Raises: NotAllowed for clerks and when it is answered already or the case was closed.
        """
        said = clean_text(words, "The answer")
        return self._answer(escalation_id, Answer.TAKEN_OVER, said, TAKE_OVER, operation)

    def answer(self, escalation_id: EscalationId, words: str, operation: str | None = None) -> Done:
        """Answer with words; the case stays with its owner.

        Raises: BadInput without words, NotAllowed for clerks and when it is answered already.
        """
        said = clean_text(words, "The answer", needed=True)
        return self._answer(escalation_id, Answer.ANSWERED, said, ANSWER, operation)

    def hand_back(self, escalation_id: EscalationId, words: str, operation: str | None = None) -> Done:
        """Leave it to whoever escalated it, saying why.

        Raises: BadInput without words, NotAllowed for clerks and when it is answered already.
        """
        said = clean_text(words, "The answer", needed=True)
        return self._answer(escalation_id, Answer.HANDED_BACK, said, HAND_BACK, operation)

    def _answer(
        self, escalation_id: EscalationId, how: Answer, words: str, verb: Verb, operation: str | None
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            raised = reads.escalation(escalation_id)
            self._check(raised)
            writes.answer(entry, raised, how, words)
            if how is Answer.TAKEN_OVER:
                self._own(entry, raised)
            return raised.id, raised.customer_id

        return self.perform(verb, operation, work)

    def _check(self, raised: Escalation) -> None:
        """Only a supervisor answers: the one it was put before, or another who stands in for them."""
        me = self.session.employee
        if me is None or not decides(me):
            raise NotAllowed(f"That was escalated to {raised.receiver}; only a supervisor can answer it.")
        if raised.answered_at is not None:
            raise NotAllowed(f"{raised.answered_by or 'Somebody'} has answered that already.")

    @staticmethod
    def _own(entry: Entry, raised: Escalation) -> None:
        case, me = cases.case(raised.case_id), entry.actor.employee_id
        if case.status is CaseStatus.CLOSED:
            raise NotAllowed(f"Case #{case.number} was closed meanwhile; answer with words instead.")
        if me is not None and case.owner_id != me:
            hand_overs.change_owner(entry, case, me)
