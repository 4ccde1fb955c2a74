"""What the review says of itself: which keys work on what is on screen, what was done, and what is counted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.commands import COMMANDS, IN_REVIEW, Where, command
from deskui.commands.own_keys import check_overrides
from deskui.demo.staff import SUPERVISOR
from deskui.domain.conversation import Mood
from deskui.domain.note import NoteKind
from deskui.domain.review.item import Kind
from deskui.domain.typed import ConversationTyped, NoteTyped
from deskui.errors import Usage
from deskui.store import models
from tests.ui.driving import NARROW, at_the_counter
from tests.ui.test_review import at, clear, judge, queue, write

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk


def note(text: str, kind: NoteKind = NoteKind.FACT) -> object:
    return lambda desk: desk.notes.write(desk.lookup.find("opal")[0].customer_id, NoteTyped(text, kind))


async def test_each_verdict_says_what_was_done_to_whose_and_what_was_said_before_goes(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 4))
        screen = await queue(counter)
        await judge(counter, screen, "a")
        await counter.sees("✓ Approved Ben's note on Opal Freeman; u takes it back")
        await judge(counter, screen, "s")
        await counter.sees("Skipped; it comes again at the end")
        assert "Approved" not in counter.screen()
        await judge(counter, screen, "a")
        await counter.sees("✓ Approved Ben's conversation with Opal Freeman; u takes it back")
        await judge(counter, screen, "a")
        await counter.sees("All else is done; what you skipped comes again", "1 wait")


async def test_taking_back_does_not_warn_of_whoever_is_on_the_desk_below(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        await counter.open("shari", "Shari Caldwell")
        screen = await queue(counter)
        await judge(counter, screen, "a")
        await counter.press("u")
        await counter.sees("Take back: approval of the note on Opal Freeman")
        assert "not for" not in counter.screen()


async def test_the_only_one_that_is_skipped_is_there_again_and_that_is_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        screen = await queue(counter)
        only = at(screen)
        await counter.press("s")
        await counter.sees("All else is done; what you skipped comes again")
        assert at(screen) == only


@pytest.mark.parametrize("key", ["a", "y"])
async def test_a_fact_to_confirm_is_confirmed_by_either_key_and_that_is_said(
    demo_url: str, home: Path, key: str
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", note("has a dog"))

        def old(desk: Desk) -> None:
            models.ReviewItem.delete().execute()
            written = desk.now() - timedelta(days=500)
            models.Note.update(review="approved", written_at=written).where(models.Note.text == "has a dog").execute()

        await counter.ask(old)
        await counter.press("f3")
        await counter.sees("a fact to confirm", "1 waits · 1 fact to confirm", "y confirm")
        assert "a approve" not in counter.screen()
        await counter.press(key)
        await counter.sees("✓ Confirmed as of today: has a dog; u takes it back", "Nothing waits for you.")


async def test_the_foot_offers_what_works_on_what_is_on_screen(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.press("f3")
        await counter.sees("Nothing waits for you.", "i narrow…   r rules…   ? keys   Esc back")
        for nothing in ("a approve", "s skip", "u undo", "t kind", "f fix"):
            assert nothing not in counter.screen()
        await counter.press("a")
        await counter.sees("Nothing is on screen to be judged.")
        await counter.press("escape")

        def talk(desk: Desk) -> None:
            who = desk.lookup.find("opal")[0].customer_id
            desk.conversations.log(who, ConversationTyped("Asked.", mood=Mood.EVEN))

        await counter.elsewhere("Ben", talk)
        screen = await queue(counter)
        for nothing in ("y confirm", "p private", "> reassign", "u undo"):
            assert nothing not in counter.screen()
        await counter.sees("a approve", "f fix…", "x redact…", "+ commend…", "- coach…", "s skip", "t kind")
        await judge(counter, screen, "a")
        await counter.sees("Nothing waits for you.", "u undo")


async def test_own_items_and_those_of_others_before_them_are_not_counted(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 3))
        await counter.ask(lambda desk: write(desk, 5))
        await queue(counter)
        await counter.sees("3 wait")
        await counter.press("t")
        await counter.sees("Only notes · 2 of 3 wait")
        await counter.press("t", "t")
        await counter.sees("Only what was told · 0 of 3 wait", "Nothing waits for you among what was told.")
        await counter.press("t", "t")
        await counter.sees("Only facts to confirm · 0 of 3 wait")


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_its_keys_are_explained_in_it(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=(160, 60)) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        screen = await queue(counter)
        await counter.press(key)
        await counter.sees("Keys", "In the review")
        listed = [each for each in COMMANDS if each.where is Where.REVIEW or each.id in IN_REVIEW]
        shown = counter.screen()
        assert len(listed) == 12
        assert all(each.help in shown for each in listed)
        assert shown.index(command("approve").help) < shown.index(command("commend").help) < shown.index("Find")
        await counter.press("escape")
        assert counter.app.screen is screen


async def test_own_keys_work_in_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, keys={"approve": "z"}) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        await counter.press("f3")
        await counter.sees("z approve")
        await counter.press("z")
        await counter.sees("Approved Ben's note", "Nothing waits for you.")


def test_one_key_is_not_given_to_two_of_its_commands() -> None:
    check_overrides({"approve": "c", "skip": "n"}, "config.toml")
    for keys in ({"approve": "s"}, {"redact": "plus"}, {"skip": "u"}, {"coach": "x"}):
        with pytest.raises(Usage, match="to both"):
            check_overrides(keys, "config.toml")


async def test_the_same_deed_has_the_same_key_on_the_desk(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        await counter.open("shari", "Shari Caldwell")
        for key, desk_says, review_says in (
            ("+", "Commend: ", "Commend: Ben"),
            ("-", "Coach: ", "Coach: Ben"),
        ):
            await counter.press(key)
            await counter.sees(desk_says)
            await counter.press("escape")
            await queue(counter)
            await counter.press(key)
            await counter.sees(review_says)
            await counter.press("escape", "escape")
        await counter.press(">")
        await counter.sees("Reassign case #1043")


async def test_what_came_back_shows_what_was_asked_and_what_stood_there(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", note("she is difficult"))
        screen = await queue(counter)
        await judge(counter, screen, "f", "Say what happened.")
        await counter.press("escape")

        def again(desk: Desk) -> None:
            (asked,) = desk.reviewing.to_fix()
            (row,) = [each for each in desk.customers.view(asked.customer_id).notes if each.id == asked.row]
            desk.notes.edit(asked.customer_id, row.id, row.version, NoteTyped("came three times", NoteKind.FACT))

        await counter.elsewhere("Ben", again)
        await queue(counter)
        await counter.sees(
            "asked to fix by you, just now: Say what happened.",
            "before  she is difficult",
            "now     came three times",
            "rewritten today 10:42",
        )
        await counter.sees_not("Also by Ben  1 more")


async def test_the_question_of_a_redaction_says_what_it_cannot_reach(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", note(f"Pays late. {'Once in a long while ' * 4}has cancer."))
        await queue(counter)
        await counter.press("x")
        await counter.sees(
            "Ctrl+N takes out the sentence with 'cancer'", "All of it goes; [redacted] stands in its place."
        )
        await counter.press("tab")
        await counter.type("health")
        await counter.press("ctrl+s")
        await counter.holds(
            "Backups and printed slips made before, and drafts at other desks, still hold it.", where="foot"
        )


async def test_a_draft_about_the_customer_loses_what_was_redacted(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", note("Pays late. Has cancer."))
        await counter.open("opal", "Opal Freeman")
        await counter.press("n")
        await counter.type("she has cancer, Ben says")
        await counter.press("escape")
        await counter.until(lambda: holding("cancer", home), "the draft on disk")
        await queue(counter)
        await counter.press("x")
        await counter.sees("Redact")
        await counter.type("has cancer")
        await counter.press("tab")
        await counter.type("health")
        await counter.press("enter")
        await counter.sees("redacts it")
        await counter.press("enter")
        await counter.sees("Redacted; that is for good")
        assert "u undo" not in counter.screen()
        await counter.until(lambda: not holding("cancer", home), "no draft that holds it")


def holding(text: str, home: Path) -> list[Path]:
    return [each for each in (home / "drafts").glob("*") if text in each.read_text("utf-8")]


@pytest.mark.parametrize("key", ["r", "i"])
async def test_its_forms_are_whole_at_eighty_columns(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.press("f3")
        await counter.sees("Esc back")
        await counter.press(key)
        if key == "r":
            await counter.sees("the first 10 items of each are reviewed", "1 in 10 is picked at random; 0: none")
            await counter.sees("facts come up that nobody confirmed for 12 months", "Sensitive words", "New authors")
        else:
            await counter.sees("○ what was told", "○ facts to confirm", "● what waits   ○ what was not picked")


async def test_where_nothing_was_said_nothing_is_offered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Ada") as counter:
        await counter.press("escape", "escape")
        await counter.open("opal", "Opal Freeman")
        await counter.press("U")
        await counter.sees("Nothing was said about your work yet", "Esc back")
        for nothing in ("Enter answer", "x seen", "o open customer"):
            assert nothing not in counter.screen()


async def test_what_was_skipped_stays_at_the_end_whatever_is_shown_meanwhile(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 4))
        screen = await queue(counter)
        skipped = at(screen)
        await judge(counter, screen, "s")
        second = at(screen)
        for _ in range(len(Kind) + 1):
            await counter.press("t")
            await counter.until(lambda: not (screen.busy or screen._reads.pending), "what waits of that kind")
        await counter.sees_not("Only")
        assert at(screen) == second
        for _ in range(3):
            await judge(counter, screen, "a")
        assert at(screen) == skipped


@pytest.mark.parametrize("key", ["+", "-", "x"])
async def test_a_form_that_settles_the_item_says_so(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        await queue(counter)
        await counter.press(key)
        await counter.sees("counts as reviewed by that", where="above")


async def test_a_request_to_fix_is_taken_back_in_plain_words(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await counter.elsewhere("Ben", clear)
        await counter.elsewhere("Ben", lambda desk: write(desk, 1))
        screen = await queue(counter)
        await judge(counter, screen, "f", "Say what happened.")
        await counter.press("u")
        await counter.sees("Take back: request to fix the note on Opal Freeman, today 10:42?")
