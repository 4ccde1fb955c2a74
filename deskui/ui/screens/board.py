"""The board: what was done in a period, at three levels; every number opens what is behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.reactive import Reactive

from deskui.commands import COMMANDS, Command, Needs, Where, command, keys_of
from deskui.domain.board.figures import figure, tell
from deskui.domain.board.groups import Level, Scope
from deskui.ui import day_counts
from deskui.ui.counter import Latest, later
from deskui.ui.dialogs.board.exporting import export
from deskui.ui.dialogs.board.period import choose_period
from deskui.ui.dialogs.board.rows import BehindNumber
from deskui.ui.dialogs.help import Help
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.board import head_line, title_words
from deskui.ui.panels.board_charts import CHARTS
from deskui.ui.screens.commanding import Commanding
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.board_pane import BoardPane
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.desk.board import Board
    from deskui.domain.board.groups import Group
    from deskui.domain.board.rows import BoardRow
    from deskui.domain.done import Done
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList

_OFFERED: Final = (
    ("open", "look behind it"),
    ("board_turn", ""),
    ("board_period", ""),
    ("board_chart", ""),
    ("board_export", ""),
    ("keys", ""),
    ("back", ""),
)
"""The keys in the last line, and what they are called here where that is not their usual name."""
_LEVELS: Final = {"board_desk": Level.DESK, "board_kinds": Level.KIND, "board_clerks": Level.CLERK}
_SHORT: Final = {Level.DESK: "desk", Level.KIND: "kinds", Level.CLERK: "clerks"}


def works_here(command: Command) -> bool:
    """Whether a command works on the board: what needs nothing, and what is its own."""
    return command.needs in (Needs.NOTHING, Needs.BOARD)


class BoardScreen(Commanding):
    """The board over the desk; it is read on the lane of long reads, so that nobody at the counter waits for it."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    AUTO_FOCUS = "#figures"
    BINDINGS = bindings(filter(works_here, COMMANDS))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__()
        self._desk, self.place = desk, desk.board_place
        self._reads = Latest()
        self._is_other_list = True
        self.board: Board | None = None
        """What was read last."""

    def compose(self) -> ComposeResult:
        """Status, level and period, the figures with the charts, keys."""
        yield StatusLine(id="status")
        yield LineView(id="whose")
        yield BoardPane(id="board")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Read the board, and again after every write."""
        self.app.changed.subscribe(self, self.on_changed)
        self._head()
        self.read()
        self.tick()
        self.set_interval(day_counts.EVERY, self.tick)
        offered = [replace(command(name), title=title or command(name).title) for name, title in _OFFERED]
        self.query_one(KeyBar).offer(offered[:-2], offered[-2:], self.app.overrides)

    # --- reading and painting ----------------------------------------------------------------------------

    @property
    def pane(self) -> BoardPane:
        """The figures and the charts."""
        return self.query_one(BoardPane)

    @property
    def busy(self) -> bool:
        """Whether the board is on its way; the next key is meant for what it will show."""
        return self._reads.pending

    def tick(self) -> None:
        """Keep the clock right."""
        self.query_one(StatusLine).tell(self.app.session, self.app.scene())

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        self.read()

    def read(self) -> None:
        """Ask for the board as it is now."""
        later(self.app.counter.report(self.place.read), self._reads.only(self._read))

    def _read(self, done: Future[Board]) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        self.board = done.result()
        self._paint(self.board)

    def _paint(self, board: Board) -> None:
        place, keep = self.place, not self._is_other_list
        self._is_other_list = False
        if place.lists_groups:
            self.pane.show_groups(board.groups(place.level), keep=keep)
        else:
            self.pane.show_figures(board.group, keep=keep)
        if not keep and place.key is not None:
            self.pane.list.point_at(place.key)
        place.key = self.pane.list.key
        part = "" if board.counted == 100 else f", {board.counted} % of all promises counted so far"
        self.pane.set_title(f"{title_words(place.level, place.label)}{part}")
        self._head()
        self._draw()

    def _head(self) -> None:
        is_own = self.board is not None and not self.board.kinds and self.place.label == "you"
        choices = [
            (self.app.key(name), _SHORT[level], level is self.place.level)
            for name, level in _LEVELS.items()
            if not is_own or level is Level.CLERK
        ]
        period = self.place.period(self.app.scene().today)
        told = (self.app.key("board_period"), self.place.asked, period)
        width = self.size.width or self.app.size.width
        self.query_one("#whose", LineView).show_lines([head_line(choices, told, width)])

    def _draw(self) -> None:
        if self.board is not None:
            self.pane.draw(self.board, self.place.chart, f"Charts: {self.place.label or Level.DESK.value}")

    def on_resize(self) -> None:
        """Say and draw as much as fits now."""
        self._head()
        self.call_after_refresh(self._draw)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Draw what the cursor is on now."""
        self.place.key = message.key
        self._draw()

    # --- what keys do ------------------------------------------------------------------------------------

    def why_not(self, command: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if works_here(command) else f"{command.title.capitalize()}: Enter on a number opens what is behind."

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a group shows its figures, Enter on a number what is behind it."""
        if self.board is None or self.busy:
            return
        if isinstance(message.key, Scope):
            groups = self.board.groups(self.place.level)
            self.place.go_into(message.key, self._label(groups, message.key))
            self._other_list()
        elif isinstance(message.key, str):
            self._open_rows(self.board.group, message.key)

    @staticmethod
    def _label(groups: tuple[Group, ...], scope: Scope) -> str:
        return next(each.label for each in groups if each.scope == scope)

    def opened_on(self) -> DeskScreen:
        """What is opened from here belongs to the desk below."""
        return self._desk

    def _open_rows(self, group: Group, name: str) -> None:
        told = tell(figure(name), group)
        title = f"{told.title}: {told.number:,}"
        period = self.place.period(self.app.scene().today)
        self.app.push_screen(BehindNumber(title, figure(name), period, group.scope, told.number, self._opened))

    def _opened(self, row: BoardRow) -> None:
        """Open the customer of a row, with its case, on the desk; Esc there comes back to this number."""
        self.leave()
        self._desk.open_customer(row.customer_id, row.case_id, came_from="board")

    def _other_list(self) -> None:
        self._is_other_list = True
        self.read()

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
        if self.place.label == "you":
            self.say("Only a supervisor sees the board of others; this is yours.", Role.WARN)
            return
        self.place.turn_to(level)
        self._other_list()

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
        if self.board is not None:
            export(self, self.board, self.place.label)

    def do_board(self) -> None:
        """The key that comes here goes back."""
        self.leave()

    def do_home(self) -> None:
        """Back to the desk."""
        self.leave()

    def do_find(self) -> None:
        """Look somebody up, on the desk."""
        self._on_the_desk("find")

    def do_due(self) -> None:
        """Show what is due."""
        self._on_the_desk("due")

    def do_calls(self) -> None:
        """Show whom to call."""
        self._on_the_desk("calls")

    def do_refresh(self) -> None:
        """Read everything again."""
        self.read()
        self.say("Read again")

    def do_keys(self) -> None:
        """Show what works here first."""
        self.app.push_screen(Help(self.why_not, self.app.overrides, Where.BOARD))

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says why."""
        found = [each for each in COMMANDS if event.key in keys_of(each, self.app.overrides)]
        if found and not any(each.fixed or works_here(each) for each in found):
            self.say(self.why_not(found[0]), Role.WARN)

    def key_escape(self) -> None:
        """Esc is always back: from the figures of a group to the list of them, then to the desk."""
        if self.place.scope is not None and self.place.label != "you":
            self.place.go_back()
            self._other_list()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to the desk as it was."""
        self.dismiss(None)

    def _on_the_desk(self, name: str) -> None:
        self.leave()
        self._desk.run_command(name)
