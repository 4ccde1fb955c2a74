"""The set-up looked over: what is set in each area, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.desk.limits import LimitTyped
from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import TypeTyped
from deskui.domain.kinds import KindOf
from deskui.domain.setup import Changed, SetupArea
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import RulesTyped
from deskui.domain.working_hours.typed import week_typed
from deskui.errors import NoRight
from deskui.store.reads.setup import last_changes
from tests.desk.counter import HOUR
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.domain.setup import AreaSet
    from tests.desk.counter import Counter


def area(counter: Counter, which: SetupArea) -> AreaSet:
    return next(each for each in counter.desk.setup.areas() if each.area is which)


def test_every_area_stands_there_once_in_its_order(counter: Counter) -> None:
    assert [each.area for each in counter.desk.setup.areas()] == list(SetupArea)
    assert area(counter, SetupArea.SHOP).words == "Alder · America/Denver · US · USD"
    assert area(counter, SetupArea.STAFF).words == "3 colleagues, 1 of them above clerks"
    assert area(counter, SetupArea.LIMITS).words == "none: nobody decides anything alone"


def test_a_new_shop_is_as_it_was_set_up_and_says_what_to_do(counter: Counter) -> None:
    began = area(counter, SetupArea.SHOP).changed
    assert began is not None
    assert (began.is_beginning, began.by) == (True, "Ada")
    for which in (SetupArea.HOURS, SetupArea.LIMITS, SetupArea.STEPS, SetupArea.BENEFITS, SetupArea.OUTREACH):
        assert area(counter, which).changed is None
        assert area(counter, which).to_do
    counter.tick(HOUR)
    counter.desk.benefit_types.add(TypeTyped("10% off", BenefitKind.COUPON, Worth(1000)))
    assert area(counter, SetupArea.BENEFITS).changed == Changed(counter.now, "Ada")
    assert area(counter, SetupArea.BENEFITS).to_do == ""


def test_who_changed_it_last_is_the_one_of_the_newest_entry(counter: Counter) -> None:
    assert area(counter, SetupArea.KINDS).changed is None
    counter.desk.kinds.add(KindOf.CASE, "framing")
    counter.tick(HOUR)
    counter.desk.kinds.add(KindOf.CASE, "keys")
    assert area(counter, SetupArea.KINDS).changed == Changed(counter.now, "Ada")
    assert area(counter, SetupArea.KINDS).words == "2 of cases · 8 of promises"
    assert area(counter, SetupArea.LIMITS).changed is None
    counter.desk.limits.set(LimitTyped(Role.SUPERVISOR, per_act="40"))
    assert area(counter, SetupArea.LIMITS).changed == Changed(counter.now, "Ada")


def test_what_is_taken_back_was_changed_then(counter: Counter) -> None:
    done = counter.desk.kinds.add(KindOf.CASE, "framing")
    counter.tick(HOUR)
    counter.desk.own_entries.undo(done)
    assert area(counter, SetupArea.KINDS).changed == Changed(counter.now, "Ada")
    assert area(counter, SetupArea.SHOP).changed != Changed(counter.now, "Ada")


def test_hours_and_rules_of_the_review_are_no_change_of_the_shop_or_of_each_other(counter: Counter) -> None:
    counter.tick(HOUR)
    counter.desk.duty.set_hours(week_typed("mon-fri 8-17") or ())
    first = counter.now
    counter.tick(HOUR)
    rules = counter.desk.reviewing.rules()
    counter.desk.reviewing.set_rules(RulesTyped(rules.words, "5", "10", "12"), rules.version)
    assert area(counter, SetupArea.HOURS).changed == Changed(first, "Ada")
    assert area(counter, SetupArea.REVIEW).changed == Changed(counter.now, "Ada")
    shop = area(counter, SetupArea.SHOP).changed
    assert shop is not None
    assert shop.is_beginning


def test_coming_and_going_is_no_change_of_the_staff(counter: Counter) -> None:
    before = area(counter, SetupArea.STAFF).changed
    counter.tick(HOUR)
    counter.desk.duty.switch(counter.ben, present=False)
    assert area(counter, SetupArea.STAFF).changed == before
    ben = next(each for each in counter.desk.shop.staff() if each.id == counter.ben.id)
    counter.desk.duty.set_hours_of(ben, week_typed("mon-fri 8-12"))
    assert area(counter, SetupArea.STAFF).changed == Changed(counter.now, "Ada")


def test_what_a_supervisor_may_not_change_says_who_may(counter: Counter) -> None:
    assert {each.whose for each in counter.desk.setup.areas()} == {""}
    counter.desk.shop.hire(EmployeeTyped("Sue", Role.SUPERVISOR))
    counter.desk.act_as(next(each for each in counter.desk.shop.staff() if each.name == "Sue"))
    mine = {each.area: each.whose for each in counter.desk.setup.areas()}
    assert mine[SetupArea.SHOP] == "an administrator changes it"
    with pytest.raises(NoRight):
        counter.desk.shop_details.edit(1, counter.desk.shop_details.kept().details)
    assert {which for which, whose in mine.items() if not whose} >= {
        SetupArea.HOURS,
        SetupArea.REVIEW,
        SetupArea.KINDS,
    }


def test_a_clerk_does_not_look_it_over(counter: Counter) -> None:
    counter.desk.act_as(counter.ben)
    with pytest.raises(NoRight):
        counter.desk.setup.areas()


def test_the_journal_is_not_read_from_end_to_end_for_it(counter: Counter) -> None:
    counter.desk.kinds.add(KindOf.CASE, "framing")
    database = counter.desk.store.database
    with watched(database) as ran:
        last_changes(("work_kind", "shop", "employee"))
    assert len(ran) == 1
    scanned = {each.partition(":")[0] for each in full_scans(database, ran)}
    assert scanned <= {"SCAN newest"}, "the entries that were found, of which there are as many as tables"
