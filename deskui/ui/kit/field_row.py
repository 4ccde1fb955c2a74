"""One field on the screen: its label, what is typed, and what is said below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from deskui.ui.kit.fields import FieldKind
from deskui.ui.lines import BLANK, Line, quiet
from deskui.ui.panels.fitting import cells
from deskui.ui.widgets.choice import Choice
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.secret_input import SecretInput
from deskui.ui.widgets.text_box import TextBox
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from deskui.ui.kit.fields import Field


class FieldRow(Vertical, can_focus=False):
    """A field with its label at the left; the lines below it are kept free, so that nothing moves while typing."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(classes="field")
        self.field = field
        self._said: tuple[Line, ...] = ()
        self._entry = _entry(field, value)

    def compose(self) -> ComposeResult:
        """Label and entry side by side."""
        with Horizontal():
            yield LineView(id=f"label-{self.field.name}", classes="label")
            yield self._entry
        if self.field.hint is not None or self.field.below:
            yield LineView(id=f"hint-{self.field.name}", classes="hint")

    def on_mount(self) -> None:
        """Write the label, and make room below."""
        self.query_one(".label", LineView).show_lines([Line((quiet(self.field.label),))])
        self._go_to_end()
        if self.field.below > 1:
            self.query_one(".hint").styles.height = self.field.below

    @property
    def value(self) -> str:
        """What stands in it now."""
        return self._entry.text if isinstance(self._entry, TextBox) else self._entry.value

    @value.setter
    def value(self, value: str) -> None:
        if isinstance(self._entry, TextBox):
            self._entry.text = value
        else:
            self._entry.value = value
        self._go_to_end()

    def _go_to_end(self) -> None:
        """Typing goes on behind what stands there."""
        if isinstance(self._entry, TextBox):
            self._entry.move_cursor(self._entry.document.end)
        elif isinstance(self._entry, LineInput):
            self._entry.cursor_position = len(self._entry.value)

    def enter(self) -> None:
        """Put the cursor here."""
        self._entry.focus()

    def hint(self) -> None:
        """Say what the field itself has to say about what is typed."""
        if self.field.hint is not None:
            said = self.field.hint(self.value)
            self.say((Line((quiet(said),)),) if said else ())

    def says(self, sentence: str) -> bool:
        """Whether this stands below already, in full."""
        room = self.query_one(".hint").size.width if self._said else 0
        if any(cells(line.spans) > room for line in self._said):
            return False
        return sentence in " ".join(part.text for line in self._said for part in line.spans)

    def say(self, lines: Sequence[Line]) -> None:
        """Say something below."""
        self._said = tuple(lines)
        self.query_one(".hint", LineView).show_lines(lines or [BLANK])


def _entry(field: Field, value: str) -> Choice | TextBox | LineInput:
    if field.kind is FieldKind.CHOICE:
        return Choice(field.options, value, id=field.name)
    if field.kind is FieldKind.TEXT:
        box = TextBox(value, id=field.name)
        box.styles.height = field.rows
        return box
    if field.kind is FieldKind.SECRET:
        return SecretInput(id=field.name)
    return LineInput(value, placeholder=field.placeholder, id=field.name)
