"""The customer in front of us: the header, and the panels below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.containers import Container, Vertical

from deskui.domain.review.item import Subject
from deskui.ui.lines import Line, Span
from deskui.ui.panels.benefits import benefit_section, end_words
from deskui.ui.panels.case import case_items, case_title
from deskui.ui.panels.case_strip import case_strip
from deskui.ui.panels.conversations import conversations, left_behind
from deskui.ui.panels.header import HIGH, LOW, header, hung
from deskui.ui.panels.history import history
from deskui.ui.panels.notes import notes
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView, numbered
from deskui.ui.widgets.paged_list import PagedList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from deskui.domain.conversation import Conversation
    from deskui.domain.lookup import Hit
    from deskui.domain.order import Order
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

PANELS: Final = ("history", "conversations", "notes", "case")
"""By number."""
_PAGED: Final = ("history", "conversations")
_PLACED: Final = ("history", "conversations", "case", "notes")
"""As the grid fills: the notes go below the history."""
_EDGE: Final = Span(" ")
_TITLES: Final = {"history": "History", "conversations": "Conversations", "notes": "Personal notes"}


class Panels(Container, Ground):
    """The panels, side by side."""


class CustomerPane(Vertical, Ground):
    """All panels of one customer; the one shown on a narrow screen is the active one."""

    _view: CustomerView | None = None

    def compose(self) -> ComposeResult:
        """Header above, panels in a grid, and the case in one line where only one panel fits."""
        yield LineView(id="header")
        with Panels(id="panels"):
            for name in _PLACED:
                title = numbered(str(PANELS.index(name) + 1), _TITLES.get(name, "Case"))
                made = PagedList if name in _PAGED else ItemList
                yield made(title=title, id=name, classes="panel")
        yield LineView(id="case-strip")

    def on_resize(self) -> None:
        """Fit the header and the strip, and stand in number order where all panels are side by side."""
        self._fill_header()
        self._fill_strip()
        self._arrange()

    def _arrange(self) -> None:
        order = PANELS if self.screen.has_class("-vast") else _PLACED
        grid = self.query_one("#panels")
        if tuple(child.id for child in grid.children) != order:
            for name in order:
                grid.move_child(self.panel(name), after=len(order) - 1)

    @property
    def orders(self) -> PagedList[Order]:
        """The history."""
        return self.query_one("#history", PagedList)

    @property
    def talks(self) -> PagedList[Conversation]:
        """The conversations."""
        return self.query_one("#conversations", PagedList)

    def panel(self, name: str) -> ItemList:
        """The panel of that name."""
        return self.query_one(f"#{name}", ItemList)

    def show(self, view: CustomerView, scene: Scene, *, fresh: bool, sought: Hit | None = None) -> None:
        """Paint the customer; `fresh` puts every cursor to the top, else each stays on its row.

        The benefit by which they were `sought` is among those shown whatever became of it.
        """
        was = None if self._view is None or self._view.case is None else self._view.case.id
        self._view, self._scene = view, scene
        self._arrange()
        self._fill_header()
        self._fill_strip()
        keep, who = not fresh, view.customer.id
        benefit = None if sought is None else sought.benefit_id
        left = left_behind(view, scene)
        self.orders.begin(
            replace(
                view.orders, total=(view.orders.total or 0) + len(benefit_section(view.benefits, scene, 40, benefit))
            ),
            lambda desk, after, limit: desk.customers.orders(who, after, limit=limit),
            lambda rows, width: [
                *benefit_section(view.benefits, scene, width, benefit),
                *history(rows, scene, width, view.tips),
            ],
            keep=keep,
        )
        self.talks.begin(
            view.conversations,
            lambda desk, after, limit: desk.conversations.page(who, after, limit=limit),
            lambda rows, width: conversations(rows, scene, width, left=left, asked=view.asked(Subject.CONVERSATION)),
            keep=keep,
        )
        self.panel("notes").fill(lambda width: notes(view.notes, scene, width, view.asked(Subject.NOTE)), keep=keep)
        case = self.panel("case")
        case.set_title(case_title(view))
        is_same = view.case is not None and view.case.id == was
        case.fill(lambda width: case_items(view, scene, width), keep=keep and is_same)

    def talk(self, row: object) -> Conversation:
        """The conversation with that id among those shown."""
        return next(each for each in self.talks.rows if each.id == row)

    def order(self, row: object) -> Order:
        """The order with that id among those shown."""
        return next(each for each in self.orders.rows if each.id == row)

    def point_at_sought(self, sought: Hit | None) -> str:
        """The cursor on what they were found by: a number, an order, a benefit; words for one good for nothing."""
        if sought is None:
            return ""
        views = () if self._view is None else self._view.benefits
        found = next((each for each in views if each.benefit.id == sought.benefit_id), None)
        if found is None:
            if not self._point_at_number(sought.text) and sought.order_id is not None:
                self.activate("history")
                self.orders.seek(("order", sought.order_id))
            return ""
        self.activate("history")
        self.orders.point_at(("benefit", found.benefit.id))
        return "" if found.stands else f"{found.benefit.name} is {end_words(found, self._scene)}"

    def _point_at_number(self, number: str) -> bool:
        """Whether the case on screen has the number, which has the cursor then."""
        case = None if self._view is None else self._view.case
        found = (
            next((each.id for each in case.references if each.number == number), None) if case and number else None
        )
        if found is not None:
            self.panel("case").point_at(("reference", found))
        return found is not None

    def _fill_header(self) -> None:
        """As many lines as the height of the screen allows, for its width; the pane may have no size yet."""
        if self._view is None:
            return
        most = LOW if self.screen.has_class("-low") else HIGH
        lines = header(self._view, self._scene, max(1, self.screen.size.width - 2), most)
        head = self.query_one("#header", LineView)
        head.styles.height = len(lines)
        head.show_lines([Line(each.spans, (*each.tail, _EDGE)) for each in hung(lines)])

    def _fill_strip(self) -> None:
        if self._view is not None:
            strip = case_strip(self._view, self._scene, self.screen.size.width)
            self.query_one("#case-strip", LineView).show_lines([strip])

    def activate(self, name: str) -> None:
        """Make that panel the one that a narrow screen shows, and focus it."""
        for each in PANELS:
            self.panel(each).set_class(each == name, "-active")
        self.screen.set_focus(self.panel(name))
