"""A list of which one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding, BindingType

from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.lines import Item
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from deskui.ui.lines import Line

Choice = TypeVar("Choice")

_MOST: Final = 18
ENTER: Final = "enter"


@dataclass(frozen=True, slots=True)
class Picked(Generic[Choice]):
    """What the cursor was on, and the key that was pressed there: ENTER, or one of those at the foot."""

    choice: Choice
    pressed: str = ENTER


class Chooser(Sheet["Picked[Choice] | None"], Generic[Choice]):
    """Choices with their lines; Enter picks the one under the cursor, and so does each key listed at the foot."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[Choice, Sequence[Line]]],
        keys: Sequence[tuple[str, str]] = (),
        at: Choice | None = None,
    ) -> None:
        super().__init__(title)
        self._choices = tuple(each for each, _ in choices)
        self._items = tuple(Item(tuple(lines), place) for place, (_, lines) in enumerate(choices))
        self._keys, self._at = tuple(keys), at

    def contents(self) -> ComposeResult:
        """The list, and its keys."""
        yield ItemList(framed=False, id="choices")
        yield LineView(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        choices = self.query_one("#choices", ItemList)
        choices.styles.height = min(self.room(_MOST), max(1, sum(len(item.lines) for item in self._items)))
        choices.show(self._items)
        if self._at in self._choices:
            choices.point_at(self._choices.index(self._at))
        choices.focus()
        self.query_one("#foot", LineView).show_lines([keys_line((("Enter", "choose"), *self._keys, BACK))])

    def on_item_list_chosen(self) -> None:
        """Enter on a row."""
        self._pick(ENTER)

    def on_key(self, event: events.Key) -> None:
        """One of the keys at the foot; it must not reach the screen below, where it is a command."""
        if event.character is not None and event.character in [each for each, _ in self._keys]:
            event.stop()
            event.prevent_default()
            self._pick(event.character)

    def _pick(self, pressed: str) -> None:
        place = self.query_one("#choices", ItemList).key
        if isinstance(place, int):
            self.dismiss(Picked(self._choices[place], pressed))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
