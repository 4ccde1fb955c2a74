"""The call list: whom to call for their own sake, the person beside it, and what came of each call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.commands import COMMANDS, IN_CALLS, Command, Needs, Where
from deskui.ui.dialogs.outreach.call import log_call, skip_call
from deskui.ui.dialogs.outreach.rules import show_rules
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.calls import Ways, calls_line
from deskui.ui.screens.over_desk import OverDesk
from deskui.ui.widgets.call_pane import CallPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.calls import CallList
    from deskui.desk.desk import Desk
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


def works_here(wanted: Command) -> bool:
    """Whether a command works in the call list: what needs nothing, and what can be done to a row."""
    return wanted.needs in (Needs.NOTHING, Needs.CALLS) or wanted.id in IN_CALLS


class CallScreen(OverDesk["CallList"]):
    """The call list over the desk; what is done from here is done to the row under the cursor."""

    AUTO_FOCUS = "#call-list"
    BINDINGS = bindings(each for each in COMMANDS if works_here(each))
    NAME, WHERE, OFFERED = "calls", Where.CALLS, _OFFERED

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__(desk)
        self.place = desk.call_place

    def works(self, wanted: Command) -> bool:
        """What needs nothing, and what can be done to a row."""
        return works_here(wanted)

    def beside(self) -> CallPane:
        """The list with the person."""
        return CallPane(id="calls")

    @property
    def pane(self) -> CallPane:
        """The list, and the person."""
        return self.query_one(CallPane)

    # --- reading and painting ----------------------------------------------------------------------------

    def question(self, desk: Desk) -> CallList:
        """Whom I am to call, or anybody."""
        return desk.outreach.list(desk.session.employee if self.place.is_mine else None)

    def paint(self, answer: CallList, *, is_other: bool, waits: bool) -> None:
        """Show whom to call, and what the day brought."""
        place = self.place
        tally = answer.mine if place.is_mine else answer.desk
        if answer.calls:
            self.pane.show(answer, self.app.scene(), owners=not place.is_mine, keep=not is_other)
        else:
            self.pane.show_nobody(answer, self._ways(), tally)
        self.pane.set_title(f"Call list{' for you' if place.is_mine else ' of this desk'}")
        keys = tuple(("call", each.customer_id) for each in answer.calls)
        if is_other and (back := place.nearest(keys)) is not None:
            self.pane.list.point_at(back)
            self.pane.preview()
        place.key, place.order = self.pane.list.key, keys
        shown = (("calls_mine", "mine", place.is_mine), ("calls_desk", "the desk", not place.is_mine))
        choices = [(self.app.key(name), words, is_shown) for name, words, is_shown in shown]
        self.say_whose(calls_line(choices, tally, len(answer.calls), self.app.size.width))

    def _ways(self) -> Ways:
        key = self.app.key
        return Ways(key("call_rules"), key("find"), key("calls_desk") if self.place.is_mine else "")

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the person the cursor is on now."""
        self.place.key = message.key
        self.pane.preview()

    # --- what keys do ------------------------------------------------------------------------------------

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

    def on_item_list_chosen(self) -> None:
        """Enter on a row: open that customer on the desk; Esc comes back here."""
        if (call := self.pane.chosen) is not None:
            self.open_customer(call.customer_id)

    def _with_row(self, work: Callable[[CallScreen, Call], None]) -> None:
        if (call := self.pane.chosen) is not None:
            work(self, call)
        else:
            self.say("Nobody is listed here that this could be done to.", Role.WARN)

    def turn_to(self, *, is_mine: bool) -> None:
        """Show another list, from its top."""
        self.place.turn_to(is_mine)
        self.read_other()
