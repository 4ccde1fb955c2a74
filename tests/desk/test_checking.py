"""Looking a database over: nothing is wrong whatever was done at the desk, and whatever else was changed is named."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import ACTING
from deskui.desk.checking import head_typed, look_over
from deskui.desk.opening import open_desk
from deskui.domain.checked import Check, Checked, Head
from deskui.domain.note import NoteKind
from deskui.domain.typed import NoteTyped
from deskui.errors import DeskError, Usage
from tests import postgres
from tests.conftest import NOW
from tests.ui.test_undo import VERBS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView


@pytest.fixture
def desk(demo_url: str) -> Iterator[Desk]:
    with closing(open_desk(demo_url, employee=ACTING, clock=lambda: NOW)) as opened:
        yield opened


def shari(desk: Desk) -> CustomerView:
    return desk.customers.view(desk.lookup.find("shari caldwell")[0].customer_id)


def found(url: str, known: Head | None = None) -> tuple[dict[Check, Checked], Head | None]:
    """What each check says, and the newest entry."""
    seen = list(look_over(url, known))
    newest = next((each for each in seen if isinstance(each, Head)), None)
    return {each.check: each for each in seen if isinstance(each, Checked)}, newest


def wrong(url: str, known: Head | None = None) -> dict[Check, tuple[str, ...]]:
    """What each check finds wrong, of those that do."""
    return {check: each.wrong for check, each in found(url, known)[0].items() if each.wrong}


def three_notes(desk: Desk) -> list[Done]:
    who = shari(desk).customer.id
    return [desk.notes.write(who, NoteTyped(text, NoteKind.FACT)) for text in ("first", "second", "third")]


def test_nothing_is_wrong_after_everything_that_can_be_done_and_taken_back(desk: Desk, demo_url: str) -> None:
    done = []
    for verb in VERBS.values():
        try:
            done.append(verb(desk, shari(desk)))
        except (DeskError, StopIteration):
            continue  # one verb has taken away what another one is about
    assert len(done) > len(VERBS) * 2 / 3
    assert wrong(demo_url) == {}
    for each in reversed(done):
        try:
            desk.own_entries.undo(each)
        except DeskError:
            continue
    checks, _ = found(demo_url)
    assert {check: each.wrong for check, each in checks.items() if each.wrong} == {}
    assert list(checks) == list(Check)
    assert int(checks[Check.ROWS].seen.split()[0]) > len(done)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE note SET text = 'forged' WHERE text = 'second'", "holds another text than was written"),
        ("UPDATE note SET visibility = 'private' WHERE text = 'second'", "holds another visibility than was written"),
        ("DELETE FROM note WHERE text = 'second'", "is gone, though nothing is ever deleted"),
    ],
)
def test_a_row_changed_past_the_program_is_named(desk: Desk, demo_url: str, change: str, sentence: str) -> None:
    second = three_notes(desk)[1].subject
    desk.store.database.execute_sql(change)
    assert wrong(demo_url) == {Check.ROWS: (f"Row {second} of note {sentence}.",)}


def test_the_first_broken_entry_is_named_with_who_and_when(desk: Desk, demo_url: str) -> None:
    second = three_notes(desk)[1].sequence
    desk.store.database.execute_sql(postgres.drop_trigger("journal_no_update", "journal"))
    desk.store.database.execute_sql(f"UPDATE journal SET desk = 'elsewhere' WHERE id = {second}")
    trouble = wrong(demo_url)
    (sentence,) = trouble[Check.JOURNAL]
    assert sentence.startswith(f"Entry {second:,} (note.write, {ACTING}, ")
    assert sentence.endswith("does not follow from the one before.")
    assert "journal_no_update" in str(trouble[Check.SCHEMA])


@pytest.mark.parametrize("column", ["after", "before", "salt", "entity", "row"])
def test_what_is_kept_of_an_entry_is_what_it_wrote(desk: Desk, demo_url: str, column: str) -> None:
    done = three_notes(desk)[1]
    value = "7" if column == "row" else "'{}'"
    desk.store.database.execute_sql(f'UPDATE change SET "{column}" = {value} WHERE journal = {done.sequence}')
    (sentence,) = wrong(demo_url)[Check.CONTENTS]
    assert sentence.startswith(f"Entry {done.sequence:,} (note.write")


def test_a_tail_that_was_cut_off_is_seen_by_who_knows_a_later_entry(desk: Desk, demo_url: str) -> None:
    done = three_notes(desk)
    known = found(demo_url)[1]
    assert known is not None
    assert known.number == done[-1].sequence
    assert wrong(demo_url, head_typed(str(known))) == {}
    database = desk.store.database
    database.execute_sql(postgres.drop_trigger("journal_no_delete", "journal"))
    database.execute_sql(f"DELETE FROM change WHERE journal = {known.number}")
    database.execute_sql(f"DELETE FROM journal WHERE id = {known.number}")
    assert Check.JOURNAL not in wrong(demo_url)
    (sentence,) = wrong(demo_url, known)[Check.JOURNAL]
    assert sentence.endswith("the end of the journal was cut off.")


def test_another_history_of_the_same_length_is_not_the_one_that_was_written_down(desk: Desk, demo_url: str) -> None:
    three_notes(desk)
    newest = found(demo_url)[1]
    assert newest is not None
    (sentence,) = wrong(demo_url, Head(newest.number, "0" * 16))[Check.JOURNAL]
    assert sentence == f"Entry {newest.number:,} is another one than the one that was written down."


@pytest.mark.parametrize(
    "statement",
    ["DROP INDEX note_customer_id", "DROP TABLE opening", postgres.drop_trigger("statement_no_update", "statement")],
)
def test_what_is_missing_of_the_schema_is_named(desk: Desk, demo_url: str, statement: str) -> None:
    desk.store.database.execute_sql(statement)
    assert "is missing" in " ".join(wrong(demo_url)[Check.SCHEMA])


@pytest.mark.embedded("PostgreSQL compares what the models declare, not what stands beside it")
def test_what_is_none_of_ours_is_named(desk: Desk, demo_url: str) -> None:
    desk.store.database.execute_sql("CREATE TRIGGER quiet AFTER INSERT ON note BEGIN SELECT 1; END")
    assert wrong(demo_url) == {Check.SCHEMA: ("The trigger quiet is none of ours.",)}


def test_others_go_on_writing_while_it_is_looked_over(desk: Desk, demo_url: str) -> None:
    three_notes(desk)
    looking = look_over(demo_url)
    seen = [next(looking), next(looking), next(looking)]
    with postgres.plain(demo_url) as elsewhere:
        elsewhere.execute("UPDATE note SET text = 'forged' WHERE text = 'second'")
    assert not any(each.wrong for each in (*seen, *looking) if isinstance(each, Checked))
    assert list(wrong(demo_url)) == [Check.ROWS]


@pytest.mark.parametrize("typed", ["", "7", "7:", "7:xyz", "7:abc", "-7:0123456789abcdef", "7:0123456789abcdef;x"])
def test_an_entry_that_cannot_be_one_is_refused(typed: str) -> None:
    with pytest.raises(Usage, match="number and digest"):
        head_typed(typed)


def test_it_needs_no_more_than_reading(demo_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from deskui.store.store import Store

    def refuse(*_: object, **__: object) -> Callable[..., None]:
        raise AssertionError("looking over wrote something")

    monkeypatch.setattr(Store, "perform", refuse)
    assert wrong(demo_url) == {}
