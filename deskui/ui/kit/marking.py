"""A list of which any number is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding, BindingType

from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.lines import BLANK, Item, Line, Role, Span
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

Choice = TypeVar("Choice")

_MOST: Final = 16


class Marks(Sheet["tuple[Choice, ...] | None"], Generic[Choice]):
    """Choices of which Space marks any number; Enter takes those that are marked, at least so many."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "mark", show=False),
        Binding("a", "mark_all", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[Choice, Line]],
        marked: Iterable[Choice] = (),
        *,
        takes: str = "save",
        at_least: int = 0,
    ) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        known = list(marked)
        self._marked = {place for place, (each, _) in enumerate(self._choices) if each in known}
        self._takes, self._at_least = takes, at_least

    def contents(self) -> ComposeResult:
        """The list, what is missing, and its keys."""
        yield ItemList(framed=False, id="choices")
        yield LineView(id="foot", classes="foot -talks")

    def on_mount(self) -> None:
        """Fill the list, with the cursor on the first one marked."""
        self.list.styles.height = min(self.room(_MOST), max(1, len(self._choices)))
        self.query_one("#foot").styles.height = 2
        self._fill()
        if self._marked:
            self.list.point_at(min(self._marked))
        self.list.focus()
        self._tell(BLANK)

    @property
    def list(self) -> ItemList:
        """The choices on screen."""
        return self.query_one("#choices", ItemList)

    def _fill(self) -> None:
        self.list.show([self._row(place, line) for place, (_, line) in enumerate(self._choices)])

    def _row(self, place: int, line: Line) -> Item:
        is_marked = place in self._marked
        mark = Span("[x] " if is_marked else "[ ] ", Role.ACCENT if is_marked else Role.QUIET)
        return Item((Line((mark, *line.spans), line.tail),), place)

    def _tell(self, line: Line) -> None:
        keys = (("Space", "mark"), ("a", "all or none"), ("Enter", self._takes), BACK)
        self.query_one("#foot", LineView).show_lines([line, keys_line(keys)])

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away."""
        if isinstance(place := self.list.key, int):
            self._marked ^= {place}
            self._fill()
            self._tell(BLANK)

    def action_mark_all(self) -> None:
        """Mark all of them; none where all are."""
        everything = set(range(len(self._choices)))
        self._marked = set() if self._marked == everything else everything
        self._fill()
        self._tell(BLANK)

    def on_item_list_chosen(self) -> None:
        """Enter takes what is marked."""
        if len(self._marked) < self._at_least:
            self._tell(Line((Span("! Mark at least one first: Space marks the one under the cursor.", Role.WARN),)))
            return
        self.dismiss(tuple(self._choices[place][0] for place in sorted(self._marked)))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
