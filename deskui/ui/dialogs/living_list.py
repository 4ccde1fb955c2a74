"""A list over the desk that stays open: keys act on the row under the cursor, and every write is seen at once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.counter import soon
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, wrapped
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from textual.app import ComposeResult
    from textual.timer import Timer

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.app import DeskApp
    from deskui.ui.dialogs.form import Form
    from deskui.ui.lines import Item

Answer = TypeVar("Answer")

STAYS: Final = 6.0
"""Seconds that what was done or refused stays above the keys."""
_MOST: Final = 20
_AROUND: Final = 10
"""Lines of the frame, the foot and a little of the desk."""
_WIDTH: Final = 70


class LivingList(ModalScreen[None], Generic[Answer]):
    """Rows that are read anew after every write; what is said stands above the keys at its foot."""

    app: DeskApp
    KEYS: ClassVar[Sequence[tuple[str, str]]] = ()
    """The keys at the foot and what each does, but Esc, which is always back."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, title: str, at: object = None) -> None:
        super().__init__()
        self._title, self._at = title, at
        self._asked = self._came = 0
        self._hush: Timer | None = None
        self.shown: Answer | None = None
        """What was read last."""

    @abstractmethod
    def question(self, desk: Desk) -> Answer:
        """Read what is shown; runs on the lane."""

    @abstractmethod
    def rows(self, answer: Answer, width: int) -> list[Item]:
        """What was read, in lines of that width."""

    def compose(self) -> ComposeResult:
        """The list, what was done last, and the keys."""
        with Vertical(classes="sheet"):
            yield ItemList(framed=False, id="choices")
            yield LineView(id="keys", classes="foot")

    def on_mount(self) -> None:
        """Read the rows, and hear of every write."""
        self.query_one(".sheet").border_title = Content(span(self._title).text)
        self._tell((BLANK,))
        self.list.focus()
        self.app.changed.subscribe(self, self.on_changed)
        self.read()

    @property
    def list(self) -> ItemList:
        """The rows on screen."""
        return self.query_one("#choices", ItemList)

    @property
    def busy(self) -> bool:
        """Whether the rows are still on their way; keys are meant for them."""
        return not self._came

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        self.read()

    def read(self) -> None:
        """Ask for the rows as they are now."""
        self._asked += 1
        ticket = self._asked
        soon(self.app.counter.ask(self.question), lambda done: self._read(ticket, done))

    def _read(self, ticket: int, done: Future[Answer]) -> None:
        if ticket != self._asked or not self.is_running:
            return
        fresh, self._came = not self._came, ticket
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        self.shown = done.result()
        self._fill(self.shown)
        if fresh and self._at is not None:
            self.list.point_at(self._at)

    def _fill(self, answer: Answer) -> None:
        count = sum(len(item.lines) for item in self.rows(answer, _WIDTH))
        self.list.styles.height = max(1, min(_MOST, self.app.size.height - _AROUND, count))
        self.list.fill(lambda width: self.rows(answer, width))

    def on_resize(self) -> None:
        """Take as many lines as there are now."""
        if self.shown is not None:
            self._fill(self.shown)

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something above the keys for a while."""
        mark = "✓ " if role is Role.GOOD else "! "
        self._tell(wrapped(mark + sentence, self.query_one("#keys").size.width or _WIDTH, role, most=2))
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(max(STAYS, len(sentence) / 12), lambda: self._tell((BLANK,)))

    def _tell(self, said: Sequence[Line]) -> None:
        foot = self.query_one("#keys", LineView)
        pairs = ((Span(key, Role.KEY), quiet(f" {title}   ")) for key, title in (*self.KEYS, ("Esc", "back")))
        lines = (*said, Line(tuple(part for pair in pairs for part in pair)))
        foot.styles.height = len(lines)
        foot.show_lines(lines)

    def open_form(self, form: Form, said: Callable[[Form, Done], str] | None = None) -> None:
        """Show a form over the list; when it has saved, say so."""

        def closed(done: Done | None) -> None:
            if done is not None:
                self.app.say(f"{form.said}; u takes it back" if said is None else said(form, done))

        self.app.push_screen(form, closed)

    def action_undo(self) -> None:
        """Take my last entry back, as on the desk."""
        from deskui.ui.dialogs.actions import take_back

        take_back(self.app)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)
