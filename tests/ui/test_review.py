"""The supervisor's hour, by keys: one item after the other, a verdict with one key and its comment."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, cast

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.domain.conversation import Mood
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.note import NoteKind
from deskui.domain.review.item import Subject, Verdict
from deskui.domain.typed import ConversationTyped, NoteTyped, StatementTyped
from deskui.store import models
from tests.conftest import NOW
from tests.desk.counter import Counter as Shop
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept
from tests.ui.test_hostile import EVERYWHERE, HOSTILE, steering

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.ui.dialogs.review.queue import ReviewQueue
    from tests.ui.driving import Counter

KINDS = tuple(NoteKind)
MOST_KEYS = 2
"""Beside the comment."""


def written(count: int) -> int:
    """How many of a mixed hundred are notes."""
    return sum(each % 4 < 2 for each in range(count))


def write(desk: Desk, count: int) -> None:
    """Notes of every kind, conversations, and what was told, by whoever acts."""
    who = desk.lookup.find("opal")[0].customer_id
    for each in range(count):
        if each % 4 < 2:
            desk.notes.write(who, NoteTyped(f"item {each}", KINDS[each % len(KINDS)]))
        elif each % 4 == 2:
            desk.conversations.log(who, ConversationTyped(f"item {each}", mood=Mood.EVEN))
        else:
            desk.told.say(who, StatementTyped(f"topic {each}", f"item {each}"))


async def queue(counter: Counter) -> ReviewQueue:
    await counter.press("f3")
    await counter.sees("a approve")
    screen = cast("ReviewQueue", counter.app.screen)
    await counter.until(lambda: not (screen.busy or screen._reads.pending), "what waits")
    return screen


def at(screen: ReviewQueue) -> object:
    return None if screen.line_up.current is None else screen.line_up.current.item.key


async def judge(counter: Counter, screen: ReviewQueue, key: str, comment: str = "") -> int:
    """Press what it takes, wait for the next item, and return how many keys it took beside the comment."""
    before = at(screen)
    await counter.press(key)
    keys = 1
    if comment:
        await counter.sees("Comment")
        await counter.type(comment)
        await counter.press("enter")
        keys += 1
    await counter.until(lambda: counter.app.screen is screen and at(screen) != before, "the next item")
    await counter.until(lambda: not (screen.busy or screen._reads.pending), "that all is written and read")
    return keys


async def test_a_hundred_mixed_items_take_no_more_than_two_keys_and_a_comment_each(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 100))
        screen = await queue(counter)
        keys, count = [], 0
        while screen.line_up.current is not None:
            item, count = screen.line_up.current.item, count + 1
            ways = ["a", "+", "f", "-"] if item.subject is not Subject.NOTE else ["a", "p", "f", "+", "-"]
            way = "y" if item.is_fact and count % 3 == 0 else ways[count % len(ways)]
            keys.append(await judge(counter, screen, way, "so" if way in "+f-" else ""))
        assert count == 100
        assert max(keys) <= MOST_KEYS
        assert sum(keys) < 160
        await counter.sees("Nothing waits for you")
    with kept(demo_url):
        said = [row[0] for row in models.Verdict.select(models.Verdict.verdict).tuples()]
        assert len(said) == 100
        wanted = {Verdict.APPROVED, Verdict.COMMENDED, Verdict.TO_FIX, Verdict.COACHED, Verdict.PRIVATE}
        assert set(said) == wanted | {Verdict.CONFIRMED}


def clear(desk: Desk) -> None:
    """Nothing waits of what the sample shop brings along."""
    models.ReviewItem.delete().execute()
    models.Note.update(confirmed_on=desk.session.today(desk.now())).execute()


@pytest.mark.parametrize(("key", "title"), [("f3", "Review"), ("ctrl+t", "Journal"), ("f10", "Setup")])
async def test_what_needs_nearly_all_of_the_screen_leaves_no_scraps_beside_it(
    demo_url: str, home: Path, key: str, title: str
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=WIDE) as counter:
        await counter.press(key)
        await counter.sees(f"╭─ {title} ─", "Esc back")
        lines = counter.screen().split("\n")
        begin = next(place for place, line in enumerate(lines) if f"╭─ {title} ─" in line)
        assert lines[begin].startswith("╭")
        assert len(lines[begin].rstrip()) == WIDE[0]


async def test_a_clerk_is_told_who_reviews(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f3")
        await counter.sees("Only a supervisor reviews", where="keys")


async def test_what_is_skipped_comes_again_at_the_end(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 3))
        screen = await queue(counter)
        first = at(screen)
        await judge(counter, screen, "s")
        await judge(counter, screen, "a")
        await judge(counter, screen, "a")
        await counter.until(lambda: at(screen) == first, "the first one again")
        await judge(counter, screen, "a")
        await counter.sees("Nothing waits for you")


async def test_a_verdict_is_taken_back_and_its_item_is_there_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 3))
        screen = await queue(counter)
        first = at(screen)
        await judge(counter, screen, "a")
        await counter.press("u")
        await counter.sees("Take back: approval of the note on Opal Freeman")
        await counter.press("enter")
        await counter.until(lambda: at(screen) == first, "the item again")
        for _ in range(3):
            await judge(counter, screen, "a")
        await counter.sees("Nothing waits for you")


async def test_redacting_asks_once_more_and_takes_the_words_out(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)

        def note(desk: Desk) -> None:
            who = desk.lookup.find("opal")[0].customer_id
            desk.notes.write(who, NoteTyped("Pays late. Has cancer. Likes trains.", NoteKind.FACT))

        await counter.elsewhere("Ben", note)
        screen = await queue(counter)
        await counter.sees("sensitive words", "cancer")
        await counter.press("x")
        await counter.sees("takes out the sentence with 'cancer'", "All of it goes; [redacted] stands in its place.")
        await counter.press("ctrl+n")
        await counter.sees("What stays: Pays late. [redacted]. Likes trains.")
        await counter.press("tab")
        await counter.type("health")
        await counter.press("enter")
        await counter.sees("It cannot be taken back", "redacts it")
        await counter.press("enter")
        await counter.sees("Redacted; that is for good")
        assert counter.app.screen is screen
        await counter.press("escape")
        await counter.open("opal", "Opal Freeman")
        await counter.press("3")
        await counter.sees("Pays late. [redacted]. Likes trains.", where="notes")


async def test_the_queue_is_narrowed_by_typing_and_by_a_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 4))
        await counter.elsewhere("Ada", lambda desk: write(desk, 3))
        screen = await queue(counter)
        await counter.sees("7 wait")
        await counter.press("i")
        await counter.sees("Show only")
        await counter.type("ad")
        await counter.press("enter")
        await counter.sees("Only by Ada · 3 of 7 wait", "item 0")
        assert screen.line_up.current is not None
        assert screen.line_up.current.item.author == "Ada"
        await counter.press("i")
        await counter.type("xy")
        await counter.press("enter")
        await counter.sees("type the name of one")
        await counter.press("escape", "t", "t")
        await counter.sees("Only conversations by Ada · 1 of 7 wait")
        await counter.until(lambda: at(screen) is not None, "an item")
        assert screen.line_up.current.item.subject is Subject.CONVERSATION
        await counter.press("t")
        await counter.sees(
            "Only what was told by Ada · 0 of 7 wait", "Nothing waits for you among what was told by Ada."
        )
        await counter.sees_not("a approve")


async def test_two_supervisors_have_different_items_before_them(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 6))
        await counter.elsewhere("Ben", lambda desk: second_supervisor())
        screen = await queue(counter)
        others = await counter.elsewhere("Ada", lambda desk: [one.item.key for one in desk.reviewing.next(ahead=9)])
        assert len(others) in (3, 4)
        assert at(screen) not in others
        await counter.press("escape")
        await counter.sees_not("a approve")
        again = await counter.elsewhere("Ada", lambda desk: [one.item.key for one in desk.reviewing.next(ahead=9)])
        assert len(again) == 6


def second_supervisor() -> None:
    models.Employee.update(role="supervisor").where(models.Employee.name == "Ada").execute()


@pytest.mark.parametrize(
    ("kind", "size"), [*((each, WIDE) for each in EVERYWHERE), ("all", NARROW), ("words", NARROW)]
)
async def test_stored_text_is_painted_as_text(demo_url: str, home: Path, kind: str, size: tuple[int, int]) -> None:
    text = HOSTILE[kind].replace("\0", "")
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 2))
        await counter.ask(lambda desk: models.Note.update(text=text, source=text).execute())
        await counter.ask(lambda desk: models.ReviewItem.update(words=text).execute())
        await queue(counter)
        assert steering(counter) == []
        for key in ("x", "f", "i", "r"):
            await counter.press(key)
            await counter.until(lambda: len(counter.app.screen_stack) > 3, f"what {key} opens")
            assert steering(counter) == []
            await counter.press("escape")
            await counter.until(lambda: len(counter.app.screen_stack) == 3, "the queue")


async def test_what_was_said_to_me_is_seen_and_answered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("U")
        await counter.sees("Feedback", "Said to you", "new", "You wrote down all five numbers")
        await counter.press("x")
        await counter.sees("Seen")
        await counter.press("enter")
        await counter.type("Thank you.")
        await counter.press("ctrl+s")
        await counter.sees("you: Thank you.")


async def test_whoever_commended_sees_who_answered_and_what(url: str, home: Path) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW
        who = shop.customer()
        shop.desk.act_as(shop.ben)
        talk = shop.desk.conversations.log(who, ConversationTyped("Called her back two hours early.")).subject
        shop.desk.act_as(shop.ada)
        given = shop.desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COMMEND, "Well done.").subject
        shop.desk.act_as(shop.ben)
        shop.desk.feedback.answer(given, "Thank you, Ada.")  # type: ignore[arg-type]
    async with at_the_counter(url, home, employee="Ada", size=NARROW) as counter:
        await counter.press("f2")
        await counter.sees("Said to you", "Ben: Thank you, Ada.", where="due")
        await counter.press("escape", "ctrl+g")
        await counter.sees("+ commend · Ben answered", "“Called her back two hours early.”", "Ben: Thank you, Ada.")


@pytest.mark.parametrize("panel", ["2", "3"])
async def test_a_supervisor_says_something_about_the_row_under_the_cursor(
    demo_url: str, home: Path, panel: str
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press(panel, "plus")
        await counter.sees("Commend: ", "Only the two of you read this")
        staff = [each.name for each in await counter.ask(lambda desk: desk.shop.staff())]
        (whose,) = (each for each in staff if f"─ Commend: {each} ─" in counter.screen())
        await counter.type("Well put.")
        await counter.press("enter")
        await counter.sees(f"Said to {whose}; it stands in their due list", where="keys")
    with kept(demo_url):
        newest = models.Feedback.select().order_by(models.Feedback.id.desc()).first()
        assert (newest.about, newest.comment) == ({"2": "conversation", "3": "note"}[panel], "Well put.")


async def test_what_is_refused_stays_there_to_be_judged(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 4))
        screen = await queue(counter)
        while screen.line_up.current is not None and screen.line_up.current.item.subject is Subject.NOTE:
            await judge(counter, screen, "a")
        before = at(screen)
        await counter.press("p")
        await counter.sees("Only a note that everybody reads can be made private.")
        assert at(screen) == before
        await judge(counter, screen, "a")
        await judge(counter, screen, "a")
        await counter.sees("Nothing waits for you")
