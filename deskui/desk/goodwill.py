"""Goodwill: what is given beyond what was bought, within somebody's limit, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk import allowing
from deskui.desk.area import Area
from deskui.desk.goodwill_clock import counted_at, deciding_at
from deskui.desk.verb import verb
from deskui.domain.goodwill.goodwill import GoodwillKind, read_concession
from deskui.domain.staff import Role
from deskui.domain.text import clean_line
from deskui.errors import NotAllowed
from deskui.store.reads import approvals, manual, staff
from deskui.store.reads import goodwill as reads
from deskui.store.writes import goodwill as writes

if TYPE_CHECKING:
    from deskui.desk.allowing import Weighed
    from deskui.desk.area import Post
    from deskui.desk.signing import Signing
    from deskui.domain.done import Done
    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Goodwill, GoodwillTyped
    from deskui.domain.ids import CustomerId, EmployeeId, GoodwillId
    from deskui.domain.manual.article import Edition
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

GIVE: Final = verb("goodwill.give", "goodwill", "goodwill.reason")
GIVE_VOUCHED: Final = verb("goodwill.give_vouched", "goodwill", "goodwill.reason")
TAKE_BACK: Final = verb("goodwill.take_back")
_SHORT: Final = 5
"""So many reasons are offered for each kind."""
USUAL: Final = {
    GoodwillKind.WAIVE_FEE: ("we were late", "our mistake", "promised by a colleague"),
    GoodwillKind.CREDIT: ("we were late", "our mistake", "many calls"),
    GoodwillKind.REPLACEMENT: ("broken on arrival", "failed soon after the warranty", "lost on the way"),
    GoodwillKind.UPGRADE: ("what they ordered is not to be had", "loyal customer", "we were late"),
    GoodwillKind.EXCEPTION: ("loyal customer", "receipt is lost", "a few days late"),
}
"""What is offered until a shop has reasons of its own."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a form needs to know: what may be decided, why, by which policies, and who may vouch by their PIN."""

    weighed: Weighed
    asked: tuple[Approval, ...]
    reasons: dict[GoodwillKind, tuple[str, ...]]
    policies: tuple[Edition, ...]
    supervisors: tuple[Employee, ...]


class Concessions(Area):
    """Giving, and taking back."""

    def __init__(self, post: Post, signing: Signing) -> None:
        super().__init__(post)
        self._signing = signing

    def prospect(self, customer_id: CustomerId) -> Prospect:
        """What the person acting may decide for a customer, and what helps in deciding it.

        Raises: NotAllowed when nobody is acting.
        """
        customer_id, listed = self.who(customer_id), staff.employees()
        me = allowing.colleague(self.session.actor.employee_id, listed)
        return Prospect(
            allowing.weigh(me, customer_id, self.session, counted_at(self._post, self.now())),
            approvals.of_customer(customer_id),
            _reasons(),
            manual.policies_in_force(self.session.today(self.now())),
            allowing.may_vouch(me.id, listed),
        )

    def weighed(self, customer_id: CustomerId) -> Weighed:
        """What the person acting may decide for a customer as of now; asked at every key.

        Raises: NotAllowed when nobody is acting.
        """
        me = allowing.colleague(self.session.actor.employee_id)
        return allowing.weigh(me, self.who(customer_id), self.session, counted_at(self._post, self.now()))

    def of_customer(self, customer_id: CustomerId) -> tuple[Goodwill, ...]:
        """All that a customer was given, newest first, what was taken back among it."""
        return reads.of_customer(self.who(customer_id))

    def give(self, customer_id: CustomerId, typed: GoodwillTyped, operation: str | None = None) -> Done:
        """Give something within one's own limit, as it is within the transaction.

        Raises: BadInput naming the field that is not accepted; NotAllowed over the limit, saying who decides, and by
        a clock that is not to be trusted.
        """
        what = read_concession(typed, self.session.currency)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            me = allowing.colleague(entry.actor.employee_id)
            whom = allowing.check_belongs(customer_id, what)
            counts_at = deciding_at(self._post, entry.at)
            allowing.check_may_decide(entry, me, whom, what, self.session, counts_at)
            return writes.give(entry, whom, what, self.session.currency, counts_at, by=me.id), whom

        return self.perform(GIVE, operation, work)

    def give_vouched(
        self,
        customer_id: CustomerId,
        typed: GoodwillTyped,
        supervisor: EmployeeId,
        pin: str,
        operation: str | None = None,
    ) -> Done:
        """Give something over one's own limit that a supervisor approves here and now, by their own PIN.

        The person acting stays; it takes the supervisor's limit. Raises: BadInput naming the field that is not
        accepted; NotAllowed for a wrong PIN, for oneself, and over that supervisor's limit.
        """
        what = read_concession(typed, self.session.currency)
        vouching = self._signing.vouched(supervisor, pin).id

        def work(entry: Entry) -> tuple[int, CustomerId]:
            me, approver = allowing.colleague(entry.actor.employee_id), allowing.colleague(vouching)
            if approver.id == me.id or not approver.may_act_as(Role.SUPERVISOR):
                raise NotAllowed("Another supervisor has to approve this; nobody does so for themselves.")
            whom = allowing.check_belongs(customer_id, what)
            counts_at, currency = deciding_at(self._post, entry.at), self.session.currency
            allowing.check_may_decide(entry, approver, whom, what, self.session, counts_at)
            return writes.give(entry, whom, what, currency, counts_at, by=me.id, approved_by=approver.id), whom

        return self.perform(GIVE_VOUCHED, operation, work)

    def stays(self, goodwill_id: GoodwillId) -> str:
        """Why the person acting cannot take a concession back now, in a sentence; empty when they can."""
        me = self.session.actor.employee_id
        who = None if me is None else staff.employee(me)
        return writes.stays_words(reads.goodwill(goodwill_id), who, self.now())

    def take_back(self, goodwill_id: GoodwillId, reason: str, operation: str | None = None) -> Done:
        """Enter that something given does not stand; it stays readable, and the limit has it back.

        Raises: BadInput without a reason, NotAllowed for anybody but a supervisor and, on the same day, the giver,
        Conflict when it was taken back already.
        """
        said = clean_line(reason, "The reason", needed=True)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.take_back(entry, goodwill_id, said)
            return goodwill_id, reads.goodwill(goodwill_id).customer_id

        return self.perform(TAKE_BACK, operation, work)


def _reasons() -> dict[GoodwillKind, tuple[str, ...]]:
    """What was given most often lately, then what is usual anywhere."""
    # What was said once may be about one customer alone.
    used = [each for each in reads.reasons_used() if each[2] > 1]
    return {
        kind: tuple(dict.fromkeys((*(each[1] for each in used if each[0] is kind), *USUAL[kind])))[:_SHORT]
        for kind in GoodwillKind
    }
