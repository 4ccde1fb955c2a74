"""The kinds of case and promise of a shop: listed, renamed for what comes, retired, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.kinds import KindOf
from deskui.errors import BadInput, Conflict, NotFound
from deskui.store import models
from tests.usual_kinds import USUAL_KINDS

if TYPE_CHECKING:
    from deskui.domain.kinds import WorkKind
    from tests.desk.counter import Counter


def listed(counter: Counter, of: KindOf = KindOf.CASE) -> tuple[str, ...]:
    return tuple(each.title for each in counter.desk.kinds.listed() if each.of is of)


def one(counter: Counter, title: str) -> WorkKind:
    return next(each for each in counter.desk.kinds.listed() if each.title == title)


def test_a_shop_begins_with_the_usual_kinds_of_promise_and_no_kind_of_case(counter: Counter) -> None:
    assert sorted(listed(counter, KindOf.PROMISE)) == sorted(USUAL_KINDS)
    assert counter.desk.promises.kinds() == USUAL_KINDS
    assert counter.desk.cases.kinds() == ()


def test_a_kind_that_is_added_is_offered_behind_those_in_use(counter: Counter) -> None:
    counter.desk.kinds.add(KindOf.CASE, "  picture   framing ")
    counter.case(counter.customer(), "parcel")
    assert counter.desk.cases.kinds() == ("parcel", "picture framing")


def test_a_kind_stands_on_a_list_once(counter: Counter) -> None:
    counter.desk.kinds.add(KindOf.CASE, "framing")
    with pytest.raises(BadInput, match="“framing” is on the list already"):
        counter.desk.kinds.add(KindOf.CASE, "Framing")
    counter.desk.kinds.add(KindOf.PROMISE, "framing")  # that is another list


def test_what_was_written_keeps_its_word_when_a_kind_is_renamed(counter: Counter) -> None:
    counter.desk.kinds.add(KindOf.CASE, "parcel")
    case = counter.case(counter.customer(), "parcel")
    kind = one(counter, "parcel")
    counter.desk.kinds.rename(kind.id, kind.version, "post")
    assert counter.desk.cases.case(case).kind == "parcel"
    assert counter.desk.cases.kinds() == ("post",)
    entry = models.Change.select().order_by(models.Change.id.desc()).get()
    assert (entry.before, entry.after) == ('{"earlier":"","title":"parcel"}', '{"earlier":"parcel","title":"post"}')


def test_a_line_is_read_as_a_listed_kind_and_no_more_as_a_retired_one(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    assert desk.promises.reading(who, "refund tomorrow").kind == "refund"
    kind = one(counter, "refund")
    desk.kinds.retire(kind.id, kind.version)
    desk.kinds.add(KindOf.PROMISE, "glass")
    assert desk.promises.kinds() == (*(each for each in USUAL_KINDS if each != "refund"), "glass")
    assert desk.promises.reading(who, "refund tomorrow").kind == ""
    assert desk.promises.reading(who, "glass tomorrow").kind == "glass"


def test_what_was_retired_comes_back_with_its_history(counter: Counter) -> None:
    kind = one(counter, "refund")
    counter.desk.kinds.retire(kind.id, kind.version)
    counter.desk.kinds.add(KindOf.PROMISE, "Refund")
    assert one(counter, "Refund").id == kind.id


def test_each_of_it_can_be_taken_back(counter: Counter) -> None:
    desk, before = counter.desk, counter.desk.kinds.listed()
    desk.own_entries.undo(desk.kinds.add(KindOf.CASE, "framing"))
    assert desk.kinds.listed() == before
    desk.own_entries.undo(desk.kinds.rename(before[0].id, before[0].version, "ring back"))
    desk.own_entries.undo(desk.kinds.retire(before[0].id, before[0].version + 2))
    assert [(each.title, each.earlier) for each in desk.kinds.listed()] == [
        (each.title, each.earlier) for each in before
    ]


def test_the_second_of_two_who_change_one_kind_is_told(counter: Counter) -> None:
    kind = one(counter, "refund")
    counter.desk.kinds.rename(kind.id, kind.version, "money back")
    with pytest.raises(Conflict):
        counter.desk.kinds.rename(kind.id, kind.version, "cash back")
    counter.desk.kinds.retire(kind.id, kind.version + 1)
    with pytest.raises(NotFound):
        counter.desk.kinds.rename(kind.id, kind.version + 2, "cash back")
