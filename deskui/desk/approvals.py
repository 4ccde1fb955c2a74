"""Requests over somebody's limit: asking, and the one answer a supervisor gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk import allowing
from deskui.desk.area import Area
from deskui.desk.goodwill_clock import deciding_at, trusted_at
from deskui.desk.verb import verb
from deskui.domain.goodwill.approval import Verdict, refusal
from deskui.domain.goodwill.goodwill import read_concession
from deskui.domain.money_typed import money_typed
from deskui.domain.staff import Role
from deskui.domain.text import clean_text
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import approvals as reads
from deskui.store.writes import goodwill as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Concession, GoodwillTyped
    from deskui.domain.ids import ApprovalId, CustomerId
    from deskui.store.entry import Entry

ASK: Final = verb("approval.ask", "request", "approval.reason")
APPROVE: Final = verb("approval.approve", "approval", "approval.reason", Role.SUPERVISOR)
REFUSE: Final = verb("approval.refuse", needs=Role.SUPERVISOR)
WITHDRAW: Final = verb("approval.withdraw", about="approval.reason")
SEEN: Final = verb("approval.seen", about="approval.reason")


class Approvals(Area):
    """What waits for a supervisor, and what they said."""

    def waiting(self) -> tuple[Approval, ...]:
        """What waits for an answer and has not expired, oldest first, whoever asked."""
        return reads.waiting(self.now())

    def for_me(self) -> tuple[Approval, ...]:
        """What the person acting can answer: nothing for clerks, and never what they asked for themselves."""
        me = self.session.employee
        if me is None or not me.may_act_as(Role.SUPERVISOR):
            return ()
        return tuple(each for each in self.waiting() if each.asked_by_id != me.id and not each.is_void)

    def newest(self) -> tuple[Approval, ...]:
        """The newest requests, answered or not, newest first."""
        return reads.newest()

    def answers(self) -> tuple[Approval, ...]:
        """What the person acting asked and was answered, until they take note of it."""
        me = self.session.actor.employee_id
        return () if me is None else reads.unseen(me)

    def ask(self, customer_id: CustomerId, typed: GoodwillTyped, operation: str | None = None) -> Done:
        """Put a concession before the supervisors; nothing is given yet.

        Raises: BadInput naming the field that is not accepted.
        """
        what = read_concession(typed, self.session.currency)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            allowing.colleague(entry.actor.employee_id)
            whom = allowing.check_belongs(customer_id, what)
            allowing.policy_role(what, self.session.today(entry.at))
            counts_at = deciding_at(self._post, entry.at)
            return writes.ask(entry, whom, what, self.session.currency, counts_at), whom

        return self.perform(ASK, operation, work)

    def approve(
        self, approval_id: ApprovalId, amount: str = "", words: str = "", operation: str | None = None
    ) -> Done:
        """Say yes, for a smaller amount where one is typed, and give it in the same moment, at one's own limit.

        Raises: BadInput for an amount that is not less; NotAllowed for clerks, for whoever asked, over one's own
        limit, and when it is answered, expired or void.
        """
        said = clean_text(words, "The answer")

        def work(entry: Entry) -> tuple[int, CustomerId]:
            counts_at = deciding_at(self._post, entry.at)
            found = self._answerable(entry, approval_id, counts_at)
            me = allowing.colleague(entry.actor.employee_id)
            what = self._allowed(found, amount)
            whom = allowing.check_belongs(found.customer_id, what)
            allowing.check_may_decide(entry, me, whom, what, self.session, counts_at)
            minor = None if what.amount is None else what.amount.minor
            writes.answer(entry, found.id, Verdict.APPROVED, said, minor)
            asked, currency = found.asked_by_id, self.session.currency
            writes.give(entry, whom, what, currency, counts_at, by=asked, approved_by=me.id, approval=found.id)
            return found.id, whom

        return self.perform(APPROVE, operation, work)

    def refuse(self, approval_id: ApprovalId, words: str, operation: str | None = None) -> Done:
        """Say no, and why.

        Raises: BadInput without words, NotAllowed as `approve` does.
        """
        said = clean_text(words, "The answer", needed=True)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            found = self._answerable(entry, approval_id, trusted_at(self._post, entry.at))
            writes.answer(entry, found.id, Verdict.REFUSED, said)
            return found.id, found.customer_id

        return self.perform(REFUSE, operation, work)

    def withdraw(self, approval_id: ApprovalId, operation: str | None = None) -> Done:
        """Have a request not be made any more, by whoever asked or a supervisor, expired or dated ahead as it may be.

        Raises: NotAllowed for anybody else, Conflict when it was answered already.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            found = reads.approval(approval_id)
            me = allowing.colleague(entry.actor.employee_id)
            if me.id != found.asked_by_id and not me.may_act_as(Role.SUPERVISOR):
                raise NotAllowed("Only whoever asked, or a supervisor, takes a request back.")
            writes.withdraw(entry, found.id)
            return found.id, found.customer_id

        return self.perform(WITHDRAW, operation, work)

    def seen(self, approval_id: ApprovalId, operation: str | None = None) -> Done:
        """Take note of the answer to what one asked.

        Raises: NotAllowed for anybody else, before there is an answer, and a second time.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            found = reads.approval(approval_id)
            if found.asked_by_id != entry.actor.employee_id or found.verdict is None or found.seen_at is not None:
                raise NotAllowed("Only whoever asked takes note of the answer, once it is there.")
            writes.see(entry, found.id)
            return found.id, found.customer_id

        return self.perform(SEEN, operation, work)

    @staticmethod
    def _answerable(entry: Entry, approval_id: ApprovalId, now: datetime) -> Approval:
        found = reads.approval(approval_id)
        if why := refusal(found, now, entry.actor.employee_id):
            raise NotAllowed(why)
        return found

    @staticmethod
    def _allowed(found: Approval, amount: str) -> Concession:
        """What is approved: all that was asked, or less."""
        asked = found.concession
        if not amount.strip():
            return asked
        if asked.amount is None:
            raise BadInput("An exception without an amount is approved or refused as it is.", "The amount")
        less = money_typed(amount, asked.amount.currency)
        if less.minor > asked.amount.minor:
            raise BadInput("That is more than was asked for; approve that much or less.", "The amount")
        return replace(asked, amount=less)
