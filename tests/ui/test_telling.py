"""`t` writes down what the customer is told; what they were told otherwise is named before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.promises.promise import Basis
from deskui.domain.told.statement import StatementState
from deskui.domain.typed import PromiseTyped, StatementTyped
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.told.statement import Statement
    from tests.ui.driving import Counter

OPAL, SHARI = "Opal Freeman", "Shari Caldwell"
WRITTEN = "What they were told is written; u takes it back"
BEFORE = 'Paul said "hub answers by Mon 12:00" on Thu'
REPLACES = 'Replaces what Paul said on Thu: "hub answers by Mon 12:00".'


def told_to(name: str) -> Callable[[Desk], tuple[Statement, ...]]:
    return lambda desk: desk.told.history(desk.lookup.find(name)[0].customer_id)


async def telling(counter: Counter, name: str = OPAL, *told: str) -> None:
    """The form is open for a customer who was told these topics before."""
    await counter.open(name.split()[0], name)
    who = counter.app.screen.view.customer.id
    for topic in told:
        await counter.ask(lambda desk, topic=topic: desk.told.say(who, StatementTyped(topic, f"{topic} explained")))
    if told:
        await counter.press("f5")
        await counter.sees(f"{told[-1]} explained", where="header")
    await counter.press("t")
    await counter.sees("Because of")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_takes_one_key_the_words_and_enter(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("opal", OPAL)
        await counter.type("tthe frame is ready on wed 5pm\n")
        await counter.sees(WRITTEN, where="keys")
        await counter.sees('"the frame is ready on wed 5pm" (you, today)', where="header")
    with kept(demo_url) as desk:
        (said,) = told_to("opal")(desk)
        assert (said.topic, said.basis, said.case_id) == ("the frame is ready", Basis.OWN_JUDGEMENT, None)
        assert said.date is not None
        assert f"{said.date.astimezone(desk.session.zone):%a %d %H:%M}" == "Wed 25 17:00"


async def test_the_reading_follows_every_word(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter)
        await counter.sees("They were told nothing yet.")
        assert counter.read("hint-line") == ""
        for typed, reading in (
            ("hub answers", "topic hub answers"),
            (" by mon", "topic hub answers · Mon 23 Nov 18:00"),
            (" 12:00", "topic hub answers · Mon 23 Nov 12:00"),
            (" or so", "topic hub answers by mon 12:00 or so"),
        ):
            for sign in typed:
                await counter.press(sign)
            await counter.until(lambda reading=reading: counter.read("hint-line") == reading, reading)


async def test_a_topic_is_named_before_a_colon_or_in_its_field(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter)
        await counter.type("claim: form explained")
        await counter.sees("topic claim", where="hint-line")
        await counter.type("\treimbursement")
        await counter.sees("topic reimbursement", where="hint-line")
        await counter.type("\tp\n")
        await counter.sees(WRITTEN, where="keys")
        (said,) = await counter.ask(told_to("opal"))
        assert (said.topic, said.text, said.basis) == (
            "reimbursement",
            "claim: form explained",
            Basis.POLICY,
        )


async def test_the_newest_that_stands_is_shown_above(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await telling(counter, OPAL, "books", "frame", "glasses", "lamp", "rug")
        await counter.sees("Told so far", "newest 4 of 5", "rug explained", "Stephen Okafor, today")
        shown = [each for each in ("books", "frame", "glasses", "lamp") if f"· {each} explained" in counter.screen()]
        assert shown == ["frame", "glasses", "lamp"]


async def test_otherwise_on_the_same_topic_is_asked_once_and_corrects(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await telling(counter, SHARI)
        await counter.type("hub answer by tue noon")
        await counter.sees("topic hub answer · Tue 24 Nov 12:00", BEFORE, where="hint-line")
        assert "Ctrl+N" not in counter.read("foot")
        before = await counter.ask(told_to("shari"))
        await counter.press("enter")
        await counter.sees(REPLACES, "Enter again saves and corrects", where="foot")
        assert await counter.ask(told_to("shari")) == before
        await counter.press("enter")
        await counter.sees(WRITTEN, where="keys")
        now = await counter.ask(told_to("shari"))
        earlier = next(each for each in now if each.id == now[0].corrects)
        assert (earlier.text, earlier.state) == ("hub answers by Mon 12:00", StatementState.CORRECTED)


async def test_on_a_similar_topic_one_key_makes_it_the_same(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter, SHARI)
        await counter.type("reply of the hub by tue noon\n")
        await counter.sees(
            'Keeps what Paul said on Thu as well: "hub answers by Mon 12:00".',
            "Enter again saves and keeps both",
            "Ctrl+N say it on the same topic: hub answer",
            where="foot",
        )
        await counter.press("ctrl+n")
        await counter.sees("topic hub answer · Tue 24 Nov 12:00", where="hint-line")
        assert counter.app.screen.values()["topic"] == "hub answer"
        await counter.press("enter")
        await counter.sees("saves and corrects", where="foot")
        await counter.press("enter")
        await counter.sees(WRITTEN, where="keys")
        newest = (await counter.ask(told_to("shari")))[0]
        assert (newest.topic, newest.text) == ("hub answer", "reply of the hub by tue noon")
        assert newest.corrects is not None


async def test_something_else_on_a_similar_topic_stands_beside_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter, SHARI)
        await counter.type("reply of the hub by tue noon\n\n")
        await counter.sees(WRITTEN, where="keys")
        texts = [each.text for each in await counter.ask(told_to("shari")) if each.state is StatementState.STANDING]
        assert texts[0] == "reply of the hub by tue noon"
        assert "hub answers by Mon 12:00" in texts


async def test_the_same_again_is_not_asked_about(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter, SHARI)
        await counter.type("hub answer by mon noon\n")
        await counter.sees(WRITTEN, where="keys")


async def test_an_empty_line_says_what_to_write(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter)
        await counter.press("enter")
        await counter.sees("Write what they are told, such as parts arrive by fri.", where="foot")
        await counter.type("\tframe\n")
        await counter.sees("Write what they are told", where="foot")
        assert await counter.ask(told_to("opal")) == ()


async def test_half_a_line_comes_back_and_nothing_moves_while_it_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await telling(counter, SHARI)
        frames = set()
        for sign in "hub says nothing of order 1043 until tue":
            await counter.press(sign)
            frames.add(tuple(str(each.region) for each in counter.app.screen.query("*")))
        assert len(frames) == 1
        await counter.press("escape", "t")
        await counter.sees("order 1043 until tue", "What you had typed is back")


async def test_hostile_words_are_shown_as_they_are(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await telling(counter, OPAL, "[red]frame[/red] $x")
        await counter.sees("· [red]frame[/red] $x explained")
        await counter.type("[red]frame[/red] $x: gone")
        await counter.sees('said "[red]frame[/red] $x explained" today', where="hint-line")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_same_words_in_the_plural_are_the_same_topic(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await telling(counter, SHARI)
        await counter.type("hub answers by fri 12:00\n")
        await counter.sees("topic hub answer · Fri 27 Nov 12:00", where="hint-line")
        await counter.sees(REPLACES, where="foot")
        await counter.press("enter")
        await counter.sees(WRITTEN, where="keys")
        standing = [each for each in await counter.ask(told_to("shari")) if each.state is StatementState.STANDING]
        assert [each.text for each in standing if "hub" in each.text] == ["hub answers by fri 12:00"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_is_promised_for_another_time_is_named_and_asked_about(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("opal", OPAL)
        who = counter.app.screen.view.customer.id
        await counter.ask(lambda desk: desk.promises.make(who, PromiseTyped("frame is here 1 dec 12:00")))
        await counter.press("t")
        await counter.type("the frames come 3 dec noon")
        promised = "romised: frame is here Tue 1 Dec 12:00; P moves it"
        await counter.sees(f"p{promised}", where="hint-line")
        await counter.press("enter")
        await counter.sees(f"Leaves what is p{promised}.", where="foot")
        await counter.press("enter")
        await counter.sees(WRITTEN, where="keys")
