"""What was promised, told and noted in the stories is there, through the desk."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from deskui.demo.calendar import Calendar
from deskui.demo.shop import make_demo
from deskui.demo.staff import ACTING, DESK, ZONE
from deskui.desk.opening import open_desk
from deskui.domain.due.due_list import DueGroup, DueKind, Share, grouped
from deskui.domain.moments import near_words
from deskui.domain.promises.standing import Outcome
from deskui.domain.told.statement import StatementState
from deskui.store import models
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.desk import Desk
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.ids import CustomerId
    from deskui.store.store import Store

DENVER = ZoneInfo(ZONE)


@pytest.fixture
def desk(demo_url: str) -> Iterator[Desk]:
    with closing(open_desk(demo_url, desk_name=DESK, employee=ACTING, clock=lambda: NOW)) as opened:
        yield opened


def who(desk: Desk, typed: str) -> CustomerId:
    return desk.lookup.find(typed)[0].customer_id


def due(desk: Desk, *, mine: bool) -> dict[DueGroup, tuple[DueItem, ...]]:
    return dict(grouped(desk.due.list(desk.session.employee if mine else None), NOW, DENVER))


def test_shari_was_not_called_back_and_the_hub_answers_a_day_later_than_first_said(desk: Desk) -> None:
    call, answer = desk.promises.of_customer(who(desk, "shari caldwell"))
    assert (call.promise.what, call.promise.made_by, call.standing.outcome) == ("call back", "Paul", Outcome.BROKEN)
    assert near_words(call.standing.due, NOW, DENVER) == "Wed 17:00"
    assert (answer.promise.what, answer.standing.outcome) == ("hub answer", Outcome.OPEN)
    assert near_words(answer.standing.due, NOW, DENVER) == "Mon 12:00"
    assert answer.first_said == "first said Fri 12:00, moved 1x"
    assert [entry.reason for entry in answer.entries] == ["the hub has not found it yet"]


def test_shari_was_told_one_thing_by_ben_and_another_by_paul(desk: Desk) -> None:
    shari = who(desk, "shari caldwell")
    assert {(each.text, each.said_by) for each in desk.told.standing(shari)} == {
        ("hub answers by Mon 12:00", "Paul"),
        ("claim form explained", "Paul"),
    }
    first, later = (each for each in reversed(desk.told.history(shari)) if each.topic == "hub answer")
    assert (first.said_by, first.state, later.corrects) == ("Ben", StatementState.CORRECTED, first.id)
    assert later.conversation_id is not None


def test_the_one_whom_shari_asks_for_is_there_until_five(desk: Desk) -> None:
    paul = next(each for each in desk.shop.staff() if each.name == "Paul")
    on, until = desk.duty.on_duty(paul)
    assert on
    assert until is not None
    assert near_words(until, NOW, DENVER) == "today 17:00"


def test_harold_got_six_dates_from_six_people_and_none_was_kept(desk: Desk) -> None:
    harold = who(desk, "prewitt harold")
    (delivery,) = desk.promises.of_customer(harold)
    assert (delivery.standing.outcome, delivery.standing.moved) == (Outcome.BROKEN, 5)
    assert len({delivery.promise.made_by, *(entry.by for entry in delivery.entries)}) == 6
    assert all(entry.reason and entry.told for entry in delivery.entries)
    dates = desk.told.history(harold)
    assert len(dates) == 7
    assert all(later.corrects == earlier.id for later, earlier in pairwise(dates))
    assert len({each.text for each in dates}) == 7


def test_marguerite_was_called_two_hours_early(desk: Desk) -> None:
    (call,) = desk.promises.of_customer(who(desk, "marguerite"))
    assert call.standing.outcome is Outcome.KEPT_EARLY
    assert call.standing.settled_at == call.standing.due - timedelta(hours=2)


def test_somebody_was_let_off_and_something_else_was_promised_instead(desk: Desk) -> None:
    (fixed,) = desk.promises.of_customer(who(desk, "simone hargrove"))
    assert fixed.standing.outcome is Outcome.RELEASED
    outcomes = {each.standing.outcome for each in desk.promises.of_customer(who(desk, "rowan sinclair"))}
    assert outcomes == {Outcome.SUPERSEDED, Outcome.KEPT_ON_TIME}


def test_the_day_of_the_one_at_the_desk_can_be_read_at_a_glance(desk: Desk) -> None:
    counts = desk.due.counts()
    assert counts.due_today == Share(2, 3)
    assert counts.overdue == Share(1, 4)
    assert counts.we_owe == Share(1, 4)
    mine = due(desk, mine=True)
    assert [item.customer for item in mine[DueGroup.OVERDUE]] == ["Desmond Kiplagat"]
    today = {(item.kind, item.customer) for item in mine[DueGroup.TODAY]}
    assert today == {
        (DueKind.CALL, "Tallulah Reed"),
        (DueKind.PROMISE, "Anselm Kirchhoff"),
        (DueKind.FOLLOW_UP, "Imani Brooks"),
    }
    everybody = due(desk, mine=False)
    assert set(everybody) >= {DueGroup.OVERDUE, DueGroup.TODAY, DueGroup.TOMORROW, DueGroup.LATER}
    assert sum(map(len, everybody.values())) < 30


def test_a_case_waits_to_be_acknowledged(desk: Desk) -> None:
    (given,) = desk.duty.waiting()
    assert (given.subject, given.giver, given.receiver) == ("Lamps late", "Ben", ACTING)
    assert "lamps left on Thursday" in given.note


@pytest.mark.parametrize("kind", ["answer", "call back", "delivery", "pickup", "something else"])
def test_the_advisor_knows_enough_of_every_kind(desk: Desk, kind: str) -> None:
    found = desk.promises.advice(kind)
    assert found is not None
    advice, _ = found
    assert advice.finished >= 8
    assert 0 < advice.halfway <= advice.within < 80


def test_what_is_promised_often_is_kept_and_sometimes_late(desk: Desk) -> None:
    outcomes = [each.standing.outcome for each in desk.promises.of_customer(who(desk, "thorvaldsen"))]
    assert len(outcomes) == 46
    assert 0 < outcomes.count(Outcome.KEPT_LATE) < 12
    assert all(outcome.startswith("kept") for outcome in outcomes)


def test_a_visit_belongs_to_what_was_said_in_it(demo: Store) -> None:
    visit, talk = models.Visit, models.Conversation
    query = visit.select(visit.opened_at, visit.ended_at, visit.how, talk.at, talk.minutes).join(talk).tuples()
    visits = list(query)
    assert len(visits) > 20
    for opened, ended, how, at, minutes in visits:
        assert (opened, ended, how) == (at, at + timedelta(minutes=minutes), "wrapped up")
        assert ended <= NOW


@pytest.mark.parametrize("days", range(7))
def test_the_words_name_the_right_day_whenever_the_shop_is_made(url: str, days: int) -> None:
    now = NOW + timedelta(days=days)
    make_demo(url, now=now)
    with closing(open_desk(url, desk_name=DESK, employee=ACTING, clock=lambda: now)) as desk:
        standing = {each.topic: each for each in desk.told.standing(who(desk, "shari caldwell"))}
        answer = standing["hub answer"]
        assert answer.date is not None
        assert answer.text == f"hub answers by {answer.date.astimezone(DENVER):%a} 12:00"
        assert len(desk.promises.of_customer(who(desk, "prewitt harold"))) == 1
        assert desk.due.counts().overdue.mine == 1


def test_days_are_named_in_full_short_and_by_number() -> None:
    calendar = Calendar(NOW, DENVER)
    assert calendar.today == date(2026, 11, 22)
    assert calendar.tell("{weekday 0}, {day -1}, the {nth 0}, {nth 21}, {nth 20}, {nth 11}") == (
        "Sunday, Mon, the 22nd, 1st, 2nd, 11th"
    )
    assert calendar.tell("{} {day} {weekday x} [nth 3]") == "{} {day} {weekday x} [nth 3]"
