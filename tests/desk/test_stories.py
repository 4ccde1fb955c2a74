"""The story of a case: everything that happened in it, in order, with who may read it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskui.desk import stories
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.ids import CaseId, PromiseId
from deskui.domain.order import ReferenceKind
from deskui.domain.story.story import Audience, StoryKind
from deskui.domain.typed import CaseTyped, ConversationTyped, FollowUpTyped, PromiseTyped, StatementTyped
from deskui.store import models
from deskui.store.reads import follow_ups
from tests.desk.counter import DAY, HOUR

if TYPE_CHECKING:
    import pytest

    from deskui.domain.story.story import Story
    from tests.desk.counter import Counter

US, THEM = Audience.INTERNAL, Audience.CUSTOMER


def told(story: Story) -> list[tuple[StoryKind, str, str, Audience]]:
    return [(each.kind, each.words, each.by, each.audience) for each in story.entries]


def test_everything_that_happened_is_told_in_order(counter: Counter) -> None:
    desk, whom = counter.desk, counter.customer()
    case = CaseId(desk.cases.open(whom, CaseTyped("Lost", references=((ReferenceKind.PO, "PO 4471"),))).subject)
    counter.tick(HOUR)
    typed = ConversationTyped("Third call.", Channel.PHONE, Direction.IN, mood=Mood.BAD, case_id=case)
    desk.conversations.log(whom, typed)
    desk.told.say(whom, StatementTyped("hub answer", "by noon", case_id=case))
    kept = PromiseId(
        desk.promises.make(whom, PromiseTyped(what="call", due=counter.now + HOUR, case_id=case)).subject
    )
    counter.tick(2 * HOUR)
    desk.promises.keep(kept)
    task = desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("tomorrow"), case_id=case)).subject
    counter.tick(HOUR)
    desk.follow_ups.settle(task, follow_ups.follow_up(task).version, "They found it.")  # type: ignore[arg-type]
    desk.duty.hand_over(case, counter.paul.id, "She likes a call in the morning.")
    counter.tick(HOUR)
    desk.cases.close(desk.cases.case(case), "Found in the yard.")
    story = desk.stories.of_case(case)
    assert told(story) == [
        (StoryKind.OPENED, "Lost", "Ada", THEM),
        (StoryKind.NUMBERS, "PO 4471", "", THEM),
        (StoryKind.CONTACT, "by phone, from the customer", "Ada", THEM),
        (StoryKind.TOLD, "hub answer: by noon", "Ada", THEM),
        (StoryKind.PROMISED, "call, by Mon 23 Nov 12:42", "Ada", THEM),
        (StoryKind.BROKEN, "call, was due Mon 23 Nov 12:42", "", THEM),
        (StoryKind.KEPT, "call, 1 h late", "Ada", THEM),
        (StoryKind.PLANNED, "ask the hub, for Tue 24 Nov", "Ada", US),
        (StoryKind.HANDED_OVER, "to Paul", "Ada", THEM),
        (StoryKind.DONE, "ask the hub", "Ada", US),
        (StoryKind.CLOSED, "Lost", "Ada", THEM),
    ]
    details = [(line.text, line.audience) for each in story.entries for line in each.lines]
    assert details == [
        ("Third call.", US),
        ("It went badly.", US),
        ("She likes a call in the morning.", US),
        ("They found it.", US),
        ("Found in the yard.", US),
    ]
    assert (story.customer, story.owner, story.ahead) == ("Shari Caldwell", "Paul", ())


def test_what_is_still_to_come_stands_at_the_end_soonest_first(counter: Counter) -> None:
    desk, whom = counter.desk, counter.customer()
    case = counter.case(whom)
    desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("tomorrow"), case_id=case))
    for what, due in (("late", HOUR), ("soon", 5 * HOUR), ("later", 3 * DAY)):
        desk.promises.make(whom, PromiseTyped(what=what, due=counter.now + due, case_id=case))
    counter.tick(2 * HOUR)
    assert [each.words for each in desk.stories.of_case(case).ahead] == [
        "late, by Mon 23 Nov 11:42, overdue",
        "soon, by Mon 23 Nov 15:42",
        "ask the hub, on Tue 24 Nov",
        "later, by Thu 26 Nov 10:42",
    ]


def test_what_was_entered_by_mistake_and_taken_back_is_no_part_of_it(counter: Counter) -> None:
    desk, whom = counter.desk, counter.customer()
    case = counter.case(whom)
    before = told(desk.stories.of_case(case))
    for write in (
        lambda: desk.told.say(whom, StatementTyped("hub", "by noon", case_id=case)),
        lambda: desk.promises.make(whom, PromiseTyped(what="call", due=counter.now + HOUR, case_id=case)),
        lambda: desk.conversations.log(whom, ConversationTyped("Wrong one.", case_id=case)),
    ):
        write()
        assert told(desk.stories.of_case(case)) != before
        counter.undo()
        assert told(desk.stories.of_case(case)) == before


def test_another_case_of_the_same_customer_is_another_story(counter: Counter) -> None:
    desk, whom = counter.desk, counter.customer()
    case, other = counter.case(whom), counter.case(whom)
    desk.told.say(whom, StatementTyped("hub", "by noon", case_id=other))
    desk.conversations.log(whom, ConversationTyped("About the other.", case_id=other))
    desk.conversations.log(whom, ConversationTyped("About none."))
    assert [each.kind for each in desk.stories.of_case(case).entries] == [StoryKind.OPENED]


def test_of_very_many_contacts_the_newest_are_told(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST_CONTACTS", 10)
    desk, whom = counter.desk, counter.customer()
    case = counter.case(whom)
    for number in range(14):
        counter.tick(timedelta(minutes=1))
        desk.conversations.log(whom, ConversationTyped(f"Call {number}", case_id=case))
    story = desk.stories.of_case(case)
    summaries = [line.text for each in story.entries for line in each.lines]
    assert (summaries, story.left_out) == ([f"Call {number}" for number in range(4, 14)], 4)
    models.Conversation.delete().where(
        models.Conversation.summary.in_([f"Call {each}" for each in range(4)])
    ).execute()
    assert desk.stories.of_case(case).left_out == 0
