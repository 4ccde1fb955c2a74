"""The figures of the board, and its charts beside or below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container

from deskui.domain.board.figures import FIGURES, figure
from deskui.ui.lines import Line, Role, span
from deskui.ui.panels.board import figure_items, group_items
from deskui.ui.panels.board_charts import chart_lines
from deskui.ui.widgets.framed_list import FramedList
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from deskui.desk.board import Board
    from deskui.domain.board.groups import Group
    from deskui.ui.shell import Shell

_HIGH = 24
"""Lines of a chart pane in which there is room for more than one."""


class BoardPane(Container, Ground):
    """A list of figures or of groups, and the charts of what is under the cursor."""

    app: Shell

    def compose(self) -> ComposeResult:
        """The list, and the charts."""
        self.list = ItemList(id="figures")
        self.charts = FramedList(id="charts")
        yield self.list
        yield self.charts

    def show_figures(self, group: Group, *, keep: bool) -> None:
        """Show the figures of a group."""
        self.list.fill(lambda width: figure_items(group, width), keep=keep)

    def show_groups(self, groups: Sequence[Group], *, keep: bool) -> None:
        """Show the groups of a level."""
        self.list.fill(lambda width: group_items(groups, width), keep=keep)

    def set_title(self, title: str) -> None:
        """Say whose figures they are."""
        self.list.set_title(Line((span(title, Role.TITLE),)))

    def draw(self, board: Board, which: int, title: str) -> None:
        """Draw the charts of the figure under the cursor, else of all; one of them where there is room for one."""
        key = self.list.key
        chosen = figure(key) if isinstance(key, str) else FIGURES[0]
        width, height = self.charts.inner_width, max(1, self.charts.size.height - 2)
        one = None if height >= _HIGH else which
        lines = chart_lines(board.group, board.charts, chosen, one, width, height)
        self.charts.set_title(Line((span(title, Role.TITLE),)))
        self.charts.show_lines(lines)
