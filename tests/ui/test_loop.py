"""The thread that paints never waits for the database."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tests.ui.driving import at_the_counter, watched_loop

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.store.store import Store


async def test_no_statement_runs_on_the_thread_that_paints(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.type("ikites\n")
        await counter.sees("kites", where="notes")
        await counter.press("2", "end", "end", "S", "escape", "a", "escape", "A", "escape", "u")
        await counter.sees("Take back: note (kites) on Shari Caldwell")
        await counter.press("enter")
        await counter.sees("Taken back", where="keys")
        await counter.type("/delia\n")
        await counter.sees("Delia Montrose", where="header")
        assert counter.statements() > 100
        painting = threading.get_ident()
        assert await counter.ask(lambda desk: threading.get_ident()) != painting
    # `at_the_counter` itself fails when a statement ran on this thread.


def test_the_watch_sees_a_statement_on_this_thread(store: Store) -> None:
    with watched_loop() as seen:
        store.database.execute_sql("SELECT 1")
    assert seen.statements == ["SELECT 1"]


async def test_a_slow_database_does_not_hold_a_key(demo_url: str, home: Path) -> None:
    gate = threading.Event()
    async with at_the_counter(demo_url, home) as counter:
        waiting = counter.app.counter.ask(lambda desk: gate.wait(20))
        try:
            await counter.type("opal")
            await counter.sees("opal", where="lookup")
            assert not waiting.done()
        finally:
            gate.set()
        await counter.sees("Opal Freeman", where="results")
