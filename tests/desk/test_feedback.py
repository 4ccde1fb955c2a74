"""Praise, coaching and handing a case to somebody else: between the two, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.due.due_list import DueKind
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.note import Visibility
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import PromiseTyped
from deskui.errors import BadInput, DeskError, NoRight, NotAllowed, NotFound
from deskui.store import models
from deskui.store.reads import feedback as reads
from tests.desk.counter import HOUR
from tests.desk.reviews import Shop, shop

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import FeedbackId

__all__ = ["shop"]


def praised(shop: Shop) -> FeedbackId:
    talk = shop.talks("Called her back two hours early.")
    return shop.desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COMMEND, "Early, well done.").subject  # type: ignore[return-value]


def test_it_stands_in_the_due_list_of_whom_it_is_for_until_seen(shop: Shop) -> None:
    praised(shop)
    shop.act(shop.ben)
    (line,) = [each for each in shop.desk.due.mine() if each.kind is DueKind.FEEDBACK]
    assert line.feedback is not None
    assert (line.feedback.comment, line.feedback.by, line.customer) == ("Early, well done.", "Ada", "Shari Caldwell")
    shop.desk.due.settle(line)
    assert [each for each in shop.desk.due.mine() if each.kind is DueKind.FEEDBACK] == []
    assert [each.comment for each in shop.desk.feedback.mine()] == ["Early, well done."]
    shop.counter.undo()
    assert len(shop.desk.feedback.news()) == 1


def test_it_can_be_answered_and_the_other_one_hears_of_it(shop: Shop) -> None:
    given = praised(shop)
    shop.act(shop.ben)
    shop.desk.feedback.answer(given, "Thank you.")
    assert shop.desk.feedback.news() == ()
    shop.act(shop.ada)
    (news,) = shop.desk.feedback.news()
    assert [(each.by, each.text) for each in news.answers] == [("Ben", "Thank you.")]
    shop.desk.feedback.answer(given, "Go on like that.")
    assert shop.desk.feedback.news() == ()
    shop.act(shop.ben)
    assert [each.text for each in shop.desk.feedback.news()[0].answers] == ["Thank you.", "Go on like that."]


def test_an_answer_stands_in_the_due_list_of_whoever_gave_it_in_its_own_words(shop: Shop) -> None:
    given = praised(shop)
    shop.counter.tick(HOUR)
    shop.act(shop.ben)
    shop.desk.feedback.answer(given, "Thank you.")
    shop.act(shop.ada)

    def lines() -> list[tuple[str, datetime | None]]:
        return [(each.what, each.since) for each in shop.desk.due.mine() if each.kind is DueKind.FEEDBACK]

    assert lines() == [("Thank you.", shop.counter.now)]
    shop.counter.tick(HOUR)
    shop.desk.feedback.answer(given, "Go on like that.")
    shop.act(shop.ben)
    assert lines() == [("Go on like that.", shop.counter.now)]
    shop.desk.feedback.seen(given)
    assert lines() == []


def test_it_says_what_it_is_about_in_the_words_of_that(shop: Shop) -> None:
    with_case = shop.counter.case(shop.who, owner=shop.ben)
    shop.act(shop.ben)
    promise = shop.desk.promises.make(shop.who, PromiseTyped("call back tomorrow noon")).subject
    shop.act(shop.ada)
    note = shop.writes("text first, never before 9")
    for about, row in (
        (About.NOTE, note),
        (About.CONVERSATION, shop.talks("Third call about the parcel.")),
        (About.CASE, with_case),
        (About.PROMISE, promise),
        (About.STATEMENT, shop.tells("refund", "comes by post")),
    ):
        shop.desk.feedback.give(about, row, FeedbackKind.COACH, "Slower.")
    words = {About.CASE: "Missing parcel", About.NOTE: "text first, never before 9", About.PROMISE: "call back"}
    words |= {About.CONVERSATION: "Third call about the parcel.", About.STATEMENT: "comes by post"}
    shop.act(shop.ben)
    assert {each.about: each.work for each in shop.desk.feedback.mine()} == words
    shop.desk.notes.withdraw(shop.who, note, 1)
    assert {each.about: each.work for each in shop.desk.feedback.mine()} == words | {About.NOTE: ""}


def test_the_words_of_a_private_note_are_for_its_author_alone(shop: Shop) -> None:
    note = shop.writes("between us", visibility=Visibility.PRIVATE)
    shop.desk.feedback.give(About.NOTE, note, FeedbackKind.COACH, "Not here.")
    assert [each.work for each in shop.desk.feedback.mine()] == [""]
    shop.act(shop.ben)
    assert [each.work for each in shop.desk.feedback.mine()] == ["between us"]


def test_what_was_answered_last_comes_first(shop: Shop) -> None:
    first = praised(shop)
    shop.counter.tick(HOUR)
    shop.desk.feedback.give(About.CONVERSATION, shop.talks("x"), FeedbackKind.COACH, "Slower.")
    shop.counter.tick(HOUR)
    shop.act(shop.ben)
    shop.desk.feedback.answer(first, "Thank you.")
    assert [each.comment for each in shop.desk.feedback.mine()] == ["Early, well done.", "Slower."]


def test_nobody_else_reads_it_not_even_other_supervisors_and_administrators(shop: Shop) -> None:
    shop.act(shop.paul)
    talk = shop.talks("x")
    shop.act(shop.paul)
    given = shop.desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COACH, "Slower.").subject
    shop.act(shop.ada)  # an administrator
    assert shop.desk.feedback.mine() == shop.desk.feedback.news() == ()
    for ask in (shop.desk.feedback.seen, lambda each: shop.desk.feedback.answer(each, "what?")):
        with pytest.raises(NotFound):
            ask(given)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        reads.one(given, shop.ada.id)  # type: ignore[arg-type]
    assert [each for each in shop.desk.due.mine() if each.kind is DueKind.FEEDBACK] == []
    assert "Slower" not in repr(shop.desk.customers.view(shop.who))


def test_only_supervisors_give_it_and_not_to_themselves(shop: Shop) -> None:
    talk = shop.talks("x")
    shop.act(shop.ben)
    with pytest.raises(NoRight):
        shop.desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COMMEND, "me!")
    shop.act(shop.ada)
    mine = shop.writes("mine", by=shop.ada)
    with pytest.raises(NotAllowed, match="your own"):
        shop.desk.feedback.give(About.NOTE, mine, FeedbackKind.COMMEND, "me!")
    with pytest.raises(BadInput):
        shop.desk.feedback.give(About.CONVERSATION, talk, FeedbackKind.COMMEND, " ")


@pytest.mark.parametrize("about", [About.CONVERSATION, About.NOTE, About.CASE, About.PROMISE, About.STATEMENT])
def test_it_can_be_about_each_of_these(shop: Shop, about: About) -> None:
    case = shop.counter.case(shop.who, owner=shop.ben)
    shop.act(shop.ben)
    rows = {
        About.CONVERSATION: shop.talks("x"),
        About.NOTE: shop.writes("x"),
        About.CASE: case,
        About.STATEMENT: shop.tells("a", "b"),
    }
    shop.act(shop.ben)
    rows[About.PROMISE] = shop.desk.promises.make(shop.who, PromiseTyped("call back tomorrow noon")).subject
    shop.act(shop.ada)
    shop.desk.feedback.give(about, rows[about], FeedbackKind.COACH, "Look at it again.")
    shop.act(shop.ben)
    (found,) = shop.desk.feedback.mine()
    assert (found.about, found.row, found.kind) == (about, rows[about], FeedbackKind.COACH)


def test_reassigning_hands_the_case_over_in_the_same_entry_and_is_undone_in_one(shop: Shop) -> None:
    case = shop.counter.case(shop.who, owner=shop.ben)
    before = shop.counter.entries()
    shop.desk.feedback.reassign(About.CASE, case, shop.paul.id, "It needs somebody with time.", "Ben knows her.")
    assert shop.counter.entries() == before + 1
    assert shop.desk.cases.case(case).owner_id == shop.paul.id
    shop.act(shop.paul)
    assert [(each.note, each.giver) for each in shop.desk.duty.waiting()] == [("Ben knows her.", "Ben")]
    shop.act(shop.ben)
    assert [each.comment for each in shop.desk.feedback.news()] == ["It needs somebody with time."]
    shop.act(shop.ada)
    shop.counter.undo()
    assert shop.desk.cases.case(case).owner_id == shop.ben.id
    shop.act(shop.ben)
    assert shop.desk.feedback.news() == ()


def test_what_is_about_no_case_or_theirs_already_cannot_be_reassigned(shop: Shop) -> None:
    note, case = shop.writes("x"), shop.counter.case(shop.who, owner=shop.ben)
    with pytest.raises(NotAllowed, match="no case"):
        shop.desk.feedback.reassign(About.NOTE, note, shop.paul.id, "x")
    before = shop.counter.entries()
    with pytest.raises(NotAllowed, match="already"):
        shop.desk.feedback.reassign(About.CASE, case, shop.ben.id, "x")
    assert shop.counter.entries() == before
    assert models.Feedback.select().count() == 0


def test_who_said_what_kind_of_thing_to_whom_cannot_be_changed(shop: Shop) -> None:
    praised(shop)
    for column, value in (("kind", "coach"), ("whose", shop.paul.id), ("by", shop.ben.id)):
        with pytest.raises(Exception, match="keeps what was written"), shop.desk.store.database.atomic():
            models.Feedback.update({column: value}).execute()


def test_what_an_author_was_asked_stands_in_their_due_list(shop: Shop) -> None:
    shop.tells("refund", "never")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Tell her the truth.")
    shop.act(shop.ben)
    (line,) = [each for each in shop.desk.due.mine() if each.kind is DueKind.FIX]
    assert line.fix is not None
    assert line.fix.comment == "Tell her the truth."
    shop.desk.due.settle(line)
    assert [each for each in shop.desk.due.mine() if each.kind is DueKind.FIX] == []


def test_a_note_that_is_to_be_fixed_is_settled_by_changing_it(shop: Shop) -> None:
    shop.writes("x")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Say more.")
    shop.act(shop.ben)
    (line,) = [each for each in shop.desk.due.mine() if each.kind is DueKind.FIX]
    with pytest.raises(DeskError):
        shop.desk.due.settle(line)
    shop.counter.tick(HOUR)
    assert shop.desk.due.mine() == (line,)


def test_the_journal_says_that_something_was_said_and_not_what(shop: Shop) -> None:
    given = praised(shop)
    shop.act(shop.ben)
    shop.desk.feedback.answer(given, "Thank you.")
    entries = range(1, shop.counter.entries() + 1)

    def told() -> str:
        pages = repr(shop.desk.journal.page(shop.desk.journal.asked("today")))
        return pages + repr([shop.desk.journal.entry(each) for each in entries])

    shop.act(shop.ada)
    assert "well done" in told()
    shop.desk.directory.edit(shop.paul, EmployeeTyped("Paul", Role.ADMINISTRATOR))
    shop.act(next(each for each in shop.desk.shop.staff() if each.name == "Paul"))
    assert "feedback.give" in told()
    assert "well done" not in told()
    assert "Thank you" not in told()
