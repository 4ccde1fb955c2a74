"""Watching, linking and escalating cases, and finding similar ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus
from deskui.domain.case_history import CaseEventKind, event_words
from deskui.domain.case_work import Answer, LinkKind
from deskui.domain.due.due_list import DueGroup, DueKind, group_of
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import CaseTyped
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store.reads import similar
from tests.desk.counter import DAY, HOUR
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.case_work import Escalation
    from deskui.domain.done import Done
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.ids import CaseId, EmployeeId, EscalationId
    from tests.desk.counter import Counter


@pytest.fixture
def margaret(counter: Counter) -> EmployeeId:
    """A supervisor beside Ada, who is one too."""
    counter.desk.shop.hire(EmployeeTyped("Margaret", Role.SUPERVISOR))
    return next(each.id for each in counter.desk.shop.staff() if each.name == "Margaret")


def acting(counter: Counter, who: EmployeeId) -> None:
    counter.desk.act_as(next(each for each in counter.desk.shop.staff() if each.id == who))


def waiting(counter: Counter, kind: DueKind) -> list[DueItem]:
    return [each for each in counter.desk.due.mine() if each.kind is kind]


def raised(counter: Counter, case: CaseId) -> Escalation:
    return counter.desk.cases.case(case).escalations[0]


# --- watching ----------------------------------------------------------------------------------------


def test_a_watcher_hears_what_others_do_to_the_case_until_it_is_acknowledged(counter: Counter) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.act_as(counter.paul)
    desk.watching.watch(case)
    assert [each.name for each in desk.cases.case(case).watchers] == ["Paul"]
    assert waiting(counter, DueKind.NEWS) == []
    desk.act_as(counter.ada)
    desk.duty.hand_over(case, counter.ben.id, "Yours.")
    desk.cases.close(desk.cases.case(case), "New parcel sent.")
    assert waiting(counter, DueKind.NEWS) == []
    desk.act_as(counter.paul)
    (item,) = waiting(counter, DueKind.NEWS)
    assert group_of(item, counter.now, desk.session.zone) is DueGroup.NEWS
    assert item.news is not None
    assert [event_words(each) for each in item.news.events] == ["owner Ben", "closed: New parcel sent."]
    desk.due.settle(item)
    assert waiting(counter, DueKind.NEWS) == []
    counter.undo()
    assert len(waiting(counter, DueKind.NEWS)) == 1


def test_what_one_does_oneself_and_what_is_taken_back_is_no_news(counter: Counter) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.watching.watch(case)
    desk.cases.set_status(desk.cases.case(case), CaseStatus.READY)
    assert waiting(counter, DueKind.NEWS) == []
    desk.act_as(counter.ben)
    desk.cases.set_status(desk.cases.case(case), CaseStatus.OPEN)
    counter.undo()
    desk.act_as(counter.ada)
    assert waiting(counter, DueKind.NEWS) == []


def test_who_watches_no_more_hears_no_more(counter: Counter) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    with pytest.raises(NotAllowed, match="You do not watch case"):
        desk.watching.unwatch(case)
    desk.watching.watch(case)
    with pytest.raises(NotAllowed, match="already"):
        desk.watching.watch(case)
    desk.watching.unwatch(case)
    desk.act_as(counter.ben)
    desk.cases.close(desk.cases.case(case), "Done.")
    desk.act_as(counter.ada)
    assert waiting(counter, DueKind.NEWS) == []
    counter_entry = desk.own_entries.last()
    desk.own_entries.undo(counter_entry.done)
    assert [each.name for each in desk.cases.case(case).watchers] == ["Ada"]


def test_only_the_watcher_acknowledges_their_news(counter: Counter) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    watch = desk.watching.watch(case)
    row = desk.cases.case(case).watchers[0].id
    assert watch.subject == case
    desk.act_as(counter.ben)
    with pytest.raises(NotAllowed, match="Only whoever watches"):
        desk.watching.seen(row)


# --- escalating --------------------------------------------------------------------------------------


def test_it_stands_in_the_supervisors_list_and_in_the_case_until_it_is_answered(
    counter: Counter, margaret: EmployeeId
) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.act_as(counter.ben)
    desk.escalations.escalate(case, margaret, "Wants the whole amount back.")
    assert raised(counter, case).answered_at is None
    acting(counter, margaret)
    (item,) = waiting(counter, DueKind.ESCALATION)
    assert group_of(item, counter.now, desk.session.zone) is DueGroup.ESCALATED
    with pytest.raises(NotAllowed, match="wants an answer"):
        desk.due.settle(item)
    counter.tick(HOUR)
    desk.escalations.answer(raised(counter, case).id, "Give it back, on my word.")
    assert waiting(counter, DueKind.ESCALATION) == []
    desk.act_as(counter.ben)
    (news,) = waiting(counter, DueKind.NEWS)
    assert news.news is not None
    assert [event_words(each) for each in news.news.events] == ["answered: Give it back, on my word."]
    told = [(each.kind, each.by, each.words) for each in desk.cases.history(case)]
    assert told[1:] == [
        (CaseEventKind.ESCALATED, "Ben", "Wants the whole amount back."),
        (CaseEventKind.ANSWERED, "Margaret", "Give it back, on my word."),
    ]


def test_taking_over_makes_the_supervisor_its_owner_and_is_taken_back_whole(
    counter: Counter, margaret: EmployeeId
) -> None:
    desk, case = counter.desk, counter.case(counter.customer(), owner=counter.ben)
    desk.escalations.escalate(case, margaret, "Too much for me.")
    before = desk.cases.case(case)
    acting(counter, margaret)
    desk.escalations.take_over(raised(counter, case).id, "Mine now.")
    after = desk.cases.case(case)
    assert (after.owner, after.escalations[0].answer) == ("Margaret", Answer.TAKEN_OVER)
    kinds = [each.kind for each in desk.cases.history(case)]
    assert kinds == [CaseEventKind.OPENED, CaseEventKind.ESCALATED, CaseEventKind.ANSWERED]
    counter.undo()
    again = desk.cases.case(case)
    assert (again.owner, again.escalations[0].answer) == (before.owner, None)


def test_handing_back_leaves_the_owner(counter: Counter, margaret: EmployeeId) -> None:
    desk, case = counter.desk, counter.case(counter.customer(), owner=counter.ben)
    desk.escalations.escalate(case, margaret, "Too much for me.")
    acting(counter, margaret)
    desk.escalations.hand_back(raised(counter, case).id, "You may decide that alone.")
    assert (desk.cases.case(case).owner, raised(counter, case).answer) == ("Ben", Answer.HANDED_BACK)


def test_clerks_outsiders_and_oneself_cannot_be_chosen(counter: Counter, margaret: EmployeeId) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.shop.hire(EmployeeTyped("Rosa", Role.EXPEDITER))
    staff = {each.name: each.id for each in desk.shop.staff()}
    assert [each.id for each in desk.escalations.supervisors()] == [margaret]
    entries = counter.entries()
    for name in ("Ben", "Rosa", "Ada"):
        with pytest.raises(NotAllowed, match="another supervisor of the shop only"):
            desk.escalations.escalate(case, staff[name], "Why not.")
    with pytest.raises(BadInput, match="The reason is empty"):
        desk.escalations.escalate(case, margaret, " ")
    assert counter.entries() == entries


def test_one_supervisor_at_a_time_and_no_closed_case(counter: Counter, margaret: EmployeeId) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.act_as(counter.ben)
    desk.escalations.escalate(case, margaret, "Too much for me.")
    with pytest.raises(NotAllowed, match="waits for Margaret already"):
        desk.escalations.escalate(case, counter.ada.id, "Still.")
    other = counter.case(counter.customer())
    desk.cases.close(desk.cases.case(other), "Done.")
    with pytest.raises(NotAllowed, match="is closed; open it again first"):
        desk.escalations.escalate(other, margaret, "Still.")


ANSWERS = {
    "take over": lambda counter, row: counter.desk.escalations.take_over(row),
    "answer": lambda counter, row: counter.desk.escalations.answer(row, "So be it."),
    "hand back": lambda counter, row: counter.desk.escalations.hand_back(row, "So be it."),
}


@pytest.mark.parametrize("how", ANSWERS.values(), ids=ANSWERS)
def test_only_supervisors_answer_and_only_once(
    counter: Counter, margaret: EmployeeId, how: Callable[[Counter, EscalationId], Done]
) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.escalations.escalate(case, margaret, "Too much for me.")
    row = raised(counter, case).id
    desk.act_as(counter.ben)
    with pytest.raises(NotAllowed, match="escalated to Margaret; only a supervisor"):
        how(counter, row)
    desk.act_as(counter.ada)  # stands in for her
    how(counter, row)
    acting(counter, margaret)
    with pytest.raises(NotAllowed, match="Ada has answered that already"):
        how(counter, row)


def test_a_case_that_was_escalated_is_not_taken_back_from_under_it(counter: Counter, margaret: EmployeeId) -> None:
    desk, who = counter.desk, counter.customer()
    opened = desk.cases.open(who, CaseTyped("Missing parcel"))
    desk.escalations.escalate(opened.subject, margaret, "Too much for me.")  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="Something has been written in that case since"):
        desk.own_entries.undo(opened)


# --- linking -----------------------------------------------------------------------------------------


def test_linked_cases_show_each_other_also_those_of_another_customer(counter: Counter) -> None:
    desk = counter.desk
    first, second = counter.case(counter.customer()), counter.case(counter.customer("Opal Freeman"))
    desk.links.link(first, second, LinkKind.RELATED)
    (there,), (back,) = desk.cases.case(first).links, desk.cases.case(second).links
    assert (there.case_id, there.customer, there.status) == (second, "Opal Freeman", CaseStatus.OPEN)
    assert (back.case_id, back.customer) == (first, "Shari Caldwell")
    with pytest.raises(NotAllowed, match="are linked already"):
        desk.links.link(second, first, LinkKind.DUPLICATE)
    with pytest.raises(NotAllowed, match="Both are case"):
        desk.links.link(first, first, LinkKind.RELATED)
    desk.links.unlink(desk.cases.case(second), back.id)
    assert desk.cases.case(first).links == ()
    with pytest.raises(NotFound, match="no longer there"):
        desk.links.unlink(desk.cases.case(second), back.id)
    counter.undo()
    assert len(desk.cases.case(first).links) == 1


@pytest.mark.parametrize(("typed", "sentence"), [("PO 7", "Type the number of a case"), ("99999", "no case #99999")])
def test_a_number_that_no_case_has_is_refused(counter: Counter, typed: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        counter.desk.links.numbered(typed)


# --- similar ones ------------------------------------------------------------------------------------


def opened(counter: Counter, subject: str, kind: str, number: str = "") -> CaseId:
    who = counter.customer(f"Customer {counter.entries()}")
    case: CaseId = counter.desk.cases.open(who, CaseTyped(subject, kind)).subject  # type: ignore[assignment]
    if number:
        counter.order(who, number, "Dishwasher AF 1008")
        counter.number(who, number, case=case)
    return case


def test_the_nearest_shares_product_kind_and_rare_words_and_says_so(counter: Counter) -> None:
    wanted = opened(counter, "Dishwasher leaks at the door", "repair", "R-1")
    product = opened(counter, "Stopped in the middle", "refund", "R-2")
    both = opened(counter, "Leaks", "repair", "R-3")
    kind = opened(counter, "Clock is late", "repair")
    opened(counter, "Missing parcel", "parcel")
    found = counter.desk.links.similar(counter.desk.cases.case(wanted))
    assert [each.case.id for each in found] == [both, product, kind]
    assert [each.shares for each in found] == [
        ("same product", "same kind", "leaks"),
        ("same product",),
        ("same kind",),
    ]


def test_a_similar_one_says_how_it_ended_and_of_merged_ones_only_what_is_left_is_found(counter: Counter) -> None:
    desk, wanted = counter.desk, opened(counter, "Leaks", "repair")
    who = counter.customer()
    first, second = counter.case(who, "repair"), counter.case(who, "repair")
    desk.links.merge(second, first)
    counter.tick(2 * DAY)
    desk.cases.close(desk.cases.case(first), "New seal.")
    (found,) = desk.links.similar(desk.cases.case(wanted))
    assert (found.case.id, found.case.outcome, found.customer) == (first, "New seal.", "Shari Caldwell")
    assert found.case.closed_at is not None
    assert (found.case.closed_at - found.case.opened_at).days == 2


def test_however_many_there_are_few_are_read_and_by_indexes(counter: Counter) -> None:
    wanted = opened(counter, "Leaks", "repair", "R-1")
    who = counter.customer()
    for _ in range(30):
        counter.case(who, "repair")
    with watched(counter.desk.store.database) as ran:
        found = similar.to_case(wanted, [wanted])
    assert len(found) == similar.LISTED
    assert len(ran) == 2 + len(("repair", "leaks", "dishwasher"))
    assert full_scans(counter.desk.store.database, ran) == []


def test_news_and_history_are_read_by_indexes(counter: Counter, margaret: EmployeeId) -> None:
    desk, case = counter.desk, counter.case(counter.customer())
    desk.watching.watch(case)
    desk.act_as(counter.ben)
    desk.escalations.escalate(case, margaret, "Too much for me.")
    desk.act_as(counter.ada)
    with watched(desk.store.database) as ran:
        assert len(desk.watching.news()) == 1
        assert len(desk.cases.history(case)) == 2
        desk.cases.case(case)
    assert len(ran) < 30
    assert full_scans(desk.store.database, ran) == []
