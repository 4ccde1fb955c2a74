"""Looking somebody up: from what stands in the box to the list below it, and a look at the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from textual.containers import Horizontal

from deskui.domain.lookup import Matched
from deskui.ui.counter import Latest, soon
from deskui.ui.lines import Line, Role, Span, quiet
from deskui.ui.panels.results import empty_shop, nothing_found, results
from deskui.ui.widgets.ground import Ground
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.lookup import Hit
    from deskui.ui.shell import Shell

_MOST: Final = 30


class Finder(Protocol):
    """The screen that looks for somebody: called in the very key that found them, a message would be a frame late."""

    def show_finding(self, finding: bool) -> None:
        """Show who was found instead of the customer, or the other way round."""

    def show_keys(self) -> None:
        """Show the keys that work now: Enter does something else where nobody was found."""

    def open_customer(
        self,
        customer_id: CustomerId,
        case_id: CaseId | None = None,
        *,
        sought: Hit | None = None,
    ) -> None:
        """Put that customer on screen, with that case, and the cursor on the number, order or benefit looked for."""

    def add_customer(self) -> None:
        """Add whom nobody found."""


class ResultList(ItemList, can_focus=False):
    """The customers found; its cursor is steered from the lookup box, which keeps the focus."""


class FindPane(Horizontal, Ground):
    """The answer to what stands in the lookup box."""

    app: Shell

    def __init__(self, finder: Finder, *, id: str) -> None:
        super().__init__(id=id)
        self._finder = finder
        self._searches = Latest()
        self._typed = ""
        self._opens_when_found = False
        self.hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """The list, and the preview where there is room."""
        self.list = ResultList(id="results")
        self.list.led = True
        self.look = Preview()
        yield self.list
        yield self.look

    @property
    def pending(self) -> bool:
        """Whether what was typed last has still to be answered."""
        return self._searches.pending

    @property
    def opens_when_found(self) -> bool:
        """Whether Enter came before the answer, so that whoever is found first will be opened."""
        return self._opens_when_found

    @property
    def chosen(self) -> CustomerId | None:
        """The customer under the cursor."""
        return self.list.key  # type: ignore[return-value]

    def look_up(self, text: str) -> None:
        """Look up what stands in the box; painted with this very key when the index answers in time."""
        self._typed, self._opens_when_found = text, False
        found = self._searches.only(self._found)

        def find(desk: Desk) -> list[Hit]:
            return desk.lookup.find(text, _MOST) if found.counts else []

        soon(self.app.counter.ask(find), found)

    def put_off(self) -> None:
        """Somebody is opened: an answer that is still on its way does not undo that."""
        self._searches.forget()
        self._opens_when_found = False

    def _found(self, done: Future[list[Hit]]) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            self._opens_when_found = False
            self.app.report(error)
            return
        had, self.hits = bool(self.hits), done.result()
        self._finder.show_finding(True)
        if had != bool(self.hits):
            self._finder.show_keys()
        self._fill()
        if self._opens_when_found:
            self.enter()
        else:
            self.preview()

    def _fill(self) -> None:
        hits, typed = self.hits, self._typed.strip()
        title = f"{len(hits)}{'+' if len(hits) >= _MOST else ''} found" if typed else _title_at_home(hits)
        self.list.set_title(Line((Span(title, Role.TITLE),), (quiet("Enter opens"),) if hits else ()))
        if hits:
            self.list.fill(lambda width: results(hits, width), keep=False)
        elif typed:
            self.list.fill(lambda width: nothing_found(typed, width))
        else:
            self.list.fill(lambda width: empty_shop(self.app.bring_in, self.app.look_around, width))

    def enter(self) -> None:
        """Open the customer under the cursor, or add one when nobody was found; as soon as that is known."""
        self._opens_when_found = self.pending
        if self._opens_when_found:
            return
        chosen = self.chosen
        if chosen is not None:
            hit = next((each for each in self.hits if each.customer_id == chosen), None)
            if hit is None:
                self._finder.open_customer(chosen)
            else:
                self._finder.open_customer(chosen, hit.case_id, sought=hit)
        elif self._typed.strip():
            self._finder.add_customer()

    def move(self, key: str) -> None:
        """Steer the list by a key that the lookup box has no use for."""
        if key in ("down", "up"):
            self.list.action_move(1 if key == "down" else -1)
        elif key in ("pagedown", "pageup"):
            self.list.action_page(1 if key == "pagedown" else -1)

    def on_resize(self) -> None:
        """Show the customer under the cursor where there is room now: the list may have come before its size."""
        self.call_after_refresh(self.preview)

    def preview(self) -> None:
        """Show the customer under the cursor once it rests there, where there is room to show them."""
        self.look.rest_on(self.chosen)


def _title_at_home(hits: Sequence[Hit]) -> str:
    """What the list is before anything is typed."""
    if not hits:
        return "Customers"
    return "Newest customers" if hits[0].matched is Matched.NEWEST else "Recently opened"
