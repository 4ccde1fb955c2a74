"""The tables are what the models say, and every declared index is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playhouse.schema_diff import diff_models

from deskui.store import models

if TYPE_CHECKING:
    from deskui.store.store import Store


def test_the_migrations_make_what_the_models_declare(store: Store) -> None:
    diff = diff_models(store.database, list(models.MODELS))
    assert diff.create_tables == diff.add_columns == diff.drop_columns == diff.add_indexes == []
    by_hand = {"alias_one_owner", "opening_to_rank", "case_still_open", "follow_up_still_open"}
    by_hand |= {"promise_like_product", "promise_like_case_product", "case_merged"}
    by_hand |= {"case_listed_open", "case_listed_closed", "benefit_code", "note_confirmed", "note_unconfirmed"}
    by_hand |= {"conversation_by_time", "visit_by_time", "case_by_closing"}
    by_hand |= {"article_doc_words", "article_doc_title_words"}  # PostgreSQL's, beside SQLite's index of words
    # PostgreSQL lists the indexes behind UNIQUE, which it names so, beside the others.
    assert {index.name for index in diff.drop_indexes if not index.name.endswith("_key")} <= by_hand


def test_a_missing_index_is_noticed(store: Store) -> None:
    store.database.execute_sql("DROP INDEX note_customer_id")
    diff = diff_models(store.database, list(models.MODELS))
    assert [index.columns for index in diff.add_indexes] == [("customer_id",)]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("customer", "number"),
        ("journal", "operation"),
        ("journal", "undoes"),
        ("case", "number"),
        ("note", "source_key"),
    ],
)
def test_what_must_be_unique_is(store: Store, table: str, column: str) -> None:
    unique = [
        [each.name for each in store.database.get_columns(table) if each.name in index.columns]
        for index in store.database.get_indexes(table)
        if index.unique
    ]
    assert [column] in unique


def test_one_number_cannot_belong_to_two_customers(store: Store) -> None:
    from peewee import IntegrityError

    from tests.conftest import NOW

    for number in ("C-1", "C-2"):
        models.Customer.insert(number=number, name="x", created_at=NOW).execute()
    row = {"kind": "loyalty", "value": "L-1", "key": "L1", "created_at": NOW}
    models.Alias.insert(customer=1, **row).execute()
    with pytest.raises(IntegrityError):
        models.Alias.insert(customer=2, **row).execute()
    models.Alias.update(withdrawn_at=NOW).execute()
    models.Alias.insert(customer=2, **row).execute()


def test_a_row_cannot_point_at_nothing(store: Store) -> None:
    from peewee import IntegrityError

    from tests.conftest import NOW

    with pytest.raises(IntegrityError):
        models.Note.insert(customer=99, kind="fact", text="x", written_at=NOW).execute()
