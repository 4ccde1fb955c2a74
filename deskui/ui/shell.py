"""What every screen and dialog may ask of the app: the desk, the scene, writes, forms, and the last line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from textual.signal import Signal
from textual.widgets import Input, TextArea

from deskui.commands import command
from deskui.commands.printed import key_in, printed_key
from deskui.desk.verb import known
from deskui.domain.slips.printers import Printer
from deskui.errors import DeskError
from deskui.remembered import without_password
from deskui.ui.counter import Counter
from deskui.ui.day_counts import DayCounts
from deskui.ui.drafts import Drafts
from deskui.ui.lines import Role
from deskui.ui.panels.scene import Scene
from deskui.ui.tones import Tones, tones_of
from deskui.ui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.session import Session
    from deskui.domain.done import Done
    from deskui.remembered import Remembered
    from deskui.ui.kit.form_spec import FormSpec, Saved
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.visiting import Visiting

TAKES_BACK: Final = "takes it back"
"""What undo does, behind its key."""
BRINGS_BACK: Final = "brings it back"
"""The same of what was taken away."""


class Within(Protocol):
    """A screen or a dialog of this app."""

    @property
    def app(self) -> Shell:
        """The app it is in."""


def utc_now() -> datetime:
    """The instant by the machine's clock."""
    return datetime.now(UTC)


class Shell(TypeAhead):
    """The app as its screens know it; it knows none of them."""

    visiting: Visiting
    files = Path.home()
    """The folder in which slips and stories are saved."""
    printer = Printer()
    """The printer of this desk."""
    door_says: str = ""
    """What stands where somebody signs in; nothing but in a sample shop."""

    def __init__(
        self,
        url: str,
        *,
        desk_name: str = "",
        employee: str = "",
        keys: Mapping[str, str] | None = None,
        drafts: Path,
        remembered: Remembered,
        clock: Callable[[], datetime] | None = None,
        bring_in: str = "deskui import customers.csv",
        look_around: str = "deskui demo",
    ) -> None:
        super().__init__()
        self.bring_in = bring_in
        """What brings customers into this very database, as it is typed into another terminal."""
        self.look_around = look_around
        """What opens a sample shop, likewise."""
        self.overrides: dict[str, str] = dict(keys or {})
        self.remembered = remembered
        self.clock = clock or utc_now
        self._address = without_password(url)
        likely = remembered.get(f"employee at {self._address}")
        at_desk = desk_name or remembered.get(f"desk at {self._address}")
        self.counter = Counter(url, at_desk, employee, clock, likely)
        self.drafts = Drafts(drafts)
        self.changed: Signal[Done] = Signal(self, "changed")
        self.status_changed: Signal[None] = Signal(self, "what the status line says")
        self.day_counts = DayCounts(self)
        self._desk: Desk | None = None
        self._tones: Tones | None = None

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

    def key(self, name: str) -> str:
        """The key of a command, as it is printed: the user's own where they have one."""
        return printed_key(name, self.overrides)

    @property
    def undo_key(self) -> str:
        """The key that takes the last entry back here and now: where a letter only types, one that does not."""
        is_typing = isinstance(self.screen.focused, Input | TextArea)
        return key_in(command("undo"), self.overrides, typing=is_typing) or self.key("undo")

    # --- saying ------------------------------------------------------------------------------------------

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something in the last line of the desk, and in every dialog that has one."""
        for screen in self.screen_stack:
            if hasattr(screen, "say"):
                screen.say(sentence, role)

    def say_done(self, said: str, done: Done, back: str = TAKES_BACK, role: Role = Role.GOOD) -> None:
        """Say what was done, and which key takes it back, where what was done can be."""
        can_be = bool(known()[done.verb].title)
        self.say(f"{said}; {self.undo_key} {back}" if can_be else said, role)

    def report(self, error: BaseException) -> None:
        """Say a refusal in one sentence; anything else is a fault of ours and ends the app with a log."""
        if not isinstance(error, DeskError):
            raise error
        self.say(error.sentence, Role.BAD)

    # --- doing -------------------------------------------------------------------------------------------

    def open_form(self, spec: FormSpec, then: Callable[[Done], object] | None = None) -> None:
        """Show a form; once it has saved, do `then`, and say what was done."""
        raise NotImplementedError

    def to_the_desk(self, work: Callable[[DeskScreen], None]) -> None:
        """Do something on the desk, once what is open above it is put away; half-typed text is kept."""
        raise NotImplementedError

    async def save(self, work: Callable[[Desk], Saved]) -> Saved:
        """As `write`, for a write that brings the words that say what it did.

        Raises: DeskError as the desk does.
        """
        saved = await self.counter.write(work)
        self.changed.publish(saved.done)
        return saved

    async def write(self, work: Callable[[Desk], Done]) -> Done:
        """Carry out a write to its end and tell every screen; it survives the dialog that began it.

        Raises: DeskError as the desk does.
        """
        done = await self.counter.write(work)
        self.changed.publish(done)
        return done

    def write_soon(
        self, work: Callable[[Desk], Done], said: str, then: Callable[[], None] | None = None, *, back: str = ""
    ) -> None:
        """Carry out a write that no form waits for, then say so; it is handed in at once, by whoever acts now.

        `back` is what the key of undo does then, such as `TAKES_BACK`; without it, undo is not named.
        """
        writing = self.counter.write(work)

        async def go() -> None:
            self.changed.publish(done := await writing)
            if back:
                self.say_done(said, done, back)
            else:
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

    def aside(self, steps: Coroutine[object, object, None]) -> None:
        """As `guarded`, for what takes its time, such as a printer: no key waits for it."""

        async def go() -> None:
            try:
                await steps
            except DeskError as error:
                self.report(error)

        self.run_worker(go())

    def action_lock(self) -> None:
        """Hide the screen until somebody signs in."""
        raise NotImplementedError

    def action_switch(self) -> None:
        """Let another clerk sign in here."""
        raise NotImplementedError

    def quit(self) -> None:
        """Leave the program, once the customer in front of us may be left."""
        self.visiting.leave(lambda: self.exit(0), doing="quit")

    def idle(self) -> None:
        """Work that can wait for a quiet moment: the ranking of those opened lately."""
        if self._desk is not None and self.quiet_for() > 2:
            self.counter.ask(lambda desk: desk.lookup.freshen())
