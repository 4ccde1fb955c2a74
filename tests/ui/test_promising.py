"""`p` promises in one line that is read back as it is typed; `P` settles, moves or replaces what is promised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.promises.promise import Basis
from deskui.domain.promises.standing import Outcome
from deskui.domain.typed import PromiseTyped, StatementTyped
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept
from tests.ui.promises import in_spite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.told.statement import Statement
    from tests.ui.driving import Counter

OPAL, HELEN, SHARI = "Opal Freeman", "Helen Vandermeer", "Shari Caldwell"
REPLACES = 'Replaces what Paul said on Thu: "hub answers by Mon 12:00".'


def promises_of(name: str) -> Callable[[Desk], tuple[PromiseView, ...]]:
    return lambda desk: desk.promises.of_customer(desk.lookup.find(name)[0].customer_id)


def told_to(name: str) -> Callable[[Desk], tuple[Statement, ...]]:
    return lambda desk: desk.told.standing(desk.lookup.find(name)[0].customer_id)


async def promising(counter: Counter, name: str = OPAL) -> None:
    await counter.open(name.split()[0], name)
    await counter.press("p")
    await counter.sees(f"A promise to {name}")


async def promised(counter: Counter, *lines: str, name: str = OPAL) -> None:
    """These lines are promised to a customer who is then on screen."""
    await counter.open(name.split()[0], name)
    who = counter.app.screen.view.customer.id
    for line in lines:
        await counter.ask(lambda desk, line=line: desk.promises.make(who, PromiseTyped(line)))
    await counter.press("f5")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_promise_takes_one_key_the_words_and_enter(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("opal", OPAL)
        await counter.type("pfetch the frame wed 5pm\n")
        await counter.sees("Promised for Wed 25 Nov 17:00; u takes it back", where="keys")
    with kept(demo_url) as desk:
        made = promises_of("opal")(desk)[0].promise
        assert (made.what, made.made_by, made.basis) == ("fetch the frame", "Stephen Okafor", Basis.OWN_JUDGEMENT)
        assert f"{made.due.astimezone(desk.session.zone):%a %d %H:%M}" == "Wed 25 17:00"


async def test_the_reading_follows_every_word(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.sees("like this (all promises)", where="hint-kind")
        assert counter.read("hint-line") == ""
        for typed, said in (
            ("call back", "call back · no time said:"),
            (" tomorow", "'tomorow' is not one; write tomorrow."),
            ("\x7f\x7f\x7frrow", "call back · Mon 23 Nov 18:00 (in 1 d 7 h)"),
            (" noon", "call back · Mon 23 Nov 12:00 (in 1 d 1 h)"),
            (" or so", "not 'or' behind it; say one time."),
        ):
            for sign in typed:
                await counter.press("backspace" if sign == "\x7f" else sign)
            await counter.sees(said, where="hint-line")
        await counter.sees("reads as call back", "half took", "9 in 10 within", where="hint-kind")


async def test_nothing_moves_while_it_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await promising(counter)
        frames = set()
        for sign in "parts for order 1043 and the long frame tomorrow 22:00 or so":
            await counter.press(sign)
            frames.add(tuple(str(each.region) for each in counter.app.screen.query("*")))
        assert len(frames) == 1


async def test_a_time_that_is_not_understood_is_refused_and_nothing_is_kept(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        for typed, sentence in (
            ("call back soon", "No due time is understood in 'call back soon'"),
            ("call back today 10:00", "10:00 has passed, it is 10:42 now"),
            ("tomorrow noon", "Say what is promised, too"),
            ("", "Say when it is due"),
        ):
            await counter.press("ctrl+u")
            await counter.type(typed)
            await counter.press("enter")
            await counter.sees(sentence)
        assert await counter.ask(promises_of("opal")) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("call back in a couple of hours", "is not one; write in 2 h."),
        ("call back 12/1", "'12/1' may be 1 Dec or 12 Jan: write 1 dec or 12 jan."),
        ("call back by end of week", "name the day, such as fri or sat."),
        ("exchange the frame of the picture of her mother soon", "in 2 h."),
        ("fetch the frame by wednesday the picture", "is understood but stands in the middle"),
        ("call back nextt wednesday 5:30pm", "write next wednesday"),
    ],
)
async def test_a_refusal_fits_on_the_smallest_screen(demo_url: str, home: Path, typed: str, said: str) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await promising(counter)
        await counter.type(typed)
        await counter.sees(said, where="hint-line")
        assert "…" not in counter.read("hint-line").replace("…'", "")


async def test_parts_of_the_day_and_bare_hours_are_read_back_in_full(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        for typed, said in (
            ("call back wed at 3", "call back · Wed 25 Nov 15:00 (in 3 d"),
            ("call back wed morning", "call back · Wed 25 Nov 09:00-12:00 (in 3 d"),
            ("call back in half an hour", "call back · Sun 22 Nov 11:12 (in 30 min)"),
        ):
            await counter.press("ctrl+u")
            await counter.type(typed)
            await counter.sees(said, where="hint-line")
        await counter.press("ctrl+u")
        await counter.type("call back wed morning\n")
        await in_spite(counter, "Promised for Wed 25 Nov 09:00-12:00")
        (made,) = await counter.ask(promises_of("opal"))
        assert made.standing.earliest is not None


async def test_in_a_closed_hour_the_next_opening_is_one_key_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("call back tomorrow 22:00")
        await counter.sees("we are closed then; next open Tue", where="hint-line")
        await counter.sees("Ctrl+N next open Tue", where="foot")
        await counter.press("ctrl+n")
        await counter.sees("call back · Tue 24 Nov", where="hint-line")
        assert "closed" not in counter.read("hint-line")
        assert counter.app.screen.values()["line"].startswith("call back Tue 24 Nov ")
        opens = await counter.ask(
            lambda desk: desk.promises.hours().next_open(counter.clock.now + timedelta(days=1.6))
        )
        await counter.press("enter")
        await in_spite(counter, "Promised for Tue 24 Nov")
        (made,) = await counter.ask(promises_of("opal"))
        assert made.due == opens


async def test_a_promise_into_a_closed_hour_is_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("fetch the frame next fri 22:00\n")
        await counter.sees(
            "We are closed then; next open Sat 09:00.", "Enter again saves it all the same", where="foot"
        )
        assert await counter.ask(promises_of("opal")) == ()
        await counter.press("enter")
        await counter.sees("Promised for Fri 27 Nov 22:00", where="keys")


async def test_taking_what_is_offered_clears_what_was_asked(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("fetch the frame next fri 22:00\n")
        await counter.sees("Enter again", where="foot")
        await counter.press("ctrl+n")
        await counter.until(lambda: "again" not in counter.read("foot"), "what was asked is gone")


async def test_starting_afresh_clears_what_was_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("call back soon\n")
        await counter.sees("No due time is understood", where="hint-line")
        await counter.sees("Not saved; see What and when.", where="foot")
        await counter.press("ctrl+r")
        await counter.until(lambda: "Not saved" not in counter.read("foot"), "the refusal is gone")


async def test_of_the_case_of_a_colleague_it_is_said_who_is_to_keep_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ada") as counter:
        await promising(counter, SHARI)
        owner = counter.app.screen_stack[-2].view.case.owner
        assert owner != "Ada"
        await counter.sees(f"{owner} owns this case and has to do it (", where="hint-case")
        await counter.press("tab", "tab", "tab", "n")
        await counter.until(lambda: counter.read("hint-case") == "", "it is for no case")


async def test_no_time_said_may_be_filled_in_by_one_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("call back")
        await counter.sees("Ctrl+N the advised time", where="foot")
        due = (await counter.ask(lambda desk: desk.promises.reading(0, "call back"))).due  # type: ignore[arg-type]
        await counter.press("ctrl+n", "enter")
        await counter.sees("Promised for", where="keys")
        (made,) = await counter.ask(promises_of("opal"))
        assert (made.promise.what, made.promise.kind, made.due) == ("call back", "call back", due)


async def test_kind_basis_and_case_are_there_to_choose(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter, SHARI)
        await counter.type("the claim fri noon\tr\tss\tn")
        await counter.sees("● refund", "● supplier", "● no case")
        assert "reads as" not in counter.read("hint-kind")
        await counter.press("ctrl+s")
        await in_spite(counter, "Promised for Fri 27 Nov 12:00")
        made = next(
            each.promise for each in await counter.ask(promises_of("shari")) if each.promise.what == "the claim"
        )
        assert (made.kind, made.basis, made.case_id) == ("refund", Basis.SUPPLIER, None)


async def test_the_case_on_screen_is_the_one_it_belongs_to(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", SHARI)
        case = counter.app.screen.view.case
        await counter.type("pfind the form next fri 5pm\n")
        await counter.sees("Promised for", where="keys")
        made = next(each.promise for each in await counter.ask(promises_of("shari")) if "form" in each.promise.what)
        assert made.case_id == case.id


async def test_what_was_told_otherwise_is_shown_and_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter, SHARI)
        await counter.type("hub answer next fri 5pm")
        await counter.sees('Paul said "hub answers by Mon 12:00" on Thu', where="hint-line")
        await counter.press("enter")
        await counter.sees(REPLACES, "Enter again saves and corrects", where="foot")
        before = await counter.ask(told_to("shari"))
        await counter.press("enter")
        await counter.sees("Promised for Fri 27 Nov 17:00", where="keys")
        now = await counter.ask(told_to("shari"))
        assert [(each.topic, each.text) for each in now if each not in before] == [
            ("hub answer", "hub answer Fri 27 Nov 17:00")
        ]
        await counter.press("u", "enter")
        await counter.sees("Taken back: promise", where="keys")
        assert await counter.ask(told_to("shari")) == before


async def test_every_doubt_has_a_line_that_says_what_saving_does(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await promising(counter, SHARI)
        await counter.type("hub answer in 1 min")
        await counter.press("enter")
        await counter.sees(
            "Tight: ", "like this made it by then.", REPLACES, "Enter again saves and corrects", where="foot"
        )
        assert counter.line_of("Tight: ") != counter.line_of("Replaces")
        await counter.type(" ")
        await counter.press("escape")
        assert not [each for each in await counter.ask(promises_of("shari")) if each.promise.what == "hub answer"][1:]


async def test_half_a_promise_comes_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("call back tom")
        await counter.press("escape", "p")
        await counter.sees("call back tom", "What you had typed is back")


async def test_hostile_words_are_shown_as_they_are(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promising(counter)
        await counter.type("[red]call[/red] $x fri noon")
        await counter.sees("[red]call[/red] $x · Fri 27 Nov 12:00", where="hint-line")
        await counter.press("enter")
        await in_spite(counter, "Promised for")
        await counter.press("P")
        await counter.sees("[red]call[/red] $x", where="choices")


async def test_the_advice_is_that_of_the_product_of_the_case(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await promising(counter, "Harold Prewitt")
        await counter.type("delivery")
        await counter.sees("reads as delivery · ", "like this (delivery)", where="hint-kind")
        await counter.press("ctrl+u")
        await counter.type("dishwasher delivery")
        await counter.sees("12 like this (delivery of Dishwasher)", "half took", "9 in 10 within", where="hint-kind")
        await counter.sees("no time said: ", "which 9 in 10 like this make", where="hint-line")
        await counter.press("tab", "tab", "tab", "n")
        await counter.sees("● no case")
        await counter.sees("like this (delivery)", where="hint-kind")


# --- P ---------------------------------------------------------------------------------------------------


async def test_two_keys_settle_the_soonest(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "fetch the frame wed 5pm", "call back tomorrow noon")
        await counter.press("P", "x")
        await counter.sees("Kept 1 d 1 h early; u takes it back", where="keys")
        outcomes = {each.promise.what: each.standing.outcome for each in await counter.ask(promises_of("opal"))}
        assert outcomes == {"call back": Outcome.KEPT_EARLY, "fetch the frame": Outcome.OPEN}
        await counter.sees("Promised to Opal Freeman", "kept 1 d 1 h early")
        await counter.press("x")
        await counter.sees_not("Promised to Opal Freeman")
        await counter.sees("early; u takes it back", where="keys")


@pytest.mark.parametrize(("minutes", "said"), [(0, "Kept 2 h early"), (110, "Kept on time"), (180, "Kept 1 h late")])
async def test_early_on_time_and_late_are_said(demo_url: str, home: Path, minutes: int, said: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back in 2 h")
        counter.clock.tick(minutes)
        await counter.press("P", "x")
        await counter.sees(f"{said}; u takes it back", where="keys")
        await counter.press("u", "enter")
        await counter.sees("Taken back: promise kept", where="keys")
        (view,) = await counter.ask(promises_of("opal"))
        assert view.is_open


async def test_u_in_the_list_takes_back_what_was_just_settled(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "fetch the frame wed 5pm", "call back tomorrow noon")
        await counter.press("P", "x")
        await counter.sees("Settled", where="choices")
        await counter.press("u")
        await counter.sees("Take back: promise kept (call back) on Opal Freeman")
        await counter.press("enter")
        await counter.until(lambda: "Settled" not in counter.read("choices"), "both are open again")
        await counter.press("j", "x", "u", "enter")
        await counter.sees("Taken back: promise kept (fetch the frame)", where="keys")
        await counter.until(lambda: "Settled" not in counter.read("choices"), "both are open again")
        frame = next(each for each in await counter.ask(promises_of("opal")) if each.promise.what != "call back")
        assert counter.app.screen.query_one("#choices").key == ("promise", frame.promise.id)
        assert all(each.is_open for each in await counter.ask(promises_of("opal")))


async def test_a_move_without_a_time_says_what_to_write(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back tomorrow noon")
        await counter.press("P", "enter")
        await counter.sees("Move: call back")
        await counter.press("ctrl+s")
        await counter.sees("Say the new time, such as fri 5pm.", where="foot")


async def test_a_promise_moved_or_let_go_after_it_was_broken_says_so(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back in 20 min")
        counter.clock.tick(60)
        await counter.press("P", "enter")
        await counter.sees("Move: call back")
        await counter.type("tomorrow noon\tthe hub is late\ty")
        await counter.press("ctrl+s")
        await counter.sees("moved 1x after it was broken", where="choices")
        await counter.press("escape", "p")
        await counter.sees("A promise to")
        await counter.type("fetch the frame tomorrow 2pm\n")
        await in_spite(counter, "Promised for")
        await counter.press("P", "r")
        await counter.type("no longer needed\n")
        await counter.sees("released, was broken", where="choices")


async def test_moving_needs_a_time_and_a_reason_and_is_read_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back tomorrow noon")
        await counter.press("P", "enter")
        await counter.sees("Move: call back", "Due so far Mon 12:00")
        await counter.type("call her fri 5pm")
        await counter.sees("Only the new time belongs here", where="hint-when")
        await counter.press("ctrl+s")
        await counter.sees("leave 'call her' out", where="hint-when")
        await counter.press("ctrl+u")
        await counter.type("fri 9-12")
        await counter.sees("Fri 27 Nov 09:00-12:00 (in 5 d", where="hint-when")
        await counter.press("ctrl+s")
        await counter.sees("A move needs a reason", where="foot")
        await counter.type("hub is late\ty")
        await counter.press("ctrl+s")
        await counter.sees("Moved to Fri 27 Nov 09:00-12:00; u takes it back", where="keys")
        await counter.sees("first said Mon 12:00, moved 1x", where="choices")
        (view,) = await counter.ask(promises_of("opal"))
        assert view.standing.earliest is not None
        assert [(each.reason, each.told, each.by) for each in view.entries] == [
            ("hub is late", True, "Stephen Okafor")
        ]
        await counter.press("escape", "u", "enter")
        await counter.sees("Taken back: promise moved", where="keys")
        (view,) = await counter.ask(promises_of("opal"))
        assert (view.entries, view.first_said) == ((), "")


async def test_a_move_into_a_closed_hour_offers_the_next_opening(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back tomorrow noon")
        await counter.press("P", "enter")
        await counter.type("tue 22:00")
        await counter.sees("we are closed then", where="hint-when")
        await counter.press("ctrl+s")
        await counter.sees(
            "We are closed then; next open Wed 09:00.", "Ctrl+S again saves it all the same", where="foot"
        )
        await counter.press("ctrl+n")
        await counter.until(lambda: "closed" not in counter.read("foot"), "the question is gone")
        await counter.sees("Wed 25 Nov", where="hint-when")
        await counter.sees_not("we are closed then")


async def test_a_move_they_know_of_corrects_what_they_were_told(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", SHARI)
        await counter.press("P", "j", "enter")
        await counter.sees("Move: hub answer", "first said Fri 12:00, moved 1x")
        await counter.type("wed noon\tstill searching\ty")
        await counter.sees('Paul said "hub answers by Mon 12:00" on Thu', where="hint-when")
        await counter.press("ctrl+s")
        await counter.sees(REPLACES, "Ctrl+S again saves and corrects", where="foot")
        await counter.press("ctrl+s")
        await counter.sees("Moved to Wed 25 Nov 12:00", where="keys")
        assert "hub answer Wed 25 Nov 12:00" in [each.text for each in await counter.ask(told_to("shari"))]


async def test_the_customer_lets_us_off_with_a_reason(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back tomorrow noon")
        await counter.press("P", "r")
        await counter.sees("They let us off: call back")
        await counter.press("enter")
        await counter.sees("The reason is empty; type it first.", where="foot")
        await counter.type("bought it elsewhere\n")
        await counter.sees_not("Promised to Opal Freeman")
        await counter.sees("Released; u takes it back", where="keys")
        (view,) = await counter.ask(promises_of("opal"))
        assert view.standing.outcome is Outcome.RELEASED


async def test_another_promise_takes_the_place_of_one(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "call back tomorrow noon")
        await counter.press("P", "i")
        await counter.sees("Instead of call back, Mon 12:00", "● call back")
        await counter.type("mail the photos next fri 5pm\n")
        await counter.sees("Promised for Fri 27 Nov 17:00; u takes it back", where="keys")
        views = await counter.ask(promises_of("opal"))
        assert [(each.promise.what, each.standing.outcome) for each in views] == [
            ("mail the photos", Outcome.OPEN),
            ("call back", Outcome.SUPERSEDED),
        ]
        await counter.press("u")
        await counter.sees("Take back: promise superseded (call back) on Opal Freeman")
        await counter.press("enter")
        await counter.until(lambda: "Settled" not in counter.read("choices"), "it is open again")
        (again,) = await counter.ask(promises_of("opal"))
        assert counter.app.screen.query_one("#choices").key == ("promise", again.promise.id)
        assert [each.promise.what for each in await counter.ask(promises_of("opal"))] == ["call back"]


async def test_a_settled_promise_can_be_viewed_and_nothing_else(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "fetch the frame wed 5pm", "call back tomorrow noon")
        await counter.press("P", "x")
        await counter.sees("Settled", where="choices")
        await counter.press("j")
        for key in ("x", "enter", "r", "i"):
            await counter.press(key)
            await counter.sees("That one is settled: kept 1 d 1 h early; v shows it.", where="keys")
        await counter.press("v")
        await counter.sees("What happened", "promised for Mon 12:00")
        await counter.press("escape")
        await counter.sees("Promised to Opal Freeman")


async def test_with_nothing_open_it_says_what_to_do(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", OPAL)
        await counter.press("P")
        await counter.sees("Nothing is promised to them that is still open; p promises something.", where="keys")


@pytest.mark.parametrize("way", ["P", "enter"])
async def test_the_list_begins_at_the_promise_under_the_cursor(demo_url: str, home: Path, way: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", SHARI)
        await counter.press("4")
        panel = counter.app.screen.pane.panel("case")
        last = [each for each in (await counter.ask(promises_of("shari"))) if each.is_open][-1].promise
        for _ in range(12):
            if panel.key == ("promise", last.id):
                break
            await counter.press("j")
        await counter.press(way)
        await counter.sees("Promised to Shari Caldwell")
        assert counter.app.screen.query_one("#choices").key == ("promise", last.id)


async def test_what_a_colleague_settles_meanwhile_is_seen_and_refused(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await promised(counter, "fetch the frame wed 5pm", "call back tomorrow noon")
        await counter.press("P")
        await counter.sees("Promised to Opal Freeman")
        first = (await counter.ask(promises_of("opal")))[0]
        await counter.elsewhere("Ada", lambda desk: desk.promises.keep(first.promise.id))
        await counter.press("x")
        await counter.sees("That promise is kept already and stays as it is", where="keys")
        entries = await counter.ask(
            lambda desk: models.PromiseEntry.select().where(models.PromiseEntry.promise == first.promise.id).count()
        )
        assert entries == 1


async def test_told_is_not_asked_about_when_it_says_the_same(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", OPAL)
        who = counter.app.screen.view.customer.id
        due = (await counter.ask(lambda desk: desk.promises.reading(who, "frame next fri 5pm"))).due
        await counter.ask(lambda desk: desk.told.say(who, StatementTyped("frame", "by Friday week", due)))
        await counter.type("pframe next fri 5pm\n")
        await counter.sees("Promised for Fri 27 Nov 17:00", where="keys")
        assert [each.text for each in await counter.ask(told_to("opal"))] == ["by Friday week"]


async def test_what_a_colleague_has_to_keep_is_settled_after_a_question(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("P", "x")
        await counter.sees("that is Paul's to do", "Promise kept, now?")
        await counter.press("escape")
        await counter.sees("Promised to Shari Caldwell")
        await counter.press("x", "enter")
        await counter.sees("takes it back")
