"""The foot of a form: its keys, and what is said about what was typed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from deskui.ui.kit.fields import FieldKind
from deskui.ui.kit.sheet import is_low
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.ui.kit.fields import Field
    from deskui.ui.kit.form_spec import FormSpec
    from deskui.ui.kit.look import Offer

_READ: Final = 1.0
"""Seconds a sentence stays although typing goes on: what is said of a paste comes with the paste."""


class FormFoot(LineView):
    """One sentence when there is one, and below it the keys of the form."""

    def __init__(self, spec: FormSpec, grown: Callable[[], None]) -> None:
        super().__init__(id="foot", classes="foot -talks")
        self.lines = 1
        """How many lines it has now; `grown` is called when that changes."""
        self._grown = grown
        self._spec, self._offers = spec, spec.look is not None
        self._at = next((each for each in spec.fields if each.name == spec.focus), spec.fields[0])
        self._offer: Offer | None = None
        self._said: tuple[Line, ...] = ()
        self._said_at = 0.0

    def at(self, field: Field) -> None:
        """The cursor is in that field: what Enter does hangs on it."""
        if field is not self._at:
            self._at = field
            self._show()

    def offer(self, offer: Offer | None) -> None:
        """Name what Ctrl+N would take, or nothing any more."""
        if offer != self._offer:
            self._offer = offer
            self._show()

    def say(self, said: Span) -> None:
        """Say one sentence, as many lines as it needs."""
        self.say_lines(wrapped(said.text, self.room, said.role))

    def say_lines(self, lines: Sequence[Line]) -> None:
        """Say these lines."""
        self._said, self._said_at = tuple(lines), monotonic()
        self._show()

    def question(self, doubts: Sequence[str], again: str) -> None:
        """Name what speaks against saving, a line each, and the key that saves in spite of it."""
        key = "Enter" if self._spec.enter_saves else "Ctrl+S"
        lines = [line for each in doubts for line in wrapped(each, self.room, Role.WARN)]
        self.say_lines([*lines, Line((Span(key, Role.KEY), quiet(f" again {again}")))])

    def hush(self) -> None:
        """Only the keys, unless the sentence has just been said."""
        if self._said and monotonic() - self._said_at > _READ:
            self._said = ()
            self._show()

    def keys_only(self) -> None:
        """Only the keys."""
        self._said = ()
        self._show()

    @property
    def room(self) -> int:
        """Cells of a line."""
        return self.size.width or 60

    def _show(self) -> None:
        offer = BLANK if self._offer is None else Line((Span("Ctrl+N", Role.KEY), span(f" {self._offer.title}")))
        is_free = self._offers or not is_low(self.app.size)
        lines = [*((offer,) if is_free else ()), *self._said, self._keys()]
        self.styles.height = self.lines = len(lines)
        self.show_lines(lines)
        self._grown()

    def _keys(self) -> Line:
        pairs = (*self._saving(), ("Esc", self._spec.leaving))
        said = ((Span(key, Role.KEY), quiet(f" {title}   ")) for key, title in pairs)
        return Line(tuple(part for pair in said for part in pair))

    def _saving(self) -> tuple[tuple[str, str], ...]:
        """What saves and what goes on to the next field, where there is one; in a text Enter is a new line."""
        fields = self._spec.fields
        on = () if self._at is fields[-1] else (("Tab", "next"),)
        if self._at.kind is FieldKind.TEXT:
            return ("Ctrl+S", "save"), *on
        if self._spec.enter_saves:
            return ("Enter", "save"), *((("Tab", "next"),) if len(fields) > 1 else ())
        return (("Ctrl+S", "save"), ("Enter", "next")) if on else (("Enter, Ctrl+S", "save"),)
