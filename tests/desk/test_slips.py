"""Slips: what gets on them, and that each is kept whatever the printer does."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.due_time.wall_clock import Span
from deskui.domain.ids import CaseId, CustomerId, SlipId
from deskui.domain.order import ReferenceKind
from deskui.domain.slips.content import SlipCard, SlipPromise, SlipReference
from deskui.domain.typed import CaseTyped, PromiseTyped
from deskui.errors import BadInput, Conflict, NotFound
from deskui.store import models
from tests.desk.counter import DAY, HOUR
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.domain.ids import PromiseId
    from tests.desk.counter import Counter


WEEK = (*(((Span(time(7), time(15)),),) * 5), (), ())
"""Monday to Friday, 7 to 15."""


def promise(counter: Counter, whom: CustomerId, case: CaseId, what: str, **more: object) -> PromiseId:
    typed = PromiseTyped(what=what, case_id=case, **more)  # type: ignore[arg-type]
    return counter.desk.promises.make(whom, typed).subject  # type: ignore[return-value]


def test_a_slip_says_what_the_customer_needs(counter: Counter) -> None:
    whom = counter.customer()
    typed = CaseTyped("Missing parcel", "parcel", counter.paul.id, ((ReferenceKind.RECEIPT, "R-88213"),))
    case = CaseId(counter.desk.cases.open(whom, typed).subject)
    promise(counter, whom, case, "hub answer", due=counter.now + HOUR)
    promise(counter, whom, case, "parts", due=counter.now + 3 * HOUR, earliest=counter.now + 2 * HOUR)
    slip = counter.desk.slips.content(case)
    assert (slip.shop, slip.subject, slip.customer) == ("Alder", "Missing parcel", "Shari Caldwell")
    assert (slip.case_number, slip.code) == (1001, "#1001")
    assert slip.written == "Monday 23 November 2026, 10:42"
    assert slip.references == (SlipReference("receipt", "R-88213"),)
    assert slip.promises == (
        SlipPromise("hub answer", "by Monday 23 November 2026, 11:42"),
        SlipPromise("parts", "from Monday 23 November 2026, 12:42 to Monday 23 November 2026, 13:42"),
    )
    assert slip.card == SlipCard("Ada", "supervisor")
    assert slip.ask_for is not None
    assert slip.ask_for.name == "Paul"


def test_only_what_is_still_to_be_kept_stands_on_it_and_late_is_said(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    kept = promise(counter, whom, case, "call back", due=counter.now + HOUR)
    promise(counter, whom, case, "hub answer", due=counter.now + HOUR)
    counter.desk.promises.keep(kept)
    counter.tick(2 * HOUR)
    (late,) = counter.desk.slips.content(case).promises
    assert late == SlipPromise("hub answer", "was due Monday 23 November 2026, 11:42; not done yet")


def test_who_to_ask_is_there_at_hours_and_back_at_a_full_date(counter: Counter) -> None:
    counter.desk.duty.set_hours_of(counter.paul, WEEK)
    case = counter.case(counter.customer(), owner=counter.paul)
    asked = counter.desk.slips.content(case).ask_for
    assert asked is not None
    assert (asked.hours, asked.opens) == ("Mon-Fri 07:00-15:00", "here until Monday 23 November 2026, 15:00")
    counter.tick(5 * DAY)
    asked = counter.desk.slips.content(case).ask_for
    assert asked is not None
    assert asked.opens == "back on Monday 30 November 2026, 07:00"


def test_a_slip_is_kept_with_what_stood_on_it_then(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    then = counter.desk.slips.content(case)
    done = counter.desk.slips.keep(case, then)
    promise(counter, whom, case, "hub answer", due=counter.now + HOUR)
    (kept,) = counter.desk.slips.of_case(case)
    assert (kept.id, kept.content, kept.case_id) == (done.subject, then, case)
    assert (kept.state.made_by, kept.state.made_at, kept.state.printed_at) == ("Ada", counter.now, None)
    assert not kept.state.is_waiting
    assert done.customer_id == whom


def test_one_that_did_not_come_out_waits_until_it_does(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    slip = SlipId(counter.desk.slips.keep(case, counter.desk.slips.content(case)).subject)
    counter.desk.slips.failed(slip, "printer 192.0.2.20", "Printer 192.0.2.20 is out of paper.")
    shown = counter.desk.cases.case(case).slip
    assert shown is not None
    assert (shown.is_waiting, shown.failure) == (True, "Printer 192.0.2.20 is out of paper.")
    counter.tick(timedelta(minutes=2))
    counter.desk.slips.printed(slip, "printer 192.0.2.20")
    state = counter.desk.slips.one(slip).state
    assert (state.is_waiting, state.printed_at, state.failure) == (False, counter.now, "")


def test_the_newest_slip_comes_first(counter: Counter) -> None:
    case = counter.case(counter.customer())
    for _ in range(3):
        counter.tick(HOUR)
        counter.desk.slips.keep(case, counter.desk.slips.content(case))
    assert [each.state.id for each in counter.desk.slips.of_case(case)] == [3, 2, 1]
    assert counter.desk.cases.case(case).slip.id == 3  # type: ignore[union-attr]


def test_a_slip_can_be_taken_back_and_a_case_with_one_cannot(counter: Counter) -> None:
    case = counter.case(counter.customer())
    opened = counter.desk.own_entries.last().done
    slip = SlipId(counter.desk.slips.keep(case, counter.desk.slips.content(case)).subject)
    with pytest.raises(Conflict, match="Something has been written in that case since"):
        counter.desk.own_entries.undo(opened)
    counter.undo()
    assert counter.desk.slips.of_case(case) == ()
    with pytest.raises(NotFound, match="no longer kept"):
        counter.desk.slips.one(slip)
    counter.desk.own_entries.undo(opened)


def test_what_a_printer_did_is_no_entry_of_mine_to_take_back(counter: Counter) -> None:
    case = counter.case(counter.customer())
    kept = counter.desk.slips.keep(case, counter.desk.slips.content(case))
    counter.desk.slips.printed(SlipId(kept.subject), "printer 192.0.2.20")
    assert counter.desk.own_entries.last().done.sequence == kept.sequence


def test_each_is_one_entry_and_the_same_key_does_it_once(counter: Counter) -> None:
    case = counter.case(counter.customer())
    content, before = counter.desk.slips.content(case), counter.entries()
    first = counter.desk.slips.keep(case, content, "key")
    assert counter.desk.slips.keep(case, content, "key").repeated
    counter.desk.slips.printed(SlipId(first.subject), "printer x", "out")
    assert counter.desk.slips.printed(SlipId(first.subject), "printer x", "out").repeated
    assert counter.entries() == before + 2


@pytest.mark.parametrize("typed", ["1001", "#1001", "case 1001", " Case #1001 "])
def test_a_case_is_found_by_its_number_however_it_is_typed(counter: Counter, typed: str) -> None:
    case = counter.case(counter.customer())
    assert counter.desk.cases.numbered(typed) == case


@pytest.mark.parametrize("typed", ["", "#", "R-88213", "10 01", "１００１", "9" * 30])
def test_what_is_no_number_of_a_case_is_refused(counter: Counter, typed: str) -> None:
    with pytest.raises(BadInput, match="is not the number of a case"):
        counter.desk.cases.numbered(typed)


def test_a_case_that_is_not_there_is_said_not_to_be(counter: Counter) -> None:
    with pytest.raises(NotFound, match="no case #1999"):
        counter.desk.cases.numbered("1999")


def test_the_code_on_the_slip_finds_the_case(counter: Counter) -> None:
    """Also where customers, receipts and phones have the same digits."""
    whom = counter.customer("Somebody Else")
    counter.number(whom, "R-1001")
    mine = counter.customer()
    case = counter.case(mine)
    first = counter.desk.lookup.find(counter.desk.slips.content(case).code)[0]
    assert (first.customer_id, first.case_id, first.exact) == (mine, case, True)


def test_long_cases_take_as_many_statements_as_short_ones(counter: Counter) -> None:
    whom = counter.customer()
    counts = []
    for references in (1, 500):
        numbers = tuple((ReferenceKind.PO, f"PO {references}{each:03}") for each in range(references))
        case = CaseId(counter.desk.cases.open(whom, CaseTyped("Kitchen", references=numbers)).subject)
        for each in range(3 if references > 1 else 1):
            promise(counter, whom, case, f"call {each}", due=counter.now + HOUR)
        with watched(counter.desk.store.database) as ran:
            slip = counter.desk.slips.content(case)
            story = counter.desk.stories.of_case(case)
        counts.append(len(ran))
        assert len(slip.references) == len(story.references) == references
        assert full_scans(counter.desk.store.database, ran) == []
    assert counts[1] <= counts[0] + 3 < 48  # the first page of many numbers counts them too


def test_content_is_what_was_kept_even_when_people_and_cases_change(counter: Counter) -> None:
    case = counter.case(counter.customer(), owner=counter.paul)
    then = counter.desk.slips.content(case)
    slip = SlipId(counter.desk.slips.keep(case, then).subject)
    models.Employee.update(name="Pauline").where(models.Employee.id == counter.paul.id).execute()
    assert counter.desk.slips.one(slip).content == then
    now = counter.desk.slips.content(case)
    assert now == replace(then, ask_for=replace(then.ask_for, name="Pauline"))  # type: ignore[type-var]
