"""A row of choices in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


_ROOM: Final = 53
"""Cells it has in a form of full width."""
_MOST_LINES: Final = 3
_GAP: Final = 3


class Choice(LineView, can_focus=True):
    """One of a few words; left and right go through them, a first letter goes straight there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    class Changed(Message):
        """Another word was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            """The row it happened in."""
            return self.choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        super().__init__(id=id)
        self.options = tuple(options)
        values = [each for each, _ in self.options]
        self._place = values.index(value) if value in values else 0
        self._height = 0

    @property
    def value(self) -> str:
        """The chosen option's value."""
        return self.options[self._place][0] if self.options else ""

    @value.setter
    def value(self, value: str) -> None:
        values = [each for each, _ in self.options]
        if value in values:
            self._place = values.index(value)
            self._paint()

    def on_mount(self) -> None:
        """Show the row."""
        self._paint()

    def on_focus(self) -> None:
        """Light the chosen word."""
        self._paint()

    def on_blur(self) -> None:
        """Quieten it."""
        self._paint()

    def on_resize(self) -> None:
        """Fit the row to the new width."""
        self._paint()
        self.repaint()

    def action_turn(self, step: int) -> None:
        """Go to the next or the previous word."""
        if self.options:
            self._choose((self._place + step) % len(self.options))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next word that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            return
        ahead = [(self._place + step) % len(self.options) for step in range(1, len(self.options) + 1)]
        for place in ahead:
            if self.options[place][1].casefold().startswith(letter):
                event.stop()
                self._choose(place)
                return

    def _choose(self, place: int) -> None:
        self._place = place
        self._paint()
        self.post_message(self.Changed(self))

    def _paint(self) -> None:
        lines = self._lines(self.size.width or _ROOM)
        if self._height != len(lines):
            self._height = len(lines)
            self.styles.height = len(lines)
        self.show_lines(lines)

    def _lines(self, room: int) -> list[Line]:
        """All words in as few lines as they need, or the chosen one alone where that is more than a few."""
        words = [self._word(place) for place in range(len(self.options))]
        taken = sum(cells(each) for each in words)
        gap = min(3, (room - taken) // max(1, len(words) - 1))
        if gap >= 1:
            return [_row(words, gap)]
        rows = _rows(words, room)
        if len(rows) <= _MOST_LINES and taken and max(cells(each) for each in words) <= room:
            return [_row(row, _GAP) for row in rows]
        role = Role.ACCENT if self.has_focus else Role.STRONG
        place = quiet(f"{self._place + 1}/{len(self.options)}")
        return [Line((quiet("‹ "), span(self.options[self._place][1], role), quiet(" ›")), (place,))]

    def _word(self, place: int) -> tuple[Span, ...]:
        """A word with its mark."""
        chosen = place == self._place
        role = (Role.ACCENT if self.has_focus else Role.STRONG) if chosen else Role.FAINT
        return span("● " if chosen else "○ ", role), span(self.options[place][1], role)


def _rows(words: Sequence[tuple[Span, ...]], room: int) -> list[list[tuple[Span, ...]]]:
    """Words in lines of that room."""
    rows: list[list[tuple[Span, ...]]] = [[]]
    for word in words:
        if rows[-1] and sum(cells(each) + _GAP for each in rows[-1]) + cells(word) > room:
            rows.append([])
        rows[-1].append(word)
    return rows


def _row(words: Sequence[tuple[Span, ...]], gap: int) -> Line:
    first, *others = words or [()]
    return Line((*first, *(part for word in others for part in (Span(" " * gap), *word))))
