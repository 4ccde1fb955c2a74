"""A row of choices in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


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
        spans: list[Span] = []
        room = self.size.width or 40
        taken = sum(len(title) + 2 for _, title in self.options)
        gap = min(3, (room - taken) // max(1, len(self.options) - 1))
        wide = gap < 1
        for place, (_, title) in enumerate(self.options):
            chosen = place == self._place
            if wide and not chosen:
                continue
            role = (Role.ACCENT if self.has_focus else Role.STRONG) if chosen else Role.FAINT
            spans += [span("● " if chosen else "○ ", role), span(title, role), Span(" " * max(1, gap))]
        if wide:
            spans.append(quiet(f"{self._place + 1} of {len(self.options)}, arrows turn"))
        self.show_lines([Line(tuple(spans))])
