"""What a colleague still has open, hours that change, and work that goes from one to another."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import FollowUpTyped, PromiseTyped
from deskui.domain.working_hours.hours import Span
from deskui.domain.working_hours.roster import Load
from deskui.errors import BadInput, Conflict, NotAllowed
from deskui.store import models
from deskui.store.reads import loads as reads
from deskui.store.reads.rows import tuples
from deskui.store.writes import recount
from deskui.store.writes.derived import rebuild
from tests.desk.counter import HOUR
from tests.store.spying import watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.staff import Employee
    from tests.desk.counter import Counter

MORNINGS = ((Span(time(9), time(12)),),) * 6 + ((),)


def some_work(counter: Counter) -> None:
    """Ada: a case with a promise of Ben's in it, and one of her own without a case; Ben: a case and a follow-up."""
    whom = counter.customer()
    hers, closed, _ = counter.case(whom), counter.case(whom), counter.case(whom, owner=counter.ben)
    counter.desk.cases.close(counter.desk.cases.case(closed), "Done.")
    counter.desk.promises.make(whom, PromiseTyped("call back tomorrow noon"))
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask", counter.day("fri"), counter.ben.id))
    settled = counter.desk.follow_ups.add(whom, FollowUpTyped("ask again", counter.day("fri"))).subject
    counter.desk.follow_ups.settle(settled, 1)  # type: ignore[arg-type]
    counter.desk.act_as(counter.ben)
    counter.desk.promises.make(whom, PromiseTyped("hub answers fri 5pm", case_id=hers))
    counter.desk.act_as(counter.ada)


def test_a_load_is_what_somebody_still_has_open(counter: Counter) -> None:
    some_work(counter)
    loads = counter.desk.duty.loads()
    assert loads == {counter.ada.id: Load(1, 2, 0), counter.ben.id: Load(1, 0, 1)}
    counter.desk.duty.hand_over_all(counter.ada.id, counter.paul.id, "on leave")
    loads = counter.desk.duty.loads()
    assert loads == {counter.ada.id: Load(0, 1, 0), counter.ben.id: Load(1, 0, 1), counter.paul.id: Load(1, 1, 0)}
    counter.undo()
    assert counter.desk.duty.loads()[counter.ada.id] == Load(1, 2, 0)
    counter.undo()
    assert counter.desk.duty.loads()[counter.ada.id] == Load(1, 2, 1)


@pytest.mark.embedded("about its plans")
def test_loads_take_a_statement_a_table_over_indexes_that_hold_only_what_is_open(counter: Counter) -> None:
    database = counter.desk.store.database
    with watched(database) as ran:
        counter.desk.duty.loads()
    plans = [database.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql, _ in ran.statements]
    indexes = ("case_still_open", "open_promise_owner", "follow_up_still_open")
    for plan, name in zip(plans, indexes, strict=True):
        (step,) = plan
        assert f"USING COVERING INDEX {name}" in step[-1]


def test_promises_in_nobodys_case_are_theirs_who_made_them(counter: Counter) -> None:
    some_work(counter)
    models.Case.update(owner=None).execute()
    with counter.desk.store.transaction():
        rebuild(counter.desk.store.database)
    assert reads.loads(counter.desk.store.database) == {counter.ada.id: Load(0, 1, 0), counter.ben.id: Load(0, 1, 1)}


def test_the_roster_has_everybody_with_their_duty_and_their_load(counter: Counter) -> None:
    some_work(counter)
    counter.desk.duty.switch(counter.ben, False)
    roster = counter.desk.duty.roster()
    assert [(duty.employee.name, duty.is_on, load) for duty, load in roster.staff] == [
        ("Ada", True, Load(1, 2, 0)),
        ("Ben", False, Load(1, 0, 1)),
        ("Paul", True, Load()),
    ]
    assert roster.hours.is_open(counter.now)
    assert roster.recounted == 100


def test_whoever_acts_is_here_outside_their_hours_too_unless_they_are_away(counter: Counter) -> None:
    counter.tick(12 * HOUR)
    duties = counter.desk.duty.all_on_duty(counter.desk.shop.staff())
    assert [(each.employee.name, each.is_on, each.moment is None) for each in duties] == [
        ("Ada", True, True),
        ("Ben", False, False),
        ("Paul", False, False),
    ]
    assert counter.desk.duty.on_duty(counter.ada) == (True, None)
    counter.desk.duty.switch(counter.ada, False)
    assert counter.desk.duty.on_duty(counter.desk.shop.staff()[0]) == (False, None)


def test_a_colleague_comes_onto_the_staff_list_once_and_is_taken_off_again(counter: Counter) -> None:
    typed = EmployeeTyped("  Bob   Ng ", Role.EXPEDITER, "4417", "+1 303", "North", "maps,  rail\njazz")
    counter.desk.shop.hire(typed)
    bob = next(each for each in counter.desk.shop.staff() if each.name == "Bob Ng")
    kept = (bob.role, bob.extension, bob.phone, bob.branch, bob.interests, bob.present)
    assert kept == (Role.EXPEDITER, "4417", "+1 303", "North", ("maps", "rail", "jazz"), True)
    for name in ("bob ng", " "):
        with pytest.raises(BadInput):
            counter.desk.shop.hire(EmployeeTyped(name))
    counter.undo()
    assert bob not in counter.desk.shop.staff()


def _wrote(counter: Counter, bob: Employee) -> None:
    counter.desk.act_as(bob)
    counter.customer()
    counter.desk.act_as(counter.ada)


WORK: dict[str, Callable[[Counter, Employee], object]] = {
    "a case": lambda counter, bob: counter.case(counter.customer(), owner=bob),
    "a follow-up": lambda counter, bob: counter.desk.follow_ups.add(
        counter.customer(), FollowUpTyped("ask", counter.day("fri"), bob.id)
    ),
    "an entry": _wrote,
}


@pytest.mark.parametrize("work", WORK)
def test_a_colleague_who_has_worked_here_is_not_taken_off_by_the_way(counter: Counter, work: str) -> None:
    counter.desk.shop.hire(EmployeeTyped("Bob"))
    done = counter.desk.own_entries.last().done
    bob = next(each for each in counter.desk.shop.staff() if each.name == "Bob")
    WORK[work](counter, bob)
    with pytest.raises(Conflict, match="worked here since"):
        counter.desk.own_entries.undo(done)
    assert bob in counter.desk.shop.staff()


def test_hours_that_somebody_else_changed_meanwhile_are_not_overwritten(counter: Counter) -> None:
    seen = counter.desk.duty.roster().version
    counter.desk.duty.set_hours(MORNINGS, [date(2026, 12, 25)], version=seen)
    with pytest.raises(Conflict):
        counter.desk.duty.set_hours(MORNINGS, version=seen)
    assert counter.desk.duty.roster().hours.holidays == {date(2026, 12, 25)}


def test_a_case_that_somebody_else_changed_meanwhile_is_not_handed_over_blindly(counter: Counter) -> None:
    case = counter.desk.cases.case(counter.case(counter.customer()))
    counter.desk.duty.hand_over(case.id, counter.ben.id, "", version=case.version)
    with pytest.raises(Conflict) as refused:
        counter.desk.duty.hand_over(case.id, counter.paul.id, "", version=case.version)
    assert refused.value.theirs == {"owner": "Ben", "version": case.version + 1}


def test_an_acknowledgement_is_taken_back(counter: Counter) -> None:
    case = counter.case(counter.customer())
    counter.desk.duty.hand_over(case, counter.ben.id, "She prefers text.")
    counter.desk.act_as(counter.ben)
    (given,) = counter.desk.duty.waiting()
    counter.desk.duty.acknowledge(given.id)
    with pytest.raises(NotAllowed, match="acknowledged already"):
        counter.desk.duty.acknowledge(given.id)
    counter.undo()
    assert [each.id for each in counter.desk.duty.waiting()] == [given.id]


def lengths() -> list[tuple[object, ...]]:
    like = models.PromiseLike
    return sorted(tuples(like.select(like.promise, like.kind, like.made, like.took, like.ended)), key=repr)


def test_lengths_are_counted_anew_a_little_at_a_time(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recount, "STEP", 4)
    whom = counter.customer()
    due = counter.now + 9 * HOUR
    made = [
        counter.desk.promises.make(whom, PromiseTyped(what="x", due=due, kind="parts")).subject for _ in range(10)
    ]
    counter.tick(6 * HOUR)
    for each in made[:7]:
        counter.desk.promises.keep(each)  # type: ignore[arg-type]
    before = lengths()
    counter.desk.duty.set_hours(MORNINGS)
    assert counter.desk.duty.roster().recounted == 40
    counter.desk.promises.keep(made[7])  # type: ignore[arg-type]
    assert [counter.desk.duty.recount() for _ in range(3)] == [80, 100, 100]
    after = lengths()
    assert after != before
    with counter.desk.store.transaction():
        rebuild(counter.desk.store.database)
    assert lengths() == after


def test_hours_that_change_again_are_counted_from_the_start(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recount, "STEP", 2)
    whom = counter.customer()
    for _ in range(4):
        counter.desk.promises.make(whom, PromiseTyped(what="x", due=counter.now + HOUR, kind="parts"))
    counter.desk.duty.set_hours(MORNINGS)
    assert counter.desk.duty.recount() == 99
    counter.desk.duty.set_hours(MORNINGS[::-1])
    assert counter.desk.duty.roster().recounted == 50
