"""What is due: for me, for the whole desk, or for a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.commands import COMMANDS, IN_DUE, Command, Needs, Where
from deskui.ui.dialogs.due import choose_colleague, log, move, settle, works_on
from deskui.ui.dialogs.review.put_right import go_to, titles
from deskui.ui.dialogs.review.said import show_feedback
from deskui.ui.due_place import Whose
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.whose import counts_of, whose_line
from deskui.ui.screens.over_desk import OverDesk
from deskui.ui.widgets.due_pane import DuePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.staff import Employee
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList


_OFFERED: Final = (
    ("open", ""),
    ("settle", ""),
    ("feedback", "all feedback"),
    ("promises", "move"),
    ("log", "contact"),
    ("undo", ""),
    ("find", ""),
    ("keys", ""),
    ("back", ""),
)

_WAYS: Final = {
    "find": "finds a customer, to promise something or to plan a follow-up",
    "due_desk": "shows what is due for everybody",
}
"""What can be done where nothing is due."""


def works_here(command: Command) -> bool:
    """Whether a command works in the due list: what needs nothing, and what can be done to a row."""
    return command.needs in (Needs.NOTHING, Needs.DUE) or command.id in IN_DUE


class DueScreen(OverDesk["tuple[DueItem, ...]"]):
    """The due list over the desk; what is done from here is done to the row under the cursor."""

    AUTO_FOCUS = "#due"
    BINDINGS = bindings(each for each in COMMANDS if works_here(each))
    NAME, WHERE, OFFERED = "due", Where.DUE, _OFFERED

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__(desk)
        self.place = desk.due_place
        self._comes_back: object = None

    def works(self, wanted: Command) -> bool:
        """What needs nothing, and what can be done to a row."""
        return works_here(wanted)

    def beside(self) -> DuePane:
        """The list with the customer beside it."""
        return DuePane(id="dues")

    def titles(self) -> Mapping[str, str]:
        """What is to be fixed is gone to, or put right in another way; what was said is read."""
        item = self.pane.chosen if self._came else None
        if item is not None and item.feedback is not None:
            return {"open": "read", "settle": "seen"}
        return titles(None if item is None else item.fix)

    def is_offered(self, wanted: Command) -> bool:
        """Of what is done to a row, what can be done to the one under the cursor."""
        return works_on(self.pane.chosen if self._came else None, wanted.id)

    @property
    def pane(self) -> DuePane:
        """The list, and the customer beside it."""
        return self.query_one(DuePane)

    # --- reading and painting ----------------------------------------------------------------------------

    def question(self, desk: Desk) -> tuple[DueItem, ...]:
        """What is due of whoever it is."""
        return self.place.read(desk)

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed; what is taken back gets the cursor again."""
        if done.verb == "undo":
            self._comes_back, self.place.settled = self.place.settled, None
        self.read()

    def as_shown(self, answer: tuple[DueItem, ...]) -> object:
        """Overdue comes by the clock."""
        return answer, self.app.scene().now.replace(second=0, microsecond=0)

    def paint(self, answer: tuple[DueItem, ...], *, is_other: bool, waits: bool) -> None:
        """Show what is due, the cursor where it was, and the customer there."""
        place, scene = self.place, self.app.scene()
        if answer:
            self.pane.show(answer, scene, owners=place.whose is Whose.DESK, keep=not is_other)
        else:
            self.pane.show_nothing(place.of_whom, self._ways_out())
        self.pane.set_title(f"Due{place.of_whom or ' at this desk'}")
        keys = tuple(each.key for each in answer)
        if is_other and (back := place.nearest(keys)) is not None:
            self.pane.list.point_at(back)
        if self._comes_back in keys:
            self.pane.list.point_at(self._comes_back)
        self._comes_back = None
        place.key, place.order = self.pane.list.key, keys
        self.offer()
        names = ("due_mine", "due_desk", "due_colleague")
        choices = [(self.app.key(name), *each) for name, each in zip(names, place.choices(), strict=True)]
        self.say_whose(whose_line(choices, counts_of(answer, scene), self.app.size.width))
        self.pane.preview(again=waits)

    def _ways_out(self) -> list[tuple[str, str]]:
        shown_already = "due_desk" if self.place.whose is Whose.DESK else ""
        return [(self.app.key(each.id), _WAYS[each.id]) for each in COMMANDS if each.id in {*_WAYS} - {shown_already}]

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the customer the cursor is on now."""
        self.place.key = message.key
        self.offer()
        self.pane.preview(again=False)

    # --- what keys do ------------------------------------------------------------------------------------

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

    def on_item_list_chosen(self) -> None:
        """Enter on a row: read what was said, else open that customer with that case on the desk."""
        if (item := self.pane.chosen) is None:
            return
        if item.feedback is not None:
            show_feedback(self._desk, item.feedback.id)
            return
        then = None if (fix := item.fix) is None else lambda desk: go_to(desk, fix)
        self.open_customer(item.customer_id, item.case_id, then, reading=item.waits is not None)

    def _with_row(self, work: Callable[[DueScreen, DueItem], None]) -> None:
        if (item := self.pane.chosen) is not None:
            work(self, item)
        else:
            self.say("Nothing is due here that this could be done to.", Role.WARN)

    def turn_to(self, whose: Whose, colleague: Employee | None = None) -> None:
        """Show another list, from its top."""
        self.place.turn_to(whose, colleague)
        self.read_other()
