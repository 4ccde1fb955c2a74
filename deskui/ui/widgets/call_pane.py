"""Whom to call, and beside or below it the person under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Container

from deskui.ui.counter import Latest, later
from deskui.ui.lines import BLANK, Line, Role, span
from deskui.ui.panels.call_person import call_person
from deskui.ui.panels.calls import call_items, nobody_to_call
from deskui.ui.widgets.due_pane import DueRows
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.app import ComposeResult

    from deskui.desk.calls import CallList
    from deskui.domain.outreach.call_list import Call, Tally
    from deskui.domain.pages import CustomerView
    from deskui.ui.lines import Item
    from deskui.ui.panels.calls import Ways
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Shell

_REST: Final = 0.04
"""Seconds the cursor rests on a row before the customer there is read."""
_HIGH: Final = 20
"""Lines in which parts stand apart by blank lines."""


class CallLook(LineView):
    """The person under the cursor: what the list knows at once, the rest once the cursor rests there."""

    app: Shell

    def __init__(self) -> None:
        super().__init__(id="person")
        self._looks = Latest()
        self._call: Call | None = None
        self._view: CustomerView | None = None

    @property
    def awaited(self) -> bool:
        """Whether the person under the cursor has still to be read."""
        return self._looks.pending

    def rest_on(self, call: Call | None) -> None:
        """The cursor is on that row, or on none."""
        before, self._call = self._call, call
        if call is None:
            self._looks.forget()
            self.show_lines([BLANK])
            return
        if before is None or before.customer_id != call.customer_id:
            self._view = None
        self._paint()
        looked = self._looks.only(self._looked)

        def look() -> None:
            if looked.counts:
                later(self.app.counter.ask(lambda desk: desk.customers.view(call.customer_id)), looked)

        self.set_timer(_REST, look)

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        self._paint()

    def _looked(self, done: Future[CustomerView]) -> None:
        if self.is_running and done.exception() is None:
            self._view = done.result()
            self._paint()

    def _paint(self) -> None:
        if self._call is not None:
            width, airy = max(20, self.size.width - 2), self.size.height >= _HIGH
            self.show_lines(call_person(self._call, self._view, self.app.scene(), width, airy=airy))


class CallPane(Container, Ground):
    """The list, and the person."""

    app: Shell

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.calls: tuple[Call, ...] = ()

    def compose(self) -> ComposeResult:
        """Side by side, or one below the other where it is narrow."""
        self.list = DueRows(id="call-list")
        self.look = CallLook()
        yield self.list
        yield self.look

    @property
    def chosen(self) -> Call | None:
        """The row under the cursor."""
        key = self.list.key
        return next((each for each in self.calls if ("call", each.customer_id) == key), None)

    def show(self, found: CallList, scene: Scene, *, owners: bool, keep: bool) -> None:
        """Show whom to call; `owners` whether each line says who calls, `keep` the cursor on its row."""
        self.calls = found.calls

        def lines(width: int) -> list[Item]:
            airy = self.list.size.height >= _HIGH
            return call_items(found.calls, scene, width, owners=owners, airy=airy)

        self.list.fill(lines, keep=keep)
        self.preview()

    def show_nobody(self, found: CallList, ways: Ways, done: Tally) -> None:
        """Say that nobody is listed, and what can be done about it."""
        self.calls = ()
        self.list.fill(lambda _width: nobody_to_call(found.rules_on, ways, done), keep=False)
        self.preview()

    def set_title(self, title: str) -> None:
        """Say whose list it is."""
        self.list.set_title(Line((span(title, Role.TITLE),)))

    def preview(self) -> None:
        """Show the person under the cursor."""
        self.look.rest_on(self.chosen)
