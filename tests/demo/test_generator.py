"""Made-up customers are the same for the same seed, and fit together."""

from __future__ import annotations

from calendar import monthrange
from random import Random
from typing import TYPE_CHECKING

import pytest

from deskui.demo import telephones
from deskui.demo.generator import fill
from deskui.demo.goods import GOODS
from deskui.demo.names import Names
from deskui.store import journal, models
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.normalise.phones import phone_key
from deskui.store.store import Store
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

TABLES = (
    models.Customer,
    models.Household,
    models.Alias,
    models.ContactPoint,
    models.Order,
    models.OrderLine,
    models.Reference,
    models.Conversation,
    models.Note,
    models.Case,
    models.Promise,
    models.PromiseEntry,
    models.Statement,
    models.FollowUp,
)


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, customers=600, now=NOW)
    return store


def everything(folder: Path, name: str, seed: int) -> list[list[tuple[object, ...]]]:
    store = Store.open(f"sqlite:///{(folder / name).as_posix()}")
    try:
        fill(store, customers=200, now=NOW, seed=seed)
        return [list(model.select().tuples()) for model in TABLES]
    finally:
        store.close()


def test_the_same_seed_makes_the_same_customers(tmp_path: Path) -> None:
    first = everything(tmp_path, "a.sqlite3", 7)
    assert first == everything(tmp_path, "b.sqlite3", 7)
    assert first != everything(tmp_path, "c.sqlite3", 8)


@pytest.mark.embedded("PRAGMA")
def test_every_row_points_at_rows_that_exist(filled: Store) -> None:
    assert filled.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_there_are_as_many_as_asked_for(filled: Store) -> None:
    assert models.Customer.select().count() == 600
    assert models.Order.select().count() == 1800
    assert all(model.select().exists() for model in TABLES)


def test_money_is_whole_and_adds_up(filled: Store) -> None:
    sums: dict[int, int] = {}
    for line in models.OrderLine.select():
        assert isinstance(line.price_minor, int)
        sums[line.order_id] = sums.get(line.order_id, 0) + line.price_minor * line.quantity
    assert sums == {order.id: order.total_minor for order in models.Order.select()}


def test_references_belong_to_the_buyer_and_are_kept_as_the_lookup_compares_them(filled: Store) -> None:
    buyers = {order.id: (order.customer_id, order.number) for order in models.Order.select()}
    named: set[str] = set()
    for reference in models.Reference.select().where(models.Reference.case.is_null()):
        buyer, number = buyers[reference.order_id]
        assert reference.customer_id == buyer
        assert reference.key == number_key(reference.number)
        assert reference.digits == number_digits(reference.number)
        if reference.kind in ("receipt", "order"):
            assert reference.number == number
            named.add(number)
    assert named == {number for _, number in buyers.values()}


def test_a_case_is_about_an_order_that_its_customer_placed_before(filled: Store) -> None:
    orders = {order.number: order for order in models.Order.select()}
    cases = {case.id: case for case in models.Case.select()}
    numbers = list(models.Reference.select().where(models.Reference.case.is_null(False)))
    assert len(numbers) > len(cases) / 5
    for number in numbers:
        case, order = cases[number.case_id], orders[number.number]
        assert number.customer_id == case.customer_id == order.customer_id
        assert order.placed_at < case.opened_at
        assert (number.key, number.digits) == (number_key(number.number), number_digits(number.number))


def test_contact_points_are_kept_as_the_lookup_compares_them(filled: Store) -> None:
    for point in models.ContactPoint.select():
        if point.kind == "phone":
            assert point.key == phone_key(point.value, "US"), point.value
        else:
            assert point.key == point.value.casefold()


def test_addresses_belong_to_nobody(filled: Store) -> None:
    for point in models.ContactPoint.select():
        if point.kind == "email":
            assert point.key.endswith(("example.org", "example.com", "example.net"))


def test_phones_are_mostly_distinct() -> None:
    rng = Random(1)
    assert len({telephones.draw(rng)[1] for _ in range(20_000)}) > 19_000


def test_a_few_names_are_common_and_many_are_rare() -> None:
    families = [name.family for name in Names().draw(Random(1), 30_000)]
    assert len(set(families)) > 6_000
    assert families.count("Smith") > 100
    assert any(not name.isascii() for name in families)
    assert all(fold(name) for name in families[:2000])


def test_cases_go_on_from_the_highest_number(filled: Store) -> None:
    before = {case.number for case in models.Case.select()}
    fill(filled, customers=100, now=NOW, seed=2)
    after = {case.number for case in models.Case.select()}
    assert before < after
    assert sorted(after) == list(range(1001, 1001 + len(after)))
    assert list(journal.broken_entries()) == []


def test_everybody_is_found(filled: Store) -> None:
    for customer in models.Customer.select().limit(40):
        found = [hit.number for hit in filled.index.find(customer.number, 30)]
        assert found == [customer.number]


def test_a_shop_without_staff_can_be_filled_too(store: Store) -> None:
    assert models.Employee.select().count() == 0
    fill(store, customers=50, now=NOW)
    assert models.Conversation.select().where(models.Conversation.employee.is_null()).count() > 0


def test_a_warranty_lasts_calendar_months(filled: Store) -> None:
    rows = models.OrderLine.select(models.OrderLine.warranty_until, models.Order.placed_at).join(models.Order)
    pairs = [
        (until, placed.date())
        for until, placed in rows.where(models.OrderLine.warranty_until.is_null(False)).tuples()
    ]
    assert pairs
    assert all(
        until.day == placed.day or until.day == monthrange(until.year, until.month)[1] for until, placed in pairs
    )
    assert {(until.year - placed.year) * 12 + until.month - placed.month for until, placed in pairs} <= {
        months for _, _, months in GOODS if months
    }
