"""The colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.lines import Line, span

if TYPE_CHECKING:
    from deskui.ui.shell import Within
    from deskui.ui.widgets.item_list import ItemList


def choose_colours(screen: Within) -> None:
    """Choose the colours; they are remembered."""
    app, before = screen.app, screen.app.theme

    def closed(picked: Picked[str] | None) -> None:
        app.theme = before if picked is None else picked.choice

    app.push_screen(Colours(sorted(app.available_themes), before), closed)


class Colours(Chooser[str]):
    """Everything is shown in the colours under the cursor; Esc brings those of before back."""

    def __init__(self, names: list[str], before: str) -> None:
        super().__init__("Colours", [(name, (Line((span(name),)),)) for name in names], at=before)
        self._names = names

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Show what it would look like."""
        self.app.theme = self._names[cast("int", message.key)]
