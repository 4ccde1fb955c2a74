"""The tables of promises and of the day: on a file of before, on what they derive, and in how many statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest
from playhouse.schema_diff import diff_models

from deskui.demo.everybody import EVERYBODY
from deskui.domain.ids import BenefitId, CaseId, CustomerId, EmployeeId
from deskui.domain.product import Product
from deskui.domain.working_hours.opening import USUAL_WEEK
from deskui.store import models
from deskui.store.reads import (
    advice,
    balances,
    benefit_ledger,
    benefits,
    due,
    follow_ups,
    hand_overs,
    hours,
    products,
    promises,
    told,
    visits,
)
from deskui.store.store import Store
from deskui.store.writes import alike, derived, recount
from tests import postgres
from tests.conftest import NOW
from tests.store.older import make_older
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY_MS: Final = 86_400_000
AT: Final = 1_795_369_320_000
"""NOW, in milliseconds."""

OLD_ROWS: Final = f"""
INSERT INTO shop (name, zone, region, currency, created_at, version)
    VALUES ('Alder', 'America/Denver', 'US', 'USD', 1, 1);
INSERT INTO employee (name, role, extension, phone, branch, interests, present, created_at, version)
    VALUES ('Paul', 'clerk', '', '', '', '', TRUE, 1, 1);
INSERT INTO customer (number, name, given_name, family_name, preferred_name, say_as, company, prefers, tier, birthday,
    spend_currency, custom, created_at, version)
    VALUES ('C-1', 'Shari', '', '', '', '', '', '', '', '', '', '{{}}', 1, 1);
INSERT INTO "case" (number, customer_id, subject, kind, status, owner_id, opened_at, outcome, version)
    VALUES (1001, 1, 'Parcel', 'parcel', 'open', 1, 1, '', 1);
INSERT INTO conversation (customer_id, case_id, employee_id, at, channel, direction, reached, mood, minutes, summary,
    created_at, version) VALUES
    (1, 1, 1, {AT - 3 * DAY_MS}, 'phone', 'in', TRUE, 'bad', 2, 'first', 1, 1),
    (1, 1, 1, {AT - 2 * DAY_MS}, 'phone', 'in', TRUE, 'bad', 2, 'second', 1, 1),
    (1, 1, 1, {AT - DAY_MS}, 'phone', 'out', FALSE, 'bad', 2, 'tried', 1, 1)
"""


@pytest.fixture
def of_before(new_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of the version before promises, with a shop, a customer, a case and three contacts in it."""
    make_older(new_url, "0006", tmp_path, monkeypatch)
    with postgres.plain(new_url) as connection:
        for statement in OLD_ROWS.split(";"):
            connection.execute(statement)
    return new_url


def test_a_file_of_before_gets_the_tables_the_usual_hours_and_the_calls_owed(of_before: str) -> None:
    store = Store.open(of_before)
    try:
        assert {"promise", "promise_entry", "statement", "visit", "follow_up"} <= set(store.database.get_tables())
        assert hours.shop_hours().week == USUAL_WEEK
        assert hours.shop_hours().zone.key == "America/Denver"
        owed = {(row.customer, row.case, row.times) for row in models.OwedCall.select()}
        assert owed == {(1, None, 2), (1, 1, 2)}
        assert [each.what for each in due.items(EmployeeId(1), NOW)] == ["Parcel"]
    finally:
        store.close()
    again = Store.open(of_before)
    again.close()


def test_it_says_what_the_models_declare_after_the_way_from_before(of_before: str) -> None:
    store = Store.open(of_before)
    try:
        diff = diff_models(store.database, list(models.MODELS))
        assert diff.create_tables == diff.add_columns == diff.drop_columns == diff.add_indexes == []
    finally:
        store.close()


PROMISED: Final = f"""
INSERT INTO orders (customer_id, number, placed_at, channel, status, currency, total_minor, proof, created_at,
    version) VALUES (1, 'R-1', 1, 'own store', '', 'USD', 0, '', 1, 1);
INSERT INTO order_line (order_id, position, name, sku, quantity, price_minor, version) VALUES
    (1, 1, 'Dishwasher', 'AF-1008', 1, 0, 1), (1, 2, 'Kitchen tap', '', 1, 0, 1);
INSERT INTO reference (customer_id, order_id, case_id, kind, number, key, created_at, version) VALUES
    (1, 1, NULL, 'receipt', 'R-1', 'R1', 1, 1), (1, NULL, 1, 'receipt', 'r1', 'R1', 1, 1);
INSERT INTO promise (customer_id, what, kind, due, basis, made_at, case_id) VALUES
    (1, 'dishwasher here', 'parts', {AT}, 'system', {AT}, 1),
    (1, 'the taps for the kitchen', 'parts', {AT}, 'system', {AT}, 1),
    (1, 'call back', 'call back', {AT}, 'system', {AT}, 1),
    (1, 'dishwasher here', 'parts', {AT}, 'system', {AT}, NULL);
INSERT INTO promise_like (promise, kind, case_kind, draw, made) SELECT id, kind, '', id, 0 FROM promise
"""


def test_promises_of_before_get_the_product_they_are_about_as_they_are_counted_anew(
    new_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(new_url, "0012", tmp_path, monkeypatch)
    with postgres.plain(new_url) as connection:
        for statement in (OLD_ROWS + ";" + PROMISED).split(";"):
            connection.execute(statement)
    store = Store.open(new_url)
    try:
        assert recount.done() < 100
        with store.transaction():
            assert recount.step(store.database) == 100
        found = models.PromiseLike.select().order_by(models.PromiseLike.promise)
        counted = list(found.tuples())
        assert [each.product for each in found] == ["af 1008", "kitchen tap", None, None]
        with store.transaction():
            derived.rebuild(store.database)
        assert list(found.tuples()) == counted
    finally:
        store.close()


def test_a_new_shop_has_nothing_to_count_anew(store: Store) -> None:
    models.Shop.insert(name="Alder", zone="America/Denver", region="US", currency="USD", created_at=NOW).execute()
    assert recount.done() == 100


@pytest.fixture
def zone() -> Any:
    return ZoneInfo("America/Denver")


SHARI: Final = CustomerId(1)
CONSTANCE: Final = CustomerId(next(at for at, each in enumerate(EVERYBODY, 1) if each.name == "Constance Abernathy"))
AT_DAY: Final = NOW.date()
SOLD: Final = Product("af 1008", "Dishwasher")
READS: Final[dict[str, tuple[int, Callable[[Any], Any]]]] = {
    "promises": (2, lambda zone: promises.of_customer(SHARI, NOW, zone)),
    "promises with those of a case": (2, lambda zone: promises.of_customer(SHARI, NOW, zone, [CaseId(1)])),
    "promises of a case": (2, lambda zone: promises.of_cases([CaseId(1)], NOW, zone)),
    "one promise": (2, lambda zone: promises.with_entries([1])),
    "told": (1, lambda zone: told.standing(SHARI)),
    "told about a topic": (1, lambda zone: told.of_customer(SHARI, "hub")),
    "follow-ups": (1, lambda zone: follow_ups.of_customer(SHARI)),
    "open visits": (1, lambda zone: visits.open_visits("Desk 1")),
    "hand-overs waiting": (1, lambda zone: hand_overs.waiting_for(EmployeeId(1))),
    "hand-over of a case": (1, lambda zone: hand_overs.waiting_of_case([CaseId(1)])),
    "balance of a customer": (1, lambda zone: balances.of_customer(SHARI, NOW)),
    "balances of a case": (1, lambda zone: balances.of_cases([CaseId(1)], NOW)),
    "benefits": (1, lambda zone: benefits.of_customer(SHARI, AT_DAY, zone)),
    "benefits with choices": (2, lambda zone: benefits.of_customer(CONSTANCE, AT_DAY, zone)),
    "benefit of a code": (1, lambda zone: benefits.by_key("XK2291", AT_DAY, zone)),
    "ledger of a benefit": (1, lambda _zone: benefit_ledger.ledger(BenefitId(1))),
    "counts": (3, lambda zone: due.counts(EmployeeId(1), NOW, zone)),
    "advice": (5, lambda zone: [advice.group(each, 0) for each in advice.wider("parts", "parcel", SOLD)]),
    "product of a promise": (1, lambda zone: products.of_case(CaseId(1), "parts", "the part")),
}


@pytest.fixture
def filled(demo: Store) -> Store:
    """The sample shop with what hangs on its rows made anew."""
    with demo.transaction():
        derived.rebuild(demo.database)
    return demo


@pytest.mark.parametrize("name", READS)
def test_a_read_takes_few_statements_and_no_full_scan(filled: Store, zone: Any, name: str) -> None:
    count, read = READS[name]
    with watched(filled.database) as ran:
        read(zone)
    assert len(ran) == count, [sql for sql, _ in ran.statements]
    assert [each for each in full_scans(filled.database, ran) if "promise_like" not in each] == []


@pytest.mark.embedded("about its plans")
def test_the_widest_group_reads_the_first_of_its_index(filled: Store) -> None:
    """A sample by `draw` ends after 2,000 entries of an index that has all it needs."""
    with watched(filled.database) as ran:
        for each in advice.wider("parts", "parcel", SOLD):
            advice.group(each, 0)
    for sql, params in ran.statements:
        plan = [row[-1] for row in filled.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()]
        assert len(plan) == 1
        assert "USING COVERING INDEX promise_like" in plan[0]


def test_ids_are_drawn_evenly_and_none_twice() -> None:
    drawn = [alike.draw_of(row) for row in range(1, 20_001)]
    assert len(set(drawn)) == 20_000
    first = sorted(range(20_000), key=drawn.__getitem__)[:2000]
    halves = sum(place < 10_000 for place in first)
    assert 900 < halves < 1100
