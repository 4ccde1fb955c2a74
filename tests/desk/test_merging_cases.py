"""Duplicates become part of another case without losing a line, and are taken apart again exactly."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskui.domain.case import CaseStatus
from deskui.domain.case_work import LinkKind
from deskui.domain.conversation import Channel, Direction
from deskui.domain.order import ReferenceKind
from deskui.domain.references import ReferenceTyped
from deskui.domain.typed import CaseTyped, ConversationTyped, FollowUpTyped, PromiseTyped, StatementTyped
from deskui.errors import Conflict, NotAllowed, NotFound
from deskui.store import models
from deskui.store.reads.rows import tuples
from deskui.store.writes import derived
from tests.desk.counter import HOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.case import Case
    from deskui.domain.ids import CaseId, CustomerId
    from tests.desk.counter import Counter

DERIVED = (models.OpenPromise, models.PromiseLike, models.OwedCall, models.CaseTrait)


def dealings(counter: Counter, who: CustomerId, case: CaseId, mark: str) -> None:
    """Everything that can hang on a case."""
    desk = counter.desk
    desk.references.add(desk.cases.case(case), ReferenceTyped(ReferenceKind.TRACKING, f"AF-{mark}"))
    for _ in range(2):
        talk = ConversationTyped(f"Where is {mark}?", Channel.PHONE, Direction.IN, case_id=case)
        desk.conversations.log(who, talk)
        counter.tick(HOUR / 60)
    desk.promises.make(who, PromiseTyped(f"call about {mark} 17:00", case_id=case))
    kept = desk.promises.make(who, PromiseTyped(f"look for {mark} 15:00", case_id=case)).subject
    desk.promises.keep(kept)  # type: ignore[arg-type]
    desk.told.say(who, StatementTyped(f"{mark} hub", "answers tomorrow", case_id=case))
    desk.follow_ups.add(who, FollowUpTyped(f"ask about {mark}", counter.day("fri"), case_id=case))
    desk.duty.hand_over(case, counter.ben.id, f"Note on {mark}.")
    desk.watching.watch(case)
    counter.tick(HOUR / 60)


def twice(counter: Counter) -> tuple[CustomerId, CaseId, CaseId]:
    """A customer whose parcel was taken down twice, with dealings in both cases."""
    who = counter.customer()
    counter.order(who, "R-1", "Dishwasher")
    first, second = counter.case(who), counter.case(who, kind="delivery")
    dealings(counter, who, first, "hood")
    dealings(counter, who, second, "oven")
    return who, first, second


def hangs_on(counter: Counter, case: Case) -> dict[str, set[Any]]:
    """What is read of a case, as sets that can be put together."""
    desk = counter.desk
    view = desk.customers.view(case.customer_id, case.id)
    talks = [each for each in view.conversations.rows if each.case_number == case.number]
    return {
        "references": {each.number for each in case.references},
        "promises": {each.promise.what for each in case.promises},
        "view promises": {each.promise.what for each in view.case.promises} if view.case else set(),
        "talks": {each.id for each in talks},
        "told": {each.text for each in view.told if each.case_id in case.ids},
        "tasks": {each.what for each in view.follow_ups if each.case_id in case.ids},
        "watchers": {each.name for each in case.watchers},
        "linked": {each.number for each in case.links},
        "escalated": {each.reason for each in case.escalations},
        "due": {each.what for each in desk.due.list() if each.case_number == case.number},
    }


def everything(counter: Counter, who: CustomerId) -> object:
    """All that any screen shows of the customer and of what is due."""
    desk = counter.desk
    views = [desk.customers.view(who, each.id) for each in desk.customers.view(who).cases]
    dues = []
    for each in (counter.ada, counter.ben, counter.paul):
        desk.act_as(each)
        dues.append(desk.due.mine())
    desk.act_as(counter.ada)
    # The version of a row counts how often it was written; nobody reads it.
    return _plain((views, dues, desk.due.list(), desk.due.counts()))


def _plain(told: object) -> str:
    import re

    return re.sub(r"version=\d+", "version", repr(told))


def kept_derived() -> list[set[tuple[Any, ...]]]:
    return [{row[-len(row) :] for row in tuples(_without_id(model))} for model in DERIVED]


def _without_id(model: Any) -> Any:
    return model.select(*(each for name, each in model._meta.fields.items() if name != "id"))


@contextmanager
def derived_is_right(counter: Counter) -> Iterator[None]:
    """What is derived is the same afterwards as if it were made anew."""
    yield
    before = kept_derived()
    with counter.desk.store.transaction():
        derived.rebuild(counter.desk.store.database)
    assert kept_derived() == before


def test_all_that_hung_on_either_is_read_in_the_one_that_is_left(counter: Counter) -> None:
    desk = counter.desk
    _, first, second = twice(counter)
    one, two = hangs_on(counter, desk.cases.case(first)), hangs_on(counter, desk.cases.case(second))
    assert all(len(each) for name, each in one.items() if name not in ("linked", "escalated"))
    with derived_is_right(counter):
        desk.links.merge(second, first)
    assert hangs_on(counter, desk.cases.case(first)) == {name: one[name] | two[name] for name in one}


def test_taken_back_both_are_what_they_were(counter: Counter) -> None:
    who, first, second = twice(counter)
    before = everything(counter, who)
    with derived_is_right(counter):
        counter.desk.links.merge(second, first)
    assert everything(counter, who) != before
    with derived_is_right(counter):
        counter.undo()
    assert everything(counter, who) == before


def test_anybody_separates_them_again_later(counter: Counter) -> None:
    who, first, second = twice(counter)
    before = everything(counter, who)
    counter.desk.links.merge(second, first)
    counter.desk.act_as(counter.paul)
    counter.desk.links.separate(second)
    counter.desk.act_as(counter.ada)
    assert everything(counter, who) == before


def test_the_duplicate_is_closed_and_its_number_finds_the_one_that_is_left(counter: Counter) -> None:
    desk = counter.desk
    who, first, second = twice(counter)
    left, gone = desk.cases.case(first), desk.cases.case(second)
    desk.links.merge(second, first)
    assert desk.cases.case(second).number == left.number
    assert [each.number for each in desk.customers.view(who).cases] == [left.number]
    view = desk.customers.view(who, second)
    assert view.case is not None
    assert view.case.id == first
    ((merged),) = view.case.merged
    assert (merged.number, merged.status) == (gone.number, CaseStatus.CLOSED)
    assert merged.outcome == f"Merged into #{left.number}."
    (hit,) = desk.lookup.find(f"#{gone.number}")
    view = desk.customers.view(hit.customer_id, hit.case_id)
    assert view.case is not None
    assert view.case.number == left.number
    assert desk.links.numbered(f"#{gone.number}") == first


def test_how_a_closed_duplicate_had_ended_stays(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    first, second = counter.case(who), counter.case(who)
    desk.cases.close(desk.cases.case(second), "Explained.")
    desk.links.merge(second, first)
    assert [each.outcome for each in desk.cases.case(first).merged] == ["Explained."]


def test_what_is_said_to_the_duplicate_by_a_form_still_open_is_read_in_the_other(counter: Counter) -> None:
    desk = counter.desk
    who, first, second = twice(counter)
    desk.links.merge(second, first)
    with derived_is_right(counter):
        desk.promises.make(who, PromiseTyped("fetch the box 16:00", case_id=second))
    assert "fetch the box" in hangs_on(counter, desk.cases.case(first))["promises"]
    assert "fetch the box" in hangs_on(counter, desk.cases.case(first))["due"]


def test_the_owner_of_the_one_that_is_left_keeps_what_was_promised_in_both(counter: Counter) -> None:
    desk = counter.desk
    _, first, second = twice(counter)
    desk.links.merge(second, first)
    with derived_is_right(counter):
        desk.duty.hand_over(first, counter.paul.id, "")
    assert {each.what for each in desk.due.list(counter.paul)} >= {"call about hood", "call about oven"}
    assert {each.what for each in desk.due.list(counter.paul)} >= {"ask about hood", "ask about oven"}


def test_a_case_with_duplicates_is_merged_with_them_and_one_hop_is_enough(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    first, second, third = (counter.case(who) for _ in range(3))
    desk.links.merge(third, second)
    desk.links.merge(second, first)
    assert desk.cases.case(third).id == first
    assert set(desk.cases.case(first).ids) == {first, second, third}
    counter.undo()
    assert desk.cases.case(third).id == second


def test_what_was_merged_on_is_not_taken_back_from_under_it(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    first, second, third = (counter.case(who) for _ in range(3))
    done = desk.links.merge(third, second)
    desk.links.merge(second, first)
    with pytest.raises(Conflict, match="changed again since"):
        desk.own_entries.undo(done)


def refusals(counter: Counter) -> list[tuple[CaseId, CaseId, str]]:
    desk, who = counter.desk, counter.customer()
    first, second, third, closed = (counter.case(who) for _ in range(4))
    theirs = counter.case(counter.customer("Opal Freeman"))
    desk.cases.close(desk.cases.case(closed), "Done.")
    desk.links.merge(third, second)
    return [
        (first, first, "Both are the same case"),
        (third, first, r"is part of #\d+ already; merge that one"),
        (first, third, r"is part of #\d+ already; merge that one"),
        (first, theirs, "are of two customers; link them"),
        (first, closed, r"is closed; open it again first, or merge it into #\d+"),
    ]


def test_what_cannot_be_merged_is_refused_with_what_to_do_and_nothing_changes(counter: Counter) -> None:
    for duplicate, survivor, sentence in refusals(counter):
        entries = counter.entries()
        with pytest.raises(NotAllowed, match=sentence):
            counter.desk.links.merge(duplicate, survivor)
        assert counter.entries() == entries


def test_a_merged_case_makes_no_moves_of_its_own(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    first, second = counter.case(who), counter.case(who)
    seen = desk.cases.case(second)
    desk.links.merge(second, first)
    late = desk.cases.at_version(seen, seen.version + 1)
    for move in (
        lambda: desk.cases.set_status(late, CaseStatus.READY),
        lambda: desk.cases.close(late, "Done."),
        lambda: desk.cases.reopen(late, "Why not."),
    ):
        with pytest.raises(NotAllowed, match=r"is part of #\d+; go there"):
            move()


def test_a_link_between_both_is_no_link_any_more_while_they_are_one(counter: Counter) -> None:
    desk, who = counter.desk, counter.customer()
    first, second, other = (counter.case(who) for _ in range(3))
    desk.links.link(first, second, LinkKind.DUPLICATE)
    desk.links.link(second, other, LinkKind.RELATED)
    desk.links.merge(second, first)
    assert [each.case_id for each in desk.cases.case(first).links] == [other]
    assert [each.case_id for each in desk.cases.case(other).links] == [first]


STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["promise", "talk", "own", "merge", "undo"])), max_size=8
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_and_taken_back_what_is_derived_is_right(
    counter: Counter, steps: list[tuple[int, str]]
) -> None:
    desk, who = counter.desk, counter.customer()
    cases = [desk.cases.open(who, CaseTyped(f"Parcel {each}", "parcel")).subject for each in range(4)]
    with derived_is_right(counter):
        for place, what in steps:
            counter.tick(HOUR / 60)
            case: Any = cases[place]
            try:
                if what == "promise":
                    desk.promises.make(who, PromiseTyped("call back tomorrow 12:00", case_id=case))
                elif what == "talk":
                    typed = ConversationTyped("Where is it?", Channel.PHONE, Direction.IN, case_id=case)
                    desk.conversations.log(who, typed)
                elif what == "own":
                    desk.duty.hand_over(case, counter.ben.id, "")
                elif what == "merge":
                    desk.links.merge(case, cases[place - 1])  # type: ignore[arg-type]
                else:
                    counter.undo()
            except (NotAllowed, Conflict, NotFound):
                continue
