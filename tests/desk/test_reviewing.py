"""What waits for a supervisor, in which order, and what becomes of it when they say something of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from deskui.desk.checking import look_over
from deskui.desk.reviewing import CLAIMED_FOR
from deskui.domain.checked import Check, Checked
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import EVERYTHING, MOST, Kind, Narrowed, Risk, Subject, Verdict
from deskui.domain.review.redaction import REDACTED
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import NoteTyped, RulesTyped
from deskui.errors import BadInput, Conflict, NoRight, NotAllowed, NotFound
from deskui.store import models
from deskui.store.reads import reviews
from deskui.store.writes.bulk import insert_rows
from tests.conftest import NOW
from tests.desk.counter import DAY, HOUR
from tests.desk.reviews import Shop, shop
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.review.item import Item

__all__ = ["shop"]


def nothing_new(shop: Shop, **rules: str) -> None:
    """Nobody is a new author, and nothing is sampled, unless said otherwise."""
    typed = {"words": "cancer, mental health", "one_in": "0", "first": "0", "stale_months": "12"} | rules
    shop.desk.reviewing.set_rules(RulesTyped(**typed), shop.desk.reviewing.rules().version)


def wrong(url: str) -> list[str]:
    """What looking the database over finds wrong."""
    return [words for each in look_over(url) if isinstance(each, Checked) for words in each.wrong]


# --- the queue -------------------------------------------------------------------------------------------


def test_the_gravest_comes_first_and_among_equals_the_oldest(shop: Shop) -> None:
    nothing_new(shop)
    shop.writes("likes trains", NoteKind.INTEREST)
    shop.writes("between us", visibility=Visibility.PRIVATE)
    shop.counter.tick(HOUR)
    shop.writes("has CANCER", NoteKind.FACT)
    shop.writes("never lend tools", NoteKind.CAUTION)
    shop.counter.tick(HOUR)
    shop.writes("gate is locked", alert_from="today")
    shop.writes("beware of the dog", NoteKind.CAUTION)
    shop.talks("She said her mental health suffers.")
    wanted = ["gate is locked", "never lend tools", "beware of the dog", "has CANCER"]
    assert shop.queue() == [*wanted, "She said her mental health suffers.", "between us"]
    looked = shop.desk.reviewing.next(ahead=5)
    assert [each.item.found for each in looked[2:]] == [(), ("cancer",), ("mental health",)]


def test_what_is_not_sampled_is_not_in_the_queue_but_can_be_listed(shop: Shop) -> None:
    nothing_new(shop)
    shop.writes("likes trains")
    assert shop.queue() == []
    listed = shop.desk.reviewing.next(Narrowed(rest=True))
    assert [each.item.text for each in listed] == ["likes trains"]
    nothing_new(shop, one_in="1")
    assert shop.queue() == ["likes trains"]


def test_somebody_is_new_until_so_many_of_theirs_were_reviewed(shop: Shop) -> None:
    nothing_new(shop, first="2")
    for text in ("one", "two"):
        shop.writes(text)
        assert shop.next().risk is Risk.NEW_AUTHOR
        shop.desk.verdicts.approve(shop.next())
    shop.writes("three")
    assert shop.queue() == []
    shop.counter.undo()
    shop.writes("four")
    assert set(shop.queue()) == {"two", "four"}


def test_what_was_told_and_conversations_wait_too(shop: Shop) -> None:
    shop.talks("Third call about the parcel.")
    shop.tells("refund", "comes by post")
    shop.writes("likes trains")
    looked = shop.desk.reviewing.next(ahead=9)
    assert {each.item.subject for each in looked} == {Subject.NOTE, Subject.CONVERSATION, Subject.STATEMENT}
    assert all(each.around.who.name == "Shari Caldwell" for each in looked)


def test_ones_own_never_comes_and_cannot_be_judged(shop: Shop) -> None:
    shop.writes("mine", by=shop.ada)
    assert shop.queue() == []
    shop.act(shop.paul)
    item = shop.next()
    shop.desk.reviewing.let_go()
    shop.act(shop.ada)
    for say in says(shop):
        with pytest.raises(NotAllowed, match="your own"):
            say(item)
    assert shop.verdicts() == []


def says(shop: Shop) -> tuple[Callable[[Item], Done], ...]:
    """Every verdict on a note."""
    verdicts = shop.desk.verdicts
    return (
        verdicts.approve,
        lambda item: verdicts.ask_to_fix(item, "why?"),
        verdicts.make_private,
        verdicts.confirm,
        lambda item: verdicts.commend(item, "well put"),
        lambda item: verdicts.coach(item, "be brief"),
        lambda item: verdicts.redact(item, "", "not ours to keep"),
    )


def test_only_supervisors_review(shop: Shop) -> None:
    shop.writes("likes trains")
    item = shop.next()
    shop.act(shop.ben)
    for say in says(shop):
        with pytest.raises(NoRight):
            say(replace(item, author_id=None))
    for ask in (shop.desk.reviewing.counts, shop.desk.reviewing.next):
        with pytest.raises(NoRight):
            ask()
    with pytest.raises(NoRight):
        shop.desk.reviewing.set_rules(RulesTyped("", "1", "1", "1"), 1)


def test_it_can_be_narrowed_by_author_kind_age_and_branch(shop: Shop) -> None:
    shop.writes("old")
    shop.counter.tick(DAY * 3)
    shop.writes("new")
    shop.writes("Paul's", by=shop.paul)
    shop.talks("a talk")

    def narrowed(**how: object) -> list[str]:
        found = shop.desk.reviewing.next(Narrowed(**how), ahead=9)  # type: ignore[arg-type]
        return [each.item.text for each in found]

    assert narrowed(author=shop.paul.id) == ["Paul's"]
    assert narrowed(kind=Kind.CONVERSATION) == ["a talk"]
    assert narrowed(older_than=2) == ["old"]
    assert narrowed(newer_than=2, kind=Kind.NOTE) == ["new", "Paul's"]
    models.Employee.update(branch="Airport").where(models.Employee.id == shop.paul.id).execute()
    assert narrowed(branch="airport") == ["Paul's"]
    assert narrowed(branch="elsewhere") == []


def test_facts_that_nobody_confirmed_for_long_come_up_and_confirming_settles_them(shop: Shop) -> None:
    shop.writes("has a dog")
    shop.writes("text first", NoteKind.PREFERENCE)
    shop.writes("likes trains", NoteKind.INTEREST)
    for looked in shop.desk.reviewing.next(ahead=9):
        shop.desk.verdicts.approve(looked.item)
    assert shop.queue() == []
    shop.counter.tick(DAY * 370)
    assert shop.queue() == ["has a dog", "text first"]
    assert shop.desk.reviewing.counts().stale == 2
    assert shop.next().risk is Risk.STALE
    shop.desk.verdicts.approve(shop.next())
    assert shop.queue() == ["text first"]
    today = shop.desk.session.today(shop.counter.now)
    noted = {each.text: each.confirmed_on for each in shop.desk.customers.view(shop.who).notes}
    assert noted == {"has a dog": today, "text first": None, "likes trains": None}
    shop.counter.tick(DAY * 370)
    assert shop.queue() == ["text first", "has a dog"]


def test_the_counts_are_those_of_the_queue(shop: Shop) -> None:
    nothing_new(shop)
    shop.writes("has cancer")
    shop.writes("beware", NoteKind.CAUTION)
    shop.writes("plain")
    counts = shop.desk.reviewing.counts()
    assert counts.by_risk == {Risk.CAUTION: 1, Risk.SENSITIVE: 1, Risk.REST: 1}
    assert counts.waiting == 2


def test_everywhere_as_many_wait_as_the_queue_gives_and_nothing_of_ones_own(shop: Shop) -> None:
    for text in ("one", "two", "three"):
        shop.writes(text)
    shop.writes("mine", by=shop.ada)
    shop.writes("Paul's", by=shop.paul)
    over = {"entity": "goodwill", "author": shop.ben.id, "risk": Risk.OVER_LIMIT.value, "at": NOW}
    models.ReviewItem.insert(row=1, approver=shop.ada.id, **over).execute()
    models.ReviewItem.insert(row=2, approver=shop.paul.id, **over).execute()

    def counted() -> tuple[int, int, int]:
        me = shop.desk.session.employee
        assert me is not None
        queue = list(reviews.waiting(EVERYTHING, me.id, shop.counter.now, 99))
        return len(queue), shop.desk.reviewing.counts().waiting, shop.desk.reviewing.to_review()

    assert counted() == (5, 5, 5)
    shop.act(shop.paul)
    assert counted() == (5, 5, 5)
    shop.desk.reviewing.next(ahead=2)
    shop.act(shop.ada)
    assert counted() == (3, 3, 3)
    shop.counter.tick(CLAIMED_FOR)
    assert counted() == (5, 5, 5)
    shop.act(shop.ben)
    assert shop.desk.reviewing.to_review() == 0


# --- what is said ----------------------------------------------------------------------------------------


def test_every_verdict_settles_the_item_and_stands_on_the_note_and_can_be_taken_back(shop: Shop, url: str) -> None:
    for say in says(shop)[:-1]:
        note = shop.writes("likes trains")
        before = len(shop.verdicts())
        say(shop.next())
        assert shop.queue() == []
        wanted = ReviewState.TO_FIX if "to fix" in shop.verdicts()[-1] else ReviewState.APPROVED
        assert shop.state(note) is wanted
        shop.counter.undo()
        assert shop.state(note) is ReviewState.WAITING
        assert shop.queue() == ["likes trains"]
        assert [each[0] for each in shop.verdicts()[before:]][1:] == ["taken back"]
        shop.desk.notes.withdraw(shop.who, note, version(note))
    assert shop.queue() == []
    assert wrong(url) == []


def version(note: int) -> int:
    return int(models.Note.select(models.Note.version).where(models.Note.id == note).scalar())


def test_what_is_asked_to_be_fixed_comes_back_to_its_author_and_then_to_the_queue(shop: Shop) -> None:
    note = shop.writes("she is difficult")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Say what happened, not what she is.")
    assert shop.desk.reviewing.to_fix() == ()
    shop.act(shop.ben)
    (asked,) = shop.desk.reviewing.to_fix()
    assert (asked.row, asked.comment, asked.by) == (note, "Say what happened, not what she is.", "Ada")
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped("came three times about it"))
    assert shop.desk.reviewing.to_fix() == ()
    shop.act(shop.paul)
    (looked,) = shop.desk.reviewing.next()
    assert looked.item.text == "came three times about it"
    before = looked.around.before
    assert before is not None
    assert (before.verdict, before.comment, before.by) == (
        Verdict.TO_FIX,
        "Say what happened, not what she is.",
        "Ada",
    )
    assert before.text == "she is difficult"
    shop.act(shop.ben)
    shop.counter.undo()
    assert len(shop.desk.reviewing.to_fix()) == 1


def test_what_cannot_be_changed_is_said_to_be_right_and_comes_back(shop: Shop) -> None:
    shop.tells("refund", "never comes")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Tell her the truth.")
    assert shop.queue() == []
    shop.act(shop.ben)
    shop.desk.reviewing.fixed(shop.desk.reviewing.to_fix()[0])
    shop.act(shop.ada)
    assert shop.queue() == ["never comes"]
    shop.desk.verdicts.approve(shop.next())
    assert shop.queue() == []


def test_a_conversation_is_written_again_by_whoever_had_it_only(shop: Shop) -> None:
    talk = shop.talks("She is crazy.")
    shop.desk.verdicts.ask_to_fix(shop.next(), "No.")
    seen = models.Conversation.get_by_id(talk).version
    shop.act(shop.ben)
    shop.desk.conversations.edit(talk, seen, "She was upset.", "")  # type: ignore[arg-type]
    assert shop.desk.reviewing.to_fix() == ()
    shop.act(shop.ada)
    assert shop.queue() == ["She was upset."]
    shop.desk.directory.edit(shop.paul, EmployeeTyped("Paul", Role.CLERK))
    shop.act(next(each for each in shop.desk.shop.staff() if each.name == "Paul"))
    with pytest.raises(NotAllowed, match="whoever had"):
        shop.desk.conversations.edit(talk, seen + 1, "Mine.", "")  # type: ignore[arg-type]
    shop.act(shop.ben)
    shop.counter.undo()
    assert len(shop.desk.reviewing.to_fix()) == 1


def test_a_changed_note_waits_again_and_undoing_the_change_approves_what_was_approved(shop: Shop) -> None:
    note = shop.writes("likes trains")
    shop.desk.verdicts.approve(shop.next())
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped("likes planes"))
    shop.act(shop.ada)
    assert shop.queue() == ["likes planes"]
    shop.act(shop.ben)
    shop.counter.undo()
    shop.act(shop.ada)
    assert shop.queue() == []
    assert shop.state(note) is ReviewState.APPROVED


def test_two_who_judge_the_same_thing_do_not_both_get_their_way(shop: Shop) -> None:
    shop.writes("likes trains")
    shop.tells("refund", "by post")
    items = [each.item for each in shop.desk.reviewing.next(ahead=2)]
    shop.desk.reviewing.let_go()
    shop.act(shop.paul)
    for item in items:
        shop.desk.verdicts.approve(item)
    shop.act(shop.ada)
    for item in items:
        with pytest.raises(Conflict):
            shop.desk.verdicts.approve(item)
    assert len(shop.verdicts()) == 2


def test_what_was_withdrawn_meanwhile_cannot_be_judged(shop: Shop) -> None:
    note = shop.writes("likes trains")
    item = shop.next()
    shop.desk.notes.withdraw(shop.who, note, version(note))
    with pytest.raises(NotFound):
        shop.desk.verdicts.approve(item)


def test_verdicts_cannot_be_rewritten(shop: Shop) -> None:
    shop.writes("likes trains")
    shop.desk.verdicts.approve(shop.next())
    for statement in ("UPDATE verdict SET verdict = 'redacted'", "DELETE FROM verdict"):
        with pytest.raises(Exception, match="append-only"), shop.desk.store.database.atomic():
            shop.desk.store.database.execute_sql(statement)


@pytest.mark.parametrize("comment", ["", "  \n "])
def test_some_verdicts_need_words(shop: Shop, comment: str) -> None:
    shop.writes("likes trains")
    item = shop.next()
    verdicts = shop.desk.verdicts
    for say in (verdicts.ask_to_fix, verdicts.commend, verdicts.coach):
        with pytest.raises(BadInput):
            say(item, comment)
    with pytest.raises(BadInput):
        verdicts.redact(item, "", comment)
    assert shop.verdicts() == []


def test_a_private_note_is_no_longer_read_by_all(shop: Shop) -> None:
    note = shop.writes("between us")
    shop.desk.verdicts.make_private(shop.next())
    assert next(e for e in shop.desk.customers.view(shop.who).notes if e.id == note).visibility is Visibility.PRIVATE
    shop.act(shop.paul)
    assert shop.queue() == []


# --- taking text out -------------------------------------------------------------------------------------

SECRET = "Zqxwvk"


def everything(url: str) -> bytes:
    """All the bytes the database has on disk."""
    place = Path(url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in place.parent.glob(f"{place.name}*") if each.is_file())


@pytest.mark.embedded("about its file")
@pytest.mark.parametrize("kind", list(NoteKind))
def test_of_a_redacted_note_nothing_is_left_in_the_file(shop: Shop, url: str, kind: NoteKind) -> None:
    note = shop.writes(f"owes {SECRET} money", kind)
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped(f"has {SECRET}s illness", kind))
    shop.act(shop.ada)
    assert SECRET.encode() in everything(url)
    if kind is NoteKind.INTEREST:
        assert [hit.name for hit in shop.desk.lookup.find(f"likes: {SECRET}s")] == ["Shari Caldwell"]
    shop.desk.verdicts.redact(shop.next(), "", "not ours to keep")
    shop.desk.scrubbing.as_far_as_it_goes()
    kept = everything(url).lower()
    assert SECRET.lower().encode() not in kept
    (noted,) = shop.desk.customers.view(shop.who).notes
    assert (noted.text, noted.review, noted.author) == (REDACTED, ReviewState.REDACTED, "Ben")
    assert shop.verdicts() == [("redacted", "not ours to keep")]
    assert shop.desk.lookup.find(f"likes: {SECRET}s") == []
    assert wrong(url) == []


@pytest.mark.embedded("about its file")
def test_of_a_redacted_span_the_rest_stays_and_earlier_versions_lose_its_words(shop: Shop, url: str) -> None:
    note = shop.writes(f"{SECRET} one")
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped(f"pays late, {SECRET} two, likes trains"))
    shop.act(shop.ada)
    with pytest.raises(BadInput, match="do not stand in it"):
        shop.desk.verdicts.redact(shop.next(), "something else", "health")
    shop.desk.verdicts.redact(shop.next(), f"{SECRET.lower()}  TWO", "health")
    shop.desk.scrubbing.as_far_as_it_goes()
    assert SECRET.lower().encode() not in everything(url).lower()
    (noted,) = shop.desk.customers.view(shop.who).notes
    assert (noted.text, noted.review) == (f"pays late, {REDACTED}, likes trains", ReviewState.APPROVED)
    assert wrong(url) == []


@pytest.mark.embedded("about its file")
@pytest.mark.parametrize("words", ["", SECRET])
def test_what_was_said_about_it_loses_the_words_as_well(shop: Shop, url: str, words: str) -> None:
    shop.writes(f"has {SECRET}")
    note = shop.next()
    shop.desk.feedback.give(About.NOTE, note.row, FeedbackKind.COACH, f"Why 'has  {SECRET.lower()}'? Not ours.")
    shop.desk.verdicts.ask_to_fix(note, f"'has {SECRET}' is not ours to keep.")
    shop.act(shop.ben)
    (said,) = shop.desk.feedback.news()
    shop.desk.feedback.answer(said.id, f"She said has {SECRET} herself.")
    noted = shop.desk.customers.view(shop.who).notes[0]
    shop.desk.notes.edit(shop.who, noted.id, noted.version, NoteTyped(f"has {SECRET}"))
    shop.act(shop.ada)
    shop.desk.verdicts.redact(shop.next(), words, "health")
    shop.desk.scrubbing.as_far_as_it_goes()
    assert SECRET.lower().encode() not in everything(url).lower()
    (said,) = shop.desk.feedback.mine()
    assert said.comment.endswith("'? Not ours.")
    assert REDACTED in said.comment
    assert REDACTED in said.answers[0].text
    assert wrong(url) == []


def test_the_reason_does_not_say_again_what_goes(shop: Shop) -> None:
    shop.writes("pays late, has cancer")
    with pytest.raises(BadInput, match="stays readable") as refused:
        shop.desk.verdicts.redact(shop.next(), "has cancer", "It says that she HAS  cancer.")
    assert refused.value.field == "Reason"
    assert shop.queue() == ["pays late, has cancer"]


def test_what_is_to_be_put_right_is_between_its_author_and_supervisors(shop: Shop) -> None:
    note = shop.writes("she is difficult")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Say what happened.")
    for who, knows in ((shop.ada, True), (shop.ben, True), (shop.paul, True)):
        shop.act(who)
        assert (note in shop.desk.customers.view(shop.who).asked(Subject.NOTE)) is knows
    shop.act(shop.ada)
    shop.desk.directory.edit(shop.paul, EmployeeTyped("Paul", Role.CLERK))
    shop.act(next(each for each in shop.desk.shop.staff() if each.name == "Paul"))
    assert shop.desk.customers.view(shop.who).to_fix == ()
    shop.act(shop.ben)
    assert shop.desk.customers.view(shop.who).asked(Subject.NOTE)[note].words == "to fix, Ada: Say what happened."


def test_what_stood_there_when_it_was_judged_last_is_shown_beside_what_stands_there_now(shop: Shop) -> None:
    note, talk = shop.writes("likes trains"), shop.talks("Asked for the train.")
    for looked in shop.desk.reviewing.next(ahead=2):
        assert looked.around.before is None
        shop.desk.verdicts.approve(looked.item)
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped("likes planes"))
    shop.desk.notes.edit(shop.who, note, version(note), NoteTyped("likes ships"))
    seen = models.Conversation.get_by_id(talk).version
    shop.desk.conversations.edit(talk, seen, "Asked for the ship.", "order it")  # type: ignore[arg-type]
    shop.act(shop.paul)
    found = {each.item.subject: each.around.before for each in shop.desk.reviewing.next(ahead=2)}
    assert {subject: before and (before.verdict, before.by, before.text) for subject, before in found.items()} == {
        Subject.NOTE: (Verdict.APPROVED, "Ada", "likes trains"),
        Subject.CONVERSATION: (Verdict.APPROVED, "Ada", "Asked for the train."),
    }


@pytest.mark.embedded("about its file")
def test_what_was_told_and_said_can_be_redacted_too(shop: Shop, url: str) -> None:
    shop.tells(f"{SECRET} refund", f"{SECRET} comes")
    shop.talks(f"Talked of {SECRET}.")
    for looked in shop.desk.reviewing.next(ahead=2):
        shop.desk.verdicts.redact(looked.item, "", "not ours to keep")
    shop.desk.scrubbing.as_far_as_it_goes()
    assert SECRET.lower().encode() not in everything(url).lower()
    (told,) = shop.desk.told.standing(shop.who)
    assert (told.topic, told.text, told.said_by) == (REDACTED, REDACTED, "Ben")
    assert wrong(url) == []


def test_a_redaction_cannot_be_taken_back_and_redacting_twice_keeps_the_journal_whole(shop: Shop, url: str) -> None:
    shop.writes("pays late, has cancer, likes trains")
    shop.desk.verdicts.redact(shop.next(), "has cancer", "health")
    assert "redact" not in shop.desk.own_entries.last().title
    shop.act(shop.ben)
    noted = shop.desk.customers.view(shop.who).notes[0]
    shop.desk.notes.edit(shop.who, noted.id, noted.version, NoteTyped(f"{noted.text} too"))
    shop.act(shop.ada)
    shop.desk.verdicts.redact(shop.next(), "pays late", "money")
    assert models.Note.select().first().text == f"{REDACTED}, {REDACTED}, likes trains too"
    assert wrong(url) == []
    checked = {each.check: each for each in look_over(url) if isinstance(each, Checked)}
    assert "with text erased" in checked[Check.CONTENTS].seen


def test_what_was_told_cannot_be_rewritten_without_a_redaction(shop: Shop) -> None:
    shop.tells("refund", "comes by post")
    with pytest.raises(Exception, match="append-only"), shop.desk.store.database.atomic():
        models.Statement.update(text="[redacted]").execute()
    shop.desk.verdicts.redact(shop.next(), "", "not ours to keep")
    with pytest.raises(Exception, match="append-only"), shop.desk.store.database.atomic():
        models.Statement.update(by=shop.ada.id).execute()


def test_text_that_somebody_else_took_out_of_the_journal_is_still_found(shop: Shop, url: str) -> None:
    shop.writes("has cancer")
    shop.desk.verdicts.redact(shop.next(), "", "health")
    change = models.Change.select().where(models.Change.entity == "note").first()
    models.Change.update(after=change.after.replace("redacted", "REDACTED")).where(
        models.Change.id == change.id
    ).execute()
    assert any("wrote something else" in each for each in wrong(url))


# --- two supervisors -------------------------------------------------------------------------------------


def test_what_one_has_before_them_no_other_gets_until_it_is_judged_let_go_or_too_long_ago(shop: Shop) -> None:
    for text in ("one", "two", "three"):
        shop.counter.tick(HOUR)
        shop.writes(text)
    assert [each.item.text for each in shop.desk.reviewing.next(ahead=2)] == ["one", "two"]
    shop.act(shop.paul)
    assert shop.queue() == ["three"]
    shop.act(shop.ada)
    assert shop.queue() == ["one", "two"]
    shop.desk.reviewing.let_go([(Subject.NOTE, 1)])
    shop.act(shop.paul)
    assert shop.queue() == ["one", "three"]
    shop.counter.tick(CLAIMED_FOR - timedelta(seconds=1))
    assert shop.queue() == ["one", "three"]
    shop.counter.tick(timedelta(seconds=2))
    assert shop.queue() == ["one", "two", "three"]
    shop.desk.reviewing.let_go()
    shop.act(shop.ada)
    assert shop.queue() == ["one", "two", "three"]


def test_what_was_passed_does_not_come_again_while_there_is_something_else(shop: Shop) -> None:
    for text in ("one", "two"):
        shop.counter.tick(HOUR)
        shop.writes(text)
    first = shop.next()
    (second,) = shop.desk.reviewing.next(passed=[first.key])
    assert second.item.text == "two"
    assert shop.desk.reviewing.next(passed=[first.key, second.item.key]) == ()


GRABBING = """
import sys
from datetime import datetime
from deskui.desk.opening import open_desk
now = datetime.fromisoformat(sys.argv[3])
desk = open_desk(sys.argv[1], employee=sys.argv[2], clock=lambda: now)
sys.stdin.readline()
for _ in range(20):
    for looked in desk.reviewing.next(ahead=2):
        print(looked.item.row)
        desk.verdicts.approve(looked.item)
desk.close()
"""


def test_two_desks_at_once_never_judge_the_same_item_and_miss_none(shop: Shop, url: str) -> None:
    for number in range(40):
        shop.writes(f"note {number}")
    command = [sys.executable, "-c", GRABBING, url]
    desks = [
        subprocess.Popen(
            [*command, name, shop.counter.now.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for name in ("Ada", "Paul")
    ]
    told = [each.stdin for each in desks if each.stdin is not None]
    for each in told:
        each.write("go\n")
        each.flush()
    rows = [line for each in desks for line in each.communicate()[0].split()]
    assert [each.returncode for each in desks] == [0, 0]
    assert sorted(map(int, rows)) == list(range(1, 41))
    assert len(shop.verdicts()) == 40


# --- much of it ------------------------------------------------------------------------------------------


@pytest.mark.embedded("about its plans")
def test_a_queue_of_a_hundred_thousand_is_read_from_its_indexes(shop: Shop) -> None:
    store = shop.desk.store
    note = ("customer", "kind", "text", "author", "review", "written_at")
    item = ("entity", "row", "author", "risk", "at")
    count, at = 100_000, int(NOW.timestamp() * 1000)
    with store.database.atomic():
        insert_rows(
            store.database,
            models.Note,
            note,
            [(shop.who, "interest", f"note {each}", shop.ben.id, "waiting", at + each) for each in range(10)],
        )
        insert_rows(
            store.database,
            models.ReviewItem,
            item,
            [("note", each + 1, shop.ben.id, 5 + each % 3, at + each) for each in range(count)],
        )
    assert min(timed(shop) for _ in range(5)) < 0.05
    with watched(store.database) as ran:
        (looked,) = shop.desk.reviewing.next()
        shop.desk.reviewing.next(Narrowed(author=shop.ben.id))
        shop.desk.reviewing.next(Narrowed(kind=Kind.NOTE))
    assert looked.item.text == "note 0"
    assert full_scans(store.database, ran) == []
    queue = [sql for sql, _ in ran.statements if 'FROM "review_item"' in sql and "ORDER BY" in sql]
    with watched(store.database) as ran:
        assert shop.desk.reviewing.to_review() == MOST
        shop.desk.reviewing.counts()
    assert full_scans(store.database, ran) == []
    assert min(timed_count(shop) for _ in range(5)) < 0.01
    orders = [sql for sql in queue if "TEMP B-TREE FOR ORDER" in str(plan_of(shop, sql))]
    assert len(queue) >= 3
    assert orders == []


def timed(shop: Shop) -> float:
    """Seconds in which the queue opens."""
    start = perf_counter()
    shop.desk.reviewing.next(ahead=2)
    shop.desk.reviewing.counts()
    return perf_counter() - start


def timed_count(shop: Shop) -> float:
    """Seconds in which the first line has its count, also where almost all is one's own."""
    start = perf_counter()
    shop.act(shop.ben)
    shop.desk.reviewing.to_review()
    shop.act(shop.ada)
    shop.desk.reviewing.to_review()
    return perf_counter() - start


def plan_of(shop: Shop, sql: str) -> list[tuple[object, ...]]:
    return list(shop.desk.store.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", [1] * sql.count("?")).fetchall())


@pytest.mark.embedded("about its plans")
def test_facts_to_confirm_are_read_from_their_indexes(shop: Shop) -> None:
    shop.writes("has a dog")
    shop.desk.verdicts.approve(shop.next())
    shop.counter.tick(DAY * 370)
    with watched(shop.desk.store.database) as ran:
        assert shop.queue() == ["has a dog"]
    steps = [str(plan_of(shop, sql)) for sql, _ in ran.statements if "confirmed_on" in sql and "ORDER BY" in sql]
    assert any("note_unconfirmed" in each for each in steps)
    assert any("note_confirmed" in each for each in steps)


def test_what_was_written_before_reviews_or_came_with_a_file_waits_for_nobody(shop: Shop) -> None:
    models.Note.insert(
        customer=shop.who, kind="interest", text="x", author=shop.ben.id, review="earlier", written_at=NOW
    ).execute()
    assert shop.queue() == []
    note = shop.desk.customers.view(shop.who).notes[0]
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note.id, note.version, NoteTyped("y", NoteKind.INTEREST))
    shop.act(shop.ada)
    assert shop.queue() == ["y"]


def test_other_rules_give_what_waits_another_place_and_taking_them_back_the_old_one(shop: Shop) -> None:
    nothing_new(shop)
    shop.writes("has cancer")
    shop.writes("likes gliders")
    shop.talks("Talked of gliders.")
    assert shop.queue() == ["has cancer"]
    nothing_new(shop, words="gliders")
    assert shop.queue() == ["likes gliders", "Talked of gliders."]
    shop.counter.undo()
    assert shop.queue() == ["has cancer"]
