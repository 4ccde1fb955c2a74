"""The visit by keys: its clock, the one question on leaving, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import DESK
from deskui.domain.conversation import Channel, Direction
from deskui.domain.typed import ConversationTyped
from deskui.domain.visit import VisitEnd
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

SHARI, OPAL = "Shari Caldwell", "Opal Freeman"
ASKED = "Nothing is logged for Shari Caldwell (visit 4:12)."


async def serve_shari(counter: Counter, seconds: int = 252) -> None:
    """Open Shari, and let her stay for that long."""
    await counter.open("shari", SHARI)
    counter.clock.now += timedelta(seconds=seconds)


async def ends(counter: Counter) -> list[tuple[str, str | None, int]]:
    """Who was here, how the visit ended and after how many seconds, as far as it has; the first one first."""
    return await counter.ask(lambda _: visits())


def visits() -> list[tuple[str, str | None, int]]:
    """The visits in the database that this test has begun."""
    visit, whom = models.Visit, models.Customer
    begun = visit.select(visit, whom.name).join(whom).where(visit.desk == DESK).order_by(visit.id)
    return [
        (
            each.customer.name,
            each.how or None,
            int(((each.ended_at or each.opened_at) - each.opened_at).total_seconds()),
        )
        for each in begun
        if each.id > FIRST[0]
    ]


FIRST = [0]
"""The last visit of the sample shop."""


@pytest.fixture(autouse=True)
def before(demo_url: str) -> None:
    with kept(demo_url):
        FIRST[0] = models.Visit.select(models.Visit.id).order_by(models.Visit.id.desc()).scalar() or 0


@pytest.mark.parametrize(("size", "says"), [(NARROW, "4:12 "), (WIDE, "· visit 4:12 Sun")])
async def test_its_clock_runs_in_the_first_line_from_the_opening_on(
    demo_url: str, home: Path, size: tuple[int, int], says: str
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        assert ":00 Sun" not in counter.read("status")
        await serve_shari(counter)
        await counter.sees(says, where="status")
        counter.clock.now += timedelta(hours=1)
        await counter.sees("1:04:12", where="status")
        assert await ends(counter) == [(SHARI, None, 0)]


async def test_a_glance_is_left_without_a_question(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter, 9)
        await counter.open("opal", OPAL)
        counter.clock.now += timedelta(seconds=9)
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home")
        assert await ends(counter) == [(SHARI, "left without a word", 9), (OPAL, "left without a word", 9)]
        await counter.sees_not("visit 0:")


async def test_ten_seconds_are_more_than_a_glance(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter, 10)
        await counter.press("q")
        await counter.sees("Nothing is logged for Shari Caldwell (visit 0:10).", where="question")


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_going_home_with_nothing_logged_asks_once(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press(key)
        await counter.sees(ASKED, "c log it now Enter leave, nothing to log Esc stay / look up", where="question")
        await counter.press("escape")
        await counter.sees_not(ASKED)
        assert counter.opened() == SHARI
        assert await ends(counter) == [(SHARI, None, 0)]
        await counter.press(key)
        await counter.until(lambda: not counter.opened(), "home, without another question")
        assert await ends(counter) == [(SHARI, "left without a word", 252)]


async def test_after_leaving_whoever_was_chosen_is_opened(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("/opal\n")
        await counter.sees(ASKED, where="question")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() == OPAL, "Opal is open")
        await counter.until(counter.has_visit, "her visit has begun")
        assert await ends(counter) == [(SHARI, "left without a word", 252), (OPAL, None, 0)]
        await counter.sees("visit 0:00", where="status")


async def test_opening_the_same_customer_again_goes_on(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.open("shari", SHARI)
        await counter.sees("visit 4:12", where="status")
        assert await ends(counter) == [(SHARI, None, 0)]


async def test_the_lookup_alone_leaves_nobody(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.find("opal")
        await counter.press("escape")
        await counter.until(lambda: counter.opened() == SHARI, "Shari is back")
        await counter.sees("visit 4:12", where="status")


async def test_c_logs_the_contact_and_goes_on_to_whoever_was_chosen(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("/opal\n")
        await counter.sees(ASKED, where="question")
        await counter.type("cFound her parcel")
        await counter.sees("Contact with Shari Caldwell", "Found her parcel")
        await counter.save("Contact logged")
        await counter.until(lambda: counter.opened() == OPAL, "whoever was chosen is open")
        await counter.until(counter.has_visit, "her visit has begun")
        assert await ends(counter) == [(SHARI, "wrapped up", 252), (OPAL, None, 0)]


async def test_a_contact_logged_on_the_way_home_stays_with_the_customer(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("q")
        await counter.sees(ASKED, where="question")
        await counter.type("cFound her parcel")
        await counter.save("Contact logged")
        assert counter.opened() == SHARI
        await counter.until(lambda: "visit" not in counter.read("status"), "the clock has stopped")
        counter.clock.tick(5)
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home, without a question")
        assert await ends(counter) == [(SHARI, "wrapped up", 252)]


async def test_who_leaves_the_form_stays_and_a_later_contact_leads_nowhere(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("/opal\n")
        await counter.sees(ASKED, where="question")
        await counter.press("c")
        await counter.sees("Contact with Shari Caldwell")
        await counter.press("escape", "c")
        await counter.type("Found her parcel")
        await counter.save("Contact logged")
        assert counter.opened() == SHARI


async def test_a_wrap_up_that_is_taken_back_lets_the_visit_go_on(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("cFound her parcel\x13")
        await counter.until(lambda: "visit" not in counter.read("status"), "the clock has stopped")
        await counter.press("u")
        await counter.sees("Take back: contact wrapped up")
        await counter.press("enter")
        await counter.sees("visit 4:12", where="status")
        await counter.press("q")
        await counter.sees("is logged for Shari Caldwell (visit 4:12).", where="question")


async def test_after_a_note_it_does_not_say_that_nothing_is_logged(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("ikites\n")
        await counter.sees("kites", where="notes")
        await counter.press("q")
        await counter.sees("No contact is logged for Shari Caldwell (visit 4:12).", where="question")


async def test_the_next_customer_is_asked_about_anew(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("ikites\n")
        await counter.sees("kites", where="notes")
        await counter.press("q")
        await counter.sees("No contact is logged for Shari Caldwell (visit 4:12).", where="question")
        await counter.press("escape")
        await counter.open("opal", OPAL)
        counter.clock.tick(1)
        await counter.press("q")
        await counter.sees("Nothing is logged for Opal Freeman (visit 1:00).", where="question")


async def test_a_scan_while_the_question_stands_opens_whom_it_is_of(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        scan = (await counter.ask(lambda desk: desk.lookup.find("delia", 1)))[0].number
        await serve_shari(counter)
        await counter.type("/opal\n")
        await counter.sees(ASKED, where="question")
        await counter.type(f"/{scan}\n")
        await counter.until(lambda: counter.opened() == "Delia Montrose", "whoever was scanned is open")
        await counter.until(counter.has_visit, "her visit has begun")
        left, delia = await ends(counter)
        assert (left, delia[0]) == ((SHARI, "left without a word", 252), "Delia Montrose")


async def test_no_other_key_answers(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("q")
        await counter.sees(ASKED, where="question")
        await counter.press("n", "p", "y", "1", "tab", "space", "f2", "f5", "question_mark", "ctrl+p", "u")
        await counter.sees(ASKED, where="question")
        assert len(counter.app.screen_stack) == 3


async def test_ctrl_q_asks_too_and_goes_through_the_second_time(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("ctrl+q")
        await counter.sees(ASKED, where="question")
        assert not counter.app._exit
        await counter.press("ctrl+q")
        await counter.until(lambda: counter.app._exit, "the app is left")
    with kept(demo_url):
        assert visits() == [(SHARI, "left without a word", 252)]


async def test_ctrl_q_over_a_form_goes_back_to_it_or_logs_the_contact_instead(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.type("nhalf a note")
        await counter.press("ctrl+q")
        await counter.sees(ASKED, where="question")
        await counter.press("escape")
        await counter.sees("Note on Shari Caldwell", "half a note")
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("n")
        await counter.sees("half a note")
        await counter.press("ctrl+q", "c")
        await counter.sees("Contact with Shari Caldwell")
        assert len(counter.app.screen_stack) == 3
        await counter.press("escape", "n")
        await counter.sees("half a note")


async def test_ctrl_q_in_the_lookup_asks_for_whoever_stands_behind_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.find("opal")
        await counter.press("ctrl+q")
        await counter.sees(ASKED, where="question")
        await counter.press("c")
        await counter.sees("Contact with Shari Caldwell")
        await counter.press("escape", "q")
        await counter.until(lambda: not counter.opened(), "home")


async def test_opening_from_the_due_list_asks_and_opens(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("f2", "2", "home")
        pane = counter.app.screen.pane
        await counter.until(lambda: pane.chosen is not None, "a row")
        while pane.chosen.customer == SHARI:
            await counter.press("j")
        name = pane.chosen.customer
        await counter.sees("visit 4:12", where="status")
        await counter.press("enter")
        await counter.sees(ASKED, where="question")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() == name, f"{name} is open")


async def test_leaving_for_good_ends_the_visit(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter, 5)
        await counter.press("ctrl+q")
        await counter.until(lambda: counter.app._exit, "the app is left")
    with kept(demo_url):
        assert visits() == [(SHARI, "left without a word", 5)]


async def test_a_crash_leaves_the_visit_to_the_next_start(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
    with kept(demo_url):
        assert visits() == [(SHARI, None, 0)]
    async with at_the_counter(demo_url, home) as counter:
        await counter.sees("✓ 1 visit left open when the program stopped is closed", where="keys")
        ((name, how, _),) = await ends(counter)
        assert (name, how) == (SHARI, VisitEnd.ABANDONED.value)
    async with at_the_counter(demo_url, home) as counter:
        await counter.until(lambda: counter.app.day_counts.day is not None, "a while has gone by")
        assert "left open" not in counter.screen()


@pytest.mark.embedded("PRAGMA")
async def test_a_visit_that_cannot_be_written_down_is_said_and_the_customer_is_open(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.ask(lambda desk: desk.store.database.execute_sql("PRAGMA query_only = 1"))
        await counter.find("shari")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() == SHARI, "Shari is open")
        await counter.until(lambda: "! " in counter.read("keys"), "the refusal")
        assert "visit" not in counter.read("status")
        counter.clock.tick(5)
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home, without a question")
        await counter.ask(lambda desk: desk.store.database.execute_sql("PRAGMA query_only = 0"))


async def test_the_minutes_of_the_wrap_up_are_those_of_the_visit(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await serve_shari(counter)
        await counter.press("c")
        await counter.sees("as long as this visit")


async def test_whoever_was_just_spoken_with_is_left_without_a_question(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        met = ConversationTyped("Asked for the rates.", Channel.COUNTER, Direction.IN)
        await counter.ask(lambda desk: desk.conversations.log(desk.lookup.find("shari caldwell")[0].customer_id, met))
        counter.clock.tick(5)
        await serve_shari(counter)
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home")
