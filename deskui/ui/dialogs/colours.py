"""The colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.lines import Line, span

if TYPE_CHECKING:
    from deskui.ui.shell import Within


def choose_colours(screen: Within) -> None:
    """Choose the colours; they are remembered."""
    app = screen.app
    themes = [(name, (Line((span(name),)),)) for name in sorted(app.available_themes)]

    def chosen(picked: Picked[str] | None) -> None:
        if picked is not None:
            app.theme = picked.choice

    app.push_screen(Chooser("Colours", themes, at=app.theme), chosen)
