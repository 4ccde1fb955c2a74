"""Every verb, and every role: what is refused changes nothing and is journalled, by whatever door one comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

import deskui.desk.desk  # noqa: F401  loads every area, and with them the verbs they declare
from deskui.desk.steps import GuideTyped
from deskui.desk.verb import known
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.working_hours.opening import USUAL_WEEK
from deskui.errors import NoRight, NotAllowed
from deskui.store import models
from tests.desk.above_clerks import CALLS, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry
    from tests.desk.counter import Counter

NEEDS: Final = {
    **dict.fromkeys(
        """
        case.acknowledge case.close case.contact case.escalate case.hand_over case.hand_over_all case.link case.merge
        case.open case.priority case.reopen case.seen case.separate case.status case.unlink case.unwatch case.watch
        contact_point.add contact_point.edit contact_point.remove conversation.log customer.create customer.edit
        customer.merge customer.separate desk.lock directory.add directory.edit directory.remove duty.hours
        duty.switch escalation.answer
        escalation.hand_back escalation.take_over follow_up.add follow_up.move follow_up.settle
        goodwill.give goodwill.give_vouched goodwill.take_back approval.ask approval.seen
        pin.too_soon pin.tried pin.wait pin.wrong
        inquiry.log note.edit note.withdraw note.write order.proof pin.right pin.set promise.keep
        promise.make promise.move promise.release promise.supersede reference.add reference.edit reference.received
        reference.remove right.refused sign_in slip.failed slip.keep slip.printed step.skip step.tick step.untick
        steps.start told.say undo visit.abandon visit.end
        visit.open visit.take_over wrap_up
        approval.ask approval.seen approval.withdraw benefit.choose benefit.give benefit.redeem benefit.reissue
        benefit_slip.failed benefit_slip.keep benefit_slip.printed export
        outreach.claim outreach.log outreach.release outreach.skip tip.offer
        """.split(),
        Role.CLERK,
    ),
    **dict.fromkeys(
        """
        approval.approve approval.refuse benefit.void benefit_type.add benefit_type.edit benefit_type.retire limit.set
        manual.add manual.restore manual.retire manual.revise manual.tie outreach_rule.add outreach_rule.edit
        shop.hire shop.hours step_template.add step_template.edit step_template.retire
        work_kind.add work_kind.rename work_kind.retire
        """.split(),
        Role.SUPERVISOR,
    ),
    **dict.fromkeys("conversation.edit feedback.answer feedback.seen review.fixed".split(), Role.CLERK),
    **dict.fromkeys(
        """
        feedback.give feedback.reassign review.approve review.ask_to_fix review.coach review.commend review.confirm
        review.look review.make_private review.read_private review.redact review.rules
        """.split(),
        Role.SUPERVISOR,
    ),
    **dict.fromkeys(
        "pin.reset pin.take_away shop.edit shop.first_administrator shop.set_up".split(), Role.ADMINISTRATOR
    ),
}
"""The lowest role that each verb takes. A new verb gets its line here by hand: the registry is what is tested."""

OURS: Final = (Role.CLERK, Role.EXPEDITER, Role.SUPERVISOR, Role.ADMINISTRATOR)
_HEIGHT: Final = {Role.CLERK: 0, Role.EXPEDITER: 0, Role.CONTACT: 0, Role.SUPERVISOR: 1, Role.ADMINISTRATOR: 2}


class Shop:
    """A shop with one person of each role."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.desk = counter, counter.desk
        for role in (Role.EXPEDITER, Role.SUPERVISOR, Role.ADMINISTRATOR):
            self.desk.shop.hire(EmployeeTyped(f"Our {role}", role))
        self.desk.directory.add(EmployeeTyped("Tom", Role.CONTACT, company="Hudson"))
        named = {each.name: each for each in self.desk.shop.staff()}
        self.who: dict[Role, Employee] = {
            Role.CLERK: counter.ben,
            **{role: named[f"Our {role}"] for role in OURS if role is not Role.CLERK},
        }

    def act_as(self, role: Role) -> Employee:
        self.desk.act_as(self.who[role])
        return self.who[role]


@pytest.fixture
def shop(counter: Counter) -> Shop:
    return Shop(counter)


def kept() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but those that grow with a refusal."""
    grows = (models.Journal, models.Change, models.Refusal)
    return {str(each._meta.table_name): list(each.select().dicts()) for each in models.MODELS if each not in grows}


def newest_refusal() -> tuple[int | None, str]:
    row = models.Refusal.select().order_by(models.Refusal.id.desc()).get()
    entry = models.Journal.select().order_by(models.Journal.id.desc()).get()
    assert (entry.verb, entry.subject, entry.employee) == ("right.refused", row.id, row.employee)
    assert row.reason
    return row.employee, row.verb


def test_every_verb_states_the_role_that_it_is_meant_to_need() -> None:
    assert {each.name: each.needs for each in known().values()} == NEEDS


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_every_verb_is_carried_out_for_its_role_and_above_and_for_nobody_else(shop: Shop, name: str) -> None:
    def work(entry: Entry) -> tuple[int, None]:
        return entry.insert(models.Deputy, employee=1, deputy=1, position=1), None

    for role in OURS:
        me, before = shop.act_as(role), kept()
        if _HEIGHT[role] >= _HEIGHT[NEEDS[name]]:
            assert shop.desk.notes.perform(known()[name], None, work).verb == name
            assert kept() != before
        else:
            with pytest.raises(NoRight):
                shop.desk.notes.perform(known()[name], None, work)
            assert kept() == before
            assert newest_refusal() == (me.id, name)


def test_whatever_takes_more_than_a_clerk_is_called() -> None:
    once = {"shop.set_up", "shop.first_administrator"}  # whose second time is a repeat of the first
    raised = {name for name, role in NEEDS.items() if role is not Role.CLERK}
    # They need something of somebody else's to judge: tests/desk/test_reviewing.py and test_feedback.py.
    elsewhere = {name for name in raised if name.startswith(("review.", "feedback."))}
    assert raised - set(CALLS) - elsewhere == once


@pytest.mark.parametrize("role", OURS)
@pytest.mark.parametrize("name", CALLS)
def test_the_desk_itself_refuses_whoever_calls_it(shop: Shop, name: str, role: Role) -> None:
    shop.desk.act_as(shop.counter.ada)
    prepare(shop.counter)
    if name.startswith("pin."):
        shop.desk.signing.set_pin(shop.counter.ada.id, "402967")
        shop.desk.signing.set_pin(shop.counter.paul.id, "728104")
        for each in (Role.SUPERVISOR, Role.ADMINISTRATOR):
            shop.desk.signing.set_pin(shop.who[each].id, "637201")
    shop.desk.signing.sign_in(shop.who[role].id, "637201")
    before = kept()
    if _HEIGHT[role] >= _HEIGHT[NEEDS[name]]:
        CALLS[name](shop.desk, shop.counter)
        assert kept() != before
    else:
        with pytest.raises(NoRight):
            CALLS[name](shop.desk, shop.counter)
        assert kept() == before
        assert newest_refusal() == (shop.who[role].id, name)


def _edit(who: Employee, desk: Desk, **columns: Any) -> object:
    seen = desk.directory.person(who.id)
    typed = {"name": seen.name, "role": seen.role, "company": seen.company, "is_manager": seen.is_manager} | columns
    return desk.directory.edit(seen, EmployeeTyped(**typed))


def _colleague(of: Role, /, **columns: Any) -> Callable[[Desk, Shop], object]:
    """Somebody else of that role is changed so."""

    def call(desk: Desk, shop: Shop) -> object:
        others = (each for each in desk.shop.staff() if each.id != desk.session.actor.employee_id)
        return _edit(next(each for each in others if each.role is of), desk, **columns)

    return call


def _myself(**columns: Any) -> Callable[[Desk, Shop], object]:
    def call(desk: Desk, shop: Shop) -> object:
        assert desk.session.employee is not None
        return _edit(desk.session.employee, desk, **columns)

    return call


def _tom(desk: Desk) -> Employee:
    return next(each.employee for each in desk.directory.everybody() if each.employee.is_outside)


ABOUT_PEOPLE: Final[dict[str, tuple[Role, Callable[[Desk, Shop], object]]]] = {
    "one's own entry": (Role.CLERK, _myself(extension="4455", interests="chess", hours="mon-fri 9-17")),
    "being manager": (Role.SUPERVISOR, _myself(is_manager=True)),
    "an entry of another clerk": (Role.SUPERVISOR, _colleague(Role.CLERK, extension="4455")),
    "who stands in for another clerk": (Role.SUPERVISOR, _colleague(Role.CLERK, deputies="Ada")),
    "a clerk as supervisor": (Role.ADMINISTRATOR, _colleague(Role.CLERK, role=Role.SUPERVISOR)),
    "a clerk as administrator": (Role.ADMINISTRATOR, _colleague(Role.CLERK, role=Role.ADMINISTRATOR)),
    "an administrator as clerk": (Role.ADMINISTRATOR, _colleague(Role.ADMINISTRATOR, role=Role.CLERK)),
    "a clerk as expediter": (Role.SUPERVISOR, _colleague(Role.CLERK, role=Role.EXPEDITER)),
    "oneself as administrator": (Role.ADMINISTRATOR, _myself(role=Role.ADMINISTRATOR, extension="1")),
    "a new supervisor": (
        Role.ADMINISTRATOR,
        lambda desk, shop: desk.shop.hire(EmployeeTyped("Zoe", Role.SUPERVISOR)),
    ),
    "somebody of another firm": (Role.CLERK, lambda desk, shop: _edit(_tom(desk), desk, extension="7")),
    "a new contact": (
        Role.CLERK,
        lambda desk, shop: desk.directory.add(EmployeeTyped("Tim", Role.CONTACT, company="Hudson")),
    ),
    "a contact who goes": (Role.CLERK, lambda desk, shop: desk.directory.remove(_tom(desk))),
    "that a colleague is away": (Role.CLERK, lambda desk, shop: desk.duty.switch(shop.counter.paul, False)),
    "hours of a colleague": (
        Role.SUPERVISOR,
        lambda desk, shop: desk.duty.set_hours_of(shop.counter.paul, USUAL_WEEK),
    ),
    "one's own hours": (
        Role.CLERK,
        lambda desk, shop: desk.duty.set_hours_of(desk.session.employee, USUAL_WEEK),  # type: ignore[arg-type]
    ),
    "a guide kept for all": (
        Role.SUPERVISOR,
        lambda desk, shop: desk.steps.attach(
            shop.counter.case(shop.counter.customer()), GuideTyped("labels", "print", keep=True)
        ),
    ),
    "a guide for one case": (
        Role.CLERK,
        lambda desk, shop: desk.steps.attach(
            shop.counter.case(shop.counter.customer()), GuideTyped("labels", "print")
        ),
    ),
}
"""What the same verb needs for one thing and not for another."""


@pytest.mark.parametrize("role", OURS)
@pytest.mark.parametrize("what", ABOUT_PEOPLE)
def test_what_is_written_about_people_takes_its_role(shop: Shop, what: str, role: Role) -> None:
    needs, call = ABOUT_PEOPLE[what]
    shop.act_as(role)
    before = list(models.Employee.select().dicts()), list(models.Deputy.select().dicts())
    if _HEIGHT[role] >= _HEIGHT[needs]:
        call(shop.desk, shop)
        return
    with pytest.raises(NoRight):
        call(shop.desk, shop)
    assert (list(models.Employee.select().dicts()), list(models.Deputy.select().dicts())) == before
    assert newest_refusal()[0] == shop.who[role].id


def test_a_role_that_was_taken_away_at_another_desk_counts_no_more(shop: Shop) -> None:
    boss = shop.act_as(Role.SUPERVISOR)
    here = shop.desk.session
    shop.desk.act_as(shop.counter.ada)
    _edit(boss, shop.desk, role=Role.CLERK)
    shop.desk.post.session = here
    assert shop.desk.session.employee is not None
    assert shop.desk.session.employee.role is Role.SUPERVISOR, "as this desk still knows them"
    with pytest.raises(NoRight):
        shop.desk.duty.set_hours(USUAL_WEEK)


def test_what_one_did_as_a_supervisor_one_does_not_take_back_as_a_clerk(shop: Shop) -> None:
    boss = shop.act_as(Role.SUPERVISOR)
    shop.desk.shop.hire(EmployeeTyped("Zoe"))
    shop.desk.act_as(shop.counter.ada)
    _edit(boss, shop.desk, role=Role.CLERK)
    shop.desk.act_as(boss)
    with pytest.raises(NoRight):
        shop.counter.undo()
    assert "Zoe" in {each.name for each in shop.desk.shop.staff()}


def test_a_role_that_was_taken_is_not_given_back_by_undo(shop: Shop) -> None:
    admin = shop.act_as(Role.ADMINISTRATOR)
    _edit(shop.who[Role.SUPERVISOR], shop.desk, role=Role.CLERK)
    shop.desk.act_as(shop.counter.ada)
    _edit(admin, shop.desk, role=Role.CLERK)
    shop.desk.act_as(admin)
    with pytest.raises(NoRight):
        shop.counter.undo()
    assert shop.desk.directory.person(shop.who[Role.SUPERVISOR].id).role is Role.CLERK


def test_the_last_administrator_stays_one(shop: Shop) -> None:
    shop.desk.act_as(shop.counter.ada)
    _edit(shop.who[Role.ADMINISTRATOR], shop.desk, role=Role.SUPERVISOR)
    with pytest.raises(NotAllowed, match="needs an administrator"):
        _edit(shop.counter.ada, shop.desk, role=Role.CLERK)
    assert shop.desk.directory.person(shop.counter.ada.id).role is Role.ADMINISTRATOR


def test_an_administrator_hired_by_the_last_one_is_not_taken_back_once_they_are_it(shop: Shop) -> None:
    admin = shop.act_as(Role.ADMINISTRATOR)
    _edit(shop.counter.ada, shop.desk, role=Role.CLERK)
    shop.desk.shop.hire(EmployeeTyped("Zoe", Role.ADMINISTRATOR))
    hired = shop.desk.own_entries.last().done
    _edit(admin, shop.desk, role=Role.CLERK)
    with pytest.raises(NoRight):
        shop.desk.own_entries.undo(hired)


def test_with_pins_the_last_administrator_who_has_one_stays_one(shop: Shop) -> None:
    shop.desk.act_as(shop.counter.ada)
    shop.desk.signing.set_pin(shop.counter.ada.id, "581730")
    with pytest.raises(NotAllowed, match="an administrator needs one"):
        _edit(shop.counter.ada, shop.desk, role=Role.CLERK)


def test_people_of_another_firm_never_act(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        shop.desk.act_as(_tom(shop.desk))
    with pytest.raises(NotAllowed):
        shop.desk.signing.sign_in(_tom(shop.desk).id)


def test_a_refusal_cannot_be_rewritten(shop: Shop) -> None:
    shop.act_as(Role.CLERK)
    with pytest.raises(NoRight):
        shop.desk.duty.set_hours(USUAL_WEEK)
    for change in ("UPDATE refusal SET reason = ''", "DELETE FROM refusal", "DELETE FROM sign_in_attempt"):
        if change == "DELETE FROM sign_in_attempt":
            shop.desk.act_as(shop.counter.ada)
            shop.desk.signing.set_pin(shop.counter.ada.id, "581730")
            shop.desk.signing.sign_in("Ada", "581730")
        with pytest.raises(Exception, match="append-only"):
            shop.desk.store.database.execute_sql(change)
