"""Which moves a case may make: the whole table, both ways, and what is kept of how it ended."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus, Priority
from deskui.domain.case_history import CaseEventKind
from deskui.domain.typed import PromiseTyped
from deskui.errors import BadInput, Conflict, NotAllowed

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.ids import CaseId
    from tests.desk.counter import Counter

WORKING = [each for each in CaseStatus if each is not CaseStatus.CLOSED]
LEGAL = {(old, new) for old in WORKING for new in CaseStatus if old is not new}
"""Written out by hand: from each working status anywhere else, and from closed nowhere by a mere move."""


def case_in(counter: Counter, status: CaseStatus) -> Case:
    cases = counter.desk.cases
    case = cases.case(counter.case(counter.customer()))
    if status is CaseStatus.CLOSED:
        cases.close(case, "New parcel sent.")
    elif status is not CaseStatus.OPEN:
        cases.set_status(case, status)
    return cases.case(case.id)


def moved(counter: Counter, case: Case, status: CaseStatus) -> None:
    if status is CaseStatus.CLOSED:
        counter.desk.cases.close(case, "Again.")
    else:
        counter.desk.cases.set_status(case, status)


@pytest.mark.parametrize(("old", "new"), list(product(CaseStatus, CaseStatus)), ids=str)
def test_a_case_moves_where_it_may_and_nowhere_else(counter: Counter, old: CaseStatus, new: CaseStatus) -> None:
    case = case_in(counter, old)
    entries = counter.entries()
    if (old, new) in LEGAL:
        moved(counter, case, new)
        assert counter.desk.cases.case(case.id).status is new
        return
    with pytest.raises((NotAllowed, BadInput)) as refused:
        moved(counter, case, new)
    assert refused.value.sentence.endswith(".")
    assert (counter.desk.cases.case(case.id), counter.entries()) == (case, entries)


def test_what_somebody_else_closed_is_not_moved_by_who_chooses_again_without_looking(counter: Counter) -> None:
    seen = case_in(counter, CaseStatus.OPEN)
    counter.desk.cases.close(seen, "New parcel sent.")
    with pytest.raises(Conflict) as conflict:
        counter.desk.cases.set_status(seen, CaseStatus.READY)
    again = counter.desk.cases.at_version(seen, int(str(conflict.value.theirs["version"])))
    with pytest.raises(NotAllowed, match="is closed and cannot become ready; open it again first"):
        counter.desk.cases.set_status(again, CaseStatus.READY)


def test_opening_again_needs_a_reason_and_a_closed_case(counter: Counter) -> None:
    case = case_in(counter, CaseStatus.CLOSED)
    with pytest.raises(BadInput, match="Say why to open the case again"):
        counter.desk.cases.set_status(case, CaseStatus.OPEN)
    with pytest.raises(BadInput, match="The reason is empty"):
        counter.desk.cases.reopen(case, " ")
    ready = case_in(counter, CaseStatus.READY)
    with pytest.raises(NotAllowed, match="is ready, not closed"):
        counter.desk.cases.reopen(ready, "It came back.")


def test_how_it_ended_before_stays_readable_when_it_is_opened_and_closed_again(counter: Counter) -> None:
    cases, case = counter.desk.cases, case_in(counter, CaseStatus.CLOSED)
    cases.reopen(case, "The new one is lost too.")
    case = cases.case(case.id)
    assert (case.status, case.closed_at, case.reason) == (CaseStatus.OPEN, None, "The new one is lost too.")
    cases.close(case, "Money back.")
    told = [(each.kind, each.words) for each in cases.history(case.id)]
    assert told == [
        (CaseEventKind.OPENED, "Missing parcel"),
        (CaseEventKind.CLOSED, "New parcel sent."),
        (CaseEventKind.REOPENED, "The new one is lost too."),
        (CaseEventKind.CLOSED, "Money back."),
    ]


def test_a_move_taken_back_is_no_part_of_its_history(counter: Counter) -> None:
    cases, case = counter.desk.cases, case_in(counter, CaseStatus.OPEN)
    cases.set_status(case, CaseStatus.READY)
    counter.undo()
    assert [each.kind for each in cases.history(case.id)] == [CaseEventKind.OPENED]
    assert cases.case(case.id).status is CaseStatus.OPEN


def test_priority_and_status_are_one_entry_and_both_are_told(counter: Counter) -> None:
    cases, case = counter.desk.cases, case_in(counter, CaseStatus.OPEN)
    entries = counter.entries()
    cases.set_status(case, CaseStatus.READY, priority=Priority.URGENT)
    assert counter.entries() == entries + 1
    case = cases.case(case.id)
    assert (case.status, case.priority) == (CaseStatus.READY, Priority.URGENT)
    told = [(each.kind, each.after) for each in cases.history(case.id)]
    assert told[1:] == [(CaseEventKind.STATUS, "ready"), (CaseEventKind.PRIORITY, "urgent")]
    with pytest.raises(NotAllowed, match="is urgent already"):
        cases.set_priority(case, Priority.URGENT)
    cases.set_priority(case, Priority.LOW)
    counter.undo()
    assert cases.case(case.id).priority is Priority.URGENT


def test_the_kinds_used_before_are_offered_the_most_frequent_first_in_one_spelling(counter: Counter) -> None:
    who = counter.customer()
    for kind in ("Repair", "repair", "repair", "delivery", ""):
        counter.case(who, kind)
    assert counter.desk.cases.kinds() == ("repair", "delivery")


def test_priority_orders_what_is_due_within_a_day_and_no_further(counter: Counter) -> None:
    desk = counter.desk
    who = counter.customer()
    usual, urgent = counter.case(who), counter.case(who)
    desk.cases.set_priority(desk.cases.case(urgent), Priority.URGENT)

    def promise(what: str, case: CaseId) -> None:
        desk.promises.make(who, PromiseTyped(what, case_id=case))

    promise("ring them 12:00", usual)
    promise("send it 17:00", urgent)
    promise("fetch it tomorrow 9:00", usual)
    promise("pack it tomorrow 10:00", urgent)
    assert [each.what for each in desk.due.list()] == ["send it", "ring them", "pack it", "fetch it"]
