"""What is due, and beside it the customer under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal

from deskui.ui.lines import Line, Role, span
from deskui.ui.panels.due import due_items
from deskui.ui.panels.whose import nothing_due
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from deskui.domain.due.due_list import DueItem
    from deskui.ui.lines import Item
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Shell

_HIGH: Final = 25
"""Lines of a list in which groups stand apart by a blank line."""


class DueRows(ItemList):
    """A list with headings; how many are below the last line in view counts no headings."""

    def _seen(self, room: int) -> int:
        seen = super()._seen(room)
        return len(self._items) - sum(each.key is not None for each in self._items[seen:])


class DuePane(Horizontal, Ground):
    """The list, and the preview where there is room."""

    app: Shell

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.items: tuple[DueItem, ...] = ()
        self._looked_at: object = None

    def compose(self) -> ComposeResult:
        """Side by side."""
        self.list = DueRows(id="due")
        self.look = Preview()
        yield self.list
        yield self.look

    @property
    def chosen(self) -> DueItem | None:
        """What is under the cursor."""
        key = self.list.key
        return next((each for each in self.items if each.key == key), None)

    def show(self, items: tuple[DueItem, ...], scene: Scene, *, owners: bool, keep: bool) -> None:
        """Show what is due; `owners` whether each line says whose it is, `keep` the cursor on its row."""
        self.items = items

        def lines(width: int) -> list[Item]:
            return due_items(items, scene, width, owners=owners, airy=self.list.size.height >= _HIGH)

        self.list.fill(lines, keep=keep)

    def show_nothing(self, whose: str, ways: Sequence[tuple[str, str]]) -> None:
        """Say that nothing is due, and what can be done about it."""
        self.items = ()
        self.list.fill(lambda _width: nothing_due(whose, ways), keep=False)

    def set_title(self, title: str) -> None:
        """Say whose list it is."""
        self.list.set_title(Line((span(title, Role.TITLE),)))

    def preview(self, *, again: bool) -> None:
        """Show the customer under the cursor, where there is room; those shown already only when `again`."""
        item = self.chosen
        if item is None:
            self._looked_at = None
            self.look.rest_on(None)
        elif again or item.key != self._looked_at:
            self._looked_at = item.key
            self.look.rest_on(item.customer_id, item.case_id)
