"""A list that stays open, of which only what is typed after / is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType

from deskui.ui.kit.living_list import LivingList
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

Answer = TypeVar("Answer")


class FilteredList(LivingList[Answer]):
    """Rows with a line above them, hidden until / is pressed, in which words are typed that all rows must have."""

    HINT: ClassVar[str] = ""
    """What may be typed."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", show=False),
        Binding("ctrl+j", "to_list", show=False),
    ]

    def contents(self) -> ComposeResult:
        """The line to type in above the list."""
        line = LineInput(id="filter", placeholder=self.HINT)
        line.display = False
        yield line
        yield from super().contents()

    @property
    def typed(self) -> str:
        """What the rows must have."""
        return self.line.value if self.line.display else ""

    @property
    def line(self) -> LineInput:
        """Where it is typed."""
        return self.query_one("#filter", LineInput)

    def action_filter(self) -> None:
        """Show the line, and type there."""
        self.line.display = True
        self.line.focus()

    def on_input_changed(self) -> None:
        """Show only what fits, with the cursor on the first of it."""
        if self.shown is not None:
            answer = self.shown
            self.list.fill(lambda width: self.rows(answer, width), keep=False)
            self.moved()

    def on_input_submitted(self) -> None:
        """Enter goes to what was found."""
        self.action_to_list()

    def action_to_list(self) -> None:
        """From the line to the rows."""
        self.list.focus()

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the line above it."""
        if self.line.has_focus and event.key in ("down", "up"):
            event.stop()
            self.list.action_move(1 if event.key == "down" else -1)

    def on_item_list_moved(self) -> None:
        """The cursor went to another row."""
        self.moved()

    def moved(self) -> None:
        """Say what there is to say about the row under the cursor."""

    def action_leave(self) -> None:
        """First away from what is typed, then out of the list."""
        if not self.line.display:
            super().action_leave()
            return
        self.list.focus()
        self.line.display = False
        self.line.value = ""
