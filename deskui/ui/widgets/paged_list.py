"""A list too long to be read at once: more rows are read when the cursor nears the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from deskui.ui.counter import Latest, later
from deskui.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.domain.pages import Cursor, Page
    from deskui.ui.counter import Awaited
    from deskui.ui.lines import Item
    from deskui.ui.shell import Shell

Row = TypeVar("Row")

PAGE: Final = 50
"""Rows read at once on the way down."""
LONGEST_READ: Final = 10_000
"""Rows read at once when somebody asks for the end."""


class PagedList(ItemList, Generic[Row]):
    """Rows in pages; a page that was asked for before the list was read anew is dropped."""

    app: Shell

    def __init__(self, *, id: str, classes: str, **looks: Any) -> None:
        super().__init__(id=id, classes=classes, **looks)
        self.rows: tuple[Row, ...] = ()
        self._after: Cursor | None = None
        self._pages = Latest()
        self._is_aside = False
        self._sought: object = None
        self._read: Callable[[Desk, Cursor, int], Page[Row]] | None = None
        self._paint: Callable[[Sequence[Row], int], list[Item]] | None = None

    def begin(
        self,
        first: Page[Row],
        read: Callable[[Desk, Cursor, int], Page[Row]],
        paint: Callable[[Sequence[Row], int], list[Item]],
        *,
        keep: bool,
        aside: bool = False,
    ) -> None:
        """Show a list from its first page; `read` fetches the one after a cursor, `paint` makes lines of a width.

        What takes its time and belongs to nobody at the counter is read `aside`.
        """
        self._pages.forget()
        seeks = self._sought if keep and self.key == self._sought else None
        self._is_aside, self._sought = aside, None
        self.rows, self._after, self._read, self._paint = first.rows, first.after, read, paint
        self._show(first.total or 0, keep)
        if seeks is not None:
            self.seek(seeks)

    def seek(self, key: object) -> None:
        """Put the cursor on the row with that key, reading on where it is further down than what was read."""
        self._sought = key
        self.point_at(key)
        if self.key != key and self._after is not None:
            self._read_on(to_end=True)

    def _show(self, total: int, keep: bool) -> None:
        rows, paint = self.rows, self._paint
        assert paint is not None, "a list begins before it goes on"
        self.fill(lambda width: paint(rows, width), total=total, keep=keep)

    @property
    def has_more(self) -> bool:
        """Whether there is another page of what nobody has counted."""
        return self._after is not None and not self.total

    def action_far(self, place: int) -> None:
        """Go to the first or last row; of what nobody has counted to the end of the next page, and no further."""
        super().action_far(place)
        if place != 0 and self.has_more:
            self.post_message(self.EndNeared(self, wants_all=True))

    def on_item_list_end_neared(self, message: ItemList.EndNeared) -> None:
        """Read on; when the end was asked for all the rest, or one page where nobody knows how long that is."""
        if message.wants_all:
            self._sought = None
        self._read_on(to_end=message.wants_all)

    def _read_on(self, *, to_end: bool) -> None:
        after, read = self._after, self._read
        if after is None or read is None or (self._pages.pending and not to_end):
            return
        limit = LONGEST_READ if to_end and (self.total or self._sought is not None) else PAGE
        came: Awaited[Page[Row]] = self._pages.only(lambda done: self._came(done, to_end=to_end))
        counter = self.app.counter
        ask = counter.report if self._is_aside else counter.ask
        later(ask(lambda desk: read(desk, after, limit)), came)

    def _came(self, done: Future[Page[Row]], *, to_end: bool) -> None:
        if not self.is_mounted:
            return
        if (error := done.exception()) is not None:
            self.app.report(error)  # the cursor stays before the page, so that going down asks for it again
            return
        page = done.result()
        self.rows, self._after = self.rows + page.rows, page.after
        self._show(self.total, keep=True)
        if to_end and self._sought is not None:
            self.point_at(self._sought)
        elif to_end:
            super().action_far(-1)  # and not on to the end of one more page
