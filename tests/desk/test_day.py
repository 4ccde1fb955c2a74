"""Visits, the wrap-up, follow-ups and duty: what fills the day at the counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.desk.conversations import parse_minutes
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.typed import ConversationTyped, FollowUpTyped, PromiseTyped, StatementTyped, WrapUpTyped
from deskui.domain.visit import VisitEnd
from deskui.domain.working_hours.hours import Span
from deskui.errors import BadInput, Conflict, DeskError, NotAllowed
from deskui.store import models
from deskui.store.reads import visits
from tests.desk.counter import DAY, HOUR
from tests.store.spying import watched

if TYPE_CHECKING:
    from tests.desk.counter import Counter

MINUTE = timedelta(minutes=1)
TALK = ConversationTyped("Asked about the parcel", Channel.PHONE, Direction.IN, True, Mood.BAD)
FULL = WrapUpTyped(
    TALK,
    (StatementTyped("hub", "answers Friday"), StatementTyped("claim form", "explained")),
    PromiseTyped("call back tomorrow noon", kind="call back"),
    FollowUpTyped("ask how the computer does", date(2026, 12, 7)),
    "ask the hub",
)


def test_a_wrap_up_is_one_transaction_and_one_entry(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    counter.desk.visits.open(whom)
    counter.tick(7 * MINUTE)
    entries = counter.entries()
    with watched(counter.desk.store.database) as ran:
        typed = replace(FULL, conversation=replace(TALK, case_id=case))
        done = counter.desk.wrap_up.finish(whom, typed, "one key")
    assert ran.transactions == ["BEGIN to write", "COMMIT"]
    assert counter.entries() == entries + 1
    view = counter.desk.customers.view(whom)
    talk = view.conversations.rows[0]
    assert (talk.id, talk.minutes, talk.next_step, talk.case_id) == (done.subject, 7, "ask the hub", case)
    assert {(each.conversation_id, each.case_id) for each in view.told} == {(talk.id, case)}
    assert view.case is not None
    assert [each.promise.conversation_id for each in view.case.promises] == [talk.id]
    assert [(each.what, each.due_on, each.case_id) for each in view.follow_ups] == [
        ("ask how the computer does", date(2026, 12, 7), case)
    ]
    assert view.visit is None
    assert visits.visit(1).how is VisitEnd.WRAPPED_UP  # type: ignore[arg-type]
    assert counter.desk.wrap_up.finish(whom, typed, "one key").repeated
    assert counter.entries() == entries + 1


@pytest.mark.parametrize(
    "typed",
    [
        replace(FULL, promise=PromiseTyped("call back some day")),
        replace(FULL, told=(*FULL.told, StatementTyped("", "x"))),
        replace(FULL, follow_up=FollowUpTyped("ask", date(2026, 11, 22))),
        replace(FULL, conversation=ConversationTyped("")),
        replace(FULL, next_step="\x1b"),
        replace(FULL, promise=replace(FULL.promise, case_id=99)),
    ],
)
def test_a_wrap_up_is_all_or_nothing(counter: Counter, typed: WrapUpTyped) -> None:
    whom = counter.customer()
    counter.desk.visits.open(whom)
    entries = counter.entries()
    with pytest.raises(DeskError):
        counter.desk.wrap_up.finish(whom, typed)
    for table in (models.Conversation, models.Statement, models.Promise, models.FollowUp, models.OpenPromise):
        assert table.select().count() == 0
    assert counter.desk.visits.current() is not None
    assert counter.entries() == entries


def test_a_wrap_up_is_taken_back_whole(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.visits.open(whom)
    before = counter.desk.customers.view(whom)
    counter.desk.wrap_up.finish(whom, FULL)
    counter.undo()
    after = counter.desk.customers.view(whom)
    assert after.visit is not None
    assert before.visit is not None
    assert replace(after, visit=replace(after.visit, version=before.visit.version)) == before
    assert counter.desk.due.list() == ()


def test_a_wrap_up_that_corrects_itself_is_taken_back_whole(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.visits.open(whom)
    told = (StatementTyped("hub", "answers Friday"), StatementTyped("hub", "answers Monday"))
    counter.desk.wrap_up.finish(whom, replace(FULL, told=told))
    counter.undo()
    assert counter.desk.told.standing(whom) == ()


def test_a_contact_is_no_longer_than_a_day_however_long_the_visit_was_left_open(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.visits.open(whom)
    counter.tick(3 * DAY)
    counter.desk.wrap_up.finish(whom, replace(FULL, promise=None))
    assert counter.desk.customers.view(whom).conversations.rows[0].minutes == 24 * 60


def test_a_wrap_up_of_somebody_else_leaves_the_visit_alone(counter: Counter) -> None:
    one, other = counter.customer(), counter.customer("Opal Freeman")
    visit = counter.desk.visits.open(one).subject
    counter.tick(7 * MINUTE)
    counter.desk.wrap_up.finish(other, FULL)
    assert counter.desk.customers.view(other).conversations.rows[0].minutes == 0
    goes_on = counter.desk.visits.current()
    assert goes_on is not None
    assert goes_on.id == visit


@pytest.mark.parametrize(("typed", "minutes"), [("", 0), (" 7 ", 7), ("1440", 1440)])
def test_minutes_are_read_up_to_a_day(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["1441", "-1", "1.5", "seven", "٧"])
def test_minutes_that_are_no_whole_number_or_more_than_a_day_are_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="whole number from 0 to 1440"):
        parse_minutes(typed)


def test_a_visit_goes_on_or_ends_when_another_begins(counter: Counter) -> None:
    one, other = counter.customer(), counter.customer("Opal Freeman")
    first = counter.desk.visits.open(one).subject
    counter.tick(3 * MINUTE)
    assert counter.desk.visits.open(one).subject == first
    visit = counter.desk.visits.current()
    assert visit is not None
    assert visit.length(counter.now) == 3 * MINUTE
    second = counter.desk.visits.open(other).subject
    assert visits.visit(first).how is VisitEnd.LEFT  # type: ignore[arg-type]
    assert counter.desk.customers.view(one).visit is None
    assert counter.desk.customers.view(other).visit == counter.desk.visits.current()
    counter.desk.visits.end(second, VisitEnd.LEFT)  # type: ignore[arg-type]
    assert counter.desk.visits.current() is None
    with pytest.raises(NotAllowed, match="ended already"):
        counter.desk.visits.end(second, VisitEnd.LEFT)  # type: ignore[arg-type]


def test_visits_left_open_by_a_crash_are_closed_when_something_was_last_written(counter: Counter) -> None:
    whom = counter.customer()
    row = counter.desk.visits.open(whom).subject
    counter.tick(5 * MINUTE)
    counter.desk.told.say(whom, StatementTyped("hub", "Monday"))
    counter.tick(3 * DAY)
    session = counter.desk.session
    counter.desk.post.session = replace(session, desk="Desk 2")
    assert counter.desk.visits.close_abandoned() == 0
    counter.desk.post.session = session
    assert counter.desk.visits.close_abandoned() == 1
    visit = visits.visit(row)  # type: ignore[arg-type]
    assert (visit.how, visit.length(counter.now)) == (VisitEnd.ABANDONED, 5 * MINUTE)
    entries = counter.entries()
    assert counter.desk.visits.close_abandoned() == 0
    assert counter.entries() == entries


@pytest.mark.parametrize(("written", "started", "lasted"), [(5, 3, 3), (5, 60, 5), (0, -5, 0)])
def test_a_visit_left_open_ends_neither_before_it_began_nor_after_the_next_start(
    counter: Counter, written: int, started: int, lasted: int
) -> None:
    whom, began = counter.customer(), counter.now
    row = counter.desk.visits.open(whom).subject
    counter.now = began + written * MINUTE
    counter.desk.told.say(whom, StatementTyped("hub", "Monday"))
    counter.now = began + started * MINUTE
    counter.desk.visits.close_abandoned()
    assert visits.visit(row).length(counter.now) == lasted * MINUTE  # type: ignore[arg-type]


def test_what_was_written_at_another_desk_says_nothing_of_a_visit_left_open_here(counter: Counter) -> None:
    whom, here = counter.customer(), counter.desk.session
    row = counter.desk.visits.open(whom).subject
    counter.tick(5 * MINUTE)
    counter.desk.post.session = replace(here, desk="Desk 2")
    counter.desk.told.say(whom, StatementTyped("hub", "Monday"))
    counter.desk.post.session = here
    counter.desk.visits.close_abandoned()
    assert visits.visit(row).length(counter.now) == 0 * MINUTE  # type: ignore[arg-type]


def test_a_follow_up_is_added_moved_settled_and_taken_back(counter: Counter) -> None:
    whom = counter.customer()
    tasks = counter.desk.follow_ups
    row = tasks.add(whom, FollowUpTyped("ask how it does", counter.day("fri"), counter.ben.id)).subject
    (task,) = tasks.of_customer(whom)
    assert (task.owner, task.due_on) == ("Ben", date(2026, 11, 27))
    tasks.move(task.id, task.version, "in 2 weeks")
    with pytest.raises(Conflict):
        tasks.settle(task.id, task.version)
    (task,) = tasks.of_customer(whom)
    tasks.settle(task.id, task.version, "does well")
    assert tasks.of_customer(whom) == ()
    for _ in range(2):
        counter.undo()
    assert tasks.of_customer(whom)[0].due_on == date(2026, 11, 27)
    counter.undo()
    assert tasks.of_customer(whom) == ()
    for due in ("", "yesterday", "blue"):
        with pytest.raises(BadInput):
            tasks.move(task.id, task.version, due)
    with pytest.raises(BadInput, match="has passed"):
        tasks.add(whom, FollowUpTyped("ask", date(2026, 11, 22)))
    assert row


def test_on_duty_hangs_on_hours_holidays_and_the_switch(counter: Counter) -> None:
    duty, closes = counter.desk.duty, datetime(2026, 11, 24, 1, tzinfo=UTC)
    assert duty.on_duty(counter.ben) == (True, closes)
    duty.set_hours_of(counter.ben, ((Span(time(12), time(17)),),) * 5 + ((), ()))
    ben = counter.desk.shop.staff()[1]
    assert duty.on_duty(ben) == (False, datetime(2026, 11, 23, 19, tzinfo=UTC))
    assert duty.on_duty(ben, counter.now + 2 * HOUR) == (True, datetime(2026, 11, 24, 0, tzinfo=UTC))
    duty.switch(ben, False)
    assert duty.on_duty(counter.desk.shop.staff()[1], counter.now + 2 * HOUR) == (False, None)
    week = ((Span(time(9), time(18)),),) * 6 + ((),)
    duty.set_hours(week, [date(2026, 11, 23)])
    assert duty.on_duty(counter.paul) == (False, datetime(2026, 11, 24, 16, tzinfo=UTC))
    with pytest.raises(BadInput, match="no hours"):
        duty.set_hours(((),) * 7)


def test_a_holiday_of_the_desk_is_one_for_those_with_hours_of_their_own_too(counter: Counter) -> None:
    duty = counter.desk.duty
    duty.set_hours_of(counter.ben, ((Span(time(9), time(12)),),) * 7)
    duty.set_hours(((Span(time(9), time(18)),),) * 7, [date(2026, 11, 23)])
    assert duty.on_duty(counter.desk.shop.staff()[1]) == (False, datetime(2026, 11, 24, 16, tzinfo=UTC))


def test_switching_oneself_twice_is_no_conflict(counter: Counter) -> None:
    for present in (False, True):
        employee = counter.desk.session.employee
        assert employee is not None
        counter.desk.duty.switch(employee, present)
    assert counter.desk.session.employee is not None
    assert counter.desk.session.employee.present


def test_a_case_is_handed_over_with_a_note_that_its_receiver_acknowledges(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("fri"), case_id=case))
    counter.desk.promises.make(whom, PromiseTyped("hub answer fri 5pm", case_id=case))
    counter.desk.duty.hand_over(case, counter.ben.id, "She prefers text.")
    shown = counter.desk.cases.case(case)
    assert shown.owner == "Ben"
    assert shown.hand_over is not None
    assert (shown.hand_over.giver, shown.hand_over.note) == ("Ada", "She prefers text.")
    assert len(counter.desk.due.list(counter.ben)) == 2
    assert counter.desk.due.list(counter.ada) == ()
    with pytest.raises(NotAllowed, match="only they"):
        counter.desk.duty.acknowledge(shown.hand_over.id)
    with pytest.raises(NotAllowed, match="Ben's already"):
        counter.desk.duty.hand_over(case, counter.ben.id, "")
    counter.desk.act_as(counter.ben)
    assert counter.desk.duty.waiting() == (shown.hand_over,)
    counter.desk.duty.acknowledge(shown.hand_over.id)
    assert counter.desk.duty.waiting() == ()
    assert counter.desk.cases.case(case).hand_over is None


def test_a_hand_over_is_taken_back(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom)
    before = counter.desk.cases.case(case)
    counter.desk.duty.hand_over(case, counter.ben.id, "")
    counter.undo()
    assert replace(counter.desk.cases.case(case), version=before.version) == before


def test_all_of_a_colleague_is_handed_over_at_once(counter: Counter) -> None:
    whom = counter.customer()
    cases = [counter.case(whom) for _ in range(3)]
    counter.desk.cases.close(counter.desk.cases.case(cases[0]), "Done.")
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask", counter.day("fri")))
    entries = counter.entries()
    assert counter.desk.duty.hand_over_all(counter.ada.id, counter.paul.id, "on leave").subject == 2
    assert counter.entries() == entries + 1
    assert [counter.desk.cases.case(each).owner for each in cases] == ["Ada", "Paul", "Paul"]
    assert [each.owner for each in counter.desk.follow_ups.of_customer(whom)] == ["Paul"]
    with pytest.raises(NotAllowed, match="nothing to hand over"):
        counter.desk.duty.hand_over_all(counter.ada.id, counter.paul.id, "")
    with pytest.raises(NotAllowed, match="same person"):
        counter.desk.duty.hand_over_all(counter.ada.id, counter.ada.id, "")
