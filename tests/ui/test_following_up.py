"""`f` plans a follow-up in one line that is read back as it is typed; Enter on its row settles or moves it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.typed import FollowUpTyped
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.due.follow_up import FollowUp
    from tests.ui.driving import Counter

HELEN = "Helen Vandermeer"


def planned_for(name: str) -> Callable[[Desk], tuple[FollowUp, ...]]:
    return lambda desk: desk.follow_ups.of_customer(desk.lookup.find(name)[0].customer_id)


async def planning(counter: Counter) -> None:
    await counter.open("helen", HELEN)
    await counter.press("f")
    await counter.sees(f"A follow-up for {HELEN}")


async def at_the_row(counter: Counter) -> FollowUp:
    """One is planned, and the cursor of the case panel stands on it."""
    await counter.open("helen", HELEN)
    who = counter.app.screen.view.customer.id
    await counter.ask(
        lambda desk: desk.follow_ups.add(who, FollowUpTyped("choose a frame", desk.follow_ups.day("in 3 days")))
    )
    await counter.press("f5")
    await counter.sees("choose a frame", where="case")
    await counter.press("4")
    (task,) = await counter.ask(planned_for("helen"))
    panel = counter.app.screen.pane.panel("case")
    for _ in range(12):
        if panel.key == ("follow_up", task.id):
            break
        await counter.press("j")
    assert panel.key == ("follow_up", task.id)
    return task


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_takes_one_key_the_words_and_enter(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("helen", HELEN)
        await counter.type("fchoose a computer with her in 3 days\n")
        await counter.sees("Planned for Wed 25 Nov; u takes it back", where="keys")
        await counter.press("4")
        await counter.holds("25 Nov", "choose a computer with her", "you", where="case")
    with kept(demo_url) as desk:
        (task,) = planned_for("helen")(desk)
        assert (task.what, task.due_on, task.owner, task.kind) == (
            "choose a computer with her",
            date(2026, 11, 25),
            "Stephen Okafor",
            FollowUpKind.TASK,
        )


async def test_the_reading_follows_every_word(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await planning(counter)
        assert counter.read("hint-line") == ""
        for typed, said in (
            ("fri: send the catalogue", "send the catalogue · Fri 27 Nov, in 5 days"),
            ("send the catalogue", "Say on which day, at the end: fri or in 3 days."),
            ("send it tomorrow", "send it · Mon 23 Nov, tomorrow"),
            ("send it tomorrow noon", "A follow-up has a day and no hour"),
        ):
            await counter.press("ctrl+u")
            await counter.type(typed)
            await counter.sees(said, where="hint-line")


async def test_what_is_not_understood_is_refused_and_nothing_is_kept(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await planning(counter)
        for typed, sentence in (
            ("", "Say what is to be done, and on which day"),
            ("call her soon", "end the line with tomorrow, fri"),
            ("fri", "Say what is to be done, too"),
            ("call her sun", "It is Sun today"),
        ):
            await counter.press("ctrl+u")
            await counter.type(f"{typed}\n")
            await counter.sees(sentence, where="hint-line" if typed else "foot")
        assert await counter.ask(planned_for("helen")) == ()


async def test_an_outreach_is_planned_for_a_colleague_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await planning(counter)
        await counter.type("ask how the frame does in 2 weeks\to\tp\n")
        await counter.sees("Planned for Sun 6 Dec; u takes it back", where="keys")
        (task,) = await counter.ask(planned_for("helen"))
        assert (task.kind, task.owner) == (FollowUpKind.OUTREACH, "Paul")
        await counter.press("u", "enter")
        await counter.sees("Taken back", where="keys")
        assert await counter.ask(planned_for("helen")) == ()


@pytest.mark.parametrize("keys", [("enter",), ("x",), ("j", "x")])
async def test_from_its_row_it_is_done(demo_url: str, home: Path, keys: tuple[str, ...]) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await at_the_row(counter)
        await counter.press("enter")
        await counter.sees("It is done", "Another day")
        await counter.press(*keys)
        await counter.sees("Follow-up done; u takes it back", where="keys")
        await counter.until(lambda: "choose a frame" not in counter.read("case"), "it is gone")
        assert await counter.ask(planned_for("helen")) == ()


async def test_from_its_row_it_gets_another_day(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await at_the_row(counter)
        await counter.press("enter", "j", "enter")
        await counter.sees("New day")
        await counter.type("fri")
        await counter.sees("Fri 27 Nov, in 5 days")
        await counter.press("enter")
        await counter.sees("Moved; u takes it back", where="keys")
        (task,) = await counter.ask(planned_for("helen"))
        assert task.due_on == date(2026, 11, 27)


async def test_what_a_colleague_did_meanwhile_is_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        task = await at_the_row(counter)
        await counter.press("enter")
        await counter.sees("It is done")
        await counter.elsewhere("Ada", lambda desk: desk.follow_ups.settle(task.id, task.version))
        await counter.press("enter")
        await counter.sees("A colleague has done or moved it meanwhile", where="keys")
        await counter.until(lambda: "choose a frame" not in counter.read("case"), "it is gone")
