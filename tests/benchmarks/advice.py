"""How long the desk takes to advise on a promise, from many past ones: python -m tests.benchmarks.advice.

The clock goes on by a minute from one question to the next, so that nothing read before is of use. A third of the
past promises is about a product: some products are sold often, most of them seldom. It never fails on time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from deskui.desk.opening import open_desk
from deskui.domain.product import Product
from deskui.settings import sqlite_url
from deskui.store import models
from deskui.store.reads.hours import shop_clock
from deskui.store.writes.alike import draw_of
from deskui.store.writes.bulk import insert_rows
from tests.benchmarks.built import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.desk.desk import Desk

KINDS: Final = ("call back", "delivery", "parts", "repair", "answer", "refund", "pickup", "quote")
CASE_KINDS: Final = ("", "", "repair", "delivery", "order", "claim", "parcel")
PRODUCTS: Final = 2000
YEARS: Final = 5 * 365 * 9 * 60
"""Five years on the working clock."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill an empty database with past promises, ask, and print how long that took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--promises", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=1000)
    parser.add_argument("--url", default="", help="an empty database on a server; without one, a file")
    asked = parser.parse_args(arguments)
    now = [NOW]
    with tempfile.TemporaryDirectory() as folder:
        url = asked.url or sqlite_url(Path(folder) / "past.sqlite3")
        with closing(open_desk(url, clock=lambda: now[0])) as desk:
            desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
            _fill(desk, asked.promises)
            if asked.url:
                desk.store.database.execute_sql("ANALYZE")  # a server does so by itself before long
            took: list[float] = []
            groups: dict[int, int] = {}
            for kind, case_kind, product in _questions(asked.asked):
                now[0] += timedelta(minutes=1)
                started = time.perf_counter()
                found = desk.promises.advice(kind, case_kind, product)
                took.append((time.perf_counter() - started) * 1e3)
                parts = 0 if found is None else 1 + found[1].count(" of ") + found[1].count(",")
                groups[parts] = groups.get(parts, 0) + 1
    _say(asked.promises, sorted(took), groups)


def _fill(desk: Desk, count: int) -> None:
    rng, clock = Random(1), shop_clock().minutes(NOW)
    columns = ("promise", "kind", "case_kind", "product", "draw", "made", "took", "ended")

    def rows() -> Iterator[tuple[object, ...]]:
        for row in range(1, count + 1):
            case_kind = rng.choice(CASE_KINDS)
            product = _sold(rng).key if case_kind and rng.random() < 0.5 else None
            age, took, luck = int(rng.random() * YEARS), int(rng.lognormvariate(7, 0.7)), rng.random()
            ended = int(took * luck * 10) if luck < 0.06 else None
            done = took if ended is None and took <= age else None
            yield (row, _kind(rng), case_kind, product, draw_of(row), clock - age, done, ended)

    with desk.store.transaction():
        insert_rows(desk.store.database, models.PromiseLike, columns, rows())


def _questions(count: int) -> Iterator[tuple[str, str, Product | None]]:
    rng = Random(2)
    for _ in range(count):
        case_kind = rng.choice(CASE_KINDS)
        yield _kind(rng), case_kind, _sold(rng) if case_kind and rng.random() < 0.8 else None


def _kind(rng: Random) -> str:
    return KINDS[min(int(rng.expovariate(0.4)), len(KINDS) - 1)]


def _sold(rng: Random) -> Product:
    number = int(rng.paretovariate(0.5)) % PRODUCTS
    return Product(f"af {number}", f"Product {number}")


def _say(count: int, took: list[float], groups: dict[int, int]) -> None:
    at = {share: took[min(len(took) - 1, len(took) * share // 100)] for share in (50, 95, 99)}
    times = ", ".join(f"p{share} {each:.1f} ms" for share, each in at.items())
    sys.stdout.write(f"{count:,} past promises, asked {len(took):,} times: {times}, worst {took[-1]:.1f} ms\n")
    names = ("none", "wide", "of two parts", "of three parts")
    said = ", ".join(f"{names[each]} {times}" for each, times in sorted(groups.items()))
    sys.stdout.write(f"groups: {said}\n")


if __name__ == "__main__":
    main()
