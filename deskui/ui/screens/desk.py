"""The desk: the lookup, and the customer it leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.reactive import Reactive

from deskui.commands import COMMANDS, Command, Needs
from deskui.errors import DeskError
from deskui.ui.counter import soon
from deskui.ui.dialogs import actions
from deskui.ui.lines import Role
from deskui.ui.screens.due_place import DuePlace
from deskui.ui.screens.finding import Finding
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.customer_pane import PANELS, CustomerPane
from deskui.ui.widgets.find_pane import FindPane
from deskui.ui.widgets.typing import LookupInput

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import CustomerView
    from deskui.ui.app import DeskApp
    from deskui.ui.widgets.item_list import ItemList
    from deskui.ui.widgets.typing import LineInput

_REASONS = {
    Needs.CUSTOMER: "Open a customer first: / and a few letters of the name.",
    Needs.CASE: "No case is open here; o opens one.",
    Needs.NOTE: "Put the cursor on a note first: 3 goes to the notes.",
    Needs.DUE: "That works in the due list; F2 goes there.",
}

_PAINTED: Final = 0.05
"""Seconds after which a customer is on the screen, and what is written down about that is in nobody's way."""


class DeskScreen(Finding):
    """Lookup above; below it who was found, or the customer who was opened."""

    app: DeskApp
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in any screen, but going to another panel does not paint the whole screen anew."""
    AUTO_FOCUS = "#lookup"
    BINDINGS = [
        Binding(",".join(command.keys), f"run('{command.id}')", command.title, id=command.id, show=False)
        for command in COMMANDS
        if not command.fixed
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self.view: CustomerView | None = None
        self._arrived: Customer | None = None
        self.due_place = DuePlace()
        self._is_other_pane = self._from_due = False
        self._loading = 0
        self._shown = 0

    def compose(self) -> ComposeResult:
        """Status, lookup, the two panes, keys."""
        yield StatusLine(id="status")
        yield LookupInput(self.typed, self.entered, id="lookup")
        yield FindPane(id="finding")
        yield CustomerPane(id="customer")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the recently opened customers as soon as the desk is open."""
        self.show_finding(True)
        self.app.changed.subscribe(self, self.on_changed)
        self.app.status_changed.subscribe(self, self.on_visit)
        self.typed("")
        self.tick()
        self.set_interval(5, self.tick)

    # --- the customer ------------------------------------------------------------------------------------

    def open_customer(
        self, customer_id: CustomerId, case_id: CaseId | None = None, *, from_due: bool = False
    ) -> None:
        """Put the customer on screen, with that case, once the one before may be left; `from_due` Esc goes there."""
        self._begin_visit()
        self.app.visiting.leave(lambda: self._open(customer_id, case_id, from_due), to=customer_id)

    def _open(self, customer_id: CustomerId, case_id: CaseId | None, from_due: bool) -> None:
        """Read the customer; an answer of the lookup still on its way does not undo that.

        What was said stays below the one it was said of.
        """
        if self.view is None or self.view.customer.id != customer_id:
            self.query_one(KeyBar).hush()
        self._from_due = from_due
        self._asked += 1
        self._answered, self._opens_when_found = self._asked, False
        self._load(customer_id, case_id, fresh=True)

    def _load(self, customer_id: CustomerId, case_id: CaseId | None, *, fresh: bool) -> None:
        self._loading += 1
        ticket = self._loading
        question = self.app.counter.ask(lambda desk: desk.customers.view(customer_id, case_id))
        soon(question, lambda done: self._loaded(ticket, done, fresh))

    def _loaded(self, ticket: int, done: Future[CustomerView], fresh: bool) -> None:
        if ticket != self._loading or not self.is_running:
            return
        self._shown = ticket
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        self.view = done.result()
        pane = self.query_one(CustomerPane)
        pane.show(self.view, self.app.scene(), fresh=fresh)
        if fresh:
            self.show_finding(False)
            pane.activate("case" if self.view.case is not None else "conversations")
            self._arrived = self.view.customer
            self.set_timer(_PAINTED, self._begin_visit)
        self._keys()

    def _begin_visit(self) -> None:
        """Write down who came, once they are painted, or before the next command."""
        customer, self._arrived = self._arrived, None
        if customer is not None:
            self.app.visiting.begin(customer)

    def on_visit(self, _changed: None) -> None:
        """Keep the visit with the customer it is of."""
        visit = self.app.visiting.visit
        if self.view is not None and (visit is None or visit.customer_id == self.view.customer.id):
            self.view = replace(self.view, visit=visit)

    @property
    def busy(self) -> bool:
        """Whether a customer is on the way; keys wait, since they are meant for that customer."""
        return self._opens_when_found or self._loading != self._shown

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        if self.view is not None and done.customer_id in (None, self.view.customer.id):
            case = done.subject if done.verb == "case.open" else self.view.case and self.view.case.id
            self._load(self.view.customer.id, case, fresh=False)  # type: ignore[arg-type]
        elif self.query_one(FindPane).display and self._loading == self._shown:
            self.typed(self.query_one(LookupInput).value)

    def on_item_list_end_neared(self, message: ItemList.EndNeared) -> None:
        """Fetch the next page of a long list."""
        if self.view is None or message.view.id not in ("history", "conversations"):
            return
        self.query_one(CustomerPane).fetch_more(message.view.id, self.view, self.app, whole=message.wants_all)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Look at the customer the cursor is on now."""
        if message.view.id == "results":
            self._preview()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row: open it."""
        if message.view.id == "results":
            self.entered()
        elif self.view is not None:
            actions.open_row(self, self.view, message.key)

    def on_line_input_cut(self, message: LineInput.Cut) -> None:
        """Say that not all of a paste fitted."""
        self.say(message.sentence, Role.WARN)

    # --- moving about ------------------------------------------------------------------------------------

    def show_finding(self, finding: bool) -> None:
        """Show who was found instead of the customer, or the other way round."""
        find, customer = self.query_one(FindPane), self.query_one(CustomerPane)
        if find.display != finding or customer.display == finding:
            find.display, customer.display = finding, not finding
            self._is_other_pane = True
        self._keys()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Paint everything when the other pane is shown: the toolkit compares with a map that may have it already."""
        if self._is_other_pane:
            self._is_other_pane = False
            self._compositor._dirty_regions.add(self.size.region)
        super()._refresh_layout(size, scroll)

    def action_back(self) -> None:
        """Esc: from the lookup to the customer, from a customer home or to the due list; what was typed stays."""
        box = self.query_one(LookupInput)
        if self.query_one(FindPane).display and self.view is not None:
            self.show_finding(False)
            self.set_focus(self.query_one(CustomerPane).panel("conversations"))
        elif box.has_focus and box.value:
            box.value = ""
        elif self.query_one(FindPane).display:
            self.set_focus(self.query_one("#results") if box.has_focus else box)
        elif self._from_due:
            self.app.visiting.leave(self._go_to_due)
        else:
            self.leave_customer()

    def leave_customer(self) -> None:
        """Go home, once the customer may be left: they are put away, and Esc does not bring them back."""
        self.app.visiting.leave(self._go_home)

    def _go_home(self) -> None:
        self.view = None
        self.app.visiting.end()
        self.run_command("find")

    def _go_to_due(self) -> None:
        self._go_home()
        self.run_command("due")

    def log_contact(self) -> None:
        """Go back to the customer from wherever the desk is, and log the contact with them."""
        self.show_finding(False)
        self.set_focus(self.pane.panel("conversations"))
        self.run_command("log")

    def key_escape(self) -> None:
        """Esc is always back."""
        self.action_back()

    def have(self) -> frozenset[Needs]:
        """What is on screen for commands to work on."""
        met = {Needs.NOTHING}
        if self.view is not None and not self.query_one(FindPane).display:
            met.add(Needs.CUSTOMER)
            if self.view.case is not None:
                met.add(Needs.CASE)
            if self.note_id() is not None:
                met.add(Needs.NOTE)
        return frozenset(met)

    def note_id(self) -> object:
        """The note under the cursor, when the notes have the focus."""
        panel = self.query_one(CustomerPane).panel("notes")
        key = panel.key if panel.has_focus else None
        return key[1] if isinstance(key, tuple) else None

    def why_not(self, command: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if command.needs in self.have() else _REASONS[command.needs]

    def action_run(self, name: str) -> None:
        """A key of the registry was pressed."""
        self.run_command(name)

    def run_command(self, name: str) -> None:
        """Carry out a command, or say why it does not work here."""
        self._begin_visit()
        command = next(each for each in COMMANDS if each.id == name)
        if reason := self.why_not(command):
            self.say(reason, Role.WARN)
            return
        try:
            actions.ACTIONS[name](self)
        except DeskError as error:
            self.app.report(error)

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something in the last line."""
        self.query_one(KeyBar).say(sentence, role)

    @property
    def at_home(self) -> bool:
        """Whether the lookup is shown instead of a customer."""
        return bool(self.query_one(FindPane).display)

    def show_case(self, case_id: CaseId | None) -> None:
        """Show that case of the customer on screen, read anew."""
        if self.view is not None:
            self._load(self.view.customer.id, case_id, fresh=False)

    @property
    def pane(self) -> CustomerPane:
        """The customer's panels."""
        return self.query_one(CustomerPane)

    def focus_panel(self, place: int) -> None:
        """Go to the panel with that number."""
        self.query_one(CustomerPane).activate(PANELS[place - 1])

    def step_panel(self, step: int) -> None:
        """Go to the next panel by number, round and round."""
        names = [each.id for each in self.query(".panel") if each.has_focus]
        place = PANELS.index(names[0] or "") if names else -step
        self.pane.activate(PANELS[(place + step) % len(PANELS)])

    def _keys(self) -> None:
        self.query_one(KeyBar).keys(self.have(), self.app.overrides)

    def tick(self) -> None:
        """Keep the clock right, see an empty shop fill up, and use the quiet moment."""
        self.query_one(StatusLine).tell(self.app.session, self.app.scene())
        if (
            self.at_home
            and not self._hits
            and not self.query_one(LookupInput).value
            and self._answered == self._asked
        ):
            self.typed("")
        self.app.idle()
