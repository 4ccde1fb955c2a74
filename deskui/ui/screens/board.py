"""The board: what was done in a period, at three levels; every number opens what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.commands import COMMANDS, Command, Needs, Where
from deskui.domain.board.figures import figure, tell
from deskui.domain.board.groups import Level, Scope
from deskui.ui.counter import later
from deskui.ui.dialogs.board.exporting import export
from deskui.ui.dialogs.board.period import choose_period
from deskui.ui.dialogs.board.rows import BehindNumber
from deskui.ui.openers import bindings
from deskui.ui.panels.board import head_line, title_words
from deskui.ui.panels.board_charts import CHARTS
from deskui.ui.screens.over_desk import OverDesk
from deskui.ui.widgets.board_pane import BoardPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from deskui.desk.board import Board
    from deskui.desk.desk import Desk
    from deskui.domain.board.rows import BoardRow
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList

_OFFERED: Final = (
    ("open", ""),
    ("board_turn", ""),
    ("board_period", ""),
    ("board_chart", ""),
    ("board_export", ""),
    ("keys", ""),
    ("back", ""),
)
_LEVELS: Final = {"board_desk": Level.DESK, "board_kinds": Level.KIND, "board_clerks": Level.CLERK}
_OF_OTHERS: Final = frozenset({*_LEVELS, "board_turn"})
"""What there is only for those who may see the board of others."""
_OF_FIGURES: Final = frozenset({"open", "board_chart", "board_export"})
"""What does nothing while nothing was counted."""
_SHORT: Final = {Level.DESK: "desk", Level.KIND: "kinds", Level.CLERK: "clerks"}


def works_here(command: Command) -> bool:
    """Whether a command works on the board: what needs nothing, and what is its own."""
    return command.needs in (Needs.NOTHING, Needs.BOARD)


class BoardScreen(OverDesk["Board"]):
    """The board over the desk; it is read on the lane of long reads, so that nobody at the counter waits for it."""

    AUTO_FOCUS = "#figures"
    BINDINGS = bindings(filter(works_here, COMMANDS))
    NAME, WHERE, OFFERED = "board", Where.BOARD, _OFFERED
    ELSEWHERE = "Enter on a number opens what is behind."

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__(desk)
        self.place = desk.board_place
        self.board: Board | None = None
        """What was read last."""

    def works(self, wanted: Command) -> bool:
        """What needs nothing, and what is its own."""
        return works_here(wanted)

    def beside(self) -> BoardPane:
        """The figures with the charts."""
        return BoardPane(id="board")

    def on_mount(self) -> None:
        """Say at once what is coming."""
        self._head()
        super().on_mount()

    @property
    def pane(self) -> BoardPane:
        """The figures and the charts."""
        return self.query_one(BoardPane)

    @property
    def is_own(self) -> bool:
        """Whether whoever looks sees what is theirs alone."""
        return self.app.session is not None and self.app.session.sees_own_alone

    # --- reading and painting ----------------------------------------------------------------------------

    def tick(self) -> None:
        """Keep the clock right; the board itself is read again when somebody writes or asks."""
        self.clock()

    def question(self, desk: Desk) -> Board:
        """The board of the level, group and period."""
        return self.place.read(desk)

    def ask(self, then: Callable[[Future[Board]], None]) -> None:
        """It takes its time."""
        later(self.app.counter.report(self.question), then)

    def paint(self, answer: Board, *, is_other: bool, waits: bool) -> None:
        """Show the groups of a level, or the figures of one."""
        self.board, place, keep = answer, self.place, not is_other
        if answer.group.is_empty:
            self.pane.show_nothing(self.app.key("board_period"))
        elif place.lists_groups:
            self.pane.show_groups(answer.groups(place.level), keep=keep)
        else:
            self.pane.show_figures(answer.group, keep=keep)
        if not keep and place.key is not None:
            self.pane.list.point_at(place.key)
        place.key = self.pane.list.key
        part = "" if answer.counted == 100 else f", {answer.counted} % of all promises counted so far"
        self.pane.set_title(f"{title_words(place.level, place.label)}{part}")
        self._head()
        self.offer()
        self._draw()

    def _head(self) -> None:
        levels = {} if self.is_own else _LEVELS
        choices = [(self.app.key(name), _SHORT[each], each is self.place.level) for name, each in levels.items()]
        period = self.place.period(self.app.scene().today)
        told = (self.app.key("board_period"), self.place.asked, period)
        self.say_whose(head_line(choices, told, self.size.width or self.app.size.width))

    def _draw(self) -> None:
        if self.board is not None:
            self.pane.draw(self.board, self.place.chart, self.place.label or Level.DESK.value)

    def on_resize(self) -> None:
        """Say as much as fits now."""
        self._head()

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Draw what the cursor is on now."""
        self.place.key = message.key
        self._draw()

    # --- what keys do ------------------------------------------------------------------------------------

    def is_offered(self, wanted: Command) -> bool:
        """Whoever sees what is theirs alone is not offered the board of others, nor is anybody what needs figures."""
        is_empty = self.board is not None and self.board.group.is_empty
        return self._may(wanted) and not (is_empty and wanted.id in _OF_FIGURES)

    def _may(self, wanted: Command) -> bool:
        return not (self.is_own and wanted.id in _OF_OTHERS)

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        if not self._may(wanted):
            return "Only a supervisor sees the board of others; this is yours."
        return super().why_not(wanted)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a group shows its figures, Enter on a number what is behind it."""
        if self.board is None or self.busy:
            return
        if isinstance(message.key, Scope):
            groups = self.board.groups(self.place.level)
            label = next(each.label for each in groups if each.scope == message.key)
            self.place.go_into(message.key, label)
            self.read_other()
        elif isinstance(message.key, str):
            self._open_rows(self.board, message.key)

    def _open_rows(self, board: Board, name: str) -> None:
        told, scope = tell(figure(name), board.group), board.group.scope
        title = f"{told.title}: {told.number:,}"
        self.app.push_screen(BehindNumber(title, figure(name), board.period, scope, told.number, self._opened))

    def _opened(self, row: BoardRow) -> None:
        """Open the customer of a row, with its case, on the desk; Esc there comes back to this number."""
        self.open_customer(row.customer_id, row.case_id)

    def do_board_desk(self) -> None:
        """The whole desk."""
        self._turn_to(Level.DESK)

    def do_board_kinds(self) -> None:
        """By kind of case."""
        self._turn_to(Level.KIND)

    def do_board_clerks(self) -> None:
        """By clerk."""
        self._turn_to(Level.CLERK)

    def do_board_turn(self) -> None:
        """The levels in turn."""
        levels = list(Level)
        self._turn_to(levels[(levels.index(self.place.level) + 1) % len(levels)])

    def _turn_to(self, level: Level) -> None:
        self.place.turn_to(level)
        self.read_other()

    def do_board_period(self) -> None:
        """Choose another period."""
        choose_period(self)

    def show_period(self, asked: str) -> None:
        """Show another period, the cursor where it is."""
        self.place.asked = asked
        self.read()

    def do_board_chart(self) -> None:
        """The charts in turn, where there is room for one."""
        self.place.chart = (self.place.chart + 1) % CHARTS
        self._draw()

    def do_board_export(self) -> None:
        """Save the board as a file."""
        export(self)

    def key_escape(self) -> None:
        """Esc is always back: from the figures of a group to the list of them, then to the desk."""
        if self.place.scope is not None and not self.is_own:
            self.place.go_back()
            self.read_other()
        else:
            self.leave()
