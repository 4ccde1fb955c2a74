"""What customers are entitled to: given, redeemed, reissued and chosen, each as an entry of a ledger."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from deskui.desk.allowing import may_vouch
from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.benefits.benefit import BenefitState, EntryKind, issued
from deskui.domain.benefits.beyond import beyond, refusal_words
from deskui.domain.benefits.codes import is_mistyped, new_code, spelt
from deskui.domain.benefits.picks import checked_pick
from deskui.domain.benefits.redeeming import CODE, refuse_unusable, taken
from deskui.domain.benefits.typed import checked_benefit, checked_code
from deskui.domain.staff import Role
from deskui.domain.text import clean_line
from deskui.errors import BadInput, NoRight, NotFound
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import benefit_ledger, benefit_types, people, staff
from deskui.store.reads import benefits as reads
from deskui.store.writes import benefits as writes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from deskui.desk.area import Post
    from deskui.domain.benefits.benefit import Benefit, BenefitView, LedgerEntry
    from deskui.domain.benefits.beyond import Beyond
    from deskui.domain.benefits.typed import BenefitTyped
    from deskui.domain.done import Done
    from deskui.domain.ids import BenefitId, CustomerId, EmployeeId
    from deskui.domain.money import Money
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

    Vouch = Callable[[EmployeeId, str], Employee]

# Who may give one depends on its type and on what is given beyond it; who may reissue one, on whether it was before.
BENEFIT_GIVE: Final = verb("benefit.give", "benefit", "benefit.title")
BENEFIT_REDEEM: Final = verb("benefit.redeem", "redemption", "benefit.title")
BENEFIT_REISSUE: Final = verb("benefit.reissue", "reissued code", "benefit.title")
BENEFIT_CHOOSE: Final = verb("benefit.choose", "choice", "benefit.title")
BENEFIT_VOID: Final = verb("benefit.void", "voided benefit", "benefit.title", needs=Role.SUPERVISOR)


class Benefits(Area):
    """Benefits of customers; `vouch` checks that a supervisor has typed their PIN at this desk."""

    def __init__(self, post: Post, vouch: Vouch) -> None:
        super().__init__(post)
        self._vouch = vouch

    def today(self) -> date:
        """The day it is at this desk."""
        return self.session.today(self.now())

    def of_customer(self, customer_id: CustomerId) -> tuple[BenefitView, ...]:
        """All of a customer, newest first."""
        return reads.of_customer(self.who(customer_id), self.today(), self.session.zone)

    def one(self, benefit_id: BenefitId) -> BenefitView:
        """One benefit as it stands today.

        Raises: NotFound when it is no longer kept.
        """
        return reads.one(benefit_id, self.today(), self.session.zone)

    def ledger(self, benefit_id: BenefitId) -> tuple[LedgerEntry, ...]:
        """What became of a benefit, oldest first."""
        return benefit_ledger.ledger(benefit_id)

    def by_code(self, code: str) -> BenefitView:
        """The benefit of a code, in whatever spelling, void ones too.

        Raises: NotFound when there is none, saying so where a sign of it is wrong.
        """
        key = number_key(code)
        found = reads.by_key(key, self.today(), self.session.zone)
        if found is not None:
            return found
        if is_mistyped(key):
            raise NotFound(f"A sign of {spelt(key)} is wrong, or two are swapped; read it again.")
        raise NotFound("No benefit has that code.")

    def beyond(self, typed: BenefitTyped) -> tuple[Beyond, ...]:
        """What of it a supervisor has to give, or to agree to, as it is typed; nothing while one is acting.

        Raises: BadInput naming a field that is not accepted, NotFound when its type was retired.
        """
        if self.session.is_supervisor:
            return ()
        today, made_from = self.today(), benefit_types.type_of(typed.type_id)
        return beyond(checked_benefit(typed, made_from, today), made_from, today)

    def give(
        self,
        customer_id: CustomerId,
        typed: BenefitTyped,
        supervisor: EmployeeId | None = None,
        pin: str = "",
        operation: str | None = None,
    ) -> Done:
        """Give a benefit of a type; the subject is its id.

        A clerk gives it as its type says, or less. For more, longer or other than that, and for a type that is not
        for clerks, a supervisor acts, or agrees at this desk by their own PIN.

        Raises: NotAllowed without that, BadInput naming the field.
        """
        code = checked_code(typed.code)
        agreed = None if supervisor is None or not self.beyond(typed) else self._vouch(supervisor, pin)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            today, made_from = self.today(), benefit_types.type_of(typed.type_id)
            columns = checked_benefit(typed, made_from, today)
            found = beyond(columns, made_from, today)
            by_pin = bool(found and may_vouch(entry.actor.employee_id))
            agreed_by = _agreement(entry, agreed, refusal_words(found, made_from, by_pin=by_pin)) if found else None
            customer = people.customer(customer_id).id
            begins = issued(made_from.kind, columns["amount_minor"])
            free = code or self._free_code()
            return writes.add(entry, customer, free, columns, begins, agreed_by=agreed_by), customer

        return self.perform(BENEFIT_GIVE, operation, work)

    def redeem(
        self,
        customer_id: CustomerId,
        benefit_id: BenefitId,
        amount: Money | None = None,
        operation: str | None = None,
    ) -> Done:
        """Redeem a benefit for a customer: that amount of it, or all that is left; the subject is its id.

        Raises: BadInput where it is void, expired, not yet valid, used up, of somebody else, or holds less.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            view = self.one(benefit_id)
            customer = people.customer(customer_id)
            refuse_unusable(view, customer.id)
            for_another = "" if customer.id == view.benefit.customer_id else f"for {customer.number}"
            took = taken(view, amount, lambda left: money_words(left, self.session.region))
            writes.write(entry, benefit_id, EntryKind.REDEEMED, -took, _currency(view.benefit), reason=for_another)
            return benefit_id, view.benefit.customer_id

        return self.perform(BENEFIT_REDEEM, operation, work)

    def needs_agreement(self, view: BenefitView) -> bool:
        """Whether a supervisor has to agree that it is reissued: it was before, and none is acting."""
        return view.benefit.root_id is not None and not self.session.is_supervisor

    def reissue(
        self,
        benefit_id: BenefitId,
        supervisor: EmployeeId | None = None,
        pin: str = "",
        operation: str | None = None,
    ) -> Done:
        """Make a lost code void and give another, worth what is left; the subject is the new benefit.

        Once: again in the same chain, a supervisor acts, or agrees at this desk by their own PIN.

        Raises: NotAllowed without that, BadInput for one that is void, used up or expired.
        """
        agreed = self._agreed(benefit_id, supervisor, pin)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            view = self.one(benefit_id)
            _refuse_reissue(view)
            again = view.benefit.root_id is not None
            agreed_by = _agreement(entry, agreed, _twice(entry, view.benefit.name)) if again else None
            added = writes.reissue(entry, view.benefit, view.left, self._free_code(), agreed_by)
            return added, view.benefit.customer_id

        return self.perform(BENEFIT_REISSUE, operation, work)

    def choose(self, benefit_id: BenefitId, choice: str, instead: str = "", operation: str | None = None) -> Done:
        """Write down what the customer picks; it counts from today. `instead` names the pick it takes the place of.

        Raises: BadInput for what is no choice, is chosen already, or may not be changed yet.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            view = self.one(benefit_id)
            found, old = checked_pick(view, choice, instead, self.today())
            writes.write(entry, benefit_id, EntryKind.CHOSEN, 0, _currency(view.benefit), choice=found, instead=old)
            return benefit_id, view.benefit.customer_id

        return self.perform(BENEFIT_CHOOSE, operation, work)

    def void(self, benefit_id: BenefitId, reason: str, operation: str | None = None) -> Done:
        """Make a benefit void for good, with the reason.

        Raises: BadInput without one, or when it is void already.
        """
        why = clean_line(reason, "The reason", needed=True)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            view = self.one(benefit_id)
            if view.state is BenefitState.VOID:
                refuse_unusable(view, view.benefit.customer_id)
            writes.write(entry, benefit_id, EntryKind.VOID, -view.left, _currency(view.benefit), voids=1, reason=why)
            return benefit_id, view.benefit.customer_id

        return self.perform(BENEFIT_VOID, operation, work)

    def _agreed(self, benefit_id: BenefitId, supervisor: EmployeeId | None, pin: str) -> Employee | None:
        if supervisor is None or not self.needs_agreement(self.one(benefit_id)):
            return None
        return self._vouch(supervisor, pin)

    def _free_code(self) -> str:
        while not writes.is_free(code := new_code(secrets.choice)):
            pass
        return code


def _twice(entry: Entry, name: str) -> str:
    agree = (
        ", or agrees at this desk with their own PIN" if may_vouch(entry.actor.employee_id) else ", signed in with F8"
    )
    return f"{name} was reissued before; again, a supervisor does it{agree}."


def _refuse_reissue(view: BenefitView) -> None:
    name = view.benefit.name
    if not view.benefit.code:
        raise BadInput(f"{name} has no code that could be lost.", CODE)
    if not view.stands:
        refuse_unusable(view, view.benefit.customer_id)


def _agreement(entry: Entry, agreed: Employee | None, sentence: str) -> EmployeeId | None:
    """Who agreed by their PIN, a supervisor still; None where one is acting.

    Raises: NoRight with that sentence without either.
    """
    again = None if agreed is None else staff.employee(agreed.id)
    if again is not None and again.may_act_as(Role.SUPERVISOR):
        return again.id
    me = entry.actor.employee_id
    who = None if me is None else staff.employee(me)
    if me is not None and (who is None or not who.may_act_as(Role.SUPERVISOR)):
        raise NoRight(sentence)
    return None


def _currency(benefit: Benefit) -> str:
    amount = benefit.worth.amount
    return "" if amount is None else amount.currency
