"""Taking back one's own entries: never over what became of them since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.typed import NoteTyped
from deskui.errors import Conflict

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
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
