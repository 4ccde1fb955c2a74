"""How long a lookup takes, keystroke by keystroke, beside what people would use instead.

Run: python -m tests.benchmarks.lookup --customers 100000 1000000
It prints a table and never fails on time. Shops are built once into --folder.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deskui.settings import sqlite_url
from deskui.store.store import Store
from tests.benchmarks import lookup_rivals
from tests.benchmarks.built import default_folder, shop_of
from tests.benchmarks.mix import MISSPELT, Query, mix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LIMIT: Final = 30
Timed = list[tuple[float, float, Query, int]]
"""Milliseconds by the clock and of the processor, the query, and how many rows it found."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every size asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--customers", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--slowest", type=int, default=15, help="how many of the slowest queries to name")
    parser.add_argument("--reindex", action="store_true", help="make the lookup index anew first")
    parser.add_argument("--no-rivals", action="store_true", help="leave out LIKE and the plain B-tree")
    asked = parser.parse_args(arguments)
    medians: list[tuple[int, Timed]] = []
    for size in asked.customers:
        place = shop_of(size, asked.folder)
        _warm(place)
        store = Store.open(sqlite_url(place))
        try:
            medians.append((size, _measure_shop(store, size, asked)))
        finally:
            store.close()
    if len(medians) > 1:
        _say_growth(medians)


def _warm(place: Path) -> None:
    """Read the file once: the figures are of a shop in use, not of the disk."""
    with place.open("rb") as file:
        while file.read(1 << 20):
            pass


def _measure_shop(store: Store, size: int, asked: argparse.Namespace) -> Timed:
    if asked.reindex:
        started = time.perf_counter()
        store.index.rebuild()
        _say(f"index made anew in {time.perf_counter() - started:.1f} s")
    queries = mix()
    cold = measure(queries, lambda text: len(store.index.find(text, LIMIT)))
    timed = measure(queries, lambda text: len(store.index.find(text, LIMIT)))
    typed = [each for each in timed if each[2].kind != MISSPELT]
    _say(f"\n{size:,} customers, {len(queries):,} queries, milliseconds\n{'':26}{HEAD}")
    _say(line("the mix, asked before", typed))
    _say(line("the mix, asked first", [each for each in cold if each[2].kind != MISSPELT]))
    for kind in sorted({query.kind for query in queries} - {MISSPELT}):
        _say(line(f"  {kind}", [each for each in typed if each[2].kind == kind]))
    _say(line(MISSPELT, [each for each in timed if each[2].kind == MISSPELT]))
    if not asked.no_rivals:
        for name, find, share in lookup_rivals.rivals(store, size, asked.folder):
            _say(line(name, measure(queries[:share], find)))
    _say_slowest(store, sorted(timed, reverse=True)[: asked.slowest])
    return typed


def _say_slowest(store: Store, slowest: Timed) -> None:
    """Name them, with the best of five more tries: what stays slow is the query, what does not was the machine."""
    _say("\nslowest, and the best of five more tries:")
    for milliseconds, _, query, found in slowest:
        again = measure([query] * 5, lambda text: len(store.index.find(text, LIMIT)))
        best = min(each[0] for each in again)
        _say(f"  {milliseconds:8.2f} {best:8.2f}  {query.kind:22} {query.text!r} ({found} found)")


def measure(queries: list[Query], find: Callable[[str], int]) -> Timed:
    """Each query once."""
    timed: Timed = []
    for query in queries:
        worked, started = time.process_time(), time.perf_counter()
        found = find(query.text)
        passed, worked = time.perf_counter() - started, time.process_time() - worked
        timed.append((passed * 1000, worked * 1000, query, found))
    return timed


HEAD: Final = "".join(
    f"{title:>9}" for title in ("queries", "p50", "p95", "p99", "max", "cpu p50", "cpu p99", "found")
)


def line(name: str, timed: Timed) -> str:
    """One line of the table: how many, percentiles, the longest, and the share that found somebody."""
    if not timed:
        return f"{name:26}{0:9}"
    shown = "".join(f"{percentile(timed, part):9.2f}" for part in (50, 95, 99, 100))
    shown += "".join(f"{percentile(timed, part, at=1):9.2f}" for part in (50, 99))
    found = sum(1 for each in timed if each[3]) * 100 // len(timed)
    return f"{name:26}{len(timed):9}{shown}{found:8}%"


def percentile(timed: Timed, part: int, at: int = 0) -> float:
    """The time that `part` in a hundred queries stay under; `at` 0 by the clock, 1 of the processor."""
    ordered = sorted(float(each[at]) for each in timed)  # type: ignore[arg-type]
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def _say_growth(measured: list[tuple[int, Timed]]) -> None:
    (small, few), (large, many) = measured[0], measured[-1]
    shown = ", ".join(
        f"p{part} x{percentile(many, part) / percentile(few, part):.2f} "
        f"(cpu x{percentile(many, part, 1) / percentile(few, part, 1):.2f})"
        for part in (50, 95, 99)
    )
    _say(f"\nfrom {small:,} to {large:,} customers: {shown}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
