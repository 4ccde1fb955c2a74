"""What was said about somebody's work: the due list leads to it, and who it is about is not taken for a visitor."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.typed import ConversationTyped
from tests.conftest import NOW
from tests.desk.counter import Counter as Shop
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

COMMENT = (
    "Good that you logged it at once, with the number and the hour; the next one who picks up the telephone knows "
    "what was said to her, and need not ask her to tell all of it from the beginning."
)
"""Longer than a row of the list."""


def coached(desk: Desk) -> None:
    """Something is said to whoever acts at the desk about what they wrote on Opal."""
    who = desk.lookup.find("opal")[0].customer_id
    ada = next(each for each in desk.shop.staff() if each.name == ACTING)
    supervisor = desk.session.employee
    assert supervisor is not None
    desk.act_as(ada)
    talk = desk.conversations.log(who, ConversationTyped("Her bird bath is cracked.")).subject
    desk.act_as(supervisor)
    desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COACH, COMMENT)


async def on_the_row(counter: Counter) -> None:
    await counter.elsewhere(SUPERVISOR, coached)
    await counter.press("f2")
    await counter.sees("Good that you logged it", where="due")
    for _ in range(40):
        if "Enter read" in counter.read("keys") and "Opal" in str(counter.app.screen.pane.chosen):  # type: ignore[attr-defined]
            return
        await counter.press("j")
    raise AssertionError(counter.screen())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_enter_on_feedback_reads_all_of_it_and_esc_is_back_on_the_row(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await on_the_row(counter)
        row = counter.app.screen.pane.list.key  # type: ignore[attr-defined]
        await counter.sees("Enter read x seen U all feedback", where="keys")
        await counter.press("enter")
        await counter.sees("Feedback", "Said to you", "need not ask her to tell all of it from the beginning.")
        await counter.sees("Enter answer x seen o open customer", where="keys")
        assert counter.app.screen.list.key == ("feedback", row[1])  # type: ignore[attr-defined]
        await counter.press("escape")
        await counter.sees("Enter read", where="keys")
        assert counter.app.screen.pane.list.key == row  # type: ignore[attr-defined]


async def test_from_there_the_customer_is_opened_and_esc_comes_back_to_the_list(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await on_the_row(counter)
        await counter.press("enter")
        await counter.sees("Said to you")
        await counter.press("o")
        await counter.until(lambda: counter.opened() == "Opal Freeman", "Opal is open")
        await counter.until(counter.has_visit, "the visit has begun")
        counter.clock.tick(3)
        await counter.press("escape")
        await counter.sees("Good that you logged it", where="choices")
        await counter.press("escape")
        await counter.sees("Good that you logged it", where="due")


async def test_what_was_said_to_me_and_by_me_stand_apart(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere(SUPERVISOR, coached)
        await counter.press("ctrl+g")
        await counter.sees("Said by you", "need not ask her")
        await counter.sees_not("Said to you", "What was said about my work")


async def open_read(counter: Counter) -> None:
    """Desmond is opened from a row that only wants to be read, and some time goes by."""
    await counter.press("f2")
    await counter.sees("Handed to you", where="due")
    for _ in range(40):
        if counter.app.screen.pane.chosen.given is not None:  # type: ignore[attr-defined]
            break
        await counter.press("j")
    await counter.press("enter")
    await counter.until(counter.has_visit, "the visit has begun")
    counter.clock.tick(3)


async def test_who_was_opened_only_to_take_note_of_a_hand_over_is_left_without_a_question(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await open_read(counter)
        await counter.press("4")
        await counter.sees("Handed to you")
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home, without a question")


async def test_who_was_opened_to_be_read_about_and_then_served_is_asked_about(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await open_read(counter)
        await counter.type("ikites\n")
        await counter.sees("kites", where="notes")
        await counter.press("q")
        await counter.sees("No contact is logged for Desmond Kiplagat", where="question")


async def test_what_a_supervisor_says_of_a_row_needs_no_contact(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.clock.tick(3)
        await counter.press("2", "plus")
        await counter.sees("Commend")
        await counter.type("Well put.\n")
        await counter.sees("Said", where="keys")
        await counter.press("q")
        await counter.until(lambda: not counter.opened(), "home, without a question")


async def test_in_a_new_shop_each_list_says_what_will_stand_there_and_offers_only_what_works(
    url: str, home: Path
) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
    async with at_the_counter(url, home, employee="Ada", size=NARROW) as counter:
        await counter.press("f2")
        await counter.sees("Nothing is due for you.", where="due")
        await counter.sees_not("Enter open", "settle", "move", "contact", where="keys")
        await counter.sees("/ find ? keys Esc back", where="keys")
        await counter.press("f4")
        await counter.sees("Board: ", "p period", "Esc back")
        await counter.sees_not("Enter open", "chart", "e save", where="keys")
        await counter.press("escape", "f3")
        await counter.sees("Nothing waits for you.", "What your colleagues write stands here as soon as they save it")
