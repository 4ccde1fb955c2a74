"""The name of whoever signs in, and their PIN where they need one: digits stay nowhere where they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input

from deskui.ui.kit.field_row import FieldRow
from deskui.ui.kit.fields import Field, secret

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from deskui.domain.staff import Employee
    from deskui.ui.screens.door import AtTheDoor
    from deskui.ui.widgets.typing import LineInput


class NameAndPin(Vertical):
    """Two lines to type in, hidden until it is known who may."""

    def __init__(self) -> None:
        super().__init__(id="signs-in")
        self._door: AtTheDoor | None = None

    def compose(self) -> ComposeResult:
        """The name above the PIN."""
        yield FieldRow(Field("who", "Name", placeholder="begin to type, or Up and Down"), "")
        yield FieldRow(secret("pin", "PIN"), "")

    def on_mount(self) -> None:
        """Nobody is known yet."""
        for row in self.query(FieldRow):
            row.display = False

    def begin(self, door: AtTheDoor, name: str, *, at_name: bool) -> None:
        """Have them type, the cursor behind the name, or in the PIN where one is needed."""
        self._door = door
        self._who.display = True
        with self._who.query_one(Input).prevent(Input.Changed):  # nobody has typed it
            self._who.value = name
        self._shape()
        (self._who if at_name or not self.wants_pin else self._pin).enter()

    @property
    def is_open(self) -> bool:
        """Whether it is known who may sign in here."""
        return self._door is not None

    @property
    def who(self) -> Employee | None:
        """Whom the typed name means."""
        return None if self._door is None else self._door.named(self._who.value)

    @property
    def pin(self) -> str:
        """What is typed of the PIN."""
        return self._pin.value

    @property
    def wants_pin(self) -> bool:
        """Whether the one who is named needs a PIN."""
        return self._door is not None and self._door.needs_pin(self.who)

    @property
    def is_in_name(self) -> bool:
        """Whether the cursor is in the name."""
        return self._who.has_focus_within

    def ask_pin(self) -> None:
        """From the name to the PIN."""
        self._pin.enter()

    def forget_pin(self) -> None:
        """What was typed of the PIN is not kept."""
        self._pin.value = ""

    def step(self, step: int) -> None:
        """Somebody else of the staff list."""
        if self._door is None or not self._door.staff:
            return
        self._who.value = self._door.beside(self._who.value, step)
        self.forget_pin()
        self._shape()
        (self._pin if self.wants_pin else self._who).enter()

    def on_input_changed(self, message: LineInput.Changed) -> None:
        """Another name may need a PIN or not."""
        if self._door is not None:
            if message.input.id == "who":
                self._move_digits(self._door, message.value)
            self._shape()

    def _shape(self) -> None:
        wants_pin = self.wants_pin
        if not wants_pin and self._pin.has_focus_within:
            self._who.enter()  # a focus that is hidden is nowhere, and no key would find it
        self._pin.display = wants_pin
        bars = self._door is not None and not self._door.takes_digits(self._who.value)
        self._who.query_one(Input).restrict = "[^0-9]*" if bars else None

    def _move_digits(self, door: AtTheDoor, typed: str) -> None:
        """Digits behind a name are the PIN, or one that is not needed: they do not stay where they can be read."""
        name = typed.rstrip("0123456789")
        if name == typed or door.begins(typed):
            return
        self._who.value = name
        if door.needs_pin(door.named(name)):
            self._pin.display = True
            self._pin.value += typed[len(name) :]
            self._pin.enter()

    @property
    def _who(self) -> FieldRow:
        return self._row("who")

    @property
    def _pin(self) -> FieldRow:
        return self._row("pin")

    def _row(self, name: str) -> FieldRow:
        return next(row for row in self.query(FieldRow) if row.field.name == name)
