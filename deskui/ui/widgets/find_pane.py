"""Who was found, and beside it a look at the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from deskui.ui.lines import BLANK, Line, Role, Span, quiet
from deskui.ui.panels.preview import preview
from deskui.ui.panels.results import empty_shop, nothing_found, results
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from deskui.domain.ids import CustomerId
    from deskui.domain.lookup import Hit
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene


class ResultList(ItemList):
    """The customers found; the cursor is steered from the lookup box as well."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("up,k", "up_or_out", show=False)]

    def action_up_or_out(self) -> None:
        """Go up, and from the first row back to the lookup box."""
        places = self._places()
        if not places or self._cursor == places[0]:
            self.screen.focus_next("#lookup")
        else:
            self.action_move(-1)


class FindPane(Horizontal, Ground):
    """The answer to what stands in the lookup box."""

    def compose(self) -> ComposeResult:
        """The list, and the preview where there is room."""
        self.list = ResultList(id="results")
        self.look = LineView(id="preview")
        yield self.list
        yield self.look

    def show(self, typed: str, hits: Sequence[Hit]) -> None:
        """Show who was found for what was typed; the recently opened ones when nothing was."""
        title = "Recently opened" if not typed.strip() else f"{len(hits)}{'+' if len(hits) >= 30 else ''} found"
        self.list.set_title(Line((Span(title, Role.TITLE),), (quiet("Enter opens"),) if hits else ()))
        if hits:
            self.list.fill(lambda width: results(hits, width), keep=False)
        elif typed.strip():
            self.list.fill(lambda _width: nothing_found(typed.strip()))
        else:
            self.list.fill(lambda _width: empty_shop())
        self.list.led = True
        if not hits:
            self.clear_preview()

    @property
    def chosen(self) -> CustomerId | None:
        """The customer under the cursor."""
        return self.list.key  # type: ignore[return-value]

    def preview(self, view: CustomerView, scene: Scene) -> None:
        """Show the customer under the cursor, if they still are."""
        if view.customer.id == self.chosen and self.look.display:
            self.look.show_lines(preview(view, scene, max(20, self.look.size.width - 2)))

    def clear_preview(self) -> None:
        """Nobody is under the cursor."""
        self.look.show_lines([BLANK])
