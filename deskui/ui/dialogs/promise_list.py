"""The promises of a customer: those to be kept first, each settled or moved by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.counter import soon
from deskui.ui.dialogs.move_form import move_form, release_form
from deskui.ui.dialogs.promise_page import promise_page
from deskui.ui.dialogs.promising import promise_form
from deskui.ui.lines import Item, Line, Role, Span, quiet, span
from deskui.ui.panels.promise_words import outcome_words
from deskui.ui.panels.promised import heading, settled_promises
from deskui.ui.panels.promised import open_promises as open_items
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.app import ComposeResult

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, PromiseId
    from deskui.domain.pages import CustomerView
    from deskui.domain.promise_view import PromiseView
    from deskui.ui.app import DeskApp
    from deskui.ui.dialogs.form import Form
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.screens.due import DueScreen

NOTHING: Final = "Nothing is promised to them that is still open; p promises something."
_KEYS: Final = (
    ("x", "kept now"),
    ("Enter", "move"),
    ("r", "released"),
    ("i", "instead"),
    ("v", "view"),
    ("Esc", "back"),
)
_MOST: Final = 18
_WIDTH: Final = 70


def open_promises(screen: DeskScreen | DueScreen, customer_id: CustomerId, at: PromiseId | None = None) -> None:
    """Show what is promised to a customer, with the cursor on one of them, else on the soonest."""
    app = screen.app

    async def ask() -> None:
        view = await app.counter.answer(lambda desk: desk.customers.view(customer_id))
        if at is None and not any(each.is_open for each in view.promises):
            app.say(NOTHING, Role.WARN)
            return
        kinds = await app.counter.answer(lambda desk: desk.promises.kinds())
        app.push_screen(PromiseList(view, kinds, at))

    app.guarded(ask())


class PromiseList(ModalScreen[None]):
    """What is promised to one customer; it stays until nothing is open, or Esc."""

    app: DeskApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "keep", show=False),
        Binding("r", "release", show=False),
        Binding("i", "instead", show=False),
        Binding("v", "view", show=False),
        Binding("u", "undo", show=False),
        Binding("escape,q,P", "leave", show=False),
    ]

    def __init__(self, view: CustomerView, kinds: tuple[str, ...], at: PromiseId | None) -> None:
        super().__init__()
        self._view, self._kinds, self._at = view, kinds, at
        self._views = view.promises
        self._saving = False
        self._reading = 0
        self._taken_back: int | None = None

    def compose(self) -> ComposeResult:
        """The list, what was done last, and the keys."""
        with Vertical(classes="sheet"):
            yield ItemList(framed=False, id="promises")
            yield LineView(id="said", classes="foot")
            yield LineView(id="promise-keys")

    def on_mount(self) -> None:
        """Fill the list, and hear of every write."""
        self.query_one(".sheet").border_title = Content(span(f"Promised to {self._view.customer.name}").text)
        pairs = [(Span(key, Role.KEY), quiet(f" {title}  ")) for key, title in _KEYS]
        self.query_one("#promise-keys", LineView).show_lines([Line(tuple(part for pair in pairs for part in pair))])
        listed = self.query_one("#promises", ItemList)
        self._fill()
        if self._at is not None:
            listed.point_at(("promise", self._at))
        listed.focus()
        self.app.changed.subscribe(self, self._changed)

    @property
    def busy(self) -> bool:
        """Whether a write is under way; keys wait for it."""
        return self._saving

    def _fill(self) -> None:
        listed, scene = self.query_one("#promises", ItemList), self.app.scene()

        def source(width: int) -> list[Item]:
            settled = settled_promises(self._views, scene, width)
            return [*open_items(self._views, scene, width), *([heading("Settled"), *settled] if settled else [])]

        rows = sum(len(item.lines) for item in source(_WIDTH))
        listed.styles.height = max(1, min(_MOST, self.app.size.height - 9, rows))
        listed.fill(source)

    def _changed(self, done: Done) -> None:
        """Read the promises again; close when nothing is left to do here."""
        if done.customer_id not in (None, self._view.customer.id):
            return
        if done.verb == "undo":
            self._taken_back = done.subject
        self._reading += 1
        ticket, who = self._reading, self._view.customer.id
        question = self.app.counter.ask(lambda desk: desk.promises.of_customer(who))
        soon(question, lambda read: self._came(ticket, read))

    def _came(self, ticket: int, read: Future[tuple[PromiseView, ...]]) -> None:
        if ticket != self._reading or not self.is_mounted:
            return
        if (error := read.exception()) is not None:
            self.app.report(error)
            return
        before, were_open = self._chosen(), {each.promise.id for each in self._views if each.is_open}
        self._views = read.result()
        self._fill()
        still = [each for each in self._views if each.is_open]
        back, self._taken_back = self._taken_back, None
        if back is not None and (open_again := self._open_again(still, back, were_open)) is not None:
            self.query_one("#promises", ItemList).point_at(("promise", open_again))
        elif before is not None and before.is_open and before.promise.id not in {each.promise.id for each in still}:
            self._to_first(still)
        if self.is_current and not still:
            self.dismiss(None)

    @staticmethod
    def _open_again(still: list[PromiseView], subject: int, were_open: set[PromiseId]) -> PromiseId | None:
        """The promise that an entry was taken back of; for one that was superseded, that is open again."""
        found = [each.promise.id for each in still]
        return next((each for each in found if each == subject), next((i for i in found if i not in were_open), None))

    def _to_first(self, still: list[PromiseView]) -> None:
        """What was settled is not gone to below; the next one that is open is."""
        if still:
            self.query_one("#promises", ItemList).point_at(("promise", still[0].promise.id))

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something above the keys."""
        self.query_one("#said", LineView).show_lines([Line((span(sentence, role),))])

    # --- what the keys do --------------------------------------------------------------------------------

    def _chosen(self) -> PromiseView | None:
        key = self.query_one("#promises", ItemList).key
        return next((each for each in self._views if ("promise", each.promise.id) == key), None)

    def _open_one(self) -> PromiseView | None:
        """The promise under the cursor, unless it is settled, which is said."""
        view = self._chosen()
        if view is not None and not view.is_open:
            self.say(f"That one is settled: {outcome_words(view, self.app.scene()).text}; v shows it.", Role.WARN)
            return None
        return view

    def action_keep(self) -> None:
        """The promise under the cursor is kept, now."""
        view = self._open_one()
        if view is None or self._saving:
            return
        promise_id, key = view.promise.id, str(uuid4())
        self._saving = True

        async def keep() -> None:
            try:
                await self.app.write(lambda desk: desk.promises.keep(promise_id, key))
                kept = await self.app.counter.answer(lambda desk: desk.promises.one(promise_id))
            finally:
                self._saving = False
            words = outcome_words(kept, self.app.scene()).text
            self.app.say(f"{words[:1].upper()}{words[1:]}; u takes it back")

        self.app.guarded(keep())

    def on_item_list_chosen(self) -> None:
        """Enter: another time for it."""
        if (view := self._open_one()) is not None:
            self._ask(move_form(view, self.app.scene()))

    def action_release(self) -> None:
        """The customer lets us off it."""
        if (view := self._open_one()) is not None:
            self._ask(release_form(view, self.app.scene()))

    def action_instead(self) -> None:
        """Another promise in its place."""
        if (view := self._open_one()) is not None:
            self._ask(promise_form(self._view, self._kinds, self.app.scene(), instead=view))

    def action_view(self) -> None:
        """All that happened to it."""
        if (view := self._chosen()) is not None:
            self.app.push_screen(promise_page(view, self.app.scene(), self._view.customer.name))

    def action_undo(self) -> None:
        """Take my last entry back, as on the desk."""
        from deskui.ui.dialogs.actions import take_back

        take_back(self.app)

    def action_leave(self) -> None:
        """Close the list."""
        if not self._saving:
            self.dismiss(None)

    def _ask(self, form: Form) -> None:
        def closed(done: Done | None) -> None:
            if done is not None:
                self.app.say(f"{form.said}; u takes it back")

        self.app.push_screen(form, closed)
