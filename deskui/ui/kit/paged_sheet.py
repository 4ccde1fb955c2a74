"""A list over the desk of which one row is chosen, however long it is: read on as the cursor goes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_line
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.paged_list import PagedList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.pages import Cursor, Page
    from deskui.ui.lines import Item
    from deskui.ui.widgets.item_list import ItemList

_MOST: Final = 24
"""Lines shown at once; more scroll."""


class PagedSheet(Sheet["object | None"]):
    """Rows in pages; Enter answers with the key of the one under the cursor, Esc with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self,
        title: str,
        first: Page[Any],
        read: Callable[[Desk, Cursor, int], Page[Any]],
        paint: Callable[[Sequence[Any], int], list[Item]],
        does: str,
    ) -> None:
        super().__init__(title)
        self._first, self._reads, self._paint, self._does = first, read, paint, does

    def contents(self) -> ComposeResult:
        """The list, and its keys."""
        yield PagedList(id="choices", classes="paged", framed=False)
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Begin with the first page."""
        rows = self.query_one("#choices", PagedList)
        lines = sum(len(item.lines) for item in self._paint(self._first.rows, INNER))
        rows.styles.height = min(self.room(_MOST), max(1, lines))
        rows.begin(self._first, self._reads, self._paint, keep=False)
        rows.focus()
        self.query_one(".foot", LineView).show_lines([keys_line((("Enter", self._does), BACK))])

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row."""
        self.dismiss(message.key)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
