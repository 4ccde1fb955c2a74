"""A list of painted lines in a frame: its title, the rows in view, and how many are out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from deskui.ui.lines import BLANK, Line, Span, quiet
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.strips import frame_bottom, frame_top, strip_of
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.style import Style
    from textual.binding import BindingType

    from deskui.ui.lines import Role
    from deskui.ui.tones import Tones


_LEAST: Final = 8
"""Cells of the last part of a title that are worth showing."""


class FramedList(LineView, can_focus=False):
    """Rows of items from `_top` on, the one at `_cursor` lit; without a frame it tells how much is out of sight."""

    BINDINGS: ClassVar[list[BindingType]] = []

    class Scrolled(Message):
        """How many lines are out of sight above and below has changed; told by lists that have no frame to say it."""

        def __init__(self, view: FramedList, above: int, below: int, has_more: bool = False) -> None:
            super().__init__()
            self.view, self.above, self.below, self.has_more = view, above, below, has_more

        @property
        def control(self) -> FramedList:
            """The list it happened in."""
            return self.view

    def __init__(
        self, *, title: Line = BLANK, framed: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.title = title
        self.framed = framed
        self.total = 0
        self.led = False
        """True when the cursor is steered from elsewhere, so that it shows as if focused."""
        self._cursor: int | None = None
        self._top = 0
        self._out_of_sight = (0, 0, False)

    @property
    def has_more(self) -> bool:
        """Whether nobody knows how much there is behind what was read."""
        return False

    @property
    def inner_width(self) -> int:
        """Cells a line has inside the frame."""
        return max(1, self.size.width - (4 if self.framed else 0))

    def set_title(self, title: Line) -> None:
        """Change the title in the frame."""
        if title != self.title:
            self.title = title
            self.repaint()

    def repaint(self) -> None:
        """Make the strips anew, and tell whoever frames this list how much of it is out of sight."""
        super().repaint()
        self._tell_out_of_sight()

    def _tell_out_of_sight(self) -> None:
        if self.framed or not self.size.height:
            return
        out = (self._top, max(0, len(self._rows) - self._top - self._room()), self.has_more)
        if out != self._out_of_sight:
            self._out_of_sight = out
            self.post_message(self.Scrolled(self, *out))

    def _room(self) -> int:
        return max(1, self.size.height - (2 if self.framed else 0))

    def _body(self, width: int, height: int) -> list[Strip]:
        tones = self._tones()
        lit = self.has_focus or self.led
        if not self.framed:
            return self._inside(width, height, tones, lit)
        frame = tones.focus if lit else tones.border
        room = max(0, height - 2)
        below = max(0, max(self.total, len(self._items)) - self._seen(room))
        inside = self._inside(width - 4, room, tones, lit)
        left, right = Strip([Segment("│ ", frame)], 2), Strip([Segment(" │", frame)], 2)
        body = [Strip.join([left, strip, right]) for strip in inside]
        note = f"{below} below" if below and len(self._rows) > room else ""
        return [
            frame_top(self._titled(width), width, frame, tones.plain),
            *body,
            frame_bottom(note, width, frame, tones.plain),
        ][:height]

    def _titled(self, width: int) -> Line:
        """The title, cut where it must be, and how many lines are above what is shown."""
        above = (quiet(f"{self._top} above"),) if self._top else ()
        tail = (*self.title.tail, *((Span("  "),) if self.title.tail and above else ()), *above)
        room = width - 6 - (cells(tail) + 3 if tail else 0)
        *first, last = self.title.spans or (Span(""),)
        left = room - cells(first)
        if left < _LEAST and len(first) > 1:  # nothing of the third part that says anything
            *first, last = first
            left = room - cells(first)
        return Line((*first, cut(last, max(1, left))), tail)

    def _seen(self, room: int) -> int:
        if not self._rows:
            return 0
        last = min(len(self._rows), self._top + room) - 1
        return self._rows[last][1] + 1

    def _inside(self, width: int, room: int, tones: Tones, lit: bool) -> list[Strip]:
        strips = []
        for line, place in self._rows[self._top : self._top + room]:
            styles: Mapping[Role, Style] = tones.plain
            if place == self._cursor:
                styles = tones.cursor if lit else tones.plain
            strips.append(strip_of(line, width, styles))
        blank = strip_of(BLANK, width, tones.plain)
        return strips + [blank] * (room - len(strips))
