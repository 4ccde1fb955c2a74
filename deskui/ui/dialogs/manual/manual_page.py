"""The manual over whatever is open: a box to search it, what was found, and beside it the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from deskui.exchange.manual.markdown import article_blocks
from deskui.ui.counter import Latest, soon
from deskui.ui.dialogs.manual.article_form import may_write, new_form, writes_manual
from deskui.ui.dialogs.manual.article_page import ArticlePage
from deskui.ui.dialogs.manual.guide_page import GuidePage, guide_items
from deskui.ui.dialogs.manual.in_view import in_view
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import Item, Role
from deskui.ui.panels.article import article_items
from deskui.ui.panels.manual import manual_items
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.manual.found import Found, Opened
    from deskui.ui.dialogs.manual.in_view import InView
    from deskui.ui.shell import Within

_BESIDE = 120
"""From so many cells on the article stands beside the list."""


def open_manual(screen: Within, typed: str = "") -> None:
    """Show the manual over whatever is open; Esc comes back to it as it was."""
    session = screen.app.session
    if session is None or session.employee is not None:  # else the first start is asked
        screen.app.push_screen(ManualPage(in_view(screen), typed))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for what was typed, and before that what belongs to who is in view."""

    typed: str
    in_view: tuple[Found, ...]
    found: tuple[Found, ...]
    day: date

    @property
    def all(self) -> tuple[Found, ...]:
        """Every row, from the top."""
        return (*self.in_view, *self.found)


class ManualPage(FullPage[Answer]):
    """Type and read; the box keeps the focus, and Tab goes to the list, where letters act."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("Enter", "read"),
        ("Ctrl+T", "what no longer holds, too"),
        ("Tab", "list"),
        ("Tab n", "new article"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "every", show=False),
        Binding("f9,m", "leave", show=False),
        Binding("n", "write", show=False),
        Binding("tab,shift+tab", "turn", show=False, priority=True),
        Binding("slash", "to_box", show=False),
    ]

    def __init__(self, about: InView, typed: str = "") -> None:
        super().__init__("Manual")
        self._about, self._typed = about, typed
        self._every = False
        self._articles = Latest()

    def contents(self) -> ComposeResult:
        """The box, the list with the article beside it, and the foot."""
        yield LineInput(self._typed, placeholder="some words of what you want to know", id="wanted")
        with Horizontal(id="manual"):
            yield ItemList(framed=False, id="choices")
            yield ItemList(framed=False, id="article")
        yield LineView(id="keys", classes="foot -talks")

    def offered(self) -> Sequence[tuple[str, str]]:
        """A new article is offered to those who may write one."""
        return self.KEYS if writes_manual(self) else self.KEYS[:-1]

    def begin(self) -> None:
        """The cursor goes to the box: what is typed next belongs there."""
        self.list.led = True
        self.box.focus()

    @property
    def box(self) -> LineInput:
        """Where it is typed."""
        return self.query_one("#wanted", LineInput)

    @property
    def beside(self) -> ItemList:
        """The article beside the list."""
        return self.query_one("#article", ItemList)

    # --- searching ---------------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Search for what stands in the box now."""
        if self.shown is not None or self._reads.pending:
            self._typed = self.box.value
            self.read()

    def question(self, desk: Desk) -> Answer:
        """What is found, or what belongs to who is in view and what was written last."""
        typed, about, day = self._typed.strip(), self._about, desk.manual.today()
        if typed:
            return Answer(typed, (), desk.manual.find(typed, every=self._every), day)
        tied = desk.manual.about(about.products, about.kinds)
        keys = {each.key for each in tied}
        found = desk.manual.find("", every=self._every)
        return Answer("", tied, tuple(each for each in found if each.key not in keys), day)

    def rows(self, answer: Answer, width: int) -> list[Item]:
        """A title and a piece of the text for each."""
        return manual_items(answer.in_view, answer.found, answer.typed, width, answer.day)

    def _fill(self, answer: Answer) -> None:
        before = self.shown
        self.beside.display = self.size.width >= _BESIDE
        self.list.fill(
            lambda width: self.rows(answer, width), keep=before is not None and before.typed == answer.typed
        )
        self.moved()

    def came(self, before: Answer | None, at: object) -> None:
        """Rows were read; for other words the cursor begins at the top."""
        super().came(before, at)
        if self.shown is not None and (before is None or before.typed != self.shown.typed):
            self.list.action_far(0)
        self.moved()

    def _chosen(self) -> Found | None:
        every = () if self.shown is None else self.shown.all
        return next((each for each in every if each.key == self.list.key), None)

    # --- the article beside ------------------------------------------------------------------------------

    def on_item_list_moved(self) -> None:
        """Show the article the cursor went to."""
        self.moved()

    def moved(self) -> None:
        """Show the article under the cursor beside the list, where there is room for it."""
        found = self._chosen()
        if not self.beside.display:
            return
        if found is None:
            self.beside.show([])
        elif found.steps is not None:
            guide = found.steps
            self.beside.fill(lambda width: guide_items(guide, width), keep=False)
        else:
            self._read_article(found)

    def _read_article(self, found: Found) -> None:
        edition = found.edition
        assert edition is not None, "it is an article"

        def ask(desk: Desk) -> Opened:
            article_blocks(edition.version.text)  # read here, off the event loop, and remembered
            return desk.manual.opened(edition.article.id, edition.version.id)

        soon(self.app.counter.ask(ask), self._articles.only(self._show_article))

    def _show_article(self, done: Future[Opened]) -> None:
        if not self.is_running or done.exception() is not None:
            return  # it was taken back in this very moment: the list is being read anew
        opened = done.result()
        blocks = article_blocks(opened.edition.version.text)
        self.beside.fill(
            lambda width: _unpointed(
                article_items(opened.edition, opened.standing, opened.ties, blocks, width, opened.day)
            ),
            keep=False,
        )

    # --- keys --------------------------------------------------------------------------------------------

    def on_input_submitted(self) -> None:
        """Enter in the box reads what is under the cursor."""
        self._open()

    def on_item_list_chosen(self) -> None:
        """Enter in the list reads it."""
        self._open()

    def _open(self) -> None:
        found = self._chosen()
        if found is None:
            return
        if found.steps is not None:
            self.app.push_screen(GuidePage(found.steps, self._about))
        elif found.edition is not None:
            pinned = found.edition.version.id if self._every else None
            self.app.push_screen(ArticlePage(found.edition.article.id, found.edition.title, self._about, pinned))

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the box."""
        if not self.box.has_focus:
            return
        if event.key in ("down", "up"):
            self.list.action_move(1 if event.key == "down" else -1)
        elif event.key in ("pagedown", "pageup"):
            self.list.action_page(1 if event.key == "pagedown" else -1)
        elif event.key == "ctrl+j":
            self._open()

    def action_turn(self) -> None:
        """From the box to the list, and back."""
        (self.list if self.box.has_focus else self.box).focus()

    def action_to_box(self) -> None:
        """Back to the box, to look for something else."""
        self.box.focus()

    def action_every(self) -> None:
        """With what is over or retired, or without it."""
        self._every = not self._every
        self.say("What no longer holds is shown, too" if self._every else "Only what holds, now or later", Role.GOOD)
        self.read()

    def action_write(self) -> None:
        """Write a new article."""
        if may_write(self):
            self.app.open_form(new_form(self._about))


def _unpointed(items: Sequence[Item]) -> list[Item]:
    """The same without a cursor: what stands beside is only looked at."""
    return [Item(each.lines) for each in items]
