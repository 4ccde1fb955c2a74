"""The call list: whom to call for their own sake, the person beside it, and what came of each call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.reactive import Reactive

from deskui.commands import COMMANDS, IN_CALLS, Command, Needs, Where, command, keys_of
from deskui.errors import DeskError
from deskui.ui import day_counts
from deskui.ui.counter import soon
from deskui.ui.dialogs.help import Help
from deskui.ui.dialogs.outreach.call import log_call, skip_call
from deskui.ui.dialogs.outreach.rules import show_rules
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.calls import Ways, calls_line
from deskui.ui.screens.commanding import Commanding
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.call_pane import CallPane
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.desk.calls import CallList
    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.outreach.call_list import Call
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList

_OFFERED: Final = (
    ("open", ""),
    ("log", "log the call"),
    ("skip_call", ""),
    ("undo", ""),
    ("call_rules", ""),
    ("find", ""),
    ("keys", ""),
    ("back", ""),
)
"""The keys in the last line, and what they are called here where that is not their usual name."""


def works_here(wanted: Command) -> bool:
    """Whether a command works in the call list: what needs nothing, and what can be done to a row."""
    return wanted.needs in (Needs.NOTHING, Needs.CALLS) or wanted.id in IN_CALLS


class CallScreen(Commanding):
    """The call list over the desk; what is done from here is done to the row under the cursor."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    AUTO_FOCUS = "#call-list"
    BINDINGS = bindings(each for each in COMMANDS if works_here(each))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__()
        self._desk, self.place = desk, desk.call_place
        self._asked = self._waited_for = self._came = 0
        self._is_other_list = True
        self._painted: CallList | None = None

    def compose(self) -> ComposeResult:
        """Status, whose list it is and what the day brought, the list with the person, keys."""
        yield StatusLine(id="status")
        yield LineView(id="whose")
        yield CallPane(id="calls")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show whom to call, and look again now and then: hours come by the clock, and others call too."""
        self.app.changed.subscribe(self, self.on_changed)
        self.read()
        self._clock()
        self.set_interval(day_counts.EVERY, self.tick)
        offered = [replace(command(name), title=title or command(name).title) for name, title in _OFFERED]
        self.query_one(KeyBar).offer(offered[:-2], offered[-2:], self.app.overrides)

    # --- reading and painting ----------------------------------------------------------------------------

    @property
    def pane(self) -> CallPane:
        """The list, and the person."""
        return self.query_one(CallPane)

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

    def on_changed(self, _done: Done) -> None:
        """Read again what a write may have changed."""
        self.read()

    def read(self, *, waits: bool = True) -> None:
        """Ask for the list as it is now; `waits` when keys are meant for the answer."""
        self._asked += 1
        ticket = self._asked
        if waits:
            self._waited_for = ticket
        soon(self.app.counter.ask(self._list), lambda done: self._read(ticket, done, waits))

    def _list(self, desk: Desk) -> CallList:
        return desk.outreach.list(desk.session.employee if self.place.is_mine else None)

    def _read(self, ticket: int, done: Future[CallList], waits: bool) -> None:
        if ticket != self._asked or not self.is_running:
            return
        self._came = ticket
        if (error := done.exception()) is None:
            if waits or done.result() != self._painted:
                self._painted = done.result()
                self._paint(done.result())
        elif waits or not isinstance(error, DeskError):
            self.app.report(error)

    def _paint(self, found: CallList) -> None:
        place, fresh = self.place, self._is_other_list
        self._is_other_list = False
        tally = found.mine if place.is_mine else found.desk
        if found.calls:
            self.pane.show(found, self.app.scene(), owners=not place.is_mine, keep=not fresh)
        else:
            self.pane.show_nobody(found, self._ways(), tally)
        self.pane.set_title(f"Call list{' for you' if place.is_mine else ' of this desk'}")
        keys = tuple(("call", each.customer_id) for each in found.calls)
        if fresh and (back := place.nearest(keys)) is not None:
            self.pane.list.point_at(back)
            self.pane.preview()
        place.key, place.order = self.pane.list.key, keys
        shown = (("calls_mine", "mine", place.is_mine), ("calls_desk", "the desk", not place.is_mine))
        choices = [(self.app.key(name), words, is_shown) for name, words, is_shown in shown]
        line = calls_line(choices, tally, len(found.calls), self.app.size.width)
        self.query_one("#whose", LineView).show_lines([line])

    def _ways(self) -> Ways:
        key = self.app.key
        return Ways(key("call_rules"), key("find"), key("calls_desk") if self.place.is_mine else "")

    def on_resize(self) -> None:
        """Say what the new width allows."""
        if self._came:
            self.call_after_refresh(self.read)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the person the cursor is on now."""
        self.place.key = message.key
        self.pane.preview()

    # --- what keys do ------------------------------------------------------------------------------------

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if works_here(wanted) else f"{wanted.title.capitalize()}: Enter opens the customer first."

    def opened_on(self) -> DeskScreen:
        """What is opened from here belongs to the desk below."""
        return self._desk

    def do_calls(self) -> None:
        """The key that comes here goes back."""
        self.leave()

    def do_home(self) -> None:
        """Back to the desk."""
        self.leave()

    def do_due(self) -> None:
        """To the due list."""
        self._on_the_desk("due")

    def do_board(self) -> None:
        """To the board."""
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
        self.app.push_screen(Help(self.why_not, self.app.overrides, Where.CALLS))

    def do_calls_mine(self) -> None:
        """Whom I am to call."""
        self.turn_to(is_mine=True)

    def do_calls_desk(self) -> None:
        """Whom anybody is to call."""
        self.turn_to(is_mine=False)

    def do_calls_turn(self) -> None:
        """Mine and everybody's in turn."""
        self.turn_to(is_mine=not self.place.is_mine)

    def do_log(self) -> None:
        """Take the row, and log what came of the call."""
        self._with_row(log_call)

    def do_skip_call(self) -> None:
        """Take the row off the list, with a reason."""
        self._with_row(skip_call)

    def do_call_rules(self) -> None:
        """Show the rules that fill the list."""
        show_rules(self.app)

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
        """Enter on a row: open that customer on the desk; Esc comes back here."""
        if (call := self.pane.chosen) is not None:
            self.leave()
            self._desk.open_customer(call.customer_id, came_from="calls")

    def _with_row(self, work: Callable[[CallScreen, Call], None]) -> None:
        if (call := self.pane.chosen) is not None:
            work(self, call)
        else:
            self.say("Nobody is listed here that this could be done to.", Role.WARN)

    def turn_to(self, *, is_mine: bool) -> None:
        """Show another list, from its top."""
        self.place.turn_to(is_mine)
        self._is_other_list = True
        self.read()
