"""What is behind a number of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.kit.full_page import FullPage
from deskui.ui.panels.board_rows import row_items

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.domain.board.figures import Figure
    from deskui.domain.board.groups import Scope
    from deskui.domain.board.period import Period
    from deskui.domain.board.rows import BoardRow
    from deskui.ui.lines import Item
    from deskui.ui.widgets.item_list import ItemList

    Rows = tuple[BoardRow, ...]


class BehindNumber(FullPage["Rows"]):
    """The promises, contacts, visits or cases that were counted; Enter opens the customer of one."""

    KEYS = (("Enter", "open the customer"),)

    def __init__(
        self,
        title: str,
        figure: Figure,
        period: Period,
        scope: Scope,
        number: int,
        opened: Callable[[BoardRow], None],
    ) -> None:
        super().__init__(title)
        self._figure, self._period, self._scope, self._number, self._opened = figure, period, scope, number, opened

    def question(self, desk: Desk) -> Rows:
        """The rows, newest first."""
        return desk.board.rows(self._figure, self._period, self._scope)

    def ask(self) -> Future[Rows]:
        """Behind a big number they take their time."""
        return self.app.counter.report(self.question)

    def rows(self, answer: Rows, width: int) -> list[Item]:
        """Two lines each."""
        return row_items(answer, self._number, self.app.scene(), width)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row."""
        row = next((each for each in self.shown or () if (each.source, each.id) == message.key), None)
        if row is not None:
            self.dismiss(None)
            self._opened(row)
