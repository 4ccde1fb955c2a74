"""Something to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_line
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from deskui.ui.lines import Item

_MOST: Final = 30
"""Lines shown at once; more scroll."""


class Reading(Sheet[None]):
    """Something to read, from the item with the key `at` on where there is one; Esc, Enter or q closes it."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Keys that stand at the foot before the one back."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", show=False, priority=True)]

    def __init__(self, title: str, source: Callable[[int], list[Item]], at: object = None) -> None:
        super().__init__(title)
        self._source, self._at = source, at

    def contents(self) -> ComposeResult:
        """The text, scrolling."""
        yield ItemList(framed=False, id="text")
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Fill it."""
        text = self.query_one("#text", ItemList)
        text.styles.max_height = _MOST
        text.styles.height = min(self.room(_MOST), max(1, sum(len(item.lines) for item in self._source(INNER))))
        text.fill(self._source)
        text.point_at(self._at)
        text.focus()
        self.query_one(".foot", LineView).show_lines([keys_line((*self.KEYS, BACK))])

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
