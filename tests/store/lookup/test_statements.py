from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from deskui.store import models
from tests.store.spying import plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.store.lookup.conftest import Shop

Statement = tuple[str, "Sequence[Any]"]


@pytest.fixture
def asked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> list[Statement]:
    """Every statement that reaches the database from here on, in a shop of 40 customers."""
    for number in range(40):
        shop.add(
            f"Ann{number % 7} Ames{number % 13}",
            phones=[f"303 555 {number:04d}"],
            emails=[f"ann{number}@example.org"],
            receipt=[f"R-{88000 + number}"],
            cases=[1000 + number],
            loyalty=[f"L-{number}"],
            likes=["Hot Wheels"],
        )
    models.Opening.insert(customer=1, opened_at=1).execute()
    statements: list[Statement] = []
    database = shop.store.database
    execute = database.execute_sql

    def spy(statement: str, values: Sequence[Any] = ()) -> Any:
        statements.append((statement, values))
        return execute(statement, values)

    monkeypatch.setattr(database, "execute_sql", spy)
    return statements


@pytest.mark.parametrize(
    ("typed", "most"),
    [
        ("a", 3),
        ("ann", 3),
        ("ann1 ames", 6),
        ("ann1 ames1", 6),
        ("likes: hot", 4),
        ("ann12@example.org", 2),
        ("R-88012", 6),
        ("0142", 5),
        ("(303) 555-0012", 5),
        ("1043", 5),
        ("#1043", 2),
        ("nobody", 7),
        ("aenn1 aems1", 11),
        ("", 0),
    ],
)
def test_a_search_takes_a_few_statements_whatever_it_finds(
    shop: Shop, asked: list[Statement], typed: str, most: int
) -> None:
    shop.find(typed)
    assert len(asked) <= most


def test_recent_customers_take_one_statement(shop: Shop, asked: list[Statement]) -> None:
    shop.store.index.recent()
    assert len(asked) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "a",
        "ann1 ames",
        "likes: hot",
        "ann12@example.org",
        "R-88012",
        "0142",
        "#1043",
        "L-12",
        "C-9",
        "aenn1 aems1",
        "",
    ],
)
def test_no_statement_of_a_search_reads_a_whole_table(shop: Shop, asked: list[Statement], typed: str) -> None:
    shop.find(typed) if typed else shop.store.index.recent()
    for statement, values in list(asked):
        for step in plan(shop.store.database, statement, values):
            scans = step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step
            derived = step.startswith(("SCAN arm", "SCAN part", "SCAN (subquery"))
            assert not scans or derived or "USING INDEX opening" in step, (step, statement)


def test_making_a_document_anew_takes_a_few_statements(shop: Shop, asked: list[Statement]) -> None:
    shop.store.index.refresh(5)
    assert len(asked) == 3
