"""One verb in progress: what it writes is remembered before and after, and a stale version is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from deskui.errors import Conflict, NotFound
from deskui.store import models
from deskui.store.entry import Actor, Entry, as_json
from tests.conftest import NOW

if TYPE_CHECKING:
    from deskui.store.store import Store


def entry() -> Entry:
    return Entry(Actor(None, "Desk 1"), NOW)


def staff_row(at: Entry, name: str = "Kim") -> int:
    return at.insert(models.Employee, name=name, role="clerk", created_at=NOW)


def test_a_new_row_is_remembered_as_it_is_after(store: Store) -> None:
    writing = entry()
    row = staff_row(writing)
    (change,) = writing.changes
    assert (change.entity, change.row, change.before) == ("employee", row, None)
    assert json.loads(change.after) == {"name": "Kim", "role": "clerk", "created_at": 1795369320000}


def test_a_change_touches_only_the_columns_it_names(store: Store) -> None:
    writing = entry()
    row = staff_row(writing)
    models.Employee.update(phone="555").where(models.Employee.id == row).execute()
    writing.update(models.Employee, row, 1, name="Kimberly")
    kept = models.Employee.get_by_id(row)
    assert (kept.name, kept.phone, kept.version) == ("Kimberly", "555", 2)
    change = writing.changes[-1]
    assert (json.loads(str(change.before)), json.loads(change.after)) == ({"name": "Kim"}, {"name": "Kimberly"})


def test_the_second_of_two_editors_gets_what_stands_there(store: Store) -> None:
    writing = entry()
    row = staff_row(writing)
    writing.update(models.Employee, row, 1, name="Hers")
    with pytest.raises(Conflict) as refused:
        writing.update(models.Employee, row, 1, name="His")
    assert refused.value.theirs == {"name": "Hers", "version": 2}
    assert models.Employee.get_by_id(row).name == "Hers"


def test_a_row_that_is_gone_says_so(store: Store) -> None:
    with pytest.raises(NotFound, match="no longer in the database"):
        entry().update(models.Employee, 99, 1, name="x")


def test_salts_differ_so_that_equal_text_has_unequal_digests(store: Store) -> None:
    writing = entry()
    staff_row(writing)
    staff_row(writing)
    assert writing.changes[0].after == writing.changes[1].after
    assert writing.changes[0].salt != writing.changes[1].salt


def test_json_of_columns_is_canonical() -> None:
    assert as_json({"b": NOW, "a": NOW.date(), "c": None, "d": "é"}) == (
        '{"a":"2026-11-22","b":1795369320000,"c":null,"d":"é"}'
    )
