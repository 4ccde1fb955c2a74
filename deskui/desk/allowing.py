"""Who may decide a concession now: the rule of the limits on what is kept, asked within the verb's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.desk.amounts import money_words
from deskui.domain.goodwill.allowance import Question, allowance, furthest_back, spent_by, verdict_words
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.limits import bounds_for, role_of
from deskui.domain.goodwill.view import GoodwillView
from deskui.domain.money import Money
from deskui.domain.staff import Role
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import approvals, cases, goodwill_view, limits, manual, people, promises, signing, staff
from deskui.store.reads import goodwill as reads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from deskui.desk.session import Session
    from deskui.domain.goodwill.allowance import Allowance, Say
    from deskui.domain.goodwill.goodwill import Concession, Goodwill
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry


@dataclass(frozen=True, slots=True)
class Weighed:
    """What somebody may decide for a customer, of every kind, and what was found on the way."""

    allowances: tuple[Allowance, ...]
    given: tuple[Goodwill, ...]
    """All that the customer was given, newest first."""

    def of(self, kind: GoodwillKind) -> Allowance:
        """What may be decided of one kind."""
        return next(each for each in self.allowances if each.kind is kind)


def weigh(person: Employee, customer_id: CustomerId, session: Session, now: datetime) -> Weighed:
    """What that person may decide for a customer: two statements, and one more where no limit is set for them."""
    found = reads.counting(customer_id, person.id, furthest_back(now, session.zone))
    return _weighed(person, customer_id, session, now, found)


def _weighed(
    person: Employee, customer_id: CustomerId, session: Session, now: datetime, found: tuple[Goodwill, ...]
) -> Weighed:
    known = limits.in_force()
    acts, kept = spent_by(found), []
    alone: bool | None = None
    for kind in GoodwillKind:
        bounds = bounds_for(person, kind, known, session.currency)
        if bounds is None and alone is None:
            alone = role_of(person) is not Role.ADMINISTRATOR and len(staff.employees()) == 1
        asked = Question(person.id, customer_id, kind, session.currency, now, session.zone)
        kept.append(allowance(asked, role_of(person), bounds, acts, alone=bool(alone)))
    return Weighed(tuple(kept), tuple(each for each in found if each.customer_id == customer_id))


def looked_at(customer_id: CustomerId, session: Session, now: datetime) -> GoodwillView:
    """What the page of a customer shows of goodwill, for whoever is acting: two statements."""
    me = session.employee
    if me is None:
        return GoodwillView(reads.of_customer(customer_id), approvals.of_customer(customer_id), (), session.currency)
    given, asked = goodwill_view.looked_at(customer_id, me.id, furthest_back(now, session.zone))
    found = _weighed(me, customer_id, session, now, given)
    return GoodwillView(found.given, asked, found.allowances, session.currency)


def colleague(employee_id: EmployeeId | None, known: Iterable[Employee] | None = None) -> Employee:
    """Somebody who is on our staff list now.

    Raises: NotAllowed for nobody, for somebody who has left, and for people of other firms.
    """
    for each in staff.employees() if known is None else known:
        if each.id == employee_id:
            return each
    raise NotAllowed("Only somebody on the staff list gives goodwill; sign in first.")


def check_may_decide(
    entry: Entry, person: Employee, customer_id: CustomerId, what: Concession, session: Session, counts_at: datetime
) -> None:
    """Raises: NotAllowed, saying who decides, when it is over that person's limit or not theirs by the policy."""
    if (lowest := policy_role(what, session.today(entry.at))) is not None and not person.may_act_as(lowest):
        raise NotAllowed(f"By that policy {_a(lowest)} decides; {_instead(entry)}")
    if what.amount is not None and what.amount.currency != session.currency:
        raise NotAllowed(f"Limits are in {session.currency}; nothing is decided in {what.amount.currency}.")
    found = weigh(person, customer_id, session, counts_at).of(what.kind)
    if not found.allows(what.minor):
        words = verdict_words(found, what.minor, say_in(session))
        whose = "" if person.id == entry.actor.employee_id else f"For {person.name}: "
        said = f"{whose}{words}; {_instead(entry)}"
        raise NotAllowed(said[0].upper() + said[1:])


def may_vouch(me: EmployeeId | None, known: Iterable[Employee] | None = None) -> tuple[Employee, ...]:
    """Supervisors beside that person who can approve something at this desk, by their own PIN."""
    pins = signing.with_pin()
    listed = staff.employees() if known is None else known
    return tuple(each for each in listed if each.may_act_as(Role.SUPERVISOR) and each.id in pins and each.id != me)


def _instead(entry: Entry) -> str:
    """What to do where somebody else decides."""
    if may_vouch(entry.actor.employee_id):
        return "have one approve it here, or send it to Approvals."
    return "send it to Approvals, or have one sign in with F8."


def policy_role(what: Concession, today: date) -> Role | None:
    """The lowest role that decides by the policy that is named; None where none is, or it says nothing of that.

    Raises: BadInput when that version is not in force any more.
    """
    if what.policy_version is None:
        return None
    named = manual.edition(what.policy_version)
    now = manual.version_in_force(named.article.id, today)
    if now is None or now.version.id != what.policy_version:
        raise BadInput(f"{named.title} says something else by now; choose the policy again.", "Policy")
    return now.version.decides


def check_belongs(customer_id: CustomerId, what: Concession) -> CustomerId:
    """Whose it is by now.

    Raises: NotFound when customer, case or promise is no longer kept, BadInput when they are somebody else's.
    """
    whom = people.customer(customer_id).id
    if what.case_id is not None and cases.standing(what.case_id).customer_id != whom:
        raise BadInput("That case is another customer's; choose one of theirs.", "Case")
    if what.promise_id is not None and promises.promise(what.promise_id)[0].customer_id != whom:
        raise BadInput("That promise was made to somebody else; choose one of theirs.", "Promise")
    return whom


def say_in(session: Session) -> Say:
    """How amounts of the shop are worded."""
    return lambda minor: money_words(Money(session.currency, minor), session.region)


def _a(role: Role) -> str:
    return f"an {role.value}" if role is Role.ADMINISTRATOR else f"a {role.value}"
