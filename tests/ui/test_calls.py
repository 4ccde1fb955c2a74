"""The call list by keys: whose it is, what is done from it, and that two desks keep out of each other's way."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.call_list import CallTyped, Outcome
from deskui.domain.outreach.rule import RuleKind, RuleTyped
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from tests.conftest import NOW
from tests.desk.counter import DAY
from tests.desk.counter import Counter as Shop
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

BOTH = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
PEOPLE = ("Shari Cole", "Rosa Lind", "Otto Ames", "Vera Pye")


@pytest.fixture
def shop_url(url: str) -> str:
    """A shop with four customers who were not heard of for forty days, the first for longest."""
    with closing((shop := Shop(url)).desk):
        shop.now = NOW - 41 * DAY
        for name in PEOPLE:
            phone = PointTyped(ContactKind.PHONE, "303 555 0199")
            shop.desk.customers.create(Profile(name), (phone,))
            shop.tick(DAY / 8)
        rule = RuleTyped("Missed", RuleKind.QUIET, "30", cap="3", script="How are you?")
        shop.desk.outreach.rules.add(rule)
    return url


async def at_the_calls(counter: Counter, *rows: str) -> None:
    """Go to the call list, and wait until it is there."""
    await counter.press("f12")
    await counter.sees(*(rows or ("Call list for you",)), where="call-list")


def under_the_cursor(counter: Counter) -> str:
    chosen = counter.app.screen.pane.chosen
    return "" if chosen is None else chosen.customer


def elsewhere(counter: Counter, work):  # type: ignore[no-untyped-def]
    """Something done by Ben at another desk."""

    def at_another_desk(desk: Desk) -> None:
        before = desk.post.session
        desk.post.session = replace(before, desk="Desk 9")
        work(desk)
        desk.post.session = before

    return counter.elsewhere("Ben", at_another_desk)


@BOTH
async def test_a_call_is_logged_and_the_next_row_is_under_the_cursor(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole", "Otto Ames")
        await counter.sees("0 called, 0 reached, 3 left", where="whose")
        await counter.sees("303 555 0199", "How are you?", where="person")
        await counter.press("c")
        await counter.sees("Call to Shari Cole", "How are you?")
        await counter.type("\tShe is well.")
        await counter.save("Reached, again from Sun 29 Nov; u takes it back")
        await counter.sees("1 called, 1 reached, 2 left", where="whose")
        await counter.until(lambda: under_the_cursor(counter) == "Rosa Lind", "the next row")
        await counter.press("u")
        await counter.sees("Take back: call (not heard of for 41 days) on Shari Cole")
        await counter.press("enter")
        await counter.sees("0 called, 0 reached, 3 left", where="whose")
        await counter.sees("Shari Cole", where="call-list")


@BOTH
async def test_the_next_date_takes_the_row_off_until_then(shop_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("c")
        await counter.sees("Call to Shari Cole")
        await counter.press("right", "tab", "tab", "tab")
        await counter.type("fri")
        await counter.sees("on the list again from Fri 27 Nov, in 5 days")
        await counter.save("Left a message, again from Fri 27 Nov")
        await counter.until(lambda: "Shari Cole" not in counter.read("call-list"), "she is off the list")
        counter.clock.tick(5 * 24 * 60)
        await counter.press("f5", "home")
        await counter.sees("Shari Cole", where="call-list")
        await counter.sees("tried left a message", where="person")


async def test_the_list_is_as_wide_as_the_screen_and_the_name_stands_over_the_rest(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.press("f12")
        await counter.sees("Call list for you", "why")
        lines = counter.screen().split("\n")
        (top,) = (line for line in lines if "Call list for you" in line)
        assert len(top.rstrip()) == NARROW[0]
        below = lines[next(place for place, line in enumerate(lines) if line.startswith("╰")) + 1 :]
        assert below[0][0] == " " != below[0][1]
        assert below[1][0] == " " != below[1][1]


async def test_a_date_that_is_not_understood_keeps_the_form_open(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("c", "tab", "tab", "tab")
        await counter.type("today")
        await counter.press("ctrl+s")
        await counter.sees("It is on the list today; give a later day")
        await counter.sees("Call to Shari Cole")


@BOTH
async def test_a_row_is_skipped_with_a_reason(shop_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("x")
        await counter.sees("Skip Shari Cole")
        await counter.press("enter")
        await counter.sees("The reason is empty; type it first.")
        await counter.type("was here this morning\n")
        await counter.sees("Skipped until Tue 22 Dec; u takes it back", where="keys")
        await counter.sees("0 called, 0 reached", where="whose")
        await counter.until(lambda: under_the_cursor(counter) == "Rosa Lind", "the next row")


async def test_a_row_that_another_desk_is_calling_says_so_in_one_sentence(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await elsewhere(counter, lambda desk: desk.outreach.claim(desk.outreach.list().calls[0]))
        await counter.press("c")
        await counter.sees("Ben is calling Shari Cole at Desk 9; take another row.", where="keys")
        await counter.sees("Ben is calling", where="call-list")
        counter.clock.tick(16)
        await counter.press("c")
        await counter.sees("Call to Shari Cole")


async def test_a_row_that_was_called_meanwhile_says_by_whom(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        made = CallTyped(Outcome.MESSAGE)
        await elsewhere(counter, lambda desk: desk.outreach.log(desk.outreach.list().calls[0], made))
        await counter.press("c")
        await counter.sees("Ben has been at Shari Cole meanwhile: left a message; take another row.", where="keys")
        await counter.until(lambda: "Shari Cole" not in counter.read("call-list"), "she is off the list")


async def test_leaving_the_form_gives_the_row_up_and_keeps_what_was_typed(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("c")
        await counter.sees("Call to Shari Cole")
        await counter.type("\tHalf a word")
        await counter.press("escape")
        await counter.sees_not("you are calling")
        await elsewhere(counter, lambda desk: desk.outreach.claim(desk.outreach.list().calls[0]))
        await elsewhere(counter, lambda desk: desk.outreach.release(desk.outreach.list().calls[0].customer_id))
        await counter.press("c")
        await counter.sees("Half a word", "What you had typed is back")


@BOTH
async def test_enter_opens_the_customer_and_esc_comes_back_to_the_row(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("j")
        await counter.until(lambda: under_the_cursor(counter) == "Rosa Lind", "the second row")
        await counter.press("enter")
        await counter.sees("Rosa Lind", where="header")
        await counter.press("escape")
        await counter.sees("Call list for you", where="call-list")
        assert under_the_cursor(counter) == "Rosa Lind"
        await counter.press("escape")
        await counter.until(lambda: counter.app.screen.at_home, "home")


async def test_mine_and_the_desks_are_turned_between(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        who = (await counter.ask(lambda desk: desk.lookup.find("rosa")))[0].customer_id
        ben = next(each for each in await counter.ask(lambda desk: desk.shop.staff()) if each.name == "Ben")
        await counter.ask(lambda desk: desk.customers.prefer_clerk(who, 1, ben.id))
        await at_the_calls(counter, "Shari Cole")
        await counter.sees("2 left", where="whose")
        assert "Rosa Lind" not in counter.read("call-list")
        await counter.press("tab")
        await counter.sees("Call list of this desk", "Rosa Lind", "Ben", where="call-list")
        await counter.press("1")
        await counter.sees("Call list for you", where="call-list")


async def test_between_the_call_list_and_the_due_list_one_goes_by_their_keys(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_calls(counter)
        await counter.press("f2")
        await counter.sees("Nothing is due for you", where="due")
        await counter.press("K")
        await counter.sees("Call list for you", where="call-list")
        await counter.press("K")
        await counter.until(lambda: counter.app.screen.at_home, "home")


@BOTH
async def test_an_empty_shop_says_what_to_do(url: str, home: Path, size: tuple[int, int]) -> None:
    Shop(url).desk.close()
    async with at_the_counter(url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "No rule is on, so nobody is listed.")
        await counter.sees("r", "shows the rules; a supervisor turns them on", where="call-list")
        await counter.press("c")
        await counter.sees("Nobody is listed here that this could be done to.", where="keys")
        await counter.press("r")
        await counter.sees("Outreach rules", "How did it go?", "off, would list 0 today")


@BOTH
async def test_a_supervisor_changes_a_rule_and_sees_how_many_it_lists_before(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("r")
        await counter.sees("Missed", "lists 3 today of 4", where="choices")
        await counter.press("enter")
        await counter.sees("Rule: Missed")
        for _ in range(6):
            await counter.press("tab")
        await counter.press("ctrl+u")
        await counter.type("2")
        await counter.holds("lists 2 customers today, of 4 it fits", where="hint-article")
        await counter.save("Rule saved, on; u takes it back")
        await counter.sees("lists 2 today of 4", where="choices")
        await counter.press("o")
        await counter.sees("off, would list 2 today of 4", where="choices")
        await counter.press("v")
        await counter.sees("Version 3", "Version 1")
        await counter.press("escape", "escape")
        await counter.sees("No rule is on", where="call-list")
    with kept(shop_url, employee="Ada") as desk:
        assert desk.outreach.list().calls == ()


async def test_a_clerk_may_look_at_the_rules_and_is_told_who_changes_them(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ben") as counter:
        await at_the_calls(counter, "Shari Cole")
        await counter.press("r")
        await counter.sees("Missed", where="choices")
        await counter.press("o")
        await counter.sees("supervisor", where="keys")
        await counter.sees("lists 3 today of 4", where="choices")


async def test_everything_here_is_painted_as_text(shop_url: str, home: Path) -> None:
    nasty = "[red]Rob[/red] \\[b]"
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        rule = RuleTyped(f"{nasty} rule", RuleKind.QUIET, "30", script=f"{nasty} script")
        await counter.ask(lambda desk: desk.outreach.rules.add(rule))
        point = PointTyped(ContactKind.PHONE, "303 555 0111", best_hours=f"{nasty} mornings")
        await counter.ask(lambda desk: desk.customers.create(Profile(nasty, tier=nasty), (point,)))
        counter.clock.tick(31 * 24 * 60)
        await at_the_calls(counter, nasty)
        while under_the_cursor(counter) != nasty:
            await counter.press("j")
        await counter.sees(f"{nasty} mornings", f"{nasty} script", f"{nasty} rule", where="person")
        await counter.press("r")
        await counter.sees(f"{nasty} rule", where="choices")
