"""The way from a screen to the desk: questions and writes go down a lane, answers come back to the loop."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from deskui.desk.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from deskui.desk.desk import Desk

Answer = TypeVar("Answer")

IN_MEMORY: Final = "sqlite:///:memory:"
PATIENCE: Final = 0.008
"""Seconds a key's handler may wait for the embedded index, so that echo and result are one frame."""


class Counter:
    """One desk on one lane; the desk is opened on the lane, so that the first frame never waits for it."""

    def __init__(
        self, url: str, desk_name: str, employee: str, clock: Callable[[], datetime] | None = None, likely: str = ""
    ) -> None:
        self._lane, self._long = Lane("desk"), Lane("reports")
        self._is_long_used = False
        self._desk: Desk | None = None
        self._wanted = (url, desk_name, employee, likely, clock)
        self._writes: set[asyncio.Future[Any]] = set()
        self._gate = Gate()

    def open(self) -> Future[Desk]:
        """Open the desk; everything asked meanwhile is answered after it."""
        return self._lane.submit(self._open)

    def _open(self) -> Desk:
        from deskui.desk.opening import open_desk

        url, desk_name, employee, likely, clock = self._wanted
        self._desk = open_desk(url, desk_name=desk_name, employee=employee, likely=likely, clock=clock, joins=True)
        if self._desk.session.awaited is not None:
            self._gate.close()
        return self._desk

    def hold(self) -> None:
        """Keep every answer back from now on: nothing on the screens moves while nobody may see them."""
        self._gate.close()

    def release(self) -> None:
        """Hand out what was kept back, in order."""
        self._gate.open()

    def ask(self, question: Callable[[Desk], Answer]) -> Future[Answer]:
        """Hand a question in; it is answered in order."""
        return self._gate.through(self.aside(question))

    def aside(self, question: Callable[[Desk], Answer]) -> Future[Answer]:
        """As `ask`, answered also while answers are kept back: for whoever signs in."""

        def answer() -> Answer:
            if self._desk is None:
                raise RuntimeError("the desk is not open")
            return question(self._desk)

        return self._lane.submit(answer)

    def report(self, question: Callable[[Desk], Answer]) -> Future[Answer]:
        """Hand in a question that takes its time and writes nothing: a lane of its own answers it.

        That has another connection, so that whoever is at the counter waits for none of it. A database in memory
        has only the one.
        """
        return self._gate.through(self.behind(question))

    def behind(self, question: Callable[[Desk], Answer]) -> Future[Answer]:
        """As `report`, answered also while answers are kept back: for what puts the database in order meanwhile."""
        if self._wanted[0] == IN_MEMORY:
            return self.aside(question)
        self._is_long_used = True

        def answer() -> Answer:
            if self._desk is None:
                raise RuntimeError("the desk is not open")
            self._desk.connect()
            return question(self._desk)

        return self._long.submit(answer)

    async def answer(self, question: Callable[[Desk], Answer]) -> Answer:
        """Ask and wait, without holding the event loop."""
        return await asyncio.wrap_future(self.ask(question))

    async def answer_aside(self, question: Callable[[Desk], Answer]) -> Answer:
        """As `answer`, also while answers are kept back."""
        return await asyncio.wrap_future(self.aside(question))

    def write(self, work: Callable[[Desk], Answer]) -> Awaitable[Answer]:
        """Hand a write in, at once; it goes on to its end even when whoever waits for it is gone."""
        writing = asyncio.wrap_future(self.ask(work))
        self._writes.add(writing)
        writing.add_done_callback(self._writes.discard)
        return asyncio.shield(writing)

    def close(self) -> None:
        """Finish what was handed in, and close the database."""
        self._long.close(self._close if self._is_long_used else None)
        self._lane.close(self._close)

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()


class Gate:
    """Where answers wait while the desk is locked; used from the lane and from the event loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[Callable[[], None]] = []
        self._is_closed = False

    def through(self, inner: Future[Answer]) -> Future[Answer]:
        """The same answer, once the gate is open; whoever gives it up gives the question up."""
        outer: Future[Answer] = Future()

        def hand_out() -> None:
            if not outer.set_running_or_notify_cancel():
                return
            if (error := inner.exception()) is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

        def came(_: Future[Answer]) -> None:
            with self._lock:
                if self._is_closed:
                    self._kept.append(hand_out)
                    return
            if not inner.cancelled():
                hand_out()

        inner.add_done_callback(came)
        outer.add_done_callback(lambda done: inner.cancel() if done.cancelled() else None)
        return outer

    def close(self) -> None:
        """Keep answers back."""
        with self._lock:
            self._is_closed = True

    def open(self) -> None:
        """Hand out those kept back, oldest first."""
        while True:
            with self._lock:
                self._is_closed = bool(self._kept)
                waiting, self._kept = self._kept, []
            if not waiting:
                return
            for hand_out in waiting:
                hand_out()


def soon(future: Future[Answer], then: Callable[[Future[Answer]], object]) -> None:
    """Call `then` in this very handler when the answer comes within PATIENCE, else from the loop when it is there."""
    try:
        future.exception(timeout=PATIENCE)
    except NotYet:
        later(future, then)
        return
    then(future)


def later(future: Future[Answer], then: Callable[[Future[Answer]], object]) -> None:
    """Call `then` from the loop when the answer is there; never, when the loop has ended by then."""
    loop, context = asyncio.get_running_loop(), copy_context()

    def come(done: Future[Answer]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(then, done, context=context)

    future.add_done_callback(come)


class Awaited(Generic[Answer]):
    """What is done with one answer, unless a newer question has been asked by then."""

    def __init__(self, questions: Latest, then: Callable[[Future[Answer]], object]) -> None:
        self._questions, self._then = questions, then

    @property
    def counts(self) -> bool:
        """Whether nothing newer was asked; read on the lane as well, which need not answer what does not count."""
        return self._questions.newest is self

    def __call__(self, done: Future[Answer]) -> None:
        """The answer is there."""
        if self.counts:
            self._questions.newest = None
            self._then(done)


class Latest:
    """Of several questions only the one asked last counts: an answer that a newer one has overtaken is dropped."""

    newest: object = None
    """What is waited for, or None."""

    @property
    def pending(self) -> bool:
        """Whether the answer that counts is still on its way."""
        return self.newest is not None

    def only(self, then: Callable[[Future[Answer]], object]) -> Awaited[Answer]:
        """Do `then` with the answer to the question asked now; whatever was asked before is overtaken by it."""
        self.newest = awaited = Awaited(self, then)
        return awaited

    def forget(self) -> None:
        """What is on its way does not count any more, and nothing is waited for."""
        self.newest = None
