"""The wrap-up: one form, one transaction, every line read back while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.typed import NoteTyped, PromiseTyped, StatementTyped
from tests.ui.driving import NARROW, NORMAL, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.pages import CustomerView
    from tests.ui.driving import Counter


def view_of(desk: Desk, typed: str = "helen vandermeer") -> CustomerView:
    return desk.customers.view(desk.lookup.find(typed)[0].customer_id)


async def form(counter: Counter) -> None:
    await counter.open("helen", "Helen Vandermeer")
    await counter.press("c")
    await counter.sees("Contact with Helen Vandermeer", "Told them", "Promised", "Follow-up", "Next step")


async def go_to(counter: Counter, field: str) -> None:
    while getattr(counter.app.focused, "id", "") != field:
        await counter.press("tab")


async def fill(counter: Counter, **lines: str) -> None:
    for name, words in lines.items():
        await go_to(counter, name)
        await counter.type(words)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_all_that_a_contact_leaves_behind_is_kept_at_once(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await form(counter)
        who = (await counter.ask(view_of)).customer.id
        before = await counter.ask(lambda desk: desk.notes.write(who, NoteTyped("Likes lamps.")))
        await counter.type("The lamp flickers.")
        await fill(counter, mood="g", told="lamp: checked by Fri 12:00", promise="call back 1 dec 12:00")
        await fill(counter, follow_up="ask whether it holds in 3 weeks", next_step="test the lamp", minutes="7")
        await counter.save("Contact logged, with what they were told and a promise")
        after = await counter.ask(lambda desk: desk.own_entries.last())
    assert after.done.sequence == before.sequence + 1
    with kept(demo_url) as desk:
        view = view_of(desk)
    talk = view.conversations.rows[0]
    assert (talk.summary, talk.mood, talk.minutes, talk.next_step) == (
        "The lamp flickers.",
        Mood.GOOD,
        7,
        "test the lamp",
    )
    promised, told, task = view.promises[0], view.told[0], view.follow_ups[-1]
    assert (promised.promise.what, promised.promise.conversation_id) == ("call back", talk.id)
    assert (told.topic, told.text, told.conversation_id) == ("lamp", "checked by Fri 12:00", talk.id)
    assert (task.what, str(task.due_on)) == ("ask whether it holds", "2026-12-13")


async def test_it_ends_the_visit_and_takes_as_long_as_that(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        who = counter.app.screen.view.customer.id
        await counter.until(lambda: True, "open")
        await counter.ask(lambda desk: desk.visits.open(who))
        counter.clock.tick(4)
        await counter.press("c")
        await counter.type("Just looking.")
        await counter.save("Contact logged")
        assert await counter.ask(lambda desk: desk.visits.current()) is None
        view = await counter.ask(lambda desk: desk.customers.view(who))
    assert view.conversations.rows[0].minutes == 4


async def test_what_is_read_stands_below_each_line_while_it_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        await fill(counter, told="hub answers by Fri 12:00")
        await counter.sees("topic hub answers · Fri 12:00")
        await fill(counter, promise="call back 1 dec 12:00")
        await counter.sees("call back · Tue 1 Dec 12:00")
        await fill(counter, follow_up="send the catalogue fri")
        await counter.sees("send the catalogue · Fri 27 Nov")


async def test_a_closed_hour_is_pointed_out_and_the_next_open_one_is_one_key_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        await counter.type("Wants a call.")
        await fill(counter, promise="call back 1 dec 23:00")
        await counter.sees("we are closed then; next open Wed 2 Dec 09:00", where="hint-promise")
        await counter.sees("Ctrl+N next open Wed 2 Dec 09:00", where="foot")
        await counter.press("ctrl+n")
        await counter.sees("call back · Wed 2 Dec 09:00 (in", where="hint-promise")


async def test_a_different_story_is_named_and_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        who = counter.app.screen.view.customer.id
        said = StatementTyped("lamp", "lamp is here on Friday")
        await counter.elsewhere("Ben", lambda desk: desk.told.say(who, said))
        await counter.press("c")
        await counter.type("Asked about the lamp.")
        await fill(counter, told="lamp: here in two weeks")
        await counter.sees('Ben said "lamp is here on Friday" today')
        await counter.press("ctrl+s")
        await counter.sees(
            'Replaces what Ben said today: "lamp is here on Friday".', "Ctrl+S again saves and corrects"
        )
        await counter.save("Contact logged, with what they were told")
        standing = await counter.ask(lambda desk: desk.told.standing(who))
    assert standing[0].text == "here in two weeks"
    assert standing[0].corrects is not None


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("promise", "call back yesterdayish or so", "No due time"),
        ("follow_up", "send the catalogue", "day"),
        ("minutes", "seven", "Minutes are a whole number"),
    ],
)
async def test_what_is_not_understood_keeps_everything_and_names_the_field(
    demo_url: str, home: Path, field: str, words: str, sentence: str
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        before = await counter.ask(view_of)
        await counter.type("Came by.")
        await fill(counter, **{field: words})
        await go_to(counter, "case")
        await counter.press("ctrl+s")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == field, f"the cursor is in {field}")
        await counter.sees(sentence)
        if field == "promise":
            await counter.sees("Not saved; see Promised.", where="foot")
        assert counter.app.screen.values()["summary"] == "Came by."
        assert await counter.ask(view_of) == before


async def test_nothing_is_kept_without_a_word_of_what_was_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        await fill(counter, promise="call back 1 dec 12:00")
        await counter.press("ctrl+s")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == "summary", "the cursor is in the text")
        assert "call back" not in [each.promise.what for each in (await counter.ask(view_of)).promises]


async def test_taking_it_back_takes_back_all_of_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        before = await counter.ask(view_of)
        await counter.type("The lamp flickers.")
        await fill(counter, told="lamp: checked", promise="call back 1 dec 12:00", follow_up="ask again in 3 weeks")
        await counter.save("Contact logged")
        await counter.press("u", "enter")
        await counter.sees("Taken back: contact wrapped up", where="keys")
        after = await counter.ask(view_of)
    assert (after.conversations, after.promises, after.told, after.follow_ups) == (
        before.conversations,
        before.promises,
        before.told,
        before.follow_ups,
    )


async def test_from_the_due_list_it_is_a_call_of_ours(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f2", "c")
        await counter.sees("Contact with", "● phone", "● we contacted them")
        name = counter.app.screen._title.removeprefix("Contact with ")
        await counter.type("Told her how it stands.")
        await counter.save("Contact logged")
        talk = (await counter.ask(lambda desk: view_of(desk, name))).conversations.rows[0]
    assert (talk.channel, talk.direction, talk.reached) == (Channel.PHONE, Direction.OUT, True)


async def test_at_80x24_every_field_and_the_keys_are_in_view(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await form(counter)
        await counter.sees("What was said", "How it went", "Who began", "Reached", "Minutes", "Case", "Ctrl+S save")


async def test_on_a_similar_topic_one_key_makes_it_one_story(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("shari", "Shari Caldwell")
        who = counter.app.screen.view.customer.id
        await counter.press("c")
        await counter.type("Asked about the hub.")
        await fill(counter, told="reply of the hub by tue noon")
        await counter.sees('Paul said "hub answers by Mon 12:00" on Thu')
        await counter.sees("Ctrl+N say it on the same topic: hub answer", where="foot")
        await counter.press("ctrl+n")
        await counter.until(lambda: "Ctrl+N" not in counter.read("foot"), "it is on the same topic")
        assert counter.app.screen.values()["told"] == "hub answer: reply of the hub by tue noon"
        await counter.press("ctrl+s")
        await counter.sees("Replaces what Paul said", where="foot")
        await counter.save("Contact logged, with what they were told")
        standing = await counter.ask(lambda desk: desk.told.standing(who))
    assert [each.text for each in standing if "hub" in each.text] == ["reply of the hub by tue noon"]


async def test_what_is_offered_is_for_the_line_that_is_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("c")
        await fill(counter, told="reply of the hub by tue noon")
        await counter.sees("Ctrl+N say it on the same topic", where="foot")
        await fill(counter, promise="call back 1 dec 23:00")
        await counter.sees("Ctrl+N next open", where="foot")
        await counter.press("ctrl+n")
        await counter.sees("Ctrl+N say it on the same topic", where="foot")


async def shari(counter: Counter, **lines: str) -> None:
    """Her contact form, with something said and these lines; Paul told her that the hub answers by Mon 12:00."""
    await counter.open("shari", "Shari Caldwell")
    await counter.press("c")
    await counter.type("Asked about the hub.")
    await fill(counter, **lines)


def told_topics(desk: Desk) -> list[str]:
    return [each.topic for each in view_of(desk, "shari").told]


REPLACES = 'Replaces what Paul said on Thu: "hub answers by Mon 12:00".'
KEEPS = 'Keeps what Paul said on Thu as well: "hub answers by Mon 12:00".'


async def test_keeping_two_stories_is_asked_with_the_key_that_makes_it_one(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter, told="reply of the hub by tue noon")
        await counter.press("ctrl+s")
        await counter.sees(
            "Ctrl+N say it on the same topic", KEEPS, "Ctrl+S again saves and keeps both", where="foot"
        )
        await counter.save("Contact logged, with what they were told")
        assert {"reply of the hub", "hub answer"} <= set(await counter.ask(told_topics))


async def test_where_the_key_is_for_another_line_the_words_say_how_to_correct(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter, told="reply of the hub by tue noon", promise="call back 1 dec 23:00")
        await counter.sees("Ctrl+N next open", where="foot")
        await counter.press("ctrl+s")
        await counter.sees(KEEPS, "Begin the line with hub answer: to correct that.", where="foot")


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("promise", "call back yesterdayish or so", "No due time"),
        ("follow_up", "send the catalogue", "day"),
        ("minutes", "seven", "Minutes are a whole number"),
    ],
)
async def test_what_is_refused_is_said_before_anything_is_asked(
    demo_url: str, home: Path, field: str, words: str, sentence: str
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter, told="hub answers by tue noon", **{field: words})
        await counter.press("ctrl+s")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == field, f"the cursor is in {field}")
        await counter.sees(sentence)
        assert "Replaces" not in counter.read("foot")
        await counter.press("ctrl+u")
        await counter.press("ctrl+s")
        await counter.sees(REPLACES, "saves and corrects", where="foot")


async def test_an_answered_question_is_not_asked_again_for_a_word_elsewhere(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter, told="hub answers by tue noon")
        await counter.press("ctrl+s")
        await counter.sees("Replaces what Paul said", where="foot")
        await fill(counter, next_step="call the hub", mood="g")
        await counter.save("Contact logged, with what they were told")


async def test_an_answer_that_both_lines_meet_is_named_once_and_corrected(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await shari(counter, told="hub answers by tue noon", promise="hub answer tue noon")
        await counter.press("ctrl+s")
        await counter.sees(REPLACES, "saves and corrects", where="foot")
        assert counter.read("foot").count("Paul said") == 1
        await counter.save("Contact logged, with what they were told and a promise")
        assert (await counter.ask(told_topics)).count("hub answer") == 1


async def test_what_is_promised_for_another_time_is_named_below_what_is_told(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        who = counter.app.screen.view.customer.id
        await counter.ask(lambda desk: desk.promises.make(who, PromiseTyped("lamp is here 1 dec 12:00")))
        await counter.press("c")
        await counter.type("Asked about the lamp.")
        await fill(counter, told="lamps come 3 dec noon")
        await counter.sees("promised: lamp is here Tue 1 Dec 12:00; P moves it", where="hint-told")
        await counter.press("ctrl+s")
        asked = "Leaves what is promised: lamp is here Tue 1 Dec 12:00; P moves it."
        await counter.sees(asked, where="foot")
        await counter.save("Contact logged, with what they were told")


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_next_step_stays_when_they_are_met_again(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await shari(counter, next_step="ask the hub for the signature")
        await counter.save("Contact logged")
        await counter.sees("next: ask the hub for the signature", where="conversations")
        counter.clock.tick(5)
        await counter.press("c")
        await counter.type("Called again.")
        await counter.save("Contact logged")
        await counter.sees("Called again.", where="conversations")
        await counter.holds("Next step ask the hub for the signature", where="case")
        await counter.press("c")
        await counter.type("The hub has it.")
        await fill(counter, next_step="file the claim")
        await counter.save("Contact logged")
        await counter.holds("Next step file the claim", where="case")
        assert "ask the hub for the signature" not in counter.read("case")
        await counter.press("u", "enter")
        await counter.holds("Next step ask the hub for the signature", where="case")


async def test_two_times_for_the_same_thing_in_one_contact_are_asked_about(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await form(counter)
        await counter.type("Asked about the lamp.")
        await fill(counter, told="lamps come 3 dec noon", promise="lamp is here 1 dec 12:00")
        await counter.press("ctrl+s")
        asked = "You tell them Thu 3 Dec 12:00, and promise Tue 1 Dec 12:00; say the same in both."
        await counter.sees(asked, "Ctrl+S again saves it all the same", where="foot")
        await go_to(counter, "promise")
        await counter.press("ctrl+u")
        await counter.type("lamp is here 3 dec 12:00")
        await counter.save("Contact logged, with what they were told and a promise")
