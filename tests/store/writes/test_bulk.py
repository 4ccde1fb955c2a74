from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.errors import DatabaseTrouble
from deskui.store.models import Customer, Employee
from deskui.store.store import Store
from deskui.store.writes.bulk import insert_rows, next_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("id", "number", "name", "created_at")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{tmp_path / 'shop.db'}")
    yield store
    store.close()


def test_rows_from_a_generator_arrive_with_the_models_defaults(store: Store) -> None:
    with store.transaction():
        rows = ((row, f"C-{row}", f"Name {row}", 1000 + row) for row in range(1, 2501))
        assert insert_rows(store.database, Customer, COLUMNS, rows) == 2500
    last = Customer.get_by_id(2500)
    assert (last.number, last.version, last.custom, last.tier, last.household_id) == (
        "C-2500",
        1,
        "{}",
        "",
        None,
    )
    assert last.withdrawn_at is None


def test_columns_may_come_in_any_order(store: Store) -> None:
    with store.transaction():
        insert_rows(store.database, Employee, ("created_at", "role", "name"), [(5, "clerk", "Ada")])
    ada = Employee.get()
    assert (ada.name, ada.role, ada.present, ada.branch) == ("Ada", "clerk", True, "")


def test_no_rows_are_no_rows(store: Store) -> None:
    with store.transaction():
        assert insert_rows(store.database, Customer, COLUMNS, []) == 0


def test_a_refused_row_takes_its_whole_transaction_with_it(store: Store) -> None:
    with pytest.raises(DatabaseTrouble), store.transaction():
        insert_rows(store.database, Customer, COLUMNS, [(1, "C-1", "A", 1), (2, "C-1", "B", 1)])
    assert Customer.select().count() == 0


def test_the_next_id_is_above_all_in_use(store: Store) -> None:
    assert next_id(Customer) == 1
    with store.transaction():
        insert_rows(store.database, Customer, COLUMNS, [(41, "C-41", "A", 1)])
        assert next_id(Customer) == 42
