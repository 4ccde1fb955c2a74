"""A look at the customer under the cursor, beside a list that has room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.counter import Latest, later
from deskui.ui.lines import BLANK
from deskui.ui.panels.preview import preview
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from concurrent.futures import Future

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import CustomerView
    from deskui.ui.shell import Shell

_REST: Final = 0.04
"""Seconds the cursor rests on a row before the customer there is read."""


class Preview(LineView):
    """The customer under the cursor, read once it rests there; nobody while they cannot be read."""

    app: Shell

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._looks = Latest()

    @property
    def awaited(self) -> bool:
        """Whether the customer under the cursor has still to be read."""
        return self._looks.pending

    def rest_on(self, whom: CustomerId | None, case: CaseId | None = None) -> None:
        """The cursor is on that customer, and on that case if there is one; on nobody with None."""
        if whom is None or not self.display:
            self._looks.forget()
            self.show_lines([BLANK])
            return
        looked = self._looks.only(self._looked)

        def look() -> None:
            if looked.counts:
                later(self.app.counter.ask(lambda desk: desk.customers.view(whom, case)), looked)

        self.set_timer(_REST, look)

    def _looked(self, done: Future[CustomerView]) -> None:
        if not self.is_running:
            return
        is_read = done.exception() is None
        width = max(20, self.size.width - 2)
        self.show_lines(preview(done.result(), self.app.scene(), width) if is_read else [BLANK])
