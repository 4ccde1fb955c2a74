"""The screen that hides everything until somebody signs in: nothing of a customer is on it or can be reached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from deskui.domain.staff import Role as Rank
from deskui.errors import DeskError
from deskui.ui.kit.field_row import FieldRow
from deskui.ui.kit.fields import Field, secret
from deskui.ui.kit.sheet import keys_line
from deskui.ui.lines import BLANK, Line, Role, quiet, span, strong, wrapped
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee
    from deskui.ui.shell import Shell
    from deskui.ui.widgets.typing import LineInput

_WIDTH: Final = 60
_SAID: Final = 3


class Why(StrEnum):
    """Why it is there, in the words that stand on it."""

    START = "Sign in"
    LOCKED = "Locked"
    SWITCH = "Who is at the desk?"


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Whom the screen knows: the staff, who has a PIN, and who is acting or awaited."""

    shop: str
    desk: str
    staff: tuple[Employee, ...]
    with_pin: frozenset[EmployeeId]
    me: Employee | None

    @classmethod
    def of(cls, desk: Desk) -> AtTheDoor:
        """As things stand now; runs on the lane."""
        session = desk.session
        me = session.employee or session.awaited
        return cls(session.shop, session.desk, desk.shop.staff(), desk.signing.with_pin(), me)

    def needs_pin(self, who: Employee) -> bool:
        """Whether acting as them takes a PIN, as the desk sees it."""
        return who.id in self.with_pin or (bool(self.with_pin) and who.may_act_as(Rank.SUPERVISOR))

    def begins(self, typed: str) -> bool:
        """Whether somebody's name begins so."""
        wanted = " ".join(typed.casefold().split())
        return any(each.name.casefold().startswith(wanted) for each in self.staff)

    def named(self, typed: str) -> Employee | None:
        """Whom the typed letters mean: a whole name, or how only one begins."""
        wanted = " ".join(typed.casefold().split())
        exactly = [each for each in self.staff if each.name.casefold() == wanted]
        begun = [each for each in self.staff if wanted and each.name.casefold().startswith(wanted)]
        found = exactly or begun
        return found[0] if len(found) == 1 or exactly else None


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
            yield FieldRow(Field("who", "Name", placeholder="begin to type, or Up and Down"), "")
            yield FieldRow(secret("pin", "PIN"), "")
            yield LineView(id="said")
            yield LineView(id="ways")

    def on_mount(self) -> None:
        """Ask who is on the staff list."""
        self.query_one("#where", LineView).styles.height = 3
        self.query_one("#said", LineView).styles.height = _SAID
        for row in self.query(FieldRow):
            row.display = False
        self._tell()
        self._ask()

    @property
    def busy(self) -> bool:
        """Whether a PIN is being looked at; keys wait for that."""
        return self._working

    # --- what is shown -----------------------------------------------------------------------------------

    def _row(self, name: str) -> FieldRow:
        return next(row for row in self.query(FieldRow) if row.field.name == name)

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
        me = door.me
        self._row("who").display = True
        self._row("who").value = "" if self.why is Why.SWITCH or me is None else me.name
        self._shape()
        self._row("who" if self.why is Why.SWITCH or not self._wants_pin else "pin").enter()

    @property
    def _is_hidden_only(self) -> bool:
        """Whether Enter is enough: the shop has no PINs, and whoever locked it comes back."""
        return self.why is Why.LOCKED and self.door is not None and not self.door.with_pin

    @property
    def _wants_pin(self) -> bool:
        who = None if self.door is None else self.door.named(self._row("who").value)
        return who is not None and self.door is not None and self.door.needs_pin(who)

    def _shape(self) -> None:
        wants_pin, pin = self._wants_pin, self._row("pin")
        if not wants_pin and pin.has_focus_within:
            self._row("who").enter()  # a focus that is hidden is nowhere, and no key would find it
        pin.display = wants_pin
        self._guard()
        self._tell()

    def _tell(self) -> None:
        """Where this is, and the keys."""
        door = self.door
        where = () if door is None else (strong(door.shop), quiet(f"  {door.desk}"))
        self.query_one("#where", LineView).show_lines([Line(where), Line((span(self.why.value, Role.TITLE),)), BLANK])
        self.query_one("#ways", LineView).show_lines([self._ways()])

    def _ways(self) -> Line:
        if self._is_hidden_only:
            return keys_line((("Enter", "shows the desk again"), ("Ctrl+Q", "quits")))
        enter = "next" if self._wants_pin and self._row("who").has_focus_within else "signs in"
        last = ("Esc", "back") if self._back is not None else ("Ctrl+Q", "quits")
        return keys_line((("Enter", enter), ("Up Down", "somebody else"), last))

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", LineView)
        lines = wrapped(f"! {sentence}", said.size.width or _WIDTH, Role.BAD, most=_SAID - 1) if sentence else ()
        said.show_lines([BLANK, *lines])

    # --- what is typed -----------------------------------------------------------------------------------

    def on_input_changed(self, message: LineInput.Changed) -> None:
        """Another name may need a PIN or not; what was said is over with the first letter."""
        if self.door is not None and not self._is_hidden_only:
            if message.input.id == "who":
                self._move_digits(message.value)
            self._shape()
            if message.value:
                self._was_asked = False
                self._say("")

    def _guard(self) -> None:
        """Behind the name of somebody who needs no PIN no digit is taken, so that none is ever painted."""
        row, door = self._row("who"), self.door
        who = None if door is None else door.named(row.value)
        is_nameless = door is not None and not any(re.search("[0-9]", each.name) for each in door.staff)
        bars = is_nameless and who is not None and not self._wants_pin
        row.query_one(Input).restrict = "[^0-9]*" if bars else None

    def _move_digits(self, typed: str) -> None:
        """Digits behind a name are the PIN, or one that is not needed: they do not stay where they can be read."""
        name = typed.rstrip("0123456789")
        if self.door is None or name == typed or self.door.begins(typed):
            return
        who = self.door.named(name)
        self._row("who").value = name
        if who is not None and self.door.needs_pin(who):
            self._row("pin").display = True
            self._row("pin").value += typed[len(name) :]
            self._row("pin").enter()

    def on_descendant_focus(self) -> None:
        """Enter does another thing in the name than in the PIN."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Somebody else of the staff list."""
        if event.key in ("up", "down") and self.door is not None and not self._is_hidden_only and self.door.staff:
            event.stop()
            self._step(1 if event.key == "down" else -1)

    def _step(self, step: int) -> None:
        assert self.door is not None, "keys work once the staff list is there"
        names = [each.name for each in self.door.staff]
        now = self.door.named(self._row("who").value)
        place = names.index(now.name) + step if now is not None else (0 if step > 0 else -1)
        self._row("who").value = names[place % len(names)]
        self._row("pin").value = ""
        self._shape()
        self._row("pin" if self._wants_pin else "who").enter()

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
        who = self.door.me if self._is_hidden_only else self.door.named(self._row("who").value)
        if who is None:
            self._say("Nobody is called that, or more than one begins so; Up and Down go through the names.")
            return
        pin = self._row("pin").value
        if self._wants_pin and not pin:
            self._row("pin").enter()
            return
        self._sign_in(who, pin)

    def _sign_in(self, who: Employee, pin: str) -> None:
        async def go() -> None:
            try:
                person = await self.app.counter.answer_aside(lambda desk: desk.signing.sign_in(who.id, pin))
            except DeskError as error:
                self.app.forget_keys()
                self._row("pin").value = ""
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
