"""The screen that hides everything until somebody signs in: nothing of a customer is on it or can be reached."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from deskui.errors import DeskError
from deskui.ui.kit.name_and_pin import NameAndPin
from deskui.ui.kit.sheet import keys_line
from deskui.ui.lines import BLANK, Line, Role, quiet, span, strong, wrapped
from deskui.ui.screens.door import AtTheDoor
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from deskui.domain.staff import Employee
    from deskui.ui.shell import Shell
    from deskui.ui.widgets.secret_input import SecretInput
    from deskui.ui.widgets.typing import LineInput

_WIDTH: Final = 60
_SAID: Final = 3


class Why(StrEnum):
    """Why it is there, in the words that stand on it."""

    START = "Sign in"
    LOCKED = "Locked"
    SWITCH = "Who is at the desk?"


class LockScreen(Screen[None], Ground):
    """Name and PIN, and nothing else; it has no palette, no help, and no way past it but to sign in or to quit."""

    app: Shell
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "go", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, why: Why, done: Callable[[Employee], None], back: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.why = why
        self.door: AtTheDoor | None = None
        self._done, self._back = done, back
        self._working = self._was_asked = False

    def compose(self) -> ComposeResult:
        """In the middle of an empty screen."""
        with Vertical(id="door"):
            yield LineView(id="where")
            yield NameAndPin()
            yield LineView(id="said")
            yield LineView(id="ways")

    def on_mount(self) -> None:
        """Ask who is on the staff list."""
        self.query_one("#where", LineView).styles.height = 4 if self.app.door_says else 3
        self.query_one("#said", LineView).styles.height = _SAID
        self._tell()
        self._ask()

    @property
    def busy(self) -> bool:
        """Whether a PIN is being looked at; keys wait for that."""
        return self._working

    # --- what is shown -----------------------------------------------------------------------------------

    @property
    def _entry(self) -> NameAndPin:
        return self.query_one(NameAndPin)

    def _ask(self) -> None:
        """Read who may sign in; without an answer nobody can, and Enter asks again."""

        async def go() -> None:
            try:
                door = await self.app.counter.answer_aside(AtTheDoor.of)
            except DeskError as error:
                self._say(error.sentence)
            else:
                self._open_door(door)
            finally:
                self._working = False

        self._working = True
        self.run_worker(go())

    def _open_door(self, door: AtTheDoor) -> None:
        self.door = door
        if self._is_hidden_only:
            self._tell()
            return
        is_switch = self.why is Why.SWITCH
        name = "" if is_switch or door.me is None else door.me.name
        self._entry.begin(door, name, at_name=is_switch)
        self._tell()

    @property
    def _is_hidden_only(self) -> bool:
        """Whether Enter is enough: the shop has no PINs, and whoever locked it comes back."""
        return self.why is Why.LOCKED and self.door is not None and not self.door.with_pin

    def _tell(self) -> None:
        """Where this is, and the keys."""
        door = self.door
        where = () if door is None else (strong(door.shop), quiet(f"  {door.desk}"))
        told = wrapped(self.app.door_says, _WIDTH, Role.QUIET, most=1) if self.app.door_says else ()
        lines = [Line(where), Line((span(self.why.value, Role.TITLE),)), *told, BLANK]
        self.query_one("#where", LineView).show_lines(lines)
        self.query_one("#ways", LineView).show_lines([self._ways()])

    def _ways(self) -> Line:
        if self._is_hidden_only:
            return keys_line((("Enter", "shows the desk again"), ("Ctrl+Q", "quits")))
        enter = "next" if self._entry.wants_pin and self._entry.is_in_name else "signs in"
        last = ("Esc", "back") if self._back is not None else ("Ctrl+Q", "quits")
        return keys_line((("Enter", enter), ("Up Down", "somebody else"), last))

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", LineView)
        lines = wrapped(f"! {sentence}", said.size.width or _WIDTH, Role.BAD, most=_SAID - 1) if sentence else ()
        said.show_lines([BLANK, *lines])

    # --- what is typed -----------------------------------------------------------------------------------

    def on_input_changed(self, message: LineInput.Changed) -> None:
        """Enter may do another thing now; what was said is over with the first letter."""
        if self._entry.is_open and not self._is_hidden_only:
            self._tell()
            if message.value:
                self._was_asked = False
                self._say("")

    def on_secret_input_no_digits(self, message: SecretInput.NoDigits) -> None:
        """Say what a PIN is made of, at once."""
        self._say(message.sentence)

    def on_descendant_focus(self) -> None:
        """Enter does another thing in the name than in the PIN."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Somebody else of the staff list."""
        if event.key in ("up", "down") and self._entry.is_open and not self._is_hidden_only:
            event.stop()
            self._entry.step(1 if event.key == "down" else -1)
            self._tell()

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_go()

    def action_go(self) -> None:
        """From the name to the PIN; from the PIN, or where none is needed, to the desk."""
        if self._working:
            return
        if self.door is None:
            self._ask()
            return
        who = self.door.me if self._is_hidden_only else self._entry.who
        if who is None:
            self._say("Nobody is called that, or more than one begins so; Up and Down go through the names.")
            return
        if self._entry.wants_pin and not self._entry.pin:
            self._entry.ask_pin()
            return
        self._sign_in(who, self._entry.pin)

    def _sign_in(self, who: Employee, pin: str) -> None:
        async def go() -> None:
            try:
                person = await self.app.counter.answer_aside(lambda desk: desk.signing.sign_in(who.id, pin))
            except DeskError as error:
                self.app.forget_keys()
                self._entry.forget_pin()
                self._say(error.sentence)
                self._working = False
            else:
                self._done(person)  # still busy: the keys behind it are meant for the desk

        self._working = True
        self.run_worker(go())

    def shut(self) -> None:
        """Nobody came to take over: from now on there is no way back but to sign in."""
        self.why, self._back = Why.LOCKED, None
        if self.door is not None:
            self._open_door(self.door)

    def action_leave(self) -> None:
        """Back, where nothing was locked."""
        if self._back is not None and not self._working:
            self._back()

    def ask_to_quit(self) -> bool:
        """Ctrl+Q quits when it is pressed twice, so that nobody who is away loses what goes on."""
        if self.why is not Why.LOCKED or self._was_asked:
            return True
        self._was_asked = True
        self._say("Ctrl+Q once more quits; half-typed text is kept.")
        return False
