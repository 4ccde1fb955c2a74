"""What is private of others is read by supervisors alone, on no way round, and each of their looks leaves a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.note import Visibility
from deskui.domain.review.item import FixRequest, Subject
from deskui.domain.staff import EmployeeTyped
from deskui.domain.typed import NoteTyped
from deskui.errors import Conflict, NotFound
from deskui.store import models
from tests.desk.reviews import Shop, shop

if TYPE_CHECKING:
    from deskui.domain.ids import NoteId

__all__ = ["shop"]

SECRET = NoteTyped("between us", visibility=Visibility.PRIVATE, source="her sister")


@pytest.fixture
def secret(shop: Shop) -> NoteId:
    """A private note of Paul's."""
    return shop.writes(SECRET.text, by=shop.paul, visibility=SECRET.visibility, source=SECRET.source)


def looks() -> list[tuple[str, int]]:
    """What was looked at, and by whom."""
    return [(each.what, each.employee) for each in models.Look.select().order_by(models.Look.id)]


def test_a_clerk_neither_changes_nor_reads_it_in_a_refusal(shop: Shop, secret: NoteId) -> None:
    shop.act(shop.ben)
    for version in (1, 77):
        for work in (
            lambda seen: shop.desk.notes.edit(shop.who, secret, seen, NoteTyped("mine now")),
            lambda seen: shop.desk.notes.withdraw(shop.who, secret, seen),
        ):
            with pytest.raises(NotFound) as refused:
                work(version)
            assert "between us" not in str(vars(refused.value))
    kept = models.Note.get_by_id(secret)
    assert (kept.text, kept.visibility, kept.withdrawn_at) == ("between us", "private", None)


def test_its_author_and_a_supervisor_change_it(shop: Shop, secret: NoteId) -> None:
    shop.desk.notes.edit(shop.who, secret, 1, SECRET)
    shop.act(shop.paul)
    shop.desk.notes.edit(shop.who, secret, 2, SECRET)
    with pytest.raises(Conflict):
        shop.desk.notes.edit(shop.who, secret, 1, SECRET)


def test_a_supervisor_who_is_none_any_more_changes_it_no_more(shop: Shop) -> None:
    note = shop.writes("between us", by=shop.ben, visibility=Visibility.PRIVATE)
    shop.act(shop.paul)
    session = shop.desk.session
    shop.act(shop.ada)
    shop.desk.directory.edit(shop.desk.directory.person(shop.paul.id), EmployeeTyped("Paul"))
    shop.desk.post.session = session  # as the desk remembers it
    with pytest.raises(NotFound):
        shop.desk.notes.withdraw(shop.who, note, 1)


def test_taking_back_ones_own_change_shows_nothing_that_was_made_private_since(shop: Shop) -> None:
    shop.act(shop.ben)
    done = shop.desk.notes.write(shop.who, NoteTyped("likes trains"))
    shop.act(shop.paul)
    shop.desk.notes.edit(shop.who, done.subject, 1, SECRET)  # type: ignore[arg-type]
    shop.act(shop.ben)
    with pytest.raises(Conflict) as refused:
        shop.desk.own_entries.undo(done)
    assert "between us" not in str(vars(refused.value))


def test_a_request_that_was_made_up_shows_nothing(shop: Shop, secret: NoteId) -> None:
    shop.act(shop.ben)
    made_up = FixRequest(0, Subject.NOTE, secret, shop.who, "", "", "", shop.counter.now, 1)
    with pytest.raises(NotFound):
        shop.desk.reviewing.asked_about(made_up)
    mine = shop.writes("likes trains", by=shop.ben)
    shop.act(shop.ada)
    (item,) = [each.item for each in shop.desk.reviewing.next(ahead=9) if each.item.row == mine]
    shop.desk.verdicts.ask_to_fix(item, "Which ones?")
    shop.act(shop.ben)
    (asked,) = shop.desk.reviewing.to_fix()
    assert shop.desk.reviewing.asked_about(asked).text == "likes trains"
    shop.act(shop.paul)
    with pytest.raises(NotFound):
        shop.desk.reviewing.asked_about(asked)


def test_the_journal_shows_others_no_word_of_it(shop: Shop, secret: NoteId) -> None:
    shop.act(shop.ada)
    newest = shop.desk.journal.page(shop.desk.journal.asked("note")).rows[0]
    (row,) = shop.desk.journal.entry(newest.number).written
    assert row.row == secret
    assert row.hidden == ("source", "text")
    assert not {"source", "text"} & row.after.keys()


def test_whoever_takes_a_visit_over_has_seen_it(shop: Shop, secret: NoteId) -> None:
    shop.act(shop.ben)
    shop.desk.visits.open(shop.who)
    shop.desk.visits.take_over(shop.who)
    assert looks() == []
    shop.desk.signing.sign_in("Ada")
    shop.desk.visits.take_over(shop.who)
    assert looks() == [(f"note {secret}", shop.ada.id)]


def test_the_review_queue_leaves_one_trace_for_each_item_that_is_taken(shop: Shop, secret: NoteId) -> None:
    other = shop.counter.customer("Opal Freeman")
    shop.act(shop.ben)
    open_to_all = shop.desk.notes.write(other, NoteTyped("likes kites")).subject
    shop.act(shop.ada)
    for _ in range(3):
        assert {each.item.text for each in shop.desk.reviewing.next(ahead=9)} == {"between us", "likes kites"}
    assert sorted(looks()) == sorted([(f"note {secret}", shop.ada.id), (f"note {open_to_all}", shop.ada.id)])
    assert shop.desk.reviewing.again(Subject.NOTE, secret) is not None
    assert len(looks()) == 2
    shop.desk.reviewing.let_go()
    shop.desk.reviewing.next(ahead=9)
    assert len(looks()) == 4
    rows = shop.desk.journal.page(shop.desk.journal.asked("ada looked")).rows[:4]
    assert {(each.verb, each.customer) for each in rows} == {
        ("review.look", "Shari Caldwell"),
        ("review.look", "Opal Freeman"),
    }
