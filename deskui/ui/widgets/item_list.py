"""A list of painted lines with a cursor over its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from deskui.ui.lines import BLANK, Item, Line
from deskui.ui.widgets.framed_list import FramedList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.strip import Strip


UNSEEN_WIDTH: Final = 76
"""Cells for which the lines of a list are made that has no size yet."""


class ItemList(FramedList, can_focus=True):
    """A framed, scrolling list with a cursor that stays on its item when the items change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "far(0)", show=False),
        Binding("end", "far(-1)", show=False),
        Binding("enter,ctrl+j", "choose", show=False),
    ]

    class OfList(Message):
        """Something happened in a list."""

        def __init__(self, view: ItemList) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> ItemList:
            """The list it happened in."""
            return self.view

    class Chosen(OfList):
        """Enter was pressed on an item."""

        def __init__(self, view: ItemList, key: object) -> None:
            super().__init__(view)
            self.key = key

    class EndNeared(OfList):
        """The cursor is near the last item; whoever has more may add it, or all there is when `wants_all`."""

        def __init__(self, view: ItemList, wants_all: bool = False) -> None:
            super().__init__(view)
            self.wants_all = wants_all

    class Moved(OfList):
        """The cursor went to another item."""

        def __init__(self, view: ItemList, key: object) -> None:
            super().__init__(view)
            self.key = key

    def __init__(
        self, *, title: Line = BLANK, framed: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(title=title, framed=framed, id=id, classes=classes)
        self._source: Callable[[int], Sequence[Item]] | None = None
        self._filled_for = 0
        self._keep = True
        self._at_start = True
        self._is_pointed_at = False

    @property
    def key(self) -> object:
        """The key of the item under the cursor, or None."""
        self._catch_up()
        return None if self._cursor is None else self._items[self._cursor].key

    def show(self, items: Sequence[Item], *, keep: bool = True, total: int = 0) -> None:
        """Paint these items; the cursor stays on its key, or goes to the first item when it is gone.

        `total` counts what there is in all, for the +N at the lower edge.
        """
        self.total = total
        self._put(items, keep)
        self.repaint()

    def _put(self, items: Sequence[Item], keep: bool) -> None:
        before = self.key if keep else None
        place = self._cursor if keep else None
        super().put(items)
        places = {item.key: place for place, item in enumerate(self._items) if item.key is not None}
        self._cursor = places.get(before) if before is not None else None
        if self._cursor is None and place is not None and places:
            self._cursor = min(places.values(), key=lambda each: (abs(each - place), -each))
        elif self._cursor is None and (places or not keep):  # what is only read stays where it was read
            self._cursor = next(iter(places.values()), None)
            self._top, self._at_start = 0, True
        self._fill_room()
        self._keep_in_view()

    def fill(self, source: Callable[[int], Sequence[Item]], *, total: int = 0, keep: bool = True) -> None:
        """Show what `source` makes for the width inside the frame, now and after every change of size."""
        self._source, self.total, self._filled_for, self._keep = source, total, 0, keep
        if self.size.width:
            self._catch_up()
        self.repaint()

    def _catch_up(self) -> None:
        """Ask the source if it has not been asked yet: Enter may come before a list that was hidden is painted."""
        if self._source is not None and self._filled_for == 0:
            self._filled_for = self.inner_width if self.size.width else UNSEEN_WIDTH
            self._put(self._source(self._filled_for), self._keep)

    def _now(self) -> list[Strip]:
        """Fills anew first when the width has changed: a widget that is shown again may never hear of it."""
        if self._source is not None and self.size.width and self._filled_for != self.inner_width:
            keep = self._keep or self._filled_for != 0
            self._filled_for = self.inner_width
            self._put(self._source(self.inner_width), keep)
            self._strips = None
            self._tell_out_of_sight()
        return super()._now()

    def on_resize(self) -> None:
        """Keep the cursor in view, and no room empty below the last row, when the height has changed."""
        top = self._top
        self._fill_room()
        self._keep_in_view()
        if self._top != top or self._made_for != self.size:
            self.repaint()
        self._tell_out_of_sight()

    def _fill_room(self) -> None:
        """Leave no room empty below the last row while there are rows above."""
        self._top = max(0, min(self._top, len(self._rows) - self._room()))

    def point_at(self, key: object) -> None:
        """Put the cursor on the item with that key, if it is there; what was out of sight with what is around it."""
        for place in self._places():
            if self._items[place].key == key:
                self._is_pointed_at = True
                self._go(place)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.repaint()

    def on_blur(self) -> None:
        """Quieten the cursor."""
        self.repaint()

    def action_move(self, step: int) -> None:
        """Go to the next or previous item; line by line to one out of sight, and on to the lines around the last."""
        places = self._places()
        if self._cursor is None or not places or (step > 0 and self._is_below()):
            self._scroll(step)
            return
        place = places[min(len(places) - 1, max(0, places.index(self._cursor) + step))]
        if place == self._cursor:
            self._scroll(step)
        self._go(place)

    def action_page(self, step: int) -> None:
        """Go about one screen of lines up or down."""
        places = self._places()
        if self._cursor is None or not places:
            self._scroll(step * self._room())
            return
        wanted = self._first_row(self._cursor) + step * max(1, self._room() - 1)
        nearest = min(places, key=lambda place: (abs(self._first_row(place) - wanted), -step * place))
        self._go(nearest if nearest != self._cursor else places[-1 if step > 0 else 0])

    def action_far(self, place: int) -> None:
        """Go to the first item and the very top, or to the last item."""
        places = self._places()
        if place != 0 and self.total > len(self._items):
            self.post_message(self.EndNeared(self, wants_all=True))
        if places:
            self._go(places[place])
        if place == 0 or not places:
            self._scroll(-len(self._rows) if place == 0 else len(self._rows))
            self._at_start = place == 0

    def action_choose(self) -> None:
        """Say that the item under the cursor was chosen."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def _places(self) -> list[int]:
        self._catch_up()
        return [place for place, item in enumerate(self._items) if item.key is not None]

    def _go(self, place: int) -> None:
        if place == self._cursor:
            return
        self._cursor, self._at_start = place, False
        self._keep_in_view()
        self.repaint()
        self.post_message(self.Moved(self, self.key))
        if place >= len(self._items) - 8:
            self.post_message(self.EndNeared(self))

    def _scroll(self, step: int) -> None:
        top = min(max(0, len(self._rows) - self._room()), max(0, self._top + step))
        if top != self._top:
            self._top, self._at_start = top, False
            self.repaint()

    def _first_row(self, place: int) -> int:
        return sum(len(item.lines) for item in self._items[:place])

    def _is_below(self) -> bool:
        """Whether the item under the cursor is further down than what is shown; nothing is before there is a size."""
        below = self._top + self._room()
        return self._cursor is not None and self.size.height > 0 and self._first_row(self._cursor) >= below

    def _keep_in_view(self) -> None:
        """Scroll to the item under the cursor, and to what is above the first one; what is new stays at its top.

        A list without a size shows nothing: its first size tells how far it has to scroll.
        """
        if self._cursor is None or not self.size.height:
            return
        first = self._first_row(self._cursor)
        last = first + len(self._items[self._cursor].lines) - 1
        is_first = all(item.key is None for item in self._items[: self._cursor])
        if is_first and self._at_start:
            self._top = 0
            return
        if is_first and last < self._room():
            first = 0
        if self._is_pointed_at and not self._top <= first <= last < self._top + self._room():
            self._top = first - self._room() // 3
            self._fill_room()
        self._is_pointed_at = False
        if last >= self._top + self._room():
            self._top = last - self._room() + 1
        self._top = min(self._top, first)
