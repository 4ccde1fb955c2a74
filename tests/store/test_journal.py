"""The journal cannot be rewritten, and what is done to it all the same is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from peewee import IntegrityError

from deskui.store import journal, models
from deskui.store.entry import Actor, RowChange
from tests import postgres
from tests.conftest import NOW

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry
    from deskui.store.store import Store


def hire(store: Store, name: str, operation: str = "") -> Done:
    def work(entry: Entry) -> tuple[int, CustomerId | None]:
        return entry.insert(models.Employee, name=name, role="clerk", created_at=NOW), None

    return store.perform(Actor(None, "Desk 1"), NOW, "staff.add", operation or f"hire {name}", work)


@pytest.fixture
def ten(store: Store) -> Store:
    for number in range(10):
        hire(store, f"clerk {number}")
    return store


@pytest.mark.parametrize(
    "statement",
    [
        *("UPDATE journal SET desk = 'x'", "DELETE FROM journal", "UPDATE journal SET id = id + 1"),
        postgres.PAST_TRIGGERS.format("journal"),
    ],
)
def test_plain_sql_cannot_rewrite_it(ten: Store, statement: str) -> None:
    before = list(models.Journal.select().order_by(models.Journal.id).tuples())
    with pytest.raises(IntegrityError, match="journal is append-only"):
        ten.database.execute_sql(statement)
    assert list(models.Journal.select().order_by(models.Journal.id).tuples()) == before


@pytest.mark.embedded("PostgreSQL has no REPLACE")
@pytest.mark.parametrize("by", ["id", "operation"])
def test_replacing_a_row_is_refused_too(ten: Store, by: str) -> None:
    row = "id, at, 'x', employee_id, verb, subject, customer, undoes, operation, content, digest"
    row = row if by == "id" else row.replace("id, at", "NULL, at", 1)
    with pytest.raises(IntegrityError, match="journal is append-only"):
        ten.database.execute_sql(f"INSERT OR REPLACE INTO journal SELECT {row} FROM journal WHERE id = 3")


@pytest.mark.embedded("PostgreSQL has no REPLACE")
def test_what_took_an_entry_back_cannot_be_replaced_by_another(ten: Store) -> None:
    ten.perform(Actor(None, "Desk 1"), NOW, "undo", "undo clerk 0", lambda _: (1, None), undoes=1)
    row = "NULL, at, 'x', employee_id, verb, subject, customer, undoes, 'another key', content, digest"
    with pytest.raises(IntegrityError, match="journal is append-only"):
        ten.database.execute_sql(f"INSERT OR REPLACE INTO journal SELECT {row} FROM journal WHERE undoes = 1")


def test_each_entry_follows_from_the_one_before(ten: Store) -> None:
    assert list(journal.broken_entries()) == []
    digests = [row.digest for row in models.Journal.select()]
    assert len(set(digests)) == len(digests) == 10


def test_no_entries_are_whole_as_well(store: Store) -> None:
    assert list(journal.broken_entries()) == []


@pytest.mark.parametrize("column", ["desk", "verb", "subject", "customer", "operation", "content", "at", "digest"])
def test_whatever_is_changed_in_an_entry_is_named(ten: Store, column: str) -> None:
    ten.database.execute_sql(postgres.drop_trigger("journal_no_update", "journal"))
    value = 7 if column in ("subject", "customer", "at") else "forged"
    models.Journal.update({column: value}).where(models.Journal.id == 4).execute()
    assert 4 in list(journal.broken_entries())


def test_an_entry_taken_out_is_noticed_at_the_next_one(ten: Store) -> None:
    ten.database.execute_sql(postgres.drop_trigger("journal_no_delete", "journal"))
    ten.database.execute_sql("DELETE FROM journal WHERE id = 4")
    assert list(journal.broken_entries()) == [5]


def test_erased_text_leaves_the_chain_whole(ten: Store) -> None:
    models.Change.update(after="{}", before=None).execute()
    assert list(journal.broken_entries()) == []


@pytest.mark.parametrize(
    "other", [{"entity": "case"}, {"row": 2}, {"before": None}, {"after": "{}"}, {"salt": "pepper"}], ids=str
)
def test_the_content_digest_covers_all_that_was_written(other: dict[str, Any]) -> None:
    change = RowChange("note", 1, '{"text":"before"}', '{"text":"after"}', "salt")
    assert journal.content_digest([replace(change, **other)]) != journal.content_digest([change])


def test_an_operation_is_found_by_its_key(ten: Store) -> None:
    done = journal.find_operation("hire clerk 3")
    assert done is not None
    assert (done.verb, done.repeated) == ("staff.add", True)
    assert journal.find_operation("never") is None
