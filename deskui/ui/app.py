"""The app from start to end: opening the desk, its colours, and how it is left."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.worker import WorkerFailed

from deskui.commands import ANYWHERE, command
from deskui.errors import DeskError
from deskui.ui.chores import Chores
from deskui.ui.counter import later
from deskui.ui.known_names import refuse_unknown
from deskui.ui.leaving import HUNG_UP, Leaving
from deskui.ui.marks import Marks
from deskui.ui.shell import Shell
from deskui.ui.signing_in import SigningIn
from deskui.ui.visiting import Visiting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from datetime import datetime
    from pathlib import Path

    from rich.console import RenderableType
    from textual.theme import Theme

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.slips.printers import Printer
    from deskui.remembered import Remembered
    from deskui.ui.kit.form_spec import FormSpec, Saved
    from deskui.ui.screens.desk import DeskScreen


class DeskApp(Shell):
    """DeskUI on a full screen."""

    TITLE = "deskui"
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in ("desk", "dialogs", "due", "calls", "board", "lock")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding(",".join(command(name).keys), name, id=name, show=False, priority=True) for name in ANYWHERE]

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
        clock: Callable[[], datetime] | None = None,
        bring_in: str = "deskui import customers.csv",
        look_around: str = "deskui demo",
        files: Path | None = None,
        printer: Printer | None = None,
        lock_after: int = 5,
        door_says: str = "",
    ) -> None:
        super().__init__(
            url,
            desk_name=desk_name,
            employee=employee,
            keys=keys,
            drafts=drafts,
            remembered=remembered,
            clock=clock,
            bring_in=bring_in,
            look_around=look_around,
        )
        self.files = files or self.files
        self.printer = printer or self.printer
        self.door_says = door_says
        self.chores = Chores(self)
        self.visiting = Visiting(self, self.to_the_desk)
        self.signing_in = SigningIn(self, lock_after)
        self.refusal: DeskError | None = None
        self.leaving: Leaving | None = None
        self._wanted_theme = theme or str(remembered.get("theme") or "")
        self._filters.append(Marks())
        self.set_keymap(self.overrides)

    def on_mount(self) -> None:
        """Open the desk beside the first frame."""
        from deskui.ui.screens.desk import DeskScreen

        if self._wanted_theme in self.available_themes:
            self.theme = self._wanted_theme
        self.theme_changed_signal.subscribe(self, self.repaint_in_theme)
        self.changed.subscribe(self, self.chores.hear)
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
        self.signing_in.start()
        if self._desk.session.awaited is not None:
            self.signing_in.begin()
            return
        if self._desk.session.employee is None:
            self._welcome()
        self._settle()

    def _welcome(self) -> None:
        """Ask the three questions of the first start; leaving them leaves the app."""
        from deskui.machine import country, currency_of, zone_name
        from deskui.ui.dialogs.welcome import welcome_form
        from deskui.ui.kit.form import Form

        region = country()
        form = Form(welcome_form(zone_name(), region, currency_of(region)))
        self.push_screen(form, lambda saved: self.exit(0) if saved is None else self._settle())

    def _settle(self) -> None:
        """Show who is acting; what is in memory now stays, so the collector need not look at it again."""
        if self.session is not None and self.session.employee is not None:
            self.remembered.set(f"employee at {self._address}", self.session.employee.name)
            self.remembered.set(f"desk at {self._address}", self.session.desk)
        self.counter.ask(lambda desk: desk.lookup.warm())
        self.chores.go_on()
        self.day_counts.ask()
        gc.collect()
        gc.freeze()
        for screen in self.screen_stack:
            if hasattr(screen, "tick") and screen.is_mounted:
                screen.tick()

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

    def open_form(self, spec: FormSpec, then: Callable[[Done], object] | None = None) -> None:
        """Show a form; once it has saved, do `then`, and say what was done."""
        from deskui.ui.kit.form import Form

        def closed(saved: Saved | None) -> None:
            if saved is not None:
                if then is not None:
                    then(saved.done)
                self.say_done(saved.said, saved.done)

        self.push_screen(Form(spec), closed)

    def to_the_desk(self, work: Callable[[DeskScreen], None]) -> None:
        """Do something on the desk, once what is open above it is put away; half-typed text is kept."""
        from deskui.ui.screens.desk import DeskScreen

        desk = next(each for each in self.screen_stack if isinstance(each, DeskScreen))

        async def go() -> None:
            while self.screen is not desk:
                await self.pop_screen()
            work(desk)

        if self.screen is desk:
            work(desk)
        else:
            self.guarded(go())

    async def action_quit(self) -> None:
        """Ctrl+Q, wherever somebody is."""
        if self.signing_in.is_hidden:
            self.signing_in.quit()
        else:
            self.quit()

    def action_lock(self) -> None:
        """Ctrl+L, wherever somebody is."""
        self.signing_in.lock()

    def action_switch(self) -> None:
        """F8, wherever somebody is."""
        self.signing_in.switch()

    def somebody_came(self) -> None:
        """Another person is acting: what the screens say of them, and of what is theirs, is told anew."""
        self._settle()

    async def on_event(self, event: events.Event) -> None:
        """A key that comes after nobody was there for too long finds the desk locked, and does nothing else."""
        is_touch = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not is_touch or not self.signing_in.wakes():
            await super().on_event(event)

    @property
    def _fetching(self) -> bool:
        """What is on its way to the desk is not waited for while the desk is hidden."""
        cover = self.signing_in.cover
        return super()._fetching if cover is None or self.screen is not cover else cover.busy or not cover.is_mounted

    def push_screen(self, screen: Any, *args: Any, **kwargs: Any) -> Any:
        """As the toolkit does; what comes while the desk is hidden waits below that."""
        if self.signing_in.is_hidden and screen is not self.signing_in.cover:
            self.signing_in.keep_back(lambda: self.push_screen(screen, *args, **kwargs))
            return AwaitComplete()
        return super().push_screen(screen, *args, **kwargs)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave the program as it is; a visit that goes on ends without a word, which a crash leaves undone."""
        self.counter.release()
        self.visiting.close()
        super().exit(result, return_code, message)


def run_desk(
    url: str,
    *,
    desk_name: str = "",
    employee: str = "",
    theme: str = "",
    keys: Mapping[str, str] | None = None,
    drafts: Path,
    remembered: Remembered,
    bring_in: str,
    look_around: str,
    files: Path | None = None,
    printer: Printer | None = None,
    lock_after: int = 5,
    door_says: str = "",
) -> int:
    """Open the app and return its exit code.

    Raises: DeskError when the database cannot be used, or whatever went wrong unexpectedly, after the screen
    has been given back.
    """
    refuse_unknown(theme, keys or {})
    app = DeskApp(
        url,
        desk_name=desk_name,
        employee=employee,
        theme=theme,
        keys=keys,
        drafts=drafts,
        remembered=remembered,
        bring_in=bring_in,
        look_around=look_around,
        files=files,
        printer=printer,
        lock_after=lock_after,
        door_says=door_says,
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
