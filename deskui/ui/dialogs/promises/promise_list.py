"""The promises of a customer: those to be kept first, each settled or moved by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.ui.dialogs.promises.move import move_form, release_form
from deskui.ui.dialogs.promises.promise import around, promise_form
from deskui.ui.dialogs.promises.promise_page import promise_page
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.question import Confirm
from deskui.ui.lines import Item, Role
from deskui.ui.panels.promise_words import outcome_words
from deskui.ui.panels.promised import heading, settled_promises
from deskui.ui.panels.promised import open_promises as open_items

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, PromiseId
    from deskui.domain.pages import CustomerView
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.dialogs.promises.promise import Around
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Within

NOTHING: Final = "Nothing is promised to them that is still open; p promises something."


def show_promises(desk: DeskScreen) -> None:
    """The customer's promises, with the cursor on the open one it is on in the case, else on the soonest."""
    panel = desk.pane.panel("case")
    key = panel.key if panel.has_focus else None
    under = (each.promise.id for each in desk.shown.promises if each.is_open and _key(each) == key)
    open_promises(desk, desk.shown.customer.id, next(under, None))


def open_promises(screen: Within, customer_id: CustomerId, at: PromiseId | None = None) -> None:
    """Show what is promised to a customer, with the cursor on one of them, else on the soonest."""
    app = screen.app

    async def ask() -> None:
        view = await app.counter.answer(lambda desk: desk.customers.view(customer_id))
        if at is None and not any(each.is_open for each in view.promises):
            app.say(NOTHING, Role.WARN)
            return
        found = await app.counter.answer(lambda desk: around(desk, view))
        app.push_screen(PromiseList(view, found, at))

    app.guarded(ask())


class PromiseList(LivingList["tuple[PromiseView, ...]"]):
    """What is promised to one customer; it stays until nothing is open, or Esc."""

    KEYS = (("x", "kept now"), ("Enter", "move"), ("r", "let off"), ("i", "replace"), ("v", "view"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "keep", show=False),
        Binding("r", "release", show=False),
        Binding("i", "instead", show=False),
        Binding("v", "view", show=False),
        Binding("P", "leave", show=False),
    ]

    def __init__(self, view: CustomerView, around: Around, at: PromiseId | None) -> None:
        super().__init__(f"Promised to {view.customer.name}", None if at is None else ("promise", at))
        self._view, self._around = view, around
        self._saving = False
        self._taken_back: int | None = None

    @property
    def busy(self) -> bool:
        """Whether the rows are on their way, or a write is under way; keys wait for both."""
        return self._saving or super().busy

    def question(self, desk: Desk) -> tuple[PromiseView, ...]:
        """All that was promised to them."""
        return desk.promises.of_customer(self._view.customer.id)

    def rows(self, answer: tuple[PromiseView, ...], width: int) -> list[Item]:
        """Those to be kept, then the settled ones."""
        scene = self.app.scene()
        settled = settled_promises(answer, scene, width)
        return [*open_items(answer, scene, width), *([heading("Settled"), *settled] if settled else [])]

    def on_changed(self, done: Done) -> None:
        """Read again what was written about this customer."""
        if done.customer_id in (None, self._view.customer.id):
            if done.verb == "undo":
                self._taken_back = done.subject
            self.read()

    def came(self, before: tuple[PromiseView, ...] | None, at: object) -> None:
        """From one that was settled the cursor goes to the next one open; the list closes when none is left."""
        if before is None:
            super().came(before, at)
            return
        still = [each for each in self.shown or () if each.is_open]
        were_open = {_key(each) for each in before if each.is_open}
        back, self._taken_back = self._taken_back, None
        reopened = None if back is None else self._open_again(still, back, were_open)
        if reopened is not None:
            self.list.point_at(reopened)
        elif still and at in were_open and at not in {_key(each) for each in still}:
            self.list.point_at(_key(still[0]))
        if self.is_current and not still:
            self.dismiss(None)

    @staticmethod
    def _open_again(still: list[PromiseView], subject: int, were_open: set[object]) -> object:
        """The promise that an entry was taken back of; for one that was superseded, that is open again."""
        found = [_key(each) for each in still]
        same = ("promise", subject)
        return same if same in found else next((each for each in found if each not in were_open), None)

    # --- what the keys do --------------------------------------------------------------------------------

    def _chosen(self) -> PromiseView | None:
        return next((each for each in self.shown or () if _key(each) == self.list.key), None)

    def _open_one(self) -> PromiseView | None:
        """The promise under the cursor, unless it is settled, which is said."""
        view = self._chosen()
        if view is not None and not view.is_open:
            self.say(f"That one is settled: {outcome_words(view, self.app.scene()).text}; v shows it.", Role.WARN)
            return None
        return view

    def action_keep(self) -> None:
        """The promise under the cursor is kept, now; a colleague's only after a question, as in the due list."""
        view, me = self._open_one(), self.app.scene().me
        if view is None or self._saving:
            return
        promise = view.promise
        owner_id, owner = promise.owner_id or promise.made_by_id, promise.owner or promise.made_by
        if owner_id is None or (me is not None and me.id == owner_id):
            self._keep(promise.id)
            return
        words = (f"{promise.what}, {self._view.customer.name}: that is {owner}'s to do.", "Promise kept, now?")
        self.app.push_screen(Confirm(words, "settle it"), lambda yes: self._keep(promise.id) if yes else None)

    def _keep(self, promise_id: PromiseId) -> None:
        key = str(uuid4())
        self._saving = True

        async def keep() -> None:
            try:
                done = await self.app.write(lambda desk: desk.promises.keep(promise_id, key))
                kept = await self.app.counter.answer(lambda desk: desk.promises.one(promise_id))
            finally:
                self._saving = False
            words = outcome_words(kept, self.app.scene()).text
            self.app.say_done(f"{words[:1].upper()}{words[1:]}", done)

        self.app.guarded(keep())

    def on_item_list_chosen(self) -> None:
        """Enter: another time for it."""
        if (view := self._open_one()) is not None:
            who, visit = self._view.customer, self.app.visiting.visit
            is_here = visit is not None and visit.customer_id == who.id
            self.app.open_form(move_form(view, self.app.scene(), who, is_here=is_here))

    def action_release(self) -> None:
        """The customer lets us off it."""
        if (view := self._open_one()) is not None:
            self.app.open_form(release_form(view, self.app.scene(), self._view.customer))

    def action_instead(self) -> None:
        """Another promise in its place."""
        if (view := self._open_one()) is not None:
            self.app.open_form(promise_form(self._view, self._around, self.app.scene(), instead=view))

    def action_view(self) -> None:
        """All that happened to it."""
        if (view := self._chosen()) is not None:
            self.app.push_screen(promise_page(view, self.app.scene(), self._view.customer.name))


def _key(view: PromiseView) -> object:
    return ("promise", view.promise.id)
