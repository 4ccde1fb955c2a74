from __future__ import annotations

from typing import Any

import pytest

from deskui.domain.importing.merge import KeptNote, Person
from tests.domain.importing.import_rows import row

PHONE = ("phone", "+13035550142")
OTHER_PHONE = ("phone", "+13035550199")


def kept(**columns: Any) -> Person:
    return Person(7, columns={"name": "Ada", **columns})


def taken(person: Person, now: dict[str, Any], before: dict[str, Any] | None = None) -> Person:
    """The person after a record that says `now`, when the one last imported said `before`."""
    base = None if before is None else row("Ada", **before).payload
    person.take(row("Ada", **now), base, set())
    return person


def test_a_first_record_fills_only_what_is_empty() -> None:
    person = taken(kept(company="Okafor Ltd"), {"company": "Acme", "tier": "gold"})
    assert person.changed == {"tier": "gold"}
    assert person.columns["company"] == "Okafor Ltd"


@pytest.mark.parametrize(
    ("stands", "before", "now", "becomes"),
    [
        ("Acme", "Acme", "Bolt", "Bolt"),
        ("typed by a clerk", "Acme", "Acme", "typed by a clerk"),
        ("typed by a clerk", "Acme", "Bolt", "Bolt"),
        ("Acme", "Acme", "", ""),
        ("typed by a clerk", "Acme", "", "typed by a clerk"),
        ("", "Acme", "Acme", ""),
    ],
)
def test_a_later_record_changes_what_the_file_changed_and_clears_only_what_nobody_touched(
    stands: str, before: str, now: str, becomes: str
) -> None:
    person = taken(kept(company=stands), {"company": now}, {"company": before})
    assert person.columns["company"] == becomes
    assert person.touched == (stands != becomes)


def test_a_column_of_their_own_goes_with_the_file_unless_a_clerk_changed_it() -> None:
    person = Person(7, custom={"Size": "M", "Colour": "red"})
    taken(person, {"custom": {}}, {"custom": {"Size": "M", "Colour": "blue"}})
    assert person.custom == {"Colour": "red"}


def test_a_number_that_left_the_file_is_withdrawn_only_as_it_was_imported() -> None:
    before = row("Ada", PHONE, OTHER_PHONE).payload
    points = {PHONE: (1, 1, PHONE[1]), OTHER_PHONE: (2, 3, "ask for Ada")}
    person = Person(7, columns={"name": "Ada"}, points=dict(points))
    person.take(row("Ada", ("email", "a@b.org")), before, set())
    assert person.withdrawn_points == [(1, 1)]
    assert [point[:2] for point in person.new_points] == [["email", "a@b.org"]]


def test_a_number_of_somebody_else_is_kept_beside_and_never_taken_away() -> None:
    person = Person()
    owned = {("loyalty", "77")}
    person.take(row("Ben", loyalty="77"), None, owned)
    assert (person.new_aliases, person.custom) == ([], {"Loyalty number": "77"})
    other = Person()
    other.take(row("Ada", loyalty="78"), None, owned)
    assert other.new_aliases == [("loyalty", "78", "78")]
    assert ("loyalty", "78") in owned


def test_a_changed_note_is_rewritten_where_it_stands_as_imported_and_else_added() -> None:
    imported = Person(7, columns={"name": "Ada"}, notes=[KeptNote(3, 1, "likes tea")])
    taken(imported, {"notes": ("likes coffee",)}, {"notes": ("likes tea",)})
    assert (imported.rewritten_notes, imported.new_notes) == ([(3, 1, "likes coffee")], [])
    edited = Person(7, columns={"name": "Ada"}, notes=[KeptNote(3, 2, "likes green tea")])
    taken(edited, {"notes": ("likes coffee",)}, {"notes": ("likes tea",)})
    assert (edited.rewritten_notes, edited.new_notes) == ([], ["likes coffee"])


def test_the_same_record_again_leaves_nothing_to_write() -> None:
    person = Person()
    said = row("Ada", PHONE, loyalty="77", notes=("tea",), custom={"Size": "M"}, company="Acme")
    assert person.take(said, None, set())
    assert not person.take(said, None, set())
    assert not person.take(said, said.payload, set())
