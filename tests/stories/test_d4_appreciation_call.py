"""D4: an appreciation call: nobody asked for it, it was prepared, and her wishes were respected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Channel, Direction
from deskui.domain.outreach.rule import typed_rule
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

BEATRIZ = "Beatriz Nakamura-Soto"
FINCH = "Bartholomew Finch"


async def to(counter: Counter, name: str) -> None:
    """Go down the list to somebody."""
    await counter.press("home")
    for _ in range(20):
        chosen = counter.app.screen.pane.chosen
        if chosen is not None and chosen.customer == name:
            return
        await counter.press("j")
    raise AssertionError(f"{name} is not listed\n{counter.screen()}")


def list_everybody(desk: Desk) -> None:
    """Let no cap hide anybody."""
    for rule in desk.outreach.rules.rules():
        desk.outreach.rules.edit(rule.family, rule.number, replace(typed_rule(rule), cap="200"))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_she_is_called_with_everything_at_hand_and_it_counts_as_a_call_of_ours(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.press("f12")
        await counter.sees("Call list for you", "Priya Venkataraman", where="call-list")
        await to(counter, BEATRIZ)
        await counter.sees(
            "303-555-0190", "o now fine", "Appreciation call", "Thank them for the year", where="person"
        )
        await counter.press("c")
        await counter.sees(f"Call to {BEATRIZ}", "Thank them for the year")
        await counter.type("\tThe practice opens a second room in May.")
        await counter.press("tab", "left", "tab")
        await counter.type("in 2 months")
        await counter.sees("on the list again from Fri 22 Jan 2027, in 61 days")
        await counter.save("Reached, again from Fri 22 Jan 2027; u takes it back")
        await counter.sees("1 called, 1 reached", where="whose")
        await counter.until(lambda: BEATRIZ not in counter.read("call-list"), "she is off the list")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("beatriz")[0].customer_id)
        talk = view.conversations.rows[0]
        assert (talk.channel, talk.direction, talk.reached) == (Channel.PHONE, Direction.OUT, True)
        assert view.balance.ours_reached == 1
        assert view.promises == ()


async def test_the_hours_and_days_they_like_are_said_before_the_number_is_dialled(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f12", "2")
        await counter.sees("> not before 12", FINCH, "- not today", "Liesbeth Achterberg", where="call-list")
        await to(counter, FINCH)
        await counter.sees("303-555-0170", "> not before 12", "afternoons", where="person")
        counter.clock.tick(78)
        await counter.press("f5")
        await counter.sees("303-555-0170", "o now fine", where="person")


async def test_whoever_asks_not_to_be_called_is_never_listed_again_until_they_say_otherwise(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f12")
        await counter.sees("Call list for you", where="call-list")
        await to(counter, BEATRIZ)
        await counter.press("c")
        await counter.sees(f"Call to {BEATRIZ}")
        await counter.press("right", "right", "right", "right")
        await counter.sees("never again, unless the profile says that we may")
        await counter.save("They are not called any more; u takes it back")
        await counter.until(lambda: BEATRIZ not in counter.read("call-list"), "she is off the list")
        counter.clock.tick(60 * 24 * 20)
        await counter.elsewhere("Margaret Liu", list_everybody)
        await counter.press("f5", "2")
        await counter.sees("Call list of this desk", where="call-list")
        assert BEATRIZ not in counter.read("call-list")
        await counter.press("escape")
        await counter.open("beatriz", BEATRIZ)
        await counter.sees("no calls, please", where="header")
        await counter.press("E")
        await counter.sees(f"Profile of {BEATRIZ}")
        for _ in range(9):
            await counter.press("tab")
        await counter.press("left")
        await counter.save("Profile saved")
        await counter.press("f12", "2")
        await counter.sees(BEATRIZ, where="call-list")


async def test_the_supervisor_makes_the_list_what_the_shop_wants(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f12", "2")
        await counter.sees(BEATRIZ, "Priya Venkataraman", where="call-list")
        await counter.press("r")
        await counter.sees("Appreciation call", "lists 3 today of 3", where="choices")
        while counter.app.screen.chosen().title != "Appreciation call":
            await counter.press("j")
        await counter.press("enter")
        await counter.sees("Rule: Appreciation call")
        await counter.press("tab", "tab", "ctrl+u")
        await counter.type("15")
        await counter.holds("lists 2 customers today, of 2 it fits", where="hint-article")
        await counter.save("Rule saved, on; u takes it back")
        await counter.press("escape")
        await counter.until(lambda: BEATRIZ not in counter.read("call-list"), "she was heard of too lately now")
        await counter.press("u", "enter")
        await counter.sees(BEATRIZ, where="call-list")
