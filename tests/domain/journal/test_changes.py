"""What an entry changed: columns that differ, and of lists what came and went."""

from __future__ import annotations

from deskui.domain.journal.changes import Changed, changes, is_taken_away
from deskui.domain.journal.lines import Written


def row(before: dict[str, str] | None, after: dict[str, str], which: str = "") -> Written:
    return Written("shop", 1, before, after, which=which)


def test_a_column_that_stayed_is_none_of_it() -> None:
    found = changes(row({"name": "Alder", "zone": "UTC"}, {"name": "Alder", "zone": "Europe/Zurich"}))
    assert found == (Changed("zone", "UTC", "Europe/Zurich"),)


def test_what_was_empty_or_is_was_nothing() -> None:
    assert changes(row({}, {"branch": "Airport"})) == (Changed("branch", "nothing", "Airport"),)
    assert changes(row({"branch": "Airport"}, {})) == (Changed("branch", "Airport", "nothing"),)


def test_of_a_list_only_what_came_and_went() -> None:
    (found,) = changes(row({"review_words": "ssn, karen\npin code"}, {"review_words": "pin code, ssn\nhospice"}))
    assert (found.added, found.taken_out) == (("hospice",), ("karen",))
    (found,) = changes(row({"skills": "trains"}, {"skills": "trains\nkites, big ones"}))
    assert (found.added, found.taken_out) == (("kites, big ones",), ())


def test_of_a_list_in_another_order_both_are_there() -> None:
    (found,) = changes(row({"lines": "one\ntwo"}, {"lines": "two\none"}))
    assert (found.was, found.now, found.added, found.taken_out) == ("one\ntwo", "two\none", (), ())


def test_of_a_new_row_all_is_there_and_of_a_version_not_what_the_entry_says_above() -> None:
    assert changes(row(None, {"name": "Alder"})) == (Changed("name", "", "Alder"),)
    before, after = {"by": "Ada", "days": "9", "number": "1"}, {"by": "Ben", "days": "8", "number": "2"}
    assert changes(row(before, after, which="Missed")) == (Changed("days", "9", "8"),)


def test_a_row_is_taken_away_and_brought_back() -> None:
    gone = {"withdrawn_at": "Mon 10:00"}
    assert (is_taken_away(row({}, gone)), is_taken_away(row(gone, {}))) == (True, False)
    assert (is_taken_away(row(None, gone)), is_taken_away(row({}, {}))) == (None, None)
    assert changes(row({}, gone)) == ()
