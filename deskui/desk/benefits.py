"""What customers are entitled to: given, redeemed, reissued and chosen, each as an entry of a ledger."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.benefits.benefit import BenefitState, EntryKind, issued
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
    from deskui.domain.benefits.typed import BenefitTyped
    from deskui.domain.done import Done
    from deskui.domain.ids import BenefitId, CustomerId, EmployeeId
    from deskui.domain.money import Money
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

    Vouch = Callable[[EmployeeId, str], Employee]

# Who may give one depends on its type, and who may reissue one on whether it was reissued before.
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

    def give(self, customer_id: CustomerId, typed: BenefitTyped, operation: str | None = None) -> Done:
        """Give a benefit of a type; the subject is its id.

        Raises: NoRight for a clerk where the type needs a supervisor, BadInput naming the field.
        """
        made_from = benefit_types.type_of(typed.type_id)
        code, columns = checked_code(typed.code), checked_benefit(typed, made_from, self.today())

        def work(entry: Entry) -> tuple[int, CustomerId]:
            kept = benefit_types.type_of(typed.type_id)
            if not kept.by_clerk:
                _needs_supervisor(entry, f"Only a supervisor gives {kept.title}; ask one to sign in here.")
            customer = people.customer(customer_id).id
            begins = issued(made_from.kind, columns["amount_minor"])
            return writes.add(entry, customer, code or self._free_code(), columns, begins), customer

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
            again = None if agreed is None else staff.employee(agreed.id)
            if view.benefit.root_id is not None and (again is None or not again.may_act_as(Role.SUPERVISOR)):
                _needs_supervisor(entry, _TWICE.format(name=view.benefit.name))
            added = writes.reissue(
                entry, view.benefit, view.left, self._free_code(), None if agreed is None else agreed.id
            )
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


_TWICE: Final = "{name} was reissued before; again, a supervisor does it, or agrees at this desk with their own PIN."


def _refuse_reissue(view: BenefitView) -> None:
    name = view.benefit.name
    if not view.benefit.code:
        raise BadInput(f"{name} has no code that could be lost.", CODE)
    if not view.stands:
        refuse_unusable(view, view.benefit.customer_id)


def _needs_supervisor(entry: Entry, sentence: str) -> None:
    me = entry.actor.employee_id
    who = None if me is None else staff.employee(me)
    if me is not None and (who is None or not who.may_act_as(Role.SUPERVISOR)):
        raise NoRight(sentence)


def _currency(benefit: Benefit) -> str:
    amount = benefit.worth.amount
    return "" if amount is None else amount.currency
