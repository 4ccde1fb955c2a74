"""The colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.kit.chooser import Chooser
from deskui.ui.lines import Item, Line, span

if TYPE_CHECKING:
    from deskui.ui.shell import Within


def choose_colours(screen: Within) -> None:
    """Choose the colours; they are remembered."""
    app = screen.app
    items = [Item((Line((span(name),)),), name) for name in sorted(app.available_themes)]

    def chosen(answer: object) -> None:
        if isinstance(answer, tuple):
            app.theme = str(answer[1])

    app.push_screen(Chooser("Colours", items, at=app.theme), chosen)
