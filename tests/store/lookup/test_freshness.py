from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from deskui.domain.lookup import Matched
from deskui.store import models

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.store.entry import Entry
    from tests.store.lookup.conftest import Shop

NAMES = ("Shari Caldwell", "Jörg Müller", "Maria García López", "John Smith", "Siobhán O'Brien", "Li Wei", "Al")


def change(shop: Shop, customer: int, **columns: object) -> None:
    version = models.Customer.get_by_id(customer).version

    def work(entry: Entry) -> int:
        entry.update(models.Customer, customer, version, **columns)
        return customer

    shop.perform(work)


def contents(shop: Shop) -> tuple[list[tuple[object, ...]], ...]:
    """Everything the index keeps beside the full text: documents without ranks, the words, and their keys."""
    rows = shop.store.index.statements.rows
    return (
        rows("SELECT customer, text FROM search_doc ORDER BY customer"),
        rows("SELECT token, count FROM vocabulary ORDER BY token"),
        rows("SELECT key, token FROM vocabulary_key ORDER BY key, token"),
    )


def is_whole(shop: Shop) -> bool:
    """Whether the full text holds exactly what the documents say."""
    statements = shop.store.index.statements
    if statements.is_sqlite:
        statements.run("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
    return True


def test_a_changed_name_is_found_at_once_and_the_old_one_no_more(shop: Shop) -> None:
    customer = shop.add("Ann Ames")
    change(shop, customer, name="Ann Zimmermann")
    assert shop.names("zimmer") == ["Ann Zimmermann"]
    assert shop.names("ames") == shop.names("aems") == []
    assert is_whole(shop)


def test_a_withdrawn_customer_vanishes_with_all_their_words(shop: Shop) -> None:
    empty = contents(shop)
    customer = shop.add(
        "Ann Ames", phones=["303 555 0142"], emails=["ann@example.org"], receipt=["R-88213"], cases=[7001]
    )
    change(shop, customer, withdrawn_at=shop.now)
    for typed in ("ann", "ames", "aems", "0142", "ann@example.org", "88213", "#7001"):
        assert shop.names(typed) == [], typed
    assert contents(shop) == empty
    change(shop, customer, withdrawn_at=None)
    assert shop.names("ames") == ["Ann Ames"]


@pytest.mark.embedded("counts the rows that a connection has written")
def test_making_a_document_anew_that_is_the_same_writes_nothing(shop: Shop) -> None:
    customer = shop.add("Ann Ames", likes=["Hot Wheels"])
    connection = shop.store.database.connection()
    before = connection.total_changes
    shop.store.index.refresh(customer)
    assert connection.total_changes == before


def test_the_rank_survives_a_change(shop: Shop) -> None:
    first, second = shop.add("Ann Ames"), shop.add("Ann Avery")
    change(shop, first, name="Ann Aaron")
    assert [hit.customer_id for hit in shop.find("ann")] == [second, first]


def test_customers_added_in_bulk_are_found_and_the_last_ranks_highest(shop: Shop) -> None:
    with shop.store.transaction():
        rows = [(number, f"C-{number}", f"Ann {number}") for number in range(1, 1300)]
        models.Customer.insert_many(
            [{"id": row, "number": number, "name": name, "created_at": 0} for row, number, name in rows]
        ).execute()
        shop.store.index.add_new(row for row, _, _ in rows)
    assert [hit.customer_id for hit in shop.find("ann", 3)] == [1299, 1298, 1297]
    assert is_whole(shop)


def test_a_rebuilt_index_is_the_one_that_grew(shop: Shop) -> None:
    rng = random.Random(5)
    customers = [
        shop.add(f"{rng.choice(NAMES)} {rng.choice(NAMES)}", phones=[f"303 555 {rng.randrange(10000):04d}"])
        for _ in range(60)
    ]
    for customer in customers[::3]:
        change(shop, customer, name=rng.choice(NAMES))
    for customer in customers[::7]:
        change(shop, customer, withdrawn_at=shop.now)
    shop.store.index.seen(customers[::5])
    grown = contents(shop)
    told: list[tuple[int, int]] = []
    left = len(grown[0])
    assert shop.store.index.rebuild(lambda done, total: told.append((done, total))) == left
    assert told[-1] == (left, left)
    assert contents(shop) == grown
    assert is_whole(shop)


def test_a_rebuilt_index_ranks_by_when_customers_were_last_seen(shop: Shop) -> None:
    bought, talked, opened, never = (shop.add(f"Ann {name}") for name in ("Ames", "Avery", "Allen", "Abel"))
    models.Order.insert(customer=bought, number="1", placed_at=2000, currency="USD", created_at=0).execute()
    models.Conversation.insert(customer=talked, at=3000, channel="phone", direction="in", created_at=0).execute()
    models.Opening.insert(customer=opened, opened_at=1000).execute()
    shop.store.index.rebuild()
    assert [hit.customer_id for hit in shop.find("ann")] == [talked, bought, opened, never]


def test_an_interrupted_rebuild_leaves_the_index_as_it_was(shop: Shop) -> None:
    shop.add("Ann Ames")

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    before = contents(shop)
    with pytest.raises(KeyboardInterrupt):
        shop.store.index.rebuild(interrupt)
    assert contents(shop) == before
    assert shop.names("ames") == ["Ann Ames"]
    assert is_whole(shop)


def test_tidying_ends_and_changes_no_answer(shop: Shop) -> None:
    for number in range(40):
        shop.add(f"Ann Number{number}")
    before = [hit.customer_id for hit in shop.find("ann", 50)]
    steps = 0
    while shop.store.index.tidy():
        steps += 1
        assert steps < 100
    assert [hit.customer_id for hit in shop.find("ann", 50)] == before
    assert is_whole(shop)


def test_recently_opened_customers_come_newest_first(shop: Shop) -> None:
    first, second, gone = (shop.add(f"Ann {name}", phones=["303 555 0142"]) for name in ("Ames", "Avery", "Abel"))
    for at, customer in ((10, first), (30, gone), (20, second)):
        models.Opening.insert(customer=customer, opened_at=at).execute()
    change(shop, gone, withdrawn_at=shop.now)
    found = shop.store.index.recent()
    assert [(hit.customer_id, hit.matched, hit.phone) for hit in found] == [
        (second, Matched.RECENT, "303 555 0142"),
        (first, Matched.RECENT, "303 555 0142"),
    ]
    assert len(shop.store.index.recent(1)) == 1


def test_the_phone_shown_is_the_preferred_one(shop: Shop) -> None:
    shop.add("Ann Ames", phones=["303 555 0142", "303 555 0199"])
    point = models.ContactPoint
    point.update(preferred=True).where(point.value == "303 555 0199").execute()
    assert [hit.phone for hit in shop.find("ames")] == ["303 555 0199"]


def test_every_order_of_changes_keeps_the_index_true(shop: Shop) -> None:
    rng = random.Random(11)
    customers = [shop.add(rng.choice(NAMES)) for _ in range(8)]
    actions: list[Callable[[int], object]] = [
        lambda customer: change(shop, customer, name=f"{rng.choice(NAMES)} {rng.choice(NAMES)}"),
        lambda customer: change(shop, customer, withdrawn_at=shop.now),
        lambda customer: change(shop, customer, withdrawn_at=None),
        lambda customer: shop.store.index.seen([customer]),
        lambda customer: shop.store.index.refresh(customer),
        lambda customer: shop.store.index.tidy(),
    ]
    for _ in range(150):
        rng.choice(actions)(rng.choice(customers))
    assert is_whole(shop)
    grown = contents(shop)
    shop.store.index.rebuild()
    assert contents(shop) == grown
