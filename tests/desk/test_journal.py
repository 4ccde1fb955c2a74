"""Taking back one's own entries: never over what became of them since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Channel
from deskui.domain.customer import ContactKind
from deskui.domain.ids import CustomerId
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import ConversationTyped, FollowUpTyped, NoteTyped, PromiseTyped, StatementTyped
from deskui.errors import Conflict, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId
    from deskui.domain.note import Note
    from tests.desk.counter import Counter


def _noted(counter: Counter) -> tuple[CustomerId, Note, Done]:
    """A customer with a note of Ada's, and the entry that wrote it."""
    whom = counter.customer()
    done = counter.desk.notes.write(whom, NoteTyped("kites"))
    return whom, counter.desk.customers.view(whom).notes[0], done


def test_what_was_withdrawn_since_is_not_taken_back(counter: Counter) -> None:
    whom, note, done = _noted(counter)
    counter.desk.notes.withdraw(whom, note.id, note.version)
    with pytest.raises(Conflict, match="changed again since"):
        counter.desk.own_entries.undo(done)


def test_what_a_colleague_has_changed_since_is_not_taken_away(counter: Counter) -> None:
    whom, note, done = _noted(counter)
    counter.desk.act_as(counter.ben)
    counter.desk.notes.edit(whom, note.id, note.version, NoteTyped("kites, but no string"))
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="changed again since"):
        counter.desk.own_entries.undo(done)
    assert [each.text for each in counter.desk.customers.view(whom).notes] == ["kites, but no string"]


SINCE: dict[str, Callable[[Counter, CustomerId, CaseId], object]] = {
    "a promise": lambda counter, whom, case: counter.desk.promises.make(
        whom, PromiseTyped("call back tomorrow 17:00", case_id=case)
    ),
    "something told": lambda counter, whom, case: counter.desk.told.say(
        whom, StatementTyped("hub", "Monday", case_id=case)
    ),
    "a contact": lambda counter, whom, case: counter.desk.conversations.log(
        whom, ConversationTyped("asked again", Channel.PHONE, case_id=case)
    ),
    "a follow-up": lambda counter, whom, case: counter.desk.follow_ups.add(
        whom, FollowUpTyped("ask the hub", counter.day("fri"), case_id=case)
    ),
}


@pytest.mark.parametrize("since", SINCE)
def test_neither_customer_nor_case_is_taken_away_with_what_a_colleague_wrote_there(
    counter: Counter, since: str
) -> None:
    whom = counter.customer()
    customer = counter.desk.own_entries.last().done
    row = counter.case(whom)
    case = counter.desk.own_entries.last().done
    counter.desk.act_as(counter.ben)
    SINCE[since](counter, whom, row)
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="in that case since"):
        counter.desk.own_entries.undo(case)
    with pytest.raises(Conflict, match="about that customer since"):
        counter.desk.own_entries.undo(customer)
    assert counter.desk.customers.view(whom).case is not None
    counter.desk.act_as(counter.ben)
    counter.undo()
    counter.desk.act_as(counter.ada)
    counter.desk.own_entries.undo(case)
    counter.desk.own_entries.undo(customer)
    with pytest.raises(NotFound):
        counter.desk.customers.view(whom)


def test_a_customer_added_with_ways_to_reach_them_is_taken_back_whole(counter: Counter) -> None:
    phone = PointTyped(ContactKind.PHONE, "303 555 0142")
    whom = counter.desk.customers.create(Profile("Shari"), (phone,)).subject
    counter.undo()
    with pytest.raises(NotFound):
        counter.desk.customers.view(CustomerId(whom))
