"""How long the board takes to open, and a lookup meanwhile: python -m tests.benchmarks.board.

A shop of three years is made up: contacts, visits, cases and promises spread over its opening hours. Each period is
read several times on the lane of long reads while another lane looks customers up without a pause. It never fails on
time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from contextlib import closing
from datetime import timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from deskui.desk.opening import open_desk
from deskui.domain.board.figures import figure
from deskui.domain.board.groups import Level
from deskui.domain.board.period import last_days
from deskui.domain.promises.promise import Basis, EntryKind
from deskui.settings import sqlite_url
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.writes import derived
from deskui.store.writes.bulk import insert_rows
from tests.benchmarks.built import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deskui.desk.desk import Desk

Answer = TypeVar("Answer")
DAYS: Final = (7, 30, 90)
LEVELS: Final = {"the whole desk": (), "all levels": tuple(Level)}
"""What is told apart: on the screen one level at a time, in a file all of them."""
KINDS: Final = ("", "repair", "delivery", "order", "claim", "parcel", "rental", "Repair")
CLERKS: Final = 12
MINUTE: Final = 60_000
DAY: Final = 24 * 60 * MINUTE
SPREAD: Final = 3 * 365
"""Days over which all of it is spread."""


class Took(NamedTuple):
    """How long something took: milliseconds by the clock, and of the thread's own work."""

    by_clock: float
    at_work: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the shop up, open the board, and print how long that took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--talks", type=int, default=1_000_000)
    parser.add_argument("--promises", type=int, default=300_000)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="where the shop is kept, and used again when it is there")
    parser.add_argument("--url", default="", help="an empty database on a server; without one, a file")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = asked.keep or Path(folder) / "board.sqlite3"
        is_new = bool(asked.url) or not place.exists()
        with closing(open_desk(asked.url or sqlite_url(place), clock=lambda: NOW)) as desk:
            if is_new:
                made_up(desk, asked.talks, asked.promises)
            _tell(desk, asked.times)


def made_up(desk: Desk, talks: int, promises: int) -> None:
    """A shop with so many contacts and promises, and what goes with them."""
    desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
    rng, database = Random(1), desk.store.database
    people, cases = max(10, talks // 20), max(10, talks // 8)
    now = to_millis(NOW)
    with desk.store.transaction():
        staff = ((f"Clerk {number}", "clerk", now) for number in range(CLERKS - 1))
        insert_rows(database, models.Employee, ("name", "role", "created_at"), staff)
        called = ((f"C-{number}", f"Customer {number}", now) for number in range(people))
        insert_rows(database, models.Customer, ("number", "name", "created_at"), called)
        insert_rows(database, models.Case, _CASE, _cases(rng, cases, people, now))
        insert_rows(database, models.Conversation, _TALK, _talks(rng, talks, people, cases, now))
        insert_rows(database, models.Visit, _VISIT, _visits(rng, talks // 3, talks, people, now))
        insert_rows(database, models.Promise, _PROMISE, _promises(rng, promises, people, cases, now))
        insert_rows(database, models.PromiseEntry, _ENTRY, _entries(Random(2), promises, now))
    with desk.store.transaction():
        derived.rebuild_promises(database)
    database.execute_sql("ANALYZE")
    desk.store.index.rebuild()


_CASE: Final = ("number", "customer", "subject", "kind", "status", "owner", "opened_at", "closed_at")
_TALK: Final = ("customer", "case", "employee", "at", "channel", "direction", "created_at")
_VISIT: Final = ("customer", "desk", "employee", "opened_at", "ended_at", "how", "conversation")
_PROMISE: Final = ("id", "customer", "what", "kind", "due", "basis", "made_at", "by", "case")
_ENTRY: Final = ("promise", "kind", "at", "due", "reason")


def _moment(rng: Random, now: int) -> int:
    """An instant in opening hours, some time ago."""
    return now - rng.randrange(1, SPREAD) * DAY + rng.randrange(-4 * 60, 5 * 60) * MINUTE


def _cases(rng: Random, count: int, people: int, now: int) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        opened = _moment(rng, now)
        closed = opened + int(rng.expovariate(1 / 6) * DAY)
        is_closed = closed < now and rng.random() < 0.97
        status, at = ("closed", closed) if is_closed else ("open", None)
        whose, kind, owner = 1 + rng.randrange(people), rng.choice(KINDS), 1 + rng.randrange(CLERKS)
        yield number + 1000, whose, "Something", kind, status, owner, opened, at


def _talks(rng: Random, count: int, people: int, cases: int, now: int) -> Iterator[tuple[object, ...]]:
    for _ in range(count):
        at = _moment(rng, now)
        case = 1 + rng.randrange(cases) if rng.random() < 0.5 else None
        way, clerk = "in" if rng.random() < 0.7 else "out", 1 + rng.randrange(CLERKS)
        yield 1 + int(people * rng.random() ** 2), case, clerk, at, "phone", way, at


def _visits(rng: Random, count: int, talks: int, people: int, now: int) -> Iterator[tuple[object, ...]]:
    for _ in range(count):
        opened, talk = _moment(rng, now), 1 + rng.randrange(talks) if rng.random() < 0.8 else None
        ended = opened + int(rng.expovariate(1 / 8) * MINUTE)
        yield 1 + rng.randrange(people), "Desk 1", 1 + rng.randrange(CLERKS), opened, ended, "wrapped up", talk


def _promises(rng: Random, count: int, people: int, cases: int, now: int) -> Iterator[tuple[object, ...]]:
    made = Random(2)
    for row in range(1, count + 1):
        due = _due(made, now)
        case = 1 + rng.randrange(cases) if rng.random() < 0.7 else None
        whose, by = 1 + rng.randrange(people), 1 + rng.randrange(CLERKS)
        yield row, whose, "call back", "call back", due, Basis.SYSTEM.value, due - DAY, by, case


def _entries(made: Random, count: int, now: int) -> Iterator[tuple[object, ...]]:
    """What became of them; due at the same times as they were made up with."""
    for row in range(1, count + 1):
        due, luck = _due(made, now), (row * 2654435761 % 1000) / 1000
        if luck < 0.1:
            yield row, EntryKind.MOVED.value, due - 3_600_000, due + DAY, "late"
        if luck < 0.93:
            yield row, EntryKind.KEPT.value, due + int((luck - 0.8) * 10 * 3_600_000), None, ""


def _due(made: Random, now: int) -> int:
    return _moment(made, now)


def _tell(desk: Desk, times: int) -> None:
    alone = _looked_up(desk, threading.Event(), 300)
    _say("lookup alone", alone)
    for days, (what, apart) in product(DAYS, LEVELS.items()):
        period, took = last_days(days, desk.session.today(NOW)), list[Took]()
        looked, over = list[Took](), threading.Event()

        def look(over: threading.Event = over, looked: list[Took] = looked) -> None:
            desk.connect()
            looked += _looked_up(desk, over, 1_000_000)
            desk.close()

        meanwhile = threading.Thread(target=look)
        meanwhile.start()
        for _ in range(times):
            board = _timed(took, lambda period=period, apart=apart: desk.board.read(period, apart=apart))
        over.set()
        meanwhile.join()
        _say(f"board of {days} days, {what}", took)
        _say("lookup meanwhile", looked)
        started = time.perf_counter()
        rows = desk.board.rows(figure("they"), period)
        count = f"{len(rows):,} of {board.group.now.sum(figure('they').counts):,} contacts"
        sys.stdout.write(f"  rows behind: {count} in {(time.perf_counter() - started) * 1e3:.0f} ms\n")


def _looked_up(desk: Desk, over: threading.Event, most: int) -> list[Took]:
    """How long lookups took, one every 30 ms as somebody types, until it is over."""
    rng, took = Random(3), list[Took]()
    while not over.is_set() and len(took) < most:
        text = f"customer {rng.randrange(10_000)}"
        _timed(took, lambda text=text: desk.lookup.find(text))
        over.wait(timedelta(milliseconds=30).total_seconds())
    return took


def _timed(took: list[Took], work: Callable[[], Answer]) -> Answer:
    started, at_work = time.perf_counter(), time.thread_time()
    answer = work()
    took.append(Took((time.perf_counter() - started) * 1e3, (time.thread_time() - at_work) * 1e3))
    return answer


def _say(what: str, took: list[Took]) -> None:
    """Tell the times by the clock; the work alone is what a machine that does nothing else would take."""
    for by, all_of_it in (("", [each.by_clock for each in took]), (" at work", [each.at_work for each in took])):
        took_so = sorted(all_of_it)
        at = {share: took_so[min(len(took) - 1, len(took) * share // 100)] for share in (50, 95, 99)}
        times = ", ".join(f"p{share} {each:.1f} ms" for share, each in at.items())
        sys.stdout.write(f"{what}{by}: {times}, worst {took_so[-1]:.1f} ms of {len(took)}\n")


if __name__ == "__main__":
    main()
