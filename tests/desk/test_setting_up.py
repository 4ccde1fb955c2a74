"""The set-up looked over: what is set in each area, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.desk.limits import LimitTyped
from deskui.domain.kinds import KindOf
from deskui.domain.setup import Changed, SetupArea
from deskui.domain.staff import Role
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


def test_a_clerk_does_not_look_it_over(counter: Counter) -> None:
    counter.desk.act_as(counter.ben)
    with pytest.raises(NoRight):
        counter.desk.setup.areas()


def test_the_journal_is_not_read_from_end_to_end_for_it(counter: Counter) -> None:
    counter.desk.kinds.add(KindOf.CASE, "framing")
    database = counter.desk.store.database
    with watched(database) as ran:
        last_changes(("work_kind", "shop"))
    scanned = {each.partition(":")[0] for each in full_scans(database, ran)}
    assert scanned <= {"SCAN newest"}, "the entries that were found, of which there are as many as tables"
