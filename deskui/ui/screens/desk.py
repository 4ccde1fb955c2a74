"""The desk: the lookup, and the customer it leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.reactive import Reactive

from deskui.commands import COMMANDS, Command, Needs
from deskui.ui import day_counts
from deskui.ui.board_place import BoardPlace
from deskui.ui.counter import Latest, soon
from deskui.ui.dialogs.rows import enter_does, open_row
from deskui.ui.due_place import CallPlace, DuePlace
from deskui.ui.half_typed import half_typed, tell_half_typed
from deskui.ui.lines import Role
from deskui.ui.openers import bindings
from deskui.ui.panels.merging import merged_words
from deskui.ui.screens.going_about import GoingAbout
from deskui.ui.screens.reasons import on_row, reason
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.customer_pane import CustomerPane
from deskui.ui.widgets.find_pane import FindPane
from deskui.ui.widgets.typing import LookupInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.lookup import Hit
    from deskui.domain.pages import CustomerView
    from deskui.ui.counter import Awaited
    from deskui.ui.widgets.item_list import ItemList
    from deskui.ui.widgets.typing import LineInput

_PAINTED: Final = 0.05
"""Seconds after which a customer is on the screen, and what is written down about that is in nobody's way."""


class DeskScreen(GoingAbout):
    """Lookup above; below it who was found, or the customer who was opened."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in any screen, but going to another panel does not paint the whole screen anew."""
    AUTO_FOCUS = "#lookup"
    BINDINGS = bindings(COMMANDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self.view: CustomerView | None = None
        self.due_place, self.call_place, self.board_place = DuePlace(), CallPlace(), BoardPlace()
        self.came_from: Callable[[DeskScreen], object] | None = None
        self._sought: Hit | None = None
        self._is_reading = False
        self._then: Callable[[DeskScreen], object] | None = None
        self._arrived: CustomerView | None = None
        self._has_looked_for_drafts = False
        self._reads = Latest()
        self._wanted: tuple[CustomerId, CaseId | None, bool] | None = None

    def compose(self) -> ComposeResult:
        """Status, lookup, the two panes, keys."""
        yield StatusLine(id="status")
        yield LookupInput(self.typed, self.entered, id="lookup")
        yield FindPane(self, id="finding")
        yield CustomerPane(id="customer")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the recently opened customers as soon as the desk is open."""
        self.show_finding(True)
        self.app.changed.subscribe(self, self.on_changed)
        self.app.status_changed.subscribe(self, self.on_visit)
        self.typed("")
        self.tick()
        self.set_interval(day_counts.EVERY, self.tick)

    def typed(self, text: str) -> None:
        """Look up what stands in the box; what was said before is over with the first letter."""
        if text:
            self.query_one(KeyBar).hush()
        self.find.look_up(text)

    def entered(self) -> None:
        """Open the customer under the cursor, or add one when nobody was found."""
        self.find.enter()

    def add_customer(self) -> None:
        """Add whom nobody found."""
        self.run_command("new_customer")

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the lookup box."""
        if self.box.has_focus and self.at_home:
            self.find.move(event.key)

    def on_line_input_cut(self, message: LineInput.Cut) -> None:
        """Say that not all of a paste fitted."""
        self.say(message.sentence, Role.WARN)

    @property
    def kept_in_view(self) -> int:
        """Down to the last line of the customer's header."""
        return 0 if self.view is None or self.at_home else self.query_one("#header").region.bottom

    @property
    def shown(self) -> CustomerView:
        """The customer on screen, for what the registry lets through only when there is one."""
        assert self.view is not None, "the registry lets no command through without a customer that needs one"
        return self.view

    @property
    def case(self) -> Case:
        """The case on screen, for what the registry lets through only when there is one."""
        assert self.shown.case is not None, "the registry lets no command through without a case that needs one"
        return self.shown.case

    def open_customer(
        self,
        customer_id: CustomerId,
        case_id: CaseId | None = None,
        *,
        came_from: Callable[[DeskScreen], object] | None = None,
        sought: Hit | None = None,
        then: Callable[[DeskScreen], object] | None = None,
        reading: bool = False,
    ) -> None:
        """Put the customer on screen, with that case, once the one before may be left.

        `came_from` is the way that Esc goes back; the cursor goes to the number, order or benefit by which they were
        `sought`. Once they are on screen, `then` is done. `reading` is whether they are not here themselves.
        """
        self.begin_visit()
        self._sought, self._then, self._is_reading = sought, then, reading
        self.app.visiting.leave(lambda: self._open(customer_id, case_id, came_from), to=customer_id)

    def _open(
        self, customer_id: CustomerId, case_id: CaseId | None, came_from: Callable[[DeskScreen], object] | None
    ) -> None:
        """Read the customer; what was said stays below the one it was said of."""
        if self.view is None or self.view.customer.id != customer_id:
            self.query_one(KeyBar).hush()
        self.came_from = came_from
        if came_from is not None:
            self.box.value = ""  # what was looked for is not who comes now
        self.find.put_off()
        self._read(customer_id, case_id, fresh=True)

    def show_case(self, case_id: CaseId | None) -> None:
        """Show that case of the customer on screen, read anew."""
        if self.view is not None:
            self._read(self.view.customer.id, case_id, fresh=False)

    def read_again(self) -> None:
        """Read anew who is on screen, or who is on the way: that was asked for later."""
        if self._reads.pending and self._wanted is not None:
            customer_id, case_id, fresh = self._wanted
            self._read(customer_id, case_id, fresh=fresh)
        elif self.view is not None:
            self.show_case(None if self.view.case is None else self.view.case.id)

    def _read(self, customer_id: CustomerId, case_id: CaseId | None, *, fresh: bool) -> None:
        self._wanted = customer_id, case_id, fresh
        question = self.app.counter.ask(lambda desk: desk.customers.view(customer_id, case_id))
        came: Awaited[CustomerView] = self._reads.only(lambda done: self._came(done, customer_id, fresh))
        soon(question, came)

    def lands(self, before: CustomerId, now: CustomerId | None) -> None:
        """Two customers are one, `now`, and `before` was on screen: show that one."""
        if now is not None and self.view is not None and self.view.customer.id == before:
            self._read(now, None if self.view.case is None else self.view.case.id, fresh=False)

    def _came(self, done: Future[CustomerView], asked: CustomerId, fresh: bool) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        before, self.view = self.view, done.result()
        self._follow_merges(before, self.view, asked)
        self.pane.show(self.view, self.app.scene(), fresh=fresh, sought=self._sought)
        if fresh:
            self.show_finding(False)
            self.pane.activate("case" if self.view.case is not None else "conversations")
            void = self.pane.point_at_sought(self._sought)
            self._arrived = self.view
            self.set_timer(_PAINTED, self.begin_visit)
            if kept := half_typed(self.app, self.view.customer.number):
                self.say(f"Half-typed: {kept}", Role.QUIET)
            if void:
                self.say(void, Role.BAD)
            if (then := self._then) is not None:
                self._then = None
                then(self)
        self.show_keys()

    def _follow_merges(self, before: CustomerView | None, view: CustomerView, asked: CustomerId) -> None:
        """What is half typed about those merged into the customer is theirs now, and so is a visit that goes on."""
        who = view.customer
        for each in view.known.merged:
            self.app.drafts.follow(self.app.place, each.number, who)
            if before is not None and before.customer.id == each.gone:
                self.app.visiting.becomes(each.gone, who)
        went = next((each for each in view.known.merged if each.gone == asked), None)
        if went is not None:
            self.say(f"{went.number} is {who.number} now: {merged_words(went, self.app.scene())}", Role.QUIET)

    def begin_visit(self) -> None:
        """Write down who came, once they are painted, or before the next command."""
        arrived, self._arrived = self._arrived, None
        if arrived is not None:
            self.app.visiting.begin(arrived.customer, arrived.known.last_contact, reading=self._is_reading)

    def on_visit(self, _changed: None) -> None:
        """Keep the visit with the customer it is of."""
        visit = self.app.visiting.visit
        if self.view is not None and (visit is None or visit.customer_id == self.view.customer.id):
            self.view = replace(self.view, visit=visit)

    @property
    def busy(self) -> bool:
        """Whether a customer is on the way; keys wait, since they are meant for that customer."""
        return self.find.opens_when_found or self._reads.pending

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        if self.view is not None and done.customer_id in (None, self.view.customer.id):
            self.read_again()
        elif self.at_home and not self._reads.pending:
            self.typed(self.box.value)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the customer the cursor is on now; on notes and other rows other keys work."""
        if message.view.id == "results":
            self.find.preview()
        else:
            self.show_keys()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row: open it."""
        if self.view is not None:
            open_row(self, message.key)

    def on_descendant_focus(self) -> None:
        """Other keys work in a panel than in the lookup box."""
        self.show_keys()

    # --- what is shown -----------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show the keys that work now."""
        typing = self.box.has_focus
        enter = "open" if typing and self.find.hits else enter_does(self, self.row)
        self.query_one(KeyBar).keys(self.have(), self.app.overrides, enter=enter, typing=typing)

    def have(self) -> frozenset[Needs]:
        """What is on screen for commands to work on."""
        met = {Needs.NOTHING}
        if self.view is not None and not self.at_home:
            met.add(Needs.CUSTOMER)
            if self.view.case is not None:
                met.add(Needs.CASE)
            met.update(on_row(self.row_kind))
        return frozenset(met)

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        if wanted.needs in self.have():
            return ""
        return reason(wanted.needs, self.app.key)

    def run_command(self, name: str) -> None:
        """Carry out a command, or say why it does not work here; whoever came is written down before it."""
        self.begin_visit()
        super().run_command(name)

    def tick(self) -> None:
        """Keep the clock right, see an empty shop fill up, and use the quiet moment."""
        self.query_one(StatusLine).tell(self.app.session, self.app.scene())
        if not self._has_looked_for_drafts and self.app.place.rpartition(":")[2] != "0":
            self._has_looked_for_drafts = True
            self.run_worker(tell_half_typed(self.app))
        if self.at_home and not self.find.hits and not self.box.value and not self.find.pending:
            self.typed("")
        self.app.idle()
