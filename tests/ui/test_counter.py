"""The way to the desk: in order, to the end, and never in the way of the next key."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest

from deskui.desk.lane import Lane
from deskui.ui.counter import PATIENCE, Counter, soon
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from deskui.domain.lookup import Hit

SLOW = 0.5


def test_closing_finishes_what_was_handed_in() -> None:
    lane, done = Lane("test"), []
    held = threading.Event()
    lane.submit(held.wait, 10)
    for count in range(20):
        lane.submit(done.append, count)
    held.set()
    lane.close(lambda: done.append("last"))
    assert done == [*range(20), "last"]


def test_questions_before_the_desk_is_open_are_answered_after_it(demo_url: str) -> None:
    counter = Counter(demo_url, "", "Ada")
    counter.open()
    found = counter.ask(lambda desk: desk.lookup.find("shari", 1))
    assert found.result(10)[0].name == "Shari Caldwell"
    counter.close()


def test_a_question_to_a_desk_that_could_not_be_opened_is_refused_not_hung(tmp_path: Path) -> None:
    counter = Counter(f"sqlite:///{tmp_path.as_posix()}", "", "")
    assert counter.open().exception(10) is not None
    assert counter.ask(lambda desk: desk.lookup.find("shari", 1)).exception(10) is not None
    counter.close()


async def test_a_write_goes_on_when_nobody_waits_for_it_any_more(demo_url: str) -> None:
    counter, begun, held, written = Counter(demo_url, "", "Ada"), threading.Event(), threading.Event(), []

    def work(_desk: object) -> None:
        begun.set()
        assert held.wait(10)
        written.append(True)

    counter.open()
    waiting = asyncio.ensure_future(counter.write(work))
    await asyncio.to_thread(begun.wait, 10)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    held.set()
    await asyncio.to_thread(counter.close)
    assert written == [True]


async def test_an_answer_that_is_there_is_taken_in_the_key_s_own_handler() -> None:
    lane, taken = Lane("test"), []
    soon(lane.submit(lambda: "at once"), lambda done: taken.append(done.result()))
    assert taken == ["at once"]
    lane.close()


async def test_a_slow_answer_holds_the_handler_for_a_moment_only() -> None:
    lane, held, came = Lane("test"), threading.Event(), asyncio.Event()

    def take(done: Future[bool]) -> None:
        assert done.result()
        came.set()

    began = time.perf_counter()
    soon(lane.submit(held.wait, 10), take)
    assert time.perf_counter() - began < PATIENCE + 0.2
    assert not came.is_set()
    held.set()
    await asyncio.wait_for(came.wait(), 10)
    lane.close()


async def test_a_slow_search_holds_no_key_and_a_superseded_one_is_never_painted(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from deskui.desk.lookup import Lookup

    held, asked, shown = threading.Event(), [], []
    find = Lookup.find

    def slowly(self: Lookup, text: str, limit: int = 30) -> list[Hit]:
        asked.append(text)
        if text == "ma":
            assert held.wait(10)
        return find(self, text, limit)

    monkeypatch.setattr(Lookup, "find", slowly)
    async with at_the_counter(demo_url, home) as counter:
        from deskui.ui.widgets.find_pane import FindPane

        fill = FindPane._fill
        monkeypatch.setattr(FindPane, "_fill", lambda pane: (shown.append(pane._typed), fill(pane)))
        await counter.find("m")
        await counter.press("a")
        await counter.until(lambda: "ma" in asked, "the slow search is under way")
        began = time.perf_counter()
        await counter.press("r", "c", "u")
        await counter.until(lambda: "marcu" in counter.read("lookup"), "the letters are painted")
        assert time.perf_counter() - began < SLOW, "keys waited for the search"
        assert not held.is_set()
        held.set()
        await counter.until(lambda: shown[-1] == "marcu", "what was typed last is painted")
        await counter.sees("Marcus", where="results")
    assert "ma" not in shown
    assert "mar" not in asked, "a search that nobody waits for any more is not even begun"
