"""A widget that paints lines; the fastest thing Textual can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size

from deskui.ui.lines import BLANK, Item, Line, Role, Span
from deskui.ui.strips import strip_of
from deskui.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.strip import Strip


class LineView(Ground, can_focus=False):
    """Items one below the other; a key repaints the lines that differ, and nothing else."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items: tuple[Item, ...] = ()
        self._rows: list[tuple[Line, int]] = []
        self._strips: list[Strip] | None = None
        self._made_for = Size(0, 0)
        self._painted: list[Strip] | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown."""
        return self._items

    def show(self, items: Sequence[Item]) -> None:
        """Paint these items instead of those before; does nothing when they are the same."""
        if self.put(items):
            self.repaint()

    def put(self, items: Sequence[Item]) -> bool:
        """Take these items without painting them yet; False when they are the same."""
        if tuple(items) == self._items:
            return False
        self._items = tuple(items)
        self._rows = [(line, place) for place, item in enumerate(self._items) for line in item.lines]
        return True

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Paint these lines, as one item."""
        self.show((Item(tuple(lines)),))

    def repaint(self) -> None:
        """Make the strips anew, after a change of size, theme or cursor."""
        self._strips = None
        self.refresh()

    def on_resize(self) -> None:
        """Fit the lines to the new size, unless they were painted in it already."""
        if self._made_for != self.size:
            self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the region asked for."""
        made = self._now()
        if made is not self._painted:
            self._painted = None  # only some of these lines may reach the terminal now
        strips = made[crop.y : crop.bottom]
        if crop.x or crop.width != self.size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _exchange_repaint_regions(self) -> Collection[Region]:
        """Only the lines that differ from what was painted last; a key changes a few of them."""
        asked = super()._exchange_repaint_regions()
        before, self._painted = self._painted, self._now()
        if before is None or len(before) != len(self._painted):
            return asked
        width = self.size.width
        pairs = zip(before, self._painted, strict=True)
        return [Region(0, y, width, 1) for y, (old, new) in enumerate(pairs) if old is not new and old != new]

    def _now(self) -> list[Strip]:
        """The strips for what is shown, in the size of this moment."""
        if self._strips is None or self._made_for != self.size:
            self._strips = self._body(*self.size)
            self._made_for = self.size
        return self._strips

    def _body(self, width: int, height: int) -> list[Strip]:
        tones = self._tones()
        blank = strip_of(BLANK, width, tones.plain)
        strips = [strip_of(line, width, tones.plain) for line, _ in self._rows[:height]]
        return strips + [blank] * (height - len(strips))

    def text(self) -> str:
        """What is painted, as plain text; for tests and the clipboard."""
        return "\n".join("".join(each.text for each in (*line.spans, *line.tail)) for line, _ in self._rows)


def numbered(number: str, title: str, *tail: Span) -> Line:
    """A panel's title with the number that focuses it."""
    parts = (Span(f"{number} ", Role.KEY), Span(title, Role.TITLE)) if number else (Span(title, Role.TITLE),)
    return Line(parts, tuple(tail))
