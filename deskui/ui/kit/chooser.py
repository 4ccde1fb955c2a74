"""A list of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from deskui.ui.lines import Item

_MOST: Final = 18


class Chooser(Sheet[object]):
    """A list of which one is chosen by Enter; other keys listed at its foot close it with (key, item)."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self, title: str, items: Sequence[Item], keys: Sequence[tuple[str, str]] = (), at: object = None
    ) -> None:
        super().__init__(title)
        self._items, self._keys, self._at = tuple(items), tuple(keys), at

    def contents(self) -> ComposeResult:
        """The list, and its keys."""
        yield ItemList(framed=False, id="choices")
        yield LineView(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        choices = self.query_one("#choices", ItemList)
        choices.styles.height = min(self.room(_MOST), max(1, sum(len(item.lines) for item in self._items)))
        choices.show(self._items)
        choices.point_at(self._at)
        choices.focus()
        self.query_one("#foot", LineView).show_lines([keys_line((("Enter", "choose"), *self._keys, BACK))])

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row."""
        self.dismiss(("enter", message.key))

    def on_key(self, event: events.Key) -> None:
        """One of the keys at the foot; it must not reach the screen below, where it is a command."""
        if event.character in [each for each, _ in self._keys]:
            event.stop()
            event.prevent_default()
            self.dismiss((event.character, self.query_one("#choices", ItemList).key))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
