"""How long the call list takes in a large shop, with every rule on, and how long a write takes to keep it right.

Run: python -m tests.benchmarks.outreach --customers 100000
It prints a table beside what bounds it, and never fails on time.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.outreach.call_list import CallTyped
from deskui.domain.outreach.rule import typed_rule
from deskui.settings import sqlite_url
from tests.benchmarks.built import NOW, default_folder, shop_of
from tests.benchmarks.keystroke import percentile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk

BOUND = 100
"""Milliseconds in which the list is to be there."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the shop, or take the one of last time, turn every rule up, and measure on a copy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--times", type=int, default=50)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "shop.sqlite3"
        shutil.copy(shop_of(asked.customers, asked.folder), copy)
        with closing(open_desk(sqlite_url(copy), employee="Margaret Liu", clock=lambda: NOW)) as desk:
            _measure(desk, asked.times)


def _measure(desk: Desk, times: int) -> None:
    rules = desk.outreach.rules
    began = time.perf_counter()
    desk.outreach.list()
    first = (time.perf_counter() - began) * 1000
    for rule in rules.rules():
        rules.edit(rule.family, rule.number, replace(typed_rule(rule), cap="50", tiers=""))
    listed = desk.outreach.list()
    _say(f"{len(listed.calls)} listed by {listed.rules_on} rules; the first list of a start took {first:.1f} ms")
    _say(f"{'milliseconds, bound ' + str(BOUND):44}{'p50':>8}{'p95':>8}{'p99':>8}")
    _row("the whole list, 50 of each rule", times, desk.outreach.list)
    _row("a rule previewed over all customers", times, lambda: rules.would_list(typed_rule(rules.rules()[0])))
    calls = iter(desk.outreach.list().calls)
    _row("a call logged", min(times, len(listed.calls)), lambda: desk.outreach.log(next(calls), CallTyped()))


def _row(name: str, times: int, work: Callable[[], object]) -> None:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    _say(f"{name:44}{percentile(taken, 50):8.1f}{percentile(taken, 95):8.1f}{percentile(taken, 99):8.1f}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
