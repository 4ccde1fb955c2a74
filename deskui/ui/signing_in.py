"""Signing in, switching to another clerk, and locking: the one place that hides the desk and shows it again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from deskui.errors import DeskError
from deskui.ui.board_place import BoardPlace
from deskui.ui.counter import later
from deskui.ui.due_place import CallPlace, DuePlace
from deskui.ui.idle import Idle
from deskui.ui.screens.desk import DeskScreen
from deskui.ui.screens.lock import LockScreen, Why
from deskui.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee
    from deskui.ui.app import DeskApp

LOOKS: Final = 2.0
"""Seconds between two looks at the clock; a key looks at it by itself."""


class SigningIn:
    """Who may see the desk, from the first frame on."""

    def __init__(self, app: DeskApp, lock_after: int) -> None:
        self.idle = Idle(lock_after)
        self.pins_in_use = False
        self.cover: LockScreen | None = None
        """The screen that hides the desk, while it is hidden."""
        self._app = app
        self._before: EmployeeId | None = None
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of the desk may be seen."""
        return self.cover is not None

    @property
    def is_locked(self) -> bool:
        """Whether it takes somebody who signs in to see it again."""
        return self.cover is not None and self.cover.why is not Why.SWITCH

    def start(self) -> None:
        """Look at the clock now and then, and after the machine has slept; know whether there are PINs."""
        app = self._app
        app.set_interval(LOOKS, self.look)
        app.app_resume_signal.subscribe(app, lambda _: self.look())
        app.changed.subscribe(app, self._hear)
        self.learn()

    def learn(self) -> None:
        """Ask whether anybody has a PIN by now."""

        def known(done: Future[frozenset[EmployeeId]]) -> None:
            if done.exception() is None:
                self.pins_in_use = bool(done.result())

        later(self._app.counter.aside(lambda desk: desk.signing.with_pin()), known)

    def _hear(self, done: Done) -> None:
        if done.verb.startswith("pin."):
            self.learn()

    def look(self) -> None:
        """Lock the desk when nobody was there for too long."""
        if self.pins_in_use and self.idle.is_over:
            self.lock()

    def wakes(self) -> bool:
        """Whether a key that comes now only finds that the desk was to be locked long ago, and does nothing else."""
        was_locked = self.is_locked
        self.look()
        self.idle.touch()
        return self.is_locked and not was_locked

    # --- hiding ------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Hide everything, whatever is open, until somebody signs in."""
        if self.is_locked or self._app.session is None or self._app.session.employee is None:
            return
        with suppress(RuntimeError):  # the counter is closed already
            self._app.counter.aside(_lock)
        if self.cover is not None:
            self.cover.shut()  # nobody took over: there is no way back any more
            return
        self._hide(LockScreen(Why.LOCKED, self._signed_in))

    def quit(self) -> None:
        """Ctrl+Q while the desk is hidden; nothing is asked about a customer while nobody may see them."""
        if self.cover is not None and not self.is_locked:
            self._show()
            self._app.quit()
        elif self.cover is not None and self.cover.ask_to_quit():
            self._app.exit(0)

    def switch(self) -> None:
        """Let another clerk sign in here; Esc goes back, since nobody has left."""
        if self.is_hidden or self._app.session is None or self._app.session.employee is None:
            return
        self._hide(LockScreen(Why.SWITCH, self._signed_in, self._show))

    def begin(self) -> None:
        """Nobody has signed in yet."""
        self._hide(LockScreen(Why.START, self._signed_in))

    def _hide(self, cover: LockScreen) -> None:
        app, session = self._app, self._app.session
        me = None if session is None else session.employee
        self._before = None if me is None else me.id
        app.counter.hold()
        app.clear_notifications()
        for screen in app.screen_stack:
            for bar in screen.query(KeyBar):
                bar.hush()
        self.cover = cover
        app.push_screen(cover)

    def keep_back(self, work: Callable[[], object]) -> None:
        """Do something once the desk is shown again: a dialog that comes while it is hidden would stand on top."""
        self._waiting.append(work)

    # --- showing -----------------------------------------------------------------------------------------

    def _signed_in(self, person: Employee) -> None:
        if person.id == self._before:
            self._show()
            return
        self._app.run_worker(self._hand_over(is_first=self._before is None))

    async def _hand_over(self, *, is_first: bool) -> None:
        """Somebody else is there: what was open is put away, the customer is read as they may see them."""
        app, desk = self._app, self._desk()
        self._waiting.clear()
        stack = app._screen_stack
        while stack[-2] is not desk:
            below = stack.pop(-2)
            below._pop_result_callback()
            await app._replace_screen(below)
        desk.due_place, desk.call_place, desk.board_place = DuePlace(), CallPlace(), BoardPlace()
        app.counter.release()
        if is_first:
            app.visiting.sweep()
        else:
            desk.begin_visit()
            app.visiting.taken_over()
        before = desk.view
        desk.read_anew()
        await app.counter.answer(lambda _: None)  # what was asked before this is answered by then
        await asyncio.sleep(0)
        if before is not None and desk.view is before:
            desk.forget()
        app.somebody_came()
        self._show()

    def _show(self) -> None:
        """Take the cover away, and go on with what waited for that."""
        app, cover = self._app, self.cover
        if cover is None:
            return
        app.counter.release()
        self.idle.touch()
        self.learn()
        self.cover = None
        if app.screen is cover:
            app.pop_screen()
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()

    def _desk(self) -> DeskScreen:
        return next(each for each in self._app.screen_stack if isinstance(each, DeskScreen))


def _lock(desk: Desk) -> None:
    """Keep it in the session and in the journal; the screen is hidden whatever becomes of that."""
    with suppress(DeskError):
        desk.signing.lock()
