"""A list over the desk that stays open: keys act on the row under the cursor, and every write is seen at once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding, BindingType

from deskui.commands import command
from deskui.ui.counter import Latest, soon
from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_lines
from deskui.ui.lines import BLANK, Role, wrapped
from deskui.ui.openers import opener
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from textual.app import ComposeResult
    from textual.timer import Timer

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.lines import Item, Line

Answer = TypeVar("Answer")

STAYS: Final = 6.0
"""Seconds that what was done or refused stays above the keys."""
_MOST: Final = 20


class LivingList(Sheet[None], Generic[Answer]):
    """Rows that are read anew after every write; what is said stands above the keys at its foot."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = ()
    """The keys and what each does, but Esc, which is always back; `offered` says which of them stand at the foot."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,ctrl+z", "undo", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, title: str, at: object = None) -> None:
        super().__init__(title)
        self._at = at
        self._reads = Latest()
        self._hush: Timer | None = None
        self._said: tuple[Line, ...] = (BLANK,)
        self.shown: Answer | None = None
        """What was read last."""

    @abstractmethod
    def question(self, desk: Desk) -> Answer:
        """Read what is shown; runs on the lane."""

    @abstractmethod
    def rows(self, answer: Answer, width: int) -> list[Item]:
        """What was read, in lines of that width."""

    def contents(self) -> ComposeResult:
        """The list, what was done last, and the keys."""
        yield ItemList(framed=False, id="choices")
        yield LineView(id="keys", classes="foot -talks")

    def on_mount(self) -> None:
        """Read the rows, and hear of every write."""
        self._tell((BLANK,))
        self.begin()
        self.app.changed.subscribe(self, self.on_changed)
        self.read()

    def begin(self) -> None:
        """Put the focus where keys belong at first."""
        self.list.focus()

    @property
    def list(self) -> ItemList:
        """The rows on screen."""
        return self.query_one("#choices", ItemList)

    @property
    def busy(self) -> bool:
        """Whether the rows are still on their way; keys are meant for them."""
        return self.shown is None

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        self.read()

    def read(self) -> None:
        """Ask for the rows as they are now."""
        soon(self.ask(), self._reads.only(self._read))

    def ask(self) -> Future[Answer]:
        """Have the question answered; what takes long is asked on the lane of long reads instead."""
        return self.app.counter.ask(self.question)

    def _read(self, done: Future[Answer]) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            self.app.report(error)
            return
        before, self.shown = self.shown, done.result()
        at = self._at if before is None else self.list.key
        self._fill(self.shown)
        self.came(before, at)

    def came(self, before: Answer | None, at: object) -> None:
        """Rows were read, `before` being those of the last time; the cursor goes to `at`, where it was, or begins."""
        if before is None and at is not None:
            self.list.point_at(at)

    def _fill(self, answer: Answer) -> None:
        self.list.styles.height = min(self.room(_MOST), max(1, self.lines(answer)))
        self.list.fill(lambda width: self.rows(answer, width))

    def lines(self, answer: Answer) -> int:
        """Lines that all rows take."""
        return sum(len(item.lines) for item in self.rows(answer, INNER))

    def on_resize(self) -> None:
        """Take as many lines as there are now."""
        self._tell(self._said)
        if self.shown is not None:
            self._fill(self.shown)

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something above the keys for a while."""
        mark = {Role.GOOD: "✓ ", Role.QUIET: ""}.get(role, "! ")
        self._tell(wrapped(mark + sentence, self.query_one("#keys").size.width or INNER, role, most=2))
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(max(STAYS, len(sentence) / 12), self.hush)

    def hush(self) -> None:
        """Only the keys."""
        if self._hush is not None:
            self._hush.stop()
            self._hush = None
        self._tell((BLANK,))

    def _tell(self, said: Sequence[Line]) -> None:
        self._said = tuple(said)
        foot, lines = self.query_one("#keys", LineView), self._foot(said)
        foot.styles.height = len(lines)
        foot.show_lines(lines)

    def _foot(self, said: Sequence[Line]) -> Sequence[Line]:
        """What is said, above the keys."""
        return (*said, *keys_lines((*self.offered(), BACK), self.query_one("#keys").size.width or INNER))

    def offered(self) -> Sequence[tuple[str, str]]:
        """The keys at the foot: those of what the person acting may do with the row under the cursor."""
        return self.KEYS

    def offer_again(self) -> None:
        """Show the keys as they are for the row under the cursor now."""
        self._tell(self._said)

    def action_undo(self) -> None:
        """Take my last entry back, as on the desk."""
        opener(command("undo"))(self)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)
