"""Filling a shop with made-up customers, as many as asked for, the same ones for the same seed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from deskui.demo.counters import catch_up
from deskui.demo.crowd import customers as draw_customers
from deskui.demo.dealings import dealings
from deskui.demo.names import Names
from deskui.demo.purchases import orders
from deskui.demo.setting import FreeIds, Setting
from deskui.store import journal
from deskui.store.entry import Actor, Entry
from deskui.store.writes import derived
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from deskui.store.store import Store

    Progress = Callable[[str, int, int], None]

CHUNK: Final = 5000
"""Customers a transaction: about 80,000 rows, a few dozen megabytes while they are made."""


def fill(
    store: Store,
    *,
    customers: int,
    orders_per_customer: int = 3,
    progress: Progress | None = None,
    now: datetime,
    seed: int = 1,
) -> None:
    """Add that many made-up customers with orders, conversations, promises and cases, then make the index anew.

    Memory stays the same whatever the number. `progress` is told what is being done, how much is
    done and how much there is. An interruption leaves the chunks that are finished.
    """
    rng, names = Random(seed), Names()
    setting = Setting.of_shop(now, orders_per_customer, customers)
    for done in range(0, customers, CHUNK):
        with store.transaction():
            _add_chunk(store, rng, names, min(CHUNK, customers - done), setting, now, seed)
        if progress is not None:
            progress("customers", min(done + CHUNK, customers), customers)
    with store.transaction():
        derived.rebuild(store.database)
    store.index.rebuild(None if progress is None else lambda done, total: progress("index", done, total))


def _add_chunk(
    store: Store, rng: Random, names: Names, count: int, setting: Setting, now: datetime, seed: int
) -> None:
    ids = FreeIds.now()
    first = ids.customer
    people = draw_customers(rng, names, setting, ids, count)
    bought = orders(rng, setting, ids, first, count)
    batches = [*people, *bought, *dealings(rng, setting, ids, first, count, bought[0][2])]
    for model, columns, rows in batches:
        insert_rows(store.database, model, columns, rows)
    catch_up(store.database)
    journal.append(Entry(Actor(None, ""), now), "demo.fill", count, None, f"demo.fill:{seed}:{first}")
