"""Choosing somebody of the directory: what is typed leaves those whom it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.domain.directory import matches
from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.panels.roster import directory_items, nobody_fits
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from deskui.domain.directory import Reach
    from deskui.ui.lines import Item

_MOST: Final = 14
FINDS_BY: Final = "name, role, skill, branch, firm"


class PersonChooser(Sheet["Reach | None"]):
    """Type, and Enter takes the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+j", "take", show=False),
    ]

    def __init__(self, title: str, people: Sequence[Reach]) -> None:
        super().__init__(title)
        self._people = tuple(people)

    def contents(self) -> ComposeResult:
        """Where to type, who fits, and the keys."""
        yield LineInput(id="filter", placeholder=FINDS_BY)
        yield ItemList(framed=False, id="choices")
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Show everybody, and type."""
        self.list.styles.height = min(self.room(_MOST), max(2, len(self._people) + 2))
        self._fill("")
        self.query_one("#filter").focus()
        keys = (("Up Down", "move"), ("Enter", "choose"), BACK)
        self.query_one(".foot", LineView).show_lines([keys_line(keys)])

    @property
    def list(self) -> ItemList:
        """Those whom it fits."""
        return self.query_one("#choices", ItemList)

    def _fill(self, typed: str) -> None:
        fitting = [each for each in self._people if matches(each.employee, typed)]
        scene = self.app.scene()

        def rows(width: int) -> list[Item]:
            return directory_items(fitting, scene, width) or [nobody_fits(typed)]

        self.list.fill(rows, keep=False)

    def on_input_changed(self, message: LineInput.Changed) -> None:
        """Show whom it fits."""
        self._fill(message.value)

    def on_input_submitted(self) -> None:
        """Enter takes the one under the cursor."""
        self.action_take()

    def action_take(self) -> None:
        """Take the one under the cursor."""
        taken = [each for each in self._people if ("employee", each.employee.id) == self.list.key]
        if taken:
            self.dismiss(taken[0])

    def on_item_list_chosen(self) -> None:
        """Enter in the list, should it have the focus."""
        self.action_take()

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the line above it."""
        if event.key in ("down", "up"):
            event.stop()
            self.list.action_move(1 if event.key == "down" else -1)
        elif event.key in ("pagedown", "pageup"):
            event.stop()
            self.list.action_page(1 if event.key == "pagedown" else -1)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
