"""Going about the desk: to the lookup, from panel to panel, from case to case, back and home."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from deskui.ui.lines import Role
from deskui.ui.screens.commanding import Commanding
from deskui.ui.widgets.customer_pane import PANELS, CustomerPane
from deskui.ui.widgets.find_pane import FindPane
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.typing import LookupInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.geometry import Size

    from deskui.domain.ids import CaseId
    from deskui.domain.pages import CustomerView
    from deskui.ui.counter import Latest
    from deskui.ui.screens.desk import DeskScreen


class GoingAbout(Commanding):
    """The commands that lead from one place of the desk to another."""

    view: CustomerView | None
    came_from: Callable[[DeskScreen], object] | None
    _reads: Latest
    _has_looked_for_drafts: bool

    _is_other_pane = False
    _after_logging: Callable[[], object] | None = None

    @abstractmethod
    def show_case(self, case_id: CaseId | None) -> None:
        """Show that case of the customer on screen, read anew."""

    @abstractmethod
    def read_again(self) -> None:
        """Read anew who is on screen."""

    @abstractmethod
    def show_keys(self) -> None:
        """Show the keys that work now."""

    @property
    def box(self) -> LookupInput:
        """The lookup box."""
        return self.query_one(LookupInput)

    @property
    def find(self) -> FindPane:
        """Who was found."""
        return self.query_one(FindPane)

    @property
    def pane(self) -> CustomerPane:
        """The customer's panels."""
        return self.query_one(CustomerPane)

    @property
    def at_home(self) -> bool:
        """Whether the lookup is shown instead of a customer."""
        return bool(self.find.display)

    @property
    def typed_text(self) -> str:
        """What stands in the lookup while it is shown."""
        return self.box.value if self.at_home else ""

    def show_finding(self, finding: bool) -> None:
        """Show who was found instead of the customer, or the other way round."""
        if self.find.display == finding and self.pane.display != finding:
            return
        self.find.display, self.pane.display = finding, not finding
        self._is_other_pane = True
        self.show_keys()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Paint everything when the other pane is shown: the toolkit compares with a map that may have it already."""
        if self._is_other_pane:
            self._is_other_pane = False
            self._compositor._dirty_regions.add(self.size.region)
        super()._refresh_layout(size, scroll)

    @property
    def row(self) -> object:
        """The key of the row under the cursor, in the list that has the focus."""
        return next((each.key for each in self.query(ItemList) if each.has_focus), None)

    @property
    def row_kind(self) -> str:
        """What that row is, such as `note`; empty where it is none that has a kind."""
        return str(self.row[0]) if isinstance(self.row, tuple) else ""

    def row_id(self, kind: str) -> Any:
        """The id in the key of that row where it is of that kind, else None."""
        return self.row[1] if isinstance(self.row, tuple) and self.row[0] == kind else None

    def read_anew(self) -> None:
        """Read all that is shown for somebody else who is there now: private notes are not everybody's."""
        self.read_again()
        if self.at_home:
            self.find.look_up(self.box.value)
        self._has_looked_for_drafts = False

    def forget(self) -> None:
        """Show nobody: who was on screen could not be read for whoever is there now."""
        self._reads.forget()
        self.view = None
        self.show_finding(True)

    def do_find(self) -> None:
        """Put the cursor into the lookup, with what stands there selected."""
        self.set_focus(self.box)
        self.box.action_select_all()
        self.find.look_up(self.box.value)

    def do_panel_1(self) -> None:
        """Go to the history."""
        self.pane.activate(PANELS[0])

    def do_panel_2(self) -> None:
        """Go to the conversations."""
        self.pane.activate(PANELS[1])

    def do_panel_3(self) -> None:
        """Go to the notes."""
        self.pane.activate(PANELS[2])

    def do_panel_4(self) -> None:
        """Go to the case."""
        self.pane.activate(PANELS[3])

    def do_next_panel(self) -> None:
        """Go to the next panel by number, round and round."""
        self._step_panel(1)

    def do_previous_panel(self) -> None:
        """Go to the panel before by number, round and round."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        names = [each.id for each in self.query(".panel") if each.has_focus]
        place = PANELS.index(names[0] or "") if names else -step
        self.pane.activate(PANELS[(place + step) % len(PANELS)])

    def do_next_case(self) -> None:
        """Show the next case of the customer, round and round."""
        self._step_case(1)

    def do_previous_case(self) -> None:
        """Show the case before of the customer, round and round."""
        self._step_case(-1)

    def _step_case(self, step: int) -> None:
        view = self.view
        assert view is not None, "needs a customer"
        assert view.case is not None, "needs a case"
        who, shown = view.customer.id, view.case.id

        async def go() -> None:
            self.show_case(await self.app.counter.answer(lambda desk: desk.cases.beside(who, shown, step)))

        self.app.guarded(go())

    def do_refresh(self) -> None:
        """Read everything again."""
        self.read_again()
        self.say("Read again")

    def do_due(self) -> None:
        """Show what is due, over the desk."""
        from deskui.ui.screens.due import DueScreen

        self.app.push_screen(DueScreen(self))  # type: ignore[arg-type]

    def do_board(self) -> None:
        """Show the board, over the desk."""
        from deskui.ui.screens.board import BoardScreen

        self.app.push_screen(BoardScreen(self))  # type: ignore[arg-type]

    def do_calls(self) -> None:
        """Show whom to call, over the desk."""
        from deskui.ui.screens.calls import CallScreen

        self.app.push_screen(CallScreen(self))  # type: ignore[arg-type]

    def do_home(self) -> None:
        """From a customer to the lookup."""
        if self.at_home:
            self.do_find()
        else:
            self.leave_customer()

    def key_escape(self, event: events.Key) -> None:
        """Esc is always back: from the lookup to the customer, from a customer home or to the list they came from."""
        event.stop()  # it is not for the list that it opens as well
        if self.at_home and self.view is not None:
            self.show_finding(False)
            self.set_focus(self.pane.panel("conversations"))
        elif self.at_home and self.box.value:
            self.box.value = ""
        elif self.at_home:
            self.say(
                f"This is home. {self.app.key('quit')} quits; {self.app.key('palette')} has all commands.", Role.QUIET
            )
        elif self.came_from is not None:
            self.came_from(self)  # type: ignore[arg-type]
        else:
            self.leave_customer()

    def leave_customer(self) -> None:
        """Go home, once the customer may be left: they are put away, and Esc does not bring them back."""
        self.app.visiting.leave(self._go_home)

    def _go_home(self) -> None:
        self.view = None
        self.app.visiting.end()
        self.run_command("find")

    def back_to(self, list_of_theirs: Callable[[DeskScreen], object]) -> None:
        """To the list they came from, once the customer may be left."""

        def go() -> None:
            self._go_home()
            list_of_theirs(self)  # type: ignore[arg-type]

        self.app.visiting.leave(go)

    def log_contact(self, then: Callable[[], object] | None) -> None:
        """Go back to the customer from wherever the desk is and log the contact; once saved, go on with `then`."""
        self.show_finding(False)
        self.set_focus(self.pane.panel("conversations"))
        self._after_logging = then
        self.run_command("log")

    def after_logging(self) -> Callable[[], object] | None:
        """What the contact is logged before, once."""
        then, self._after_logging = self._after_logging, None
        return then
