"""Whom a customer is to be merged with: those who look alike first, and a lookup for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.ui.counter import Latest, soon
from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.lines import Role, wrapped
from deskui.ui.panels.merging import likely_items, nobody_like_that
from deskui.ui.panels.results import results
from deskui.ui.widgets.find_pane import ResultList
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.typing import LookupInput

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.customer import Customer
    from deskui.domain.ids import CustomerId
    from deskui.domain.lookup import Hit
    from deskui.domain.merging import Likely, Merged
    from deskui.ui.counter import Awaited

    Whom = CustomerId | Merged | None
    Answer = tuple[tuple[Likely, ...], tuple[Merged, ...]] | list[Hit]

_MOST: Final = 30
_LINES: Final = 10
_STEPS: Final = {"down": 1, "up": -1}
_PAGES: Final = {"pagedown": 1, "pageup": -1}


class MergeWith(Sheet["Whom"]):
    """A lookup box, and below it whom Enter takes; empty, it offers who may be the same, and who was merged."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, who: Customer) -> None:
        super().__init__(f"Merge {who.name} with")
        self._who = who
        self._reads = Latest()

    def contents(self) -> ComposeResult:
        """The box, the list, the keys."""
        box = LookupInput(self.typed, self.entered, id="whom")
        box.placeholder = "or somebody else: name, phone, any number"
        yield box
        self.list = ResultList(framed=False, id="choices")
        self.list.led = True
        yield self.list
        yield LineView(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Offer those who look alike."""
        self.list.styles.height = self.room(_LINES)
        self.query_one("#foot", LineView).show_lines([keys_line((("Enter", "choose"), BACK))])
        self.query_one(LookupInput).focus()
        self.typed("")

    @property
    def busy(self) -> bool:
        """Whether the answer is still on its way that the next key is meant for."""
        return self._reads.pending

    def typed(self, text: str) -> None:
        """Look up what stands in the box."""
        sought, who = text.strip(), self._who.id

        def ask(desk: Desk) -> Answer:
            if sought:
                return [hit for hit in desk.lookup.find(sought, _MOST) if hit.customer_id != who]
            return desk.merging.likely(who), desk.merging.merged_into(who)

        came: Awaited[Answer] = self._reads.only(lambda done: self._came(done, sought))
        soon(self.app.counter.ask(ask), came)

    def _came(self, done: Future[Answer], sought: str) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        answer, scene = done.result(), self.app.scene()
        if not isinstance(answer, list):
            likely, merged = answer
            self.list.fill(lambda _width: likely_items(likely, merged, scene), keep=False)
        elif answer:
            self.list.fill(lambda width: results(answer, width), keep=False)
        else:
            self.list.fill(lambda _width: nobody_like_that(sought), keep=False)

    def entered(self) -> None:
        """Take whom the cursor is on."""
        if self.list.key is not None:
            self.dismiss(self.list.key)  # type: ignore[arg-type]

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the box."""
        if event.key in _STEPS:
            self.list.action_move(_STEPS[event.key])
        elif event.key in _PAGES:
            self.list.action_page(_PAGES[event.key])

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something in place of the keys."""
        self.query_one("#foot", LineView).show_lines(wrapped(sentence, self.list.size.width, role, most=1))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
