"""What is due: for me, for the whole desk, or for a colleague."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.reactive import Reactive

from deskui.commands import COMMANDS, IN_DUE, Command, Needs, Where, command, keys_of
from deskui.errors import DeskError
from deskui.ui import day_counts
from deskui.ui.counter import soon
from deskui.ui.dialogs.due import choose_colleague, log, move, settle
from deskui.ui.dialogs.help import Help
from deskui.ui.dialogs.review.put_right import go_to, titles
from deskui.ui.due_place import Whose
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.whose import counts_of, whose_line
from deskui.ui.screens.commanding import Commanding
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.due_pane import DuePane
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.domain.done import Done
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.staff import Employee
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList


_OFFERED: Final = (
    ("open", ""),
    ("settle", ""),
    ("promises", "move"),
    ("log", "contact"),
    ("undo", ""),
    ("find", ""),
    ("keys", ""),
    ("back", ""),
)
"""The keys in the last line, and what they are called here where that is not their usual name."""

_WAYS: Final = {
    "find": "finds a customer, to promise something or to plan a follow-up",
    "due_desk": "shows what is due for everybody",
}
"""What can be done where nothing is due."""


def works_here(command: Command) -> bool:
    """Whether a command works in the due list: what needs nothing, and what can be done to a row."""
    return command.needs in (Needs.NOTHING, Needs.DUE) or command.id in IN_DUE


class DueScreen(Commanding):
    """The due list over the desk; what is done from here is done to the row under the cursor."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    AUTO_FOCUS = "#due"
    BINDINGS = bindings(each for each in COMMANDS if works_here(each))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__()
        self._desk, self.place = desk, desk.due_place
        self._asked = self._waited_for = self._came = 0
        self._is_other_list = True
        self._comes_back: object = None
        self._offered: list[Command] = []
        self._painted: tuple[tuple[DueItem, ...], datetime] | None = None

    def compose(self) -> ComposeResult:
        """Status, whose list it is, the list with the customer beside it, keys."""
        yield StatusLine(id="status")
        yield LineView(id="whose")
        yield DuePane(id="dues")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show what is due, and look again now and then: overdue comes by the clock, and others write too."""
        self.app.changed.subscribe(self, self.on_changed)
        self.read()
        self._clock()
        self.set_interval(day_counts.EVERY, self.tick)
        self._offer()

    def _offer(self) -> None:
        """The keys in the last line, as they work on the row under the cursor."""
        item = self.pane.chosen if self._came else None
        there = titles(None if item is None else item.fix)
        named = [(command(name), there.get(name) or title) for name, title in _OFFERED]
        offered = [replace(each, title=title or each.title) for each, title in named]
        if offered != self._offered:
            self._offered = offered
            self.query_one(KeyBar).offer(offered[:-2], offered[-2:], self.app.overrides)

    # --- reading and painting ----------------------------------------------------------------------------

    @property
    def pane(self) -> DuePane:
        """The list, and the customer beside it."""
        return self.query_one(DuePane)

    @property
    def busy(self) -> bool:
        """Whether the list is being read after a key; the next key is meant for what it will show."""
        return self._came < self._waited_for

    def tick(self) -> None:
        """Keep the clock right, and in a quiet moment the list."""
        self._clock()
        if self.app.quiet_for() > 1 and not self.busy:
            self.read(waits=False)

    def _clock(self) -> None:
        self.query_one(StatusLine).tell(self.app.session, self.app.scene())

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed; what is taken back gets the cursor again."""
        if done.verb == "undo":
            self._comes_back, self.place.settled = self.place.settled, None
        self.read()

    def read(self, *, waits: bool = True) -> None:
        """Ask for the list as it is now; `waits` when keys are meant for the answer."""
        self._asked += 1
        ticket = self._asked
        if waits:
            self._waited_for = ticket
        soon(self.app.counter.ask(self.place.read), lambda done: self._read(ticket, done, waits))

    def _read(self, ticket: int, done: Future[tuple[DueItem, ...]], waits: bool) -> None:
        if ticket != self._asked or not self.is_running:
            return
        self._came = ticket
        if (error := done.exception()) is None:
            painted = (done.result(), self.app.scene().now.replace(second=0, microsecond=0))
            if waits or painted != self._painted:
                self._painted = painted
                self._paint(done.result())
                self.pane.preview(again=waits)
        elif waits or not isinstance(error, DeskError):
            self.app.report(error)

    def _paint(self, items: tuple[DueItem, ...]) -> None:
        place, scene, fresh = self.place, self.app.scene(), self._is_other_list
        self._is_other_list = False
        if items:
            self.pane.show(items, scene, owners=place.whose is Whose.DESK, keep=not fresh)
        else:
            self.pane.show_nothing(place.of_whom, self._ways_out())
        self.pane.set_title(f"Due{place.of_whom or ' at this desk'}")
        keys = tuple(each.key for each in items)
        if fresh and (back := place.nearest(keys)) is not None:
            self.pane.list.point_at(back)
        if self._comes_back in keys:
            self.pane.list.point_at(self._comes_back)
        self._comes_back = None
        place.key, place.order = self.pane.list.key, keys
        self._offer()
        names = ("due_mine", "due_desk", "due_colleague")
        choices = [(self.app.key(name), *each) for name, each in zip(names, place.choices(), strict=True)]
        line = whose_line(choices, counts_of(items, scene), self.app.size.width)
        self.query_one("#whose", LineView).show_lines([line])

    def _ways_out(self) -> list[tuple[str, str]]:
        shown_already = "due_desk" if self.place.whose is Whose.DESK else ""
        return [(self.app.key(each.id), _WAYS[each.id]) for each in COMMANDS if each.id in {*_WAYS} - {shown_already}]

    def on_resize(self) -> None:
        """Say the counts as the new width allows, and show the customer where there is room now."""
        if self._came:
            self.call_after_refresh(self.read)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the customer the cursor is on now."""
        self.place.key = message.key
        self._offer()
        self.pane.preview(again=False)

    # --- what keys do ------------------------------------------------------------------------------------

    def why_not(self, command: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if works_here(command) else f"{command.title.capitalize()}: Enter opens the customer first."

    def opened_on(self) -> DeskScreen:
        """What is opened from here belongs to the desk below."""
        return self._desk

    def do_due(self) -> None:
        """The key that comes here goes back."""
        self.leave()

    def do_calls(self) -> None:
        """To the call list."""
        self._on_the_desk("calls")

    def do_home(self) -> None:
        """Back to the desk."""
        self.leave()

    def do_board(self) -> None:
        """Show the board, over the desk."""
        self._on_the_desk("board")

    def do_find(self) -> None:
        """Look somebody up, on the desk."""
        self._on_the_desk("find")

    def do_new_customer(self) -> None:
        """Add a customer, on the desk."""
        self._on_the_desk("new_customer")

    def do_refresh(self) -> None:
        """Read everything again."""
        self.read()
        self.say("Read again")

    def do_keys(self) -> None:
        """Show what works here first."""
        self.app.push_screen(Help(self.why_not, self.app.overrides, Where.DUE))

    def do_due_mine(self) -> None:
        """Show what is due for me."""
        self.turn_to(Whose.MINE)

    def do_due_desk(self) -> None:
        """Show what is due for everybody."""
        self.turn_to(Whose.DESK)

    def do_due_colleague(self) -> None:
        """Show what is due for a colleague."""
        choose_colleague(self)

    def do_due_turn(self) -> None:
        """Mine and everybody's in turn."""
        self.turn_to(Whose.DESK if self.place.whose is Whose.MINE else Whose.MINE)

    def do_settle(self) -> None:
        """Settle the row under the cursor."""
        self._with_row(settle)

    def do_promises(self) -> None:
        """Another time for the row under the cursor."""
        self._with_row(move)

    def do_log(self) -> None:
        """Log the call to the customer of the row under the cursor."""
        self._with_row(log)

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says why."""
        found = [each for each in COMMANDS if event.key in keys_of(each, self.app.overrides)]
        if found and not any(each.fixed or works_here(each) for each in found):
            self.say(self.why_not(found[0]), Role.WARN)

    def key_escape(self) -> None:
        """Esc is always back."""
        self.leave()

    def leave(self) -> None:
        """Go back to the desk as it was."""
        self.dismiss(None)

    def _on_the_desk(self, name: str) -> None:
        self.leave()
        self._desk.run_command(name)

    def on_item_list_chosen(self) -> None:
        """Enter on a row: open that customer with that case on the desk."""
        if (item := self.pane.chosen) is not None:
            self.leave()
            then = None if (fix := item.fix) is None else lambda desk: go_to(desk, fix)
            self._desk.open_customer(item.customer_id, item.case_id, came_from="due", then=then)

    def _with_row(self, work: Callable[[DueScreen, DueItem], None]) -> None:
        if (item := self.pane.chosen) is not None:
            work(self, item)
        else:
            self.say("Nothing is due here that this could be done to.", Role.WARN)

    def turn_to(self, whose: Whose, colleague: Employee | None = None) -> None:
        """Show another list, from its top."""
        self.place.turn_to(whose, colleague)
        self._is_other_list = True
        self.read()
