"""Pages over the desk: who knows a customer, all they were told, one promise; and the desk when a promise breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.conversation import Channel, Direction
from deskui.domain.ids import CustomerId
from deskui.domain.profile import Profile
from deskui.domain.promises.promise import Basis
from deskui.domain.typed import ConversationTyped, PromiseTyped, StatementTyped
from deskui.ui.dialogs.promises.promise_page import promise_lines
from deskui.ui.panels.header import LOW
from tests.conftest import NOW
from tests.ui.driving import NARROW, WIDE, at_the_counter
from tests.ui.panel_rows import DAY, HOUR, SCENE, promised, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.ui.widgets.customer_pane import CustomerPane
    from tests.ui.driving import Counter


async def newcomer(counter: Counter) -> CustomerId:
    """Somebody nobody has met yet, open on the desk."""
    done = await counter.ask(lambda desk: desk.customers.create(Profile("Zoe Newton")))
    await counter.open("zoe newton", "Zoe Newton")
    return CustomerId(done.subject)


async def test_who_knows_them_and_who_of_them_is_there(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("shari", "Shari Caldwell")

        def away(desk: Desk) -> None:
            for each in desk.shop.staff():
                desk.duty.switch(each, each.name == "Ada")

        await counter.ask(away)
        await counter.press("W")
        await counter.sees("Who knows Shari", "On duty", "Not here now", "* asked for by name")
        screen = counter.screen()
        assert (
            screen.index("On duty") < screen.index("  Ada ") < screen.index("Not here now") < screen.index("* Paul")
        )
        assert "away" in counter.line_of("* Paul")
        assert "6x" in counter.line_of("* Paul")
        assert "2x" in counter.line_of("  you  ")
        await counter.press("escape", "f5")
        await counter.sees("asks for Paul (away)", where="header")


async def test_nobody_knows_a_newcomer_until_somebody_has_met_them(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        who = await newcomer(counter)
        await counter.press("W")
        await counter.sees("Nobody has met them yet; c logs the first contact.")
        await counter.press("escape")
        met = ConversationTyped("Asked for the rates.", Channel.PHONE, Direction.IN)
        await counter.ask(lambda desk: desk.conversations.log(who, met))
        await counter.press("W")
        await counter.sees("1x", "last today 10:42")


async def test_all_they_were_told_shows_what_was_corrected_and_by_what(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        who = await newcomer(counter)
        await counter.press("H")
        await counter.sees("They were told nothing yet; t writes down what you tell them.")
        await counter.press("escape")
        for text in ("hub answers by Fri 12:00", "hub answers by Mon 12:00"):
            said = StatementTyped("parcel", text, basis=Basis.SUPPLIER)
            await counter.ask(lambda desk, said=said: desk.told.say(who, said))  # type: ignore[misc]
            counter.clock.tick(30)
        await counter.press("H")
        await counter.sees("What Zoe Newton was told", "~ corrected")
        screen = counter.screen()
        assert screen.index("hub answers by Mon") < screen.index("hub answers by Fri") < screen.index("instead: hub")
        assert "supplier" in screen
        await counter.press("q")
        await counter.press("f5")
        await counter.sees('Told so far: "parcel: hub answers by Mon 12:00" (you, today)', where="header")
        assert "Fri 12:00" not in counter.read("header")


async def test_a_told_passage_is_shown_whole(demo_url: str, home: Path) -> None:
    words = " ".join(f"word{at}" for at in range(120))
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        who = await newcomer(counter)
        await counter.ask(lambda desk: desk.told.say(who, StatementTyped("waiving", words)))
        await counter.press("H")
        await counter.holds(words, where="text")


async def test_both_pages_need_a_customer(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        for name in ("who knows", "everything they were told"):
            await counter.press("ctrl+p")
            await counter.type(name)
            await counter.press("enter")
            await counter.sees("Open a customer first", where="keys")
            await counter.press("f5")


async def test_a_promise_breaks_in_front_of_us_on_a_small_screen(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        who = await newcomer(counter)
        soon = PromiseTyped(what="rates by e-mail", due=NOW + HOUR)
        await counter.ask(lambda desk: desk.promises.make(who, soon))
        await counter.press("f5", "4")
        await counter.sees("o rates by e-mail", "in 1 h", where="case")
        await counter.sees("! due today 11:42: rates by e-mail", where="header")
        await counter.sees("1 due today", where="case-strip")
        counter.clock.tick(61)
        await counter.press("f5")
        await counter.sees("! broken: rates by e-mail, promised for today 11:42", where="header")
        await counter.sees("! rates by e-mail", "broken 1 min ago", where="case")
        await counter.sees("! 1 broken", where="case-strip")


async def test_lines_below_the_last_row_are_reached_by_going_on_down(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        who = await newcomer(counter)
        for hour in range(1, 9):
            typed = PromiseTyped(what=f"box {hour}", due=NOW + hour * DAY)
            await counter.ask(lambda desk, typed=typed: desk.promises.make(who, typed))  # type: ignore[misc]
        met = ConversationTyped("Asked for boxes.", Channel.PHONE, Direction.IN)
        await counter.ask(lambda desk: desk.conversations.log(who, met))
        await counter.press("f5", "4", "end")
        await counter.sees("o box 8", where="case")
        assert "they contacted us 1x" not in counter.read("case")
        await counter.press(*"jjjjj")
        await counter.sees("they contacted us 1x, we did not contact them", where="case")


async def test_the_header_follows_the_size_of_the_screen(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=WIDE) as counter:
        await counter.open("shari", "Shari Caldwell")
        pane: CustomerPane = counter.app.screen.query_one("#customer")  # type: ignore[assignment]
        head = pane.query_one("#header")
        assert "shari@example.org" in counter.read("header")
        await counter.pilot.resize_terminal(*NARROW)
        await counter.until(lambda: head.size.width == NARROW[0], "the narrow header")
        await counter.until(lambda: head.size.height <= LOW, "the low header")
        assert "household of 4" in counter.read("header")
        assert "…" not in counter.line_of("Shari Caldwell")
        await counter.pilot.resize_terminal(*WIDE)
        await counter.sees("shari@example.org", where="header")


def test_the_page_of_a_promise_tells_every_date_and_whether_they_know() -> None:
    moved = promised(1, "call back", NOW - 8 * DAY, (NOW - 4 * DAY, True), (NOW + DAY, False))
    said = [text_of(line) for line in promise_lines(moved, SCENE, 70, "Shari Caldwell")]
    assert said[0] == "call back"
    assert "To          Shari Caldwell" in said
    assert "Due         Mon 10:42" in said
    assert "Stands      o in 1 d" in said
    happened = said[said.index("What happened") + 1 : said.index("All 3 dates given") - 1]
    assert [line.split(" | ")[0].strip() for line in happened] == [
        "promised for Sat 14 Nov 10:42",
        "moved to Wed 10:42",
        "because: reason 0",
        "they were told",
        "moved to Mon 10:42",
        "because: reason 1",
        "they were not told",
    ]
    assert said[-1] == "  Sat 14 Nov 10:42  >  Wed 10:42  >  Mon 10:42"


def test_the_page_of_a_promise_that_was_kept_says_when() -> None:
    kept = promised(1, "call back", NOW - DAY, kept=NOW - DAY - 2 * HOUR)
    said = [text_of(line) for line in promise_lines(kept, SCENE, 40)]
    assert "Stands      ✓ kept 2 h early" in said
    assert any(line.startswith("  kept | yesterday 08:42, Paul") for line in said)
    assert said[-2:] == ["One date given", "  Sat 10:42"]
