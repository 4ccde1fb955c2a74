"""The real app on a real database file, driven by keys and read off the screen."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest
from rich.cells import cell_len
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

from deskui.demo.shop import make_demo
from deskui.demo.staff import ACTING, DESK
from deskui.desk.opening import open_desk
from deskui.remembered import Remembered
from deskui.ui.app import DeskApp
from deskui.ui.idle import Idle
from deskui.ui.screens.desk import DeskScreen
from deskui.ui.widgets.preview import Preview
from tests import postgres
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping
    from pathlib import Path

    from textual._compositor import LayoutUpdate
    from textual.pilot import Pilot

    from deskui.desk.desk import Desk

Answer = TypeVar("Answer")

PATIENCE = 10.0
"""Seconds until something that should have appeared is given up."""

WIDE, NORMAL, NARROW, VAST = (160, 45), (120, 40), (80, 24), (210, 55)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk that looks again far sooner than a clerk would need, so that no test waits for it."""
    monkeypatch.setattr("deskui.ui.day_counts.EVERY", 0.2)
    monkeypatch.setattr("deskui.ui.dialogs.staff.staff_list._LOOKS_AGAIN", 0.2)


class Clock:
    """The moment of the stories, moved only by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def untouched(self) -> float:
        """The same as the seconds of a clock that nobody sets."""
        return self.now.timestamp()

    def tick(self, minutes: int = 1) -> None:
        """Let some time pass."""
        self.now += timedelta(minutes=minutes)


class Counter:
    """Somebody at the counter: hands on the keys, eyes on the screen."""

    def __init__(self, app: DeskApp, pilot: Pilot[int], clock: Clock, ran: LoopThread) -> None:
        self.app, self.pilot, self.clock, self._ran = app, pilot, clock, ran

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each after the app has dealt with the one before."""
        for key in keys:
            self._send(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type a text as a scanner does: every key is sent before the first has been dealt with."""
        for sign in text:
            self._send({"\n": "enter", "\t": "tab", "\x13": "ctrl+s"}.get(sign, sign))
        await self.settled()

    async def settled(self) -> None:
        """Wait until every key sent has been dealt with."""
        deadline = time.monotonic() + PATIENCE
        await self.pilot._wait_for_screen()
        while (self.app._ahead or self.app._in_hand) and not self.app._exit:
            assert time.monotonic() < deadline, f"a key is still being dealt with\n{self.screen()}"
            await self.pilot.pause(0.001)

    async def find(self, text: str) -> None:
        """Go to the lookup, and type there instead of what it holds."""
        await self.press("slash")
        await self.until(lambda: getattr(self.app.focused, "id", "") == "lookup", "the lookup has the focus")
        await self.press("ctrl+u")
        await self.type(text)
        await self.until(self.answered, "the lookup has answered")

    async def open(self, text: str, name: str) -> None:
        """Look somebody up and open them: it must be the person of that name, and their visit has begun."""
        await self.find(text)
        await self.press("enter")
        await self.until(lambda: self.opened() == name and name in self.read("header"), f"{name} is open")
        await self.until(self.has_visit, f"the visit of {name} has begun")

    async def sees(self, *texts: str, where: str = "") -> None:
        """Wait until all these texts stand on the screen, or in the part of it with that id, wrapped or not."""
        try:
            await self.until(lambda: all(text in self.read(where) for text in texts), " and ".join(texts))
        except AssertionError as error:
            raise AssertionError(f"{error}\n{where}: {self.read(where)}" if where else str(error)) from None

    async def holds(self, *texts: str, where: str) -> None:
        """Wait until all these texts stand in that list, in view or scrolled out of it."""

        def all_of_it() -> str:
            return " ".join(" ".join(each.text() for each in self.app.screen.query(f"#{where}")).split())

        await self.until(lambda: all(text in all_of_it() for text in texts), f"{texts} in all of {where}")

    async def save(self, said: str) -> None:
        """Save the form on top, and wait until the desk says so."""
        await self.press("ctrl+s")
        await self.sees(said, where="keys")

    async def sees_not(self, *texts: str, where: str = "") -> None:
        """Wait until none of these texts stands on the screen, or in one of its widgets, any more."""
        read = (lambda: self.read(where)) if where else self.screen
        await self.until(lambda: not any(text in read() for text in texts), f"{texts} gone from the screen")

    async def until(self, happened: Callable[[], object], what: str) -> None:
        """Wait until something is so, or fail with what is on the screen instead."""
        deadline = time.monotonic() + PATIENCE
        await self.pilot._wait_for_screen()
        while not happened():
            if self.app._exception is not None:
                raise self.app._exception
            assert time.monotonic() < deadline, f"waited in vain for: {what}\n{self.screen()}"
            await self.pilot.pause(0.005)

    async def previewed(self) -> None:
        """Wait until the customer under the cursor is shown beside the list, where there is room."""

        def is_shown(look: Preview) -> bool:
            pane = cast("Any", look.parent)
            if getattr(pane, "pending", False):
                return False
            return pane.chosen is None or (not look.awaited and bool(look.text().strip()))

        looks = [each for each in self.app.screen.query(Preview) if each.region]
        await self.until(lambda: all(map(is_shown, looks)), "the preview")

    async def at_rest(self) -> None:
        """Wait until nothing is on its way: the lanes have answered, and the screen stays as it is painted.

        The counts of the first line are waited for as well, unless the desk is hidden: they come a little later.
        """
        deadline, before = time.monotonic() + PATIENCE, ""
        while True:
            for lane in (self.app.counter._lane, self.app.counter._long):
                await lane.run(lambda: None)
            await self.pilot.pause(0.001)
            now = "" if self._counting() else f"{self.statements()} {self.screen()}"
            if now and now == before:
                return
            assert time.monotonic() < deadline, f"it does not come to rest\n{self.screen()}"
            before = now

    def _counting(self) -> bool:
        counts = self.app.day_counts
        return not self.app.signing_in.is_hidden and (counts.day is None or counts._waits)

    def screen(self) -> str:
        """What the person reads."""
        return screen_text(self.app)

    def read(self, where: str = "") -> str:
        """What the person reads in that part of the topmost screen, its frame and line breaks left out."""
        if not where:
            return self.screen()
        return " ".join(" ".join(line.strip("│ ") for line in self._lines(where)).split())

    def line_of(self, text: str, where: str = "") -> str:
        """The first line with that text, on the screen or in that part of the topmost one, or nothing."""
        lines = self._lines(where) if where else self.screen().split("\n")
        return next((line for line in lines if text in line), "")

    def _lines(self, where: str) -> list[str]:
        found = list(self.app.screen.query(f"#{where}"))
        if not found or not found[0].display or not found[0].region:
            return []
        area = found[0].region
        return [_cells(row, area.x, area.right) for row in rows(self.app)[area.y : area.bottom]]

    def answered(self) -> bool:
        """Whether what stands in the lookup has been answered."""
        desks = [each for each in self.app.screen_stack if isinstance(each, DeskScreen)]
        return bool(desks) and not desks[0].find.pending

    def has_visit(self) -> bool:
        """Whether the visit of the customer in front of us goes on."""
        views = [screen.view for screen in self.app.screen_stack if getattr(screen, "view", None) is not None]
        return any(view.visit is not None for view in views)

    def opened(self) -> str:
        """The name of the customer in front of us."""
        for screen in self.app.screen_stack:
            if (view := getattr(screen, "view", None)) is not None and not screen.at_home:
                return str(view.customer.name)
        return ""

    def statements(self) -> int:
        """How many statements the database has been given so far."""
        return self._ran.elsewhere

    async def ask(self, question: Callable[[Desk], Answer]) -> Answer:
        """Ask the desk behind the screen, on its own thread."""
        return await self.app.counter.answer(question)

    async def elsewhere(self, name: str, work: Callable[[Desk], Answer]) -> Answer:
        """Somebody else writes at the same time, at another desk on the same database."""

        def as_other(desk: Desk) -> Answer:
            me = desk.session.employee
            assert me is not None
            desk.act_as(next(each for each in desk.shop.staff() if each.name == name))
            try:
                return work(desk)
            finally:
                desk.act_as(me)

        return await self.ask(as_other)

    def _send(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = events.Key(name, _character(key, name))
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)


def _character(key: str, name: str) -> str | None:
    if len(key) == 1:
        return key
    import unicodedata

    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        return None


def rows(app: DeskApp) -> list[str]:
    """The lines of the screen as they are painted, dialogs over what is below them."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    strips = cast("LayoutUpdate", update).strips
    return ["".join(part.text for strip in row for part in strip if not part.control) for row in strips]


def _cells(row: str, left: int, right: int) -> str:
    """The signs of a row in those columns."""
    kept, column = [], 0
    for sign in row:
        if left <= column < right:
            kept.append(sign)
        column += cell_len(sign)
    return "".join(kept)


def screen_text(app: DeskApp) -> str:
    """The whole screen as text, without the blanks at the ends of lines."""
    return "\n".join(row.rstrip() for row in rows(app))


class LoopThread:
    """Watches that no statement is run on the thread that paints."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.elsewhere = 0


@contextmanager
def watched_loop() -> Iterator[LoopThread]:
    """Note every statement that runs on this very thread inside the block."""
    from peewee import Database

    seen, painting, real = LoopThread(), threading.get_ident(), Database.execute_sql

    def execute_sql(self: Database, sql: str, *args: Any, **kwargs: Any) -> Any:
        if threading.get_ident() == painting:
            seen.statements.append(sql)
        else:
            seen.elsewhere += 1
        return real(self, sql, *args, **kwargs)

    Database.execute_sql = execute_sql
    try:
        yield seen
    finally:
        Database.execute_sql = real


@asynccontextmanager
async def at_the_counter(
    url: str,
    home: Path,
    *,
    size: tuple[int, int] = WIDE,
    employee: str = ACTING,
    keys: Mapping[str, str] | None = None,
    theme: str = "",
    ready: bool = True,
    lock_after: int = 5,
    door_says: str = "",
) -> AsyncIterator[Counter]:
    """Open the app at that size; drafts and what is remembered are kept in `home`.

    However it is driven, no statement may run on the thread that paints.
    """
    clock = Clock()
    app = DeskApp(
        url,
        desk_name=DESK,
        employee=employee,
        theme=theme,
        keys=keys,
        drafts=home / "drafts",
        remembered=Remembered(home / "remembered.json"),
        clock=clock,
        lock_after=lock_after,
        door_says=door_says,
    )
    app.signing_in.idle = Idle(lock_after, clock.untouched)
    loop = asyncio.get_running_loop()
    mishaps: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, mishap: mishaps.append(mishap))
    with watched_loop() as painting, pytest.MonkeyPatch.context() as patched:
        patched.setattr("deskui.ui.app.gc", SimpleNamespace(collect=int, freeze=int))  # the memory is the tests' own
        try:
            async with app.run_test(size=size) as pilot:
                counter = Counter(app, pilot, clock, painting)
                if ready:
                    await counter.until(lambda: app.session is not None, "the desk is open")
                    await counter.until(counter.answered, "the first answer")
                yield counter
        finally:
            app.drafts.close()
            app.counter.close()
    assert painting.statements == [], "statements on the thread that paints"
    assert mishaps == [], f"raised where nobody waited for it: {mishaps}"


@contextmanager
def kept(url: str, employee: str = ACTING) -> Iterator[Desk]:
    """What is in the database, read after the app is closed."""
    with closing(open_desk(url, desk_name=DESK, employee=employee, clock=lambda: NOW)) as desk:
        yield desk


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop, made once."""
    file = tmp_path_factory.mktemp("shop") / "demo.sqlite3"
    make_demo(f"sqlite:///{file.as_posix()}", now=NOW)
    return file


@pytest.fixture
def demo_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A copy of the sample shop for one test alone."""
    if postgres.SERVER:
        with postgres.fresh_database(template=request.getfixturevalue("demo_template")) as address:
            yield address
    else:
        copy = tmp_path / "demo.sqlite3"
        shutil.copy(request.getfixturevalue("demo_file"), copy)
        yield f"sqlite:///{copy.as_posix()}"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where drafts and what is remembered are kept."""
    return tmp_path / "home"
