"""Each verb of the trade is one transaction and one journal entry, and is done once for one operation key."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import ACTING
from deskui.desk import area
from deskui.desk.opening import open_desk
from deskui.domain.note import Visibility
from deskui.domain.typed import NoteTyped
from deskui.errors import BadInput, NotFound
from deskui.store import journal, models
from tests.conftest import NOW
from tests.store.spying import watched
from tests.ui.test_undo import VERBS, state, who_may

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.desk import Desk
    from deskui.domain.pages import CustomerView


@pytest.fixture
def desk(demo_url: str) -> Iterator[Desk]:
    with closing(open_desk(demo_url, employee=ACTING, clock=lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def shari(desk: Desk) -> CustomerView:
    return desk.customers.view(desk.lookup.find("shari")[0].customer_id)


def acting_for(desk: Desk, verb: str) -> int:
    """Somebody who may do it is acting; their id."""
    me = next(each for each in desk.shop.staff() if each.name == who_may(verb))
    desk.act_as(me)
    return me.id


@pytest.mark.parametrize("verb", VERBS)
def test_one_verb_one_transaction_one_entry(desk: Desk, shari: CustomerView, verb: str) -> None:
    me = acting_for(desk, verb)
    entries = models.Journal.select().count()
    with watched(desk.store.database) as ran:
        done = VERBS[verb](desk, shari)
    assert ran.transactions == ["BEGIN to write", "COMMIT"]
    assert models.Journal.select().count() == entries + 1
    entry = models.Journal.get_by_id(done.sequence)
    assert (entry.verb, entry.employee, entry.at) == (verb, me, NOW)
    assert list(journal.broken_entries()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_the_same_operation_is_not_done_twice(
    desk: Desk, shari: CustomerView, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting_for(desk, verb)
    monkeypatch.setattr(area, "uuid4", lambda: "the same key")
    first = VERBS[verb](desk, shari)
    after = state(desk)
    second = VERBS[verb](desk, shari)
    assert (second.repeated, second.sequence, second.subject) == (True, first.sequence, first.subject)
    assert state(desk) == after


def test_a_history_of_any_length_is_opened_with_two_statements_more_than_a_page_of_it(desk: Desk) -> None:
    who, talk, counts = desk.lookup.find("thorvaldsen")[0].customer_id, models.Conversation, []
    for left in (2001, 60, 3):
        newest = talk.select(talk.id).where(talk.customer == who).order_by(talk.at.desc()).limit(left)
        talk.update(withdrawn_at=NOW).where(talk.customer == who, talk.id.not_in(newest)).execute()
        with watched(desk.store.database) as ran:
            view = desk.customers.view(who)
        assert view.conversations.total == left
        counts.append(len(ran))
    assert counts[0] == counts[1] == counts[2] + 2
    assert counts[0] < 46


def test_private_notes_are_seen_by_who_wrote_them_and_by_the_supervisor(desk: Desk, shari: CustomerView) -> None:
    desk.notes.write(shari.customer.id, NoteTyped("between us", visibility=Visibility.PRIVATE))
    seen = {}
    for one in desk.shop.staff():
        desk.act_as(one)
        notes = desk.customers.view(shari.customer.id).notes
        seen[one.name] = "between us" in [note.text for note in notes]
    assert {name for name, sees in seen.items() if sees} == {ACTING, "Margaret Liu"}


@pytest.mark.parametrize("text", ["", "   \n ", "x" * 20_001, "nul\0", "esc\x1b[31m", "bidi\u202e", "lone\ud800"])
def test_what_is_not_accepted_leaves_no_trace(desk: Desk, shari: CustomerView, text: str) -> None:
    entries = models.Journal.select().count()
    with pytest.raises(BadInput) as refused:
        desk.notes.write(shari.customer.id, NoteTyped(text))
    assert refused.value.field == "The note"
    assert refused.value.sentence.count(".") == 1
    assert models.Journal.select().count() == entries


def test_nobody_unknown_may_act(demo_url: str) -> None:
    with pytest.raises(NotFound, match="Nobody called 'Zed' is on the staff list"):
        open_desk(demo_url, employee="Zed").close()
