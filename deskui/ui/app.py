"""The app: one counter, its screens, its colours, and what is said when something goes wrong."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.signal import Signal
from textual.worker import WorkerFailed

from deskui.errors import DeskError
from deskui.remembered import without_password
from deskui.ui.counter import Counter, later
from deskui.ui.day_counts import DayCounts
from deskui.ui.drafts import Drafts
from deskui.ui.known_names import refuse_unknown
from deskui.ui.leaving import HUNG_UP, Leaving
from deskui.ui.lines import Role
from deskui.ui.marks import Marks
from deskui.ui.palette import Commands
from deskui.ui.panels.scene import Scene
from deskui.ui.recounting import Recounting
from deskui.ui.tones import Tones, tones_of
from deskui.ui.type_ahead import TypeAhead
from deskui.ui.visiting import Visiting

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from rich.console import RenderableType
    from textual.theme import Theme

    from deskui.desk.desk import Desk
    from deskui.desk.session import Session
    from deskui.domain.done import Done
    from deskui.remembered import Remembered


def utc_now() -> datetime:
    """The instant by the machine's clock."""
    return datetime.now(UTC)


class DeskApp(TypeAhead):
    """DeskUI on a full screen."""

    TITLE = "deskui"
    CSS_PATH: ClassVar = ["styles/desk.tcss", "styles/dialogs.tcss", "styles/due.tcss"]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f12"

    def __init__(
        self,
        url: str,
        *,
        desk_name: str = "",
        employee: str = "",
        theme: str = "",
        keys: Mapping[str, str] | None = None,
        drafts: Path,
        remembered: Remembered,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__()
        self.overrides: dict[str, str] = dict(keys or {})
        self.remembered = remembered
        self.clock = clock
        self._address = without_password(url)
        likely = remembered.get(f"employee at {self._address}")
        at_desk = desk_name or remembered.get(f"desk at {self._address}")
        self.counter = Counter(url, at_desk, employee, clock, likely)
        self.drafts = Drafts(drafts)
        self.changed: Signal[Done] = Signal(self, "changed")
        self.status_changed: Signal[None] = Signal(self, "what the status line says")
        self.day_counts = DayCounts(self)
        self.visiting = Visiting(self)
        self.recounting = Recounting(self)
        self.refusal: DeskError | None = None
        self.leaving: Leaving | None = None
        self._desk: Desk | None = None
        self._tones: Tones | None = None
        self._wanted_theme = theme or str(remembered.get("theme") or "")
        self._filters.append(Marks())
        self.set_keymap(self.overrides)

    def on_mount(self) -> None:
        """Open the desk beside the first frame."""
        from deskui.ui.screens.desk import DeskScreen

        if self._wanted_theme in self.available_themes:
            self.theme = self._wanted_theme
        self.theme_changed_signal.subscribe(self, self.repaint_in_theme)
        self.changed.subscribe(self, self.recounting.hear)
        self.day_counts.start()
        opening = self.counter.open()
        self.visiting.start(opening)
        later(opening, lambda done: self.call_later(self._opened, done))
        self.push_screen(DeskScreen())

    def _opened(self, done: Future[Desk]) -> None:
        if (error := done.exception()) is not None:
            self.refusal = error if isinstance(error, DeskError) else None
            self.exit(3)
            if self.refusal is None:
                raise error
            return
        self._desk = done.result()
        if self._desk.session.employee is None:
            self._welcome()
        self._settle()

    def _welcome(self) -> None:
        """Ask the three questions of the first start; leaving them leaves the app."""
        from deskui.machine import country, currency_of, zone_name
        from deskui.ui.screens.welcome import welcome_form

        region = country()
        form = welcome_form(zone_name(), region, currency_of(region))
        self.push_screen(form, lambda done: self.exit(0) if done is None else self._settle())

    def _settle(self) -> None:
        """Show who is acting; what is in memory now stays, so the collector need not look at it again."""
        if self.session is not None and self.session.employee is not None:
            self.remembered.set(f"employee at {self._address}", self.session.employee.name)
            self.remembered.set(f"desk at {self._address}", self.session.desk)
        self.counter.ask(lambda desk: desk.lookup.warm())
        self.recounting.go_on()
        self.day_counts.ask()
        gc.collect()
        gc.freeze()
        for screen in self.screen_stack:
            if hasattr(screen, "tick") and screen.is_mounted:
                screen.tick()

    @property
    def session(self) -> Session | None:
        """Who is acting, once the desk is open."""
        return None if self._desk is None else self._desk.session

    @property
    def place(self) -> str:
        """Whose half-typed texts these are: one database and one person, since notes may be private."""
        me = None if self.session is None else self.session.employee
        return f"{self._address}:{0 if me is None else me.id}"

    def scene(self) -> Scene:
        """The time, the place and the person looking."""
        session = self.session
        if session is None:
            return Scene(self.clock(), UTC, "US", None)
        return Scene(self.clock(), session.zone, session.region, session.employee)

    @property
    def tones(self) -> Tones:
        """The styles of the chosen theme."""
        if self._tones is None:
            self._tones = tones_of(self.theme_variables)
        return self._tones

    def repaint_in_theme(self, theme: Theme) -> None:
        """Remember the colours, and paint everything in them; called once the theme's tokens are known."""
        from deskui.ui.widgets.line_view import LineView

        self._tones = None
        if theme.name != self._wanted_theme:
            self._wanted_theme = theme.name
            self.remembered.set("theme", theme.name)
        for screen in self.screen_stack:
            for view in screen.query(LineView):
                view.repaint()
            screen.refresh(layout=True)

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback, which shows local variables; `run_desk` raises what happened."""
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """The thread that reads keys has failed: the terminal is gone."""
        if self.leaving is not None:
            self.leaving.leave(HUNG_UP)
        else:
            self._close_messages_no_wait()

    def report(self, error: BaseException) -> None:
        """Say a refusal in one sentence; anything else is a fault of ours and ends the app with a log."""
        if not isinstance(error, DeskError):
            raise error
        self.say(error.sentence, Role.BAD)

    async def write(self, work: Callable[[Desk], Done]) -> Done:
        """Carry out a write to its end and tell every screen; it survives the dialog that began it.

        Raises: DeskError as the desk does.
        """
        done = await self.counter.write(work)
        self.changed.publish(done)
        return done

    def write_soon(self, work: Callable[[Desk], Done], said: str, then: Callable[[], None] | None = None) -> None:
        """Carry out a write that no form waits for, then say so."""

        async def go() -> None:
            await self.write(work)
            self.say(said)
            if then is not None:
                then()

        self.guarded(go())

    def guarded(self, steps: Coroutine[object, object, None]) -> None:
        """Run steps that may be refused; a refusal is said in the last line."""

        async def go() -> None:
            try:
                await steps
            except DeskError as error:
                self.report(error)
            finally:
                self._opening -= 1

        self._opening += 1
        self.run_worker(go())

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something in the last line of the desk."""
        for screen in self.screen_stack:
            if hasattr(screen, "say"):
                screen.say(sentence, role)

    def quit(self) -> None:
        """Leave the program, once the customer in front of us may be left."""
        self.visiting.leave(lambda: self.exit(0))

    async def action_quit(self) -> None:
        """Ctrl+Q, wherever somebody is."""
        self.quit()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave the program as it is; a visit that goes on ends without a word, which a crash leaves undone."""
        self.visiting.close()
        super().exit(result, return_code, message)

    def idle(self) -> None:
        """Work that can wait for a quiet moment: the ranking of those opened lately."""
        if self._desk is not None and self.quiet_for() > 2:
            self.counter.ask(lambda desk: desk.lookup.freshen())


def run_desk(
    url: str,
    *,
    desk_name: str = "",
    employee: str = "",
    theme: str = "",
    keys: Mapping[str, str] | None = None,
    drafts: Path,
    remembered: Remembered,
) -> int:
    """Open the app and return its exit code.

    Raises: DeskError when the database cannot be used, or whatever went wrong unexpectedly, after the screen
    has been given back.
    """
    refuse_unknown(theme, keys or {})
    app = DeskApp(
        url, desk_name=desk_name, employee=employee, theme=theme, keys=keys, drafts=drafts, remembered=remembered
    )
    with Leaving(app) as leaving:
        app.leaving = leaving
        try:
            app.run()
        finally:
            app.drafts.close()
            app.counter.close()
    if leaving.code:
        return leaving.code
    if app.refusal is not None:
        raise app.refusal
    if (error := app._exception) is not None:
        raise error.error if isinstance(error, WorkerFailed) else error
    return app.return_code or 0
