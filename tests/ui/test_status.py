"""The first and the last line: what is due for me and for the desk, and as many keys as there is room for."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from deskui.desk.session import Session
from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.due_list import Counts, Share
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.ids import EmployeeId
from deskui.domain.review.item import MOST
from deskui.domain.staff import Employee
from deskui.domain.staff import Role as Rank
from deskui.domain.typed import ConversationTyped, NoteTyped, PromiseTyped, RulesTyped
from deskui.ui import day_counts
from deskui.ui.day_counts import Day
from deskui.ui.panels.scene import Scene
from deskui.ui.panels.status import status_line
from tests.conftest import NOW
from tests.desk.counter import Counter as Shop
from tests.ui.driving import NARROW, NORMAL, VAST, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

SIZES = pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE, VAST], ids=str)


@pytest.fixture
def shop_url(url: str) -> str:
    """A shop in which Ada has a call at 17:00 and a case of Ben's, and Ben has two promises and owes a call."""
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
        shari, rosa = shop.customer("Shari Cole"), shop.customer("Rosa Lind")
        shop.desk.promises.make(shari, PromiseTyped("call back 11:00"))
        shop.desk.act_as(shop.ben)
        shop.desk.promises.make(rosa, PromiseTyped("cable at the counter 16:00"))
        shop.desk.promises.make(rosa, PromiseTyped("refund sent 16:30"))
        for _ in range(2):
            shop.desk.conversations.log(rosa, ConversationTyped("Where is it?", Channel.PHONE, Direction.IN))
        shop.desk.duty.hand_over(shop.case(shari, owner=shop.ben), shop.ada.id, "")
    return url


@pytest.fixture
def counted_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The counts are asked for again several times a second, so that no test waits for seconds to pass."""
    monkeypatch.setattr(day_counts, "EVERY", 0.2)


async def says(counter: Counter, line: str) -> None:
    """Wait until the first line says this."""
    await counter.until(lambda: line in counter.read("status"), f"{line}\n{counter.read('status')}")


async def test_what_is_due_stands_in_the_first_line_for_me_and_for_the_desk(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        owed = "1 of 3 due today · 0 of 1 call owed · 1 handed to you"
        await says(counter, f"Ada, administrator yours {owed} · 2 to review Sun 22 Nov 10:42")


async def test_nothing_stands_there_where_nothing_is_due(url: str, home: Path) -> None:
    with closing(Shop(url).desk):
        pass
    async with at_the_counter(url, home, employee="Ada") as counter:
        await counter.until(lambda: counter.app.day_counts.day is not None, "the counts")
        await counter.settled()
        assert counter.read("status") == "Alder · Desk 3 · Ada, administrator Sun 22 Nov 10:42"


@pytest.mark.usefixtures("counted_often")
async def test_the_clock_alone_makes_it_overdue(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await says(counter, "1 of 3 due today")
        counter.clock.tick(60)
        await says(counter, "0 of 2 due today · 1 of 1 OVERDUE · 0 of 1 call owed")
        counter.clock.tick(24 * 60)
        await says(counter, "1 of 3 OVERDUE · 0 of 1 call owed · 1 handed to you")


async def test_a_write_is_counted_on_the_desk_and_in_the_due_list(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await counter.open("rosa", "Rosa Lind")
        await counter.type("pcall back 15:00\x13\x13")
        await says(counter, "2 of 4 due today")
        await counter.press("u")
        await counter.sees("Take back")
        await counter.press("enter")
        await says(counter, "1 of 3 due today")
        await counter.press("f2")
        await counter.sees("Due for you", where="due")
        await counter.press("x")
        await says(counter, "yours 1 of 3 due today · 0 of 1 call owed · 2 to review · visit 0:00 Sun")


@pytest.mark.usefixtures("impatient")
async def test_what_others_write_is_counted_before_long(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await says(counter, "1 of 3 due today")
        rosa = (await counter.ask(lambda desk: desk.lookup.find("rosa", 1)))[0].customer_id
        await counter.elsewhere("Ben", lambda desk: desk.promises.make(rosa, PromiseTyped("call back 15:00")))
        await says(counter, "1 of 4 due today")


async def test_nothing_is_counted_while_keys_are_typed(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await says(counter, "1 of 3 due today")
        await counter.press("slash")
        counter.clock.tick(60)
        counter.app.day_counts.ask()
        before = counter.statements()
        await counter.settled()
        assert counter.statements() == before
        await says(counter, "1 of 1 OVERDUE")


@SIZES
@pytest.mark.usefixtures("counted_often")
async def test_at_every_width_the_counts_and_the_clock_stand_whole(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, employee="Ada", size=size) as counter:
        await counter.elsewhere("Ada", lambda desk: desk.reviewing.set_rules(RulesTyped("", "0", "0", "12"), 1))
        counter.clock.tick(60)
        late = ("1 OVERDUE", "1 LATE")
        await counter.until(
            lambda: any(each in counter.read("status").replace("1/1", "1") for each in late), "counts"
        )
        line = counter.screen().split("\n")[0]
        assert "…" not in line
        assert line.endswith("Sun 11:42" if size == NARROW else "Sun 22 Nov 11:42")
        assert ("Alder" in line, "Ada" in line, "0 of 2" in line) == (
            size[0] > 120,
            True,
            size[0] > 80,
        )


async def test_it_fits_anew_when_the_terminal_does(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await says(counter, "1 of 3 due today · 0 of 1 call owed")
        await counter.pilot.resize_terminal(80, 24)
        await says(counter, "Ada yours 1/3 due · 0/1 calls · 1 handed · 2 to review Sun 10:42")
        assert "Alder" not in counter.read("status")
        await counter.pilot.resize_terminal(160, 45)
        await says(counter, "Alder · Desk 3 · Ada, administrator yours 1 of 3 due today")


@SIZES
async def test_keys_that_do_not_fit_are_left_out_whole(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        line = counter.screen().split("\n")[-1]
        assert line.startswith(" Enter move, settle   / find   c contact")
        assert line.endswith("? keys   Ctrl+Q quit")
        assert "…" not in line
        assert ("i interest" in line) == (size[0] > 80)
        assert ("F2 due" in line) == (size[0] > 120)


async def test_keys_follow_the_width_and_a_sentence_does_not_hide_them_for_good(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.app.say("Said")
        await counter.sees("Said", where="keys")
        await counter.pilot.resize_terminal(80, 24)
        counter.app.screen.query_one("#keys").hush()
        await counter.sees("c contact p promise ? keys Ctrl+Q quit", where="keys")


@pytest.mark.usefixtures("impatient")
async def test_the_visit_goes_on_in_the_first_line_behind_a_dialog_over_a_dialog(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await counter.open("rosa", "Rosa Lind")
        await counter.press("P")
        await counter.sees("Promised to Rosa Lind")
        await counter.press("enter")
        await counter.sees("Move: cable at the counter")
        assert "visit 0:0" in counter.screen().split("\n")[0]
        counter.clock.tick(7)
        await counter.until(lambda: "visit 7:0" in counter.screen().split("\n")[0], "the clock goes on")


@SIZES
async def test_nothing_in_the_first_line_jumps_when_a_visit_begins(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        late = "LATE" if size == NARROW else "OVERDUE"
        await counter.until(lambda: late in counter.read("status"), "the counts")
        before = counter.read("status")
        await counter.open("shari", "Shari Caldwell")
        await counter.until(lambda: "0:00" in counter.read("status"), "the visit")
        said, _, clock = before.rpartition(" Sun ")
        assert counter.read("status").startswith(f"{said} · ")
        assert counter.read("status").endswith(f" Sun {clock}")
        assert "Stephen" in said
        assert "yours" in said


def first_line(day: Day, width: int, name: str = "Margaret Liu") -> str:
    """The first line of somebody with these counts, while a visit goes on or may begin."""
    me = Employee(EmployeeId(1), name, Rank.SUPERVISOR, "", "", "", True, (), 1)
    session = Session("Alder & Finch", "Desk 3", ZoneInfo("America/Denver"), "US", "USD", me)
    line = status_line(session, Scene(NOW, session.zone, "US", me), day, None, width)
    painted = " ".join(" ".join("".join(each.text for each in part) for part in (line.spans, line.tail)).split())
    assert sum(len(each.text) for each in (*line.spans, *line.tail)) < width
    return painted


BUSY = Day(
    Counts(Share(0, 1), Share(0, 16), Share(2, 12)), handed=2, escalated=1, to_approve=3, answered=1, to_fix=1, said=4
)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90, 100, 120, 160, 210])
def test_who_is_acting_is_the_last_thing_to_be_dropped(width: int) -> None:
    assert "Margaret" in first_line(BUSY, width)
    assert any(word in first_line(BUSY, width) for word in ("0 of 16 OVERDUE", "0/16 OVERDUE", "0/16 LATE"))
    assert "Margaret" in first_line(Day(BUSY.counts, handed=0, escalated=1), width)


def test_what_waits_for_me_is_one_number_where_there_is_no_room_for_each() -> None:
    assert first_line(BUSY, 80) == "Margaret yours 0/1 due · 0/16 LATE · 2/12 calls · 12 waiting 10:42"
    assert (
        "1 escalated to you · 3 to approve · 1 answered for you · 2 handed to you · 1 to fix · 4 feedback for you"
        in (first_line(BUSY, 260))
    )


def test_what_is_to_be_reviewed_gives_way_to_what_is_owed() -> None:
    busy = replace(BUSY, to_review=138)
    assert first_line(busy, 80) == first_line(BUSY, 80)
    assert "12 waiting · 138 review" in first_line(busy, 100)
    assert "4 feedback for you · 138 to review" in first_line(busy, 260)
    calm = Day(Counts(Share(0, 1), Share(0, 16), Share(0, 0)), handed=0, escalated=1, to_review=MOST)
    assert first_line(calm, 80) == "Margaret 0/1 due · 0/16 LATE · 1 escalated · 1,000+ review Sun 10:42"
    assert "yours 0/1 due · 0/16 LATE · 1 escalated 10:42" in first_line(calm, 66)


def test_a_name_too_long_for_the_line_is_cut_and_not_left_out() -> None:
    assert first_line(BUSY, 40, "Wolfeschlegelsteinhausenbergerdorffwelche").startswith("Wolfe")


async def test_what_waits_in_the_review_is_counted_for_supervisors_alone(url: str, home: Path) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
        who = shop.customer()
        shop.desk.notes.write(who, NoteTyped("likes kites"))
        shop.desk.act_as(shop.ben)
        for text in ("likes trains", "likes balloons"):
            shop.desk.notes.write(who, NoteTyped(text))
    async with at_the_counter(url, home, employee="Ada") as counter:
        await says(counter, "Ada, administrator 2 to review Sun")
        await counter.press("f3")
        await counter.sees("2 by new authors", "a approve")
        await counter.press("a")
        await counter.sees("1 by a new author")
        await counter.press("escape")
        await counter.until(lambda: "1 to review" in counter.screen().split("\n")[0], "one less")
    async with at_the_counter(url, home, employee="Ben") as counter:
        await counter.until(lambda: counter.app.day_counts.day is not None, "the counts")
        await counter.settled()
        assert "review" not in counter.read("status")


async def test_news_of_watched_cases_are_counted_until_they_are_seen(url: str, home: Path) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
        case = shop.case(shop.customer(), owner=shop.ben)
        shop.desk.watching.watch(case)
        shop.desk.act_as(shop.ben)
        shop.desk.duty.hand_over(case, shop.paul.id, "")
    async with at_the_counter(url, home, employee="Ada") as counter:
        await says(counter, "1 news of cases")
        await counter.press("f2")
        await counter.sees("News", where="due")
        await counter.press("x")
        await counter.until(lambda: "news" not in counter.read("status"), "they are seen")


async def test_what_waits_for_an_answer_and_what_was_answered_is_counted(url: str, home: Path) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
        talk = shop.desk.conversations.log(
            who := shop.customer(), ConversationTyped("Where is it?", Channel.PHONE, Direction.IN)
        )
        shop.desk.act_as(shop.ben)
        for reason in ("we were late", "late again"):
            asked = shop.desk.approvals.ask(who, GoodwillTyped(GoodwillKind.WAIVE_FEE, reason, "90"))
        ben_talked = shop.desk.conversations.log(who, ConversationTyped("On its way.", Channel.PHONE, Direction.OUT))
        assert talk.subject != ben_talked.subject
        shop.desk.act_as(shop.ada)
        shop.desk.approvals.refuse(asked.subject, "Not twice.")  # type: ignore[arg-type]
        shop.desk.feedback.give(About.CONVERSATION, ben_talked.subject, FeedbackKind.COMMEND, "Well done.")
    async with at_the_counter(url, home, employee="Ada") as counter:
        await says(counter, "1 to approve")
    async with at_the_counter(url, home, employee="Ben") as counter:
        await says(counter, "1 answered for you · 1 feedback for you")
