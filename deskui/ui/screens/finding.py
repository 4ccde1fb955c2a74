"""Finding somebody: from what stands in the lookup box to the list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from deskui.ui.counter import later, soon
from deskui.ui.widgets.find_pane import FindPane
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.typing import LookupInput

if TYPE_CHECKING:
    from concurrent.futures import Future

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.lookup import Hit
    from deskui.domain.pages import CustomerView
    from deskui.ui.app import DeskApp


class Finding(Screen[None], Ground):
    """The half of the desk that looks people up; the other half shows the one who was opened."""

    app: DeskApp

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0
        self._answered = -1
        self._opens_when_found = False
        self._hits: list[Hit] = []

    if TYPE_CHECKING:  # what the other half of the desk does with whoever is found

        def open_customer(self, customer_id: CustomerId, case_id: CaseId | None = None) -> None:
            """Put the customer on screen, with that case."""

        def show_finding(self, finding: bool) -> None:
            """Show who was found instead of the customer, or the other way round."""

        def run_command(self, name: str) -> None:
            """Carry out a command of the registry."""

    def typed(self, text: str) -> None:
        """Look up what stands in the box; painted with this very key when the index answers in time."""
        self._asked += 1
        self._opens_when_found = False
        ticket = self._asked

        def find(desk: object) -> list[Hit] | None:
            return desk.lookup.find(text, 30) if ticket == self._asked else None  # type: ignore[attr-defined]

        soon(self.app.counter.ask(find), lambda done: self._found(ticket, text, done))

    def _found(self, ticket: int, text: str, done: Future[list[Hit] | None]) -> None:
        if ticket != self._asked or not self.is_running:
            return
        if (error := done.exception()) is not None:
            self._opens_when_found = False
            self.app.report(error)
            return
        self._hits, self._answered = done.result() or [], ticket
        self.show_finding(True)
        self.query_one(FindPane).show(text, self._hits)
        if self._opens_when_found:
            self.entered()
        else:
            self._preview()

    def entered(self) -> None:
        """Open the customer under the cursor, or add one when nobody was found."""
        self._opens_when_found = self._answered != self._asked
        if self._opens_when_found:
            return
        chosen = self.query_one(FindPane).chosen
        if chosen is not None:
            hit = next((each for each in self._hits if each.customer_id == chosen), None)
            self.open_customer(chosen, None if hit is None else hit.case_id)
        elif self.query_one(LookupInput).value.strip():
            self.run_command("new_customer")

    def _preview(self) -> None:
        pane = self.query_one(FindPane)
        chosen = pane.chosen
        if chosen is None or not pane.look.display:
            return
        ticket = self._asked

        def look() -> None:
            if ticket == self._asked and pane.chosen == chosen:
                later(self.app.counter.ask(lambda desk: desk.customers.view(chosen)), show)

        def show(done: Future[CustomerView]) -> None:
            if done.exception() is None and self.is_running:
                pane.preview(done.result(), self.app.scene())

        self.set_timer(0.04, look)

    def on_key(self, event: object) -> None:
        """Steer the list from the lookup box, and say no more what was said."""
        key = event.key  # type: ignore[attr-defined]
        box, pane = self.query_one(LookupInput), self.query_one(FindPane)
        if not box.has_focus or not pane.display:
            return
        steps = {"down": 1, "up": -1}
        if key in steps:
            pane.list.action_move(steps[key])
        elif key in ("pagedown", "pageup"):
            pane.list.action_page(1 if key == "pagedown" else -1)
