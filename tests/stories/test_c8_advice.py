"""C8: promise less than can be kept, and keep more: nine in ten like this tell when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.profile import Profile
from deskui.domain.working_hours.clock_words import working_day, working_words
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.promises.view import PromiseView
    from tests.ui.driving import Counter

NAME = "Helen Vandermeer"


async def promising(counter: Counter, line: str) -> None:
    """Somebody is about to promise that to her."""
    await counter.press("p")
    await counter.sees(f"A promise to {NAME}")
    await counter.press("ctrl+u")
    await counter.type(line)


def promises(desk: Desk) -> tuple[PromiseView, ...]:
    """What is promised to her."""
    return desk.promises.of_customer(desk.lookup.find(NAME)[0].customer_id)


async def test_what_nine_in_ten_make_is_what_is_promised_when_no_time_is_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("helen", NAME)
        advised, group = await counter.ask(lambda desk: desk.promises.advice("call back"))  # type: ignore[misc]
        day = await counter.ask(lambda desk: working_day(desk.promises.hours()))
        due = await counter.ask(lambda desk: desk.promises.advised_due(advised))
        await promising(counter, "call her back")
        await counter.sees(
            f"reads as call back · {advised.finished + advised.still_open} like this ({group})",
            f"half took {working_words(advised.halfway, day)}",
            f"9 in 10 within {working_words(advised.within, day)}",
            where="hint-kind",
        )
        await counter.sees("no time said: ", "which 9 in 10 like this make", where="hint-line")
        await counter.press("enter")
        await counter.sees("Promised for ", where="keys")
    with kept(demo_url) as desk:
        view = promises(desk)[0]
        assert (view.promise.what, view.promise.kind, view.due) == ("call her back", "call back", due)


async def test_a_tighter_promise_is_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", NAME)
        await promising(counter, "call back in 2 h")
        assert "Tight" not in counter.screen()
        await counter.press("enter")
        await counter.sees("Tight: ", "like this made it by then.", "Enter again saves it", where="foot")
        await counter.press("ctrl+u")
        await counter.type("call back in 3 h")
        await counter.press("enter")
        await counter.sees("Tight: ", where="foot")
        assert "call back" not in [each.promise.what for each in await counter.ask(promises)]
        await counter.press("enter")
        await counter.sees("Promised for Sun 22 Nov 13:42", where="keys")


async def test_the_share_that_made_it_is_said_as_at_a_counter(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", NAME)
        advised, _ = await counter.ask(lambda desk: desk.promises.advice("call back"))  # type: ignore[misc]
        half = timedelta(hours=advised.halfway)
        due = await counter.ask(lambda desk: desk.promises.hours().add(desk.now(), half) + timedelta(minutes=1))
        local = due.astimezone(counter.app.scene().zone)
        await promising(counter, f"call back {local:%Y-%m-%d %H:%M}")
        await counter.press("enter")
        await counter.sees("Tight: 1 in 2 like this made it by then.", where="foot")


async def test_the_advised_time_and_later_ones_are_not_asked_about(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", NAME)
        await promising(counter, "call back")
        await counter.press("ctrl+n", "enter")
        await counter.sees("Promised for", where="keys")
        await promising(counter, "call back in 2 weeks")
        await counter.press("enter")
        await counter.sees("Promised for Sun 6 Dec", where="keys")


async def test_where_too_little_is_known_nothing_is_advised_or_asked(url: str, home: Path) -> None:
    desk = open_desk(url)
    desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
    desk.customers.create(Profile(NAME))
    desk.close()
    async with at_the_counter(url, home, employee="Ada") as counter:
        await counter.open("helen", NAME)
        await promising(counter, "call back")
        await counter.sees("reads as call back · too few like this to advise", where="hint-kind")
        await counter.sees("No due time is understood in 'call back'; end the line with", where="hint-line")
        await counter.press("enter")
        await counter.sees("No due time is understood", where="hint-line")
        await counter.type(" tomorrow noon")
        await counter.press("enter")
        await counter.sees("Promised for Mon 23 Nov 12:00", where="keys")
