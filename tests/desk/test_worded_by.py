"""Whoever wrote what stands there is its author for the review, also where somebody else wrote it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.ids import ConversationId, NoteId
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.review.item import Subject
from deskui.domain.staff import EmployeeTyped
from deskui.domain.typed import NoteTyped
from deskui.errors import NotAllowed
from deskui.store import models
from deskui.store.store import Store
from tests import postgres
from tests.desk.counter import DAY
from tests.desk.reviews import Shop, shop
from tests.store.older import make_older

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Item

__all__ = ["shop"]


def rewritten_note(shop: Shop) -> int:
    """A note of Ben's that Paul has written anew; Paul is acting."""
    note = shop.writes("likes trains")
    shop.act(shop.paul)
    shop.desk.notes.edit(shop.who, note, 1, NoteTyped("an idiot"))
    return note


def rewritten_talk(shop: Shop) -> int:
    """A conversation of Ben's, likewise."""
    talk = shop.talks("asked for kites")
    shop.act(shop.paul)
    shop.desk.conversations.edit(ConversationId(talk), 1, "an idiot", "")
    return talk


REWRITTEN = {Subject.NOTE: rewritten_note, Subject.CONVERSATION: rewritten_talk}


def item(shop: Shop, subject: Subject, row: int) -> Item:
    return next(each.item for each in shop.desk.reviewing.next(ahead=20) if each.item.key == (subject, row))


@pytest.mark.parametrize("subject", REWRITTEN)
def test_nobody_reviews_what_they_wrote_anew(shop: Shop, subject: Subject) -> None:
    row = REWRITTEN[subject](shop)
    assert "an idiot" not in shop.queue()
    shop.act(shop.ada)
    found = item(shop, subject, row)
    assert (found.author, found.author_id) == ("Paul", shop.paul.id)
    shop.act(shop.paul)
    with pytest.raises(NotAllowed, match="That is your own"):
        shop.desk.verdicts.approve(found)


@pytest.mark.parametrize("subject", REWRITTEN)
def test_what_is_said_of_it_is_said_to_whoever_wrote_it(shop: Shop, subject: Subject) -> None:
    row = REWRITTEN[subject](shop)
    shop.act(shop.ada)
    shop.desk.verdicts.coach(item(shop, subject, row), "Say what happened.")
    assert models.Verdict.get().author == shop.paul.id
    assert [each.whose for each in shop.desk.feedback.mine()] == ["Paul"]
    shop.counter.undo()
    shop.desk.verdicts.ask_to_fix(item(shop, subject, row), "Say what happened.")
    shop.act(shop.ben)
    assert shop.desk.reviewing.to_fix() == ()
    shop.act(shop.paul)
    assert [(each.subject, each.row) for each in shop.desk.reviewing.to_fix()] == [(subject, row)]


def test_whoever_is_asked_to_put_a_conversation_right_may_though_they_supervise_no_more(shop: Shop) -> None:
    talk = rewritten_talk(shop)
    shop.act(shop.ada)
    shop.desk.verdicts.ask_to_fix(item(shop, Subject.CONVERSATION, talk), "Say what happened.")
    shop.desk.directory.edit(shop.desk.directory.person(shop.paul.id), EmployeeTyped("Paul"))
    shop.act(shop.desk.directory.person(shop.paul.id))
    version = models.Conversation.get_by_id(talk).version
    shop.desk.conversations.edit(ConversationId(talk), version, "asked for kites", "")
    with pytest.raises(NotAllowed, match="Only whoever had the conversation"):
        shop.desk.conversations.edit(ConversationId(talk), version + 1, "once more", "")


def test_a_supervisor_who_is_none_any_more_writes_no_conversation_of_others_anew(shop: Shop) -> None:
    talk = shop.talks("asked for kites")
    shop.act(shop.paul)
    session = shop.desk.session
    shop.act(shop.ada)
    shop.desk.directory.edit(shop.desk.directory.person(shop.paul.id), EmployeeTyped("Paul"))
    shop.desk.post.session = session  # as the desk remembers it
    with pytest.raises(NotAllowed, match="Only whoever had the conversation"):
        shop.desk.conversations.edit(ConversationId(talk), 1, "an idiot", "")


def test_taking_it_back_makes_it_the_authors_again(shop: Shop) -> None:
    note = rewritten_note(shop)
    shop.counter.undo()
    assert "likes trains" in shop.queue()
    shop.desk.reviewing.let_go()
    shop.act(shop.ada)
    assert item(shop, Subject.NOTE, note).author == "Ben"


def test_what_leaves_the_words_alone_leaves_the_author(shop: Shop) -> None:
    note = shop.writes("likes trains")
    shop.act(shop.paul)
    shop.desk.notes.edit(
        shop.who, note, 1, NoteTyped("likes trains", NoteKind.CAUTION, visibility=Visibility.PRIVATE)
    )
    assert item(shop, Subject.NOTE, note).author == "Ben"


def test_a_fact_that_is_stale_is_confirmed_by_somebody_else_than_its_writer(shop: Shop) -> None:
    note = rewritten_note(shop)
    shop.act(shop.ada)
    shop.desk.verdicts.approve(item(shop, Subject.NOTE, note))
    shop.counter.tick(800 * DAY)
    assert item(shop, Subject.NOTE, note).is_fact
    shop.desk.reviewing.let_go()
    shop.act(shop.paul)
    assert shop.queue() == []


def test_feedback_about_a_note_goes_to_whoever_wrote_it(shop: Shop) -> None:
    note = rewritten_note(shop)
    with pytest.raises(NotAllowed, match="That is your own work"):
        shop.desk.feedback.give(About.NOTE, NoteId(note), FeedbackKind.COACH, "Kinder, please.")


ADA, BEN, SUE = 1, 2, 3
OLD: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "employee": (
        "id, name, role, extension, phone, branch, interests, present, created_at, version",
        [(each, name, "clerk", "", "", "", "", True, 1, 1) for each, name in ((1, "Ada"), (2, "Ben"), (3, "Sue"))],
    ),
    "customer": (
        "id, number, name, given_name, family_name, preferred_name, say_as, company, prefers, tier, birthday, "
        "spend_currency, custom, created_at, version",
        [(1, "C-1", "Shari", "", "", "", "", "", "", "", "", "", "{}", 1, 1)],
    ),
    "note": (
        "id, customer_id, kind, text, source, visibility, review, written_at, author_id, version",
        [(each, 1, "fact", "now", "", "shared", "waiting", 1, None if each == 5 else BEN, 2) for each in range(1, 6)],
    ),
    "conversation": (
        "id, customer_id, employee_id, at, channel, direction, reached, mood, minutes, summary, next_step, review, "
        "created_at, version",
        [(1, 1, BEN, 1, "phone", "in", True, "even", 2, "now", "", "waiting", 1, 2)],
    ),
    "review_item": (
        'entity, "row", author, risk, words, at',
        [("note", 1, BEN, 7, "", 1), ("conversation", 1, BEN, 7, "", 1)],
    ),
    "journal": (
        "id, at, desk, employee_id, verb, subject, operation, content, digest",
        [
            (each, each, "Desk 1", by, verb, 1, f"k{each}", "", f"d{each}")
            for each, (verb, by) in enumerate(
                [
                    *(("note.edit", SUE), ("note.edit", SUE), ("note.edit", SUE), ("undo", ADA)),
                    *(("review.redact", SUE), ("note.edit", SUE), ("conversation.edit", SUE)),
                ],
                1,
            )
        ],
    ),
    "change": (
        'journal, entity, "row", before, after, salt',
        [
            (1, "note", 1, '{"text":"then","source":""}', '{"text":"now","source":""}', "s"),
            (2, "note", 2, '{"text":"now","source":""}', '{"text":"now","source":"","kind":"fact"}', "s"),
            (3, "note", 3, '{"text":"now","source":""}', '{"text":"then","source":""}', "s"),
            (4, "note", 3, '{"text":"then","source":""}', '{"text":"now","source":""}', "s"),
            (5, "note", 4, '{"text":"then","source":""}', '{"text":"now","source":""}', "s"),
            (6, "note", 5, '{"text":"then","source":""}', '{"text":"now","source":""}', "s"),
            (7, "conversation", 1, '{"summary":"a","next_step":""}', '{"summary":"now","next_step":""}', "s"),
        ],
    ),
}
"""Note 1 Sue wrote anew; 2 she left the words of, 3 was put back, 4 she took words out of, 5 came with a file."""


def test_who_wrote_what_stands_there_is_found_in_the_journal_of_an_older_shop(
    new_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(new_url, "0029", tmp_path, monkeypatch)
    mark = "%s" if postgres.SERVER else "?"
    with postgres.plain(new_url) as connection:
        for table, (columns, rows) in OLD.items():
            marks = ", ".join([mark] * len(rows[0]))
            for row in rows:
                connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
    store = Store.open(new_url)
    try:
        worded: list[EmployeeId | None] = [each.worded_by for each in models.Note.select().order_by(models.Note.id)]
        assert worded == [SUE, None, None, None, None]
        assert models.Conversation.get().worded_by == SUE
        items = models.ReviewItem.select().order_by(models.ReviewItem.id)
        assert [each.author for each in items] == [SUE, SUE]
    finally:
        store.close()
