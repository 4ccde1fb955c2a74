"""The figures of the board, and its charts beside or below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual.containers import Container

from deskui.domain.board.figures import FIGURES, figure
from deskui.ui.lines import Item, Line, Role, Span, quiet, span
from deskui.ui.panels.board import figure_items, group_items, not_compared, nothing_counted
from deskui.ui.panels.board_charts import CHARTS, all_charts, one_chart
from deskui.ui.widgets.framed_list import FramedList
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from deskui.desk.board import Board
    from deskui.domain.board.groups import Group
    from deskui.ui.shell import Shell

Drawn: TypeAlias = "tuple[Line, list[Line]]"
"""The title of charts, and their lines."""
_HIGH = 24
"""Lines of a chart pane in which there is room for more than one."""


class ChartView(FramedList):
    """Charts in a frame, drawn for the room there is when they are painted."""

    _drawn: Callable[[int, int], Drawn] | None = None

    def draw(self, drawn: Callable[[int, int], Drawn]) -> None:
        """Show what is drawn for so many cells and lines."""
        self._drawn = drawn
        self.repaint()

    def _body(self, width: int, height: int) -> list[Strip]:
        if self._drawn is not None:
            self.title, lines = self._drawn(self.inner_width, max(1, height - 2))
            self.put([Item(tuple(lines))])
        return super()._body(width, height)


class BoardPane(Container, Ground):
    """A list of figures or of groups, and the charts of what is under the cursor."""

    app: Shell
    _mark = ""

    def compose(self) -> ComposeResult:
        """The list, and the charts."""
        self.list = ItemList(id="figures")
        self.charts = ChartView(id="charts")
        yield self.list
        yield self.charts

    def show_figures(self, group: Group, *, keep: bool) -> None:
        """Show the figures of a group."""
        self._show(not_compared([group], listed=False), lambda width: figure_items(group, width), keep=keep)

    def show_groups(self, groups: Sequence[Group], *, keep: bool) -> None:
        """Show the groups of a level."""
        self._show(
            not_compared(groups, listed=True), lambda width: group_items(groups, width), keep=keep, listed=True
        )

    def show_nothing(self, key: str) -> None:
        """Say that nothing was counted, and what will stand here; there is nothing to draw either."""
        self._show("", lambda width: nothing_counted(key, width), keep=False)
        self.charts.display = False

    def _show(self, mark: str, lines: Callable[[int], list[Item]], *, keep: bool, listed: bool = False) -> None:
        self._mark, self.charts.display = mark, True
        self.set_class(listed, "-lists")
        self.list.fill(lines, keep=keep)

    def set_title(self, title: str) -> None:
        """Say whose figures they are, and what the mark in them means."""
        self.list.set_title(Line((span(title, Role.TITLE),), (quiet(self._mark),) if self._mark else ()))

    def draw(self, board: Board, which: int, whose: str) -> None:
        """Draw the charts of the figure under the cursor, else of all; one of them where there is room for one."""
        key = self.list.key
        chosen = figure(key) if isinstance(key, str) else FIGURES[0]

        def drawn(width: int, height: int) -> Drawn:
            if height >= _HIGH:
                lines = all_charts(board.group, board.charts, chosen, width, height)
                return Line((span(f"Charts: {whose}", Role.TITLE),)), lines
            title, lines = one_chart(board.group, board.charts, chosen, which, width, height)
            place = quiet(f"{which + 1} of {CHARTS}")
            return Line((Span(title, Role.TITLE), quiet(f" · {whose}")), (place,)), lines

        self.charts.draw(drawn)
