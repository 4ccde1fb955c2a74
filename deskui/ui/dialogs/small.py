"""Dialogs with one question: yes or no, or one of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

Answer = TypeVar("Answer")
_ROOM: Final = 70
"""Cells of a sheet."""


@dataclass(frozen=True, slots=True)
class Way(Generic[Answer]):
    """An answer to a question: its keys, the one that is shown, and what it does in words."""

    keys: tuple[str, ...]
    shown: str
    words: str
    answer: Answer


class Question(ModalScreen[Answer]):
    """One sentence with the keys that answer it; no other key does anything."""

    def __init__(self, question: str, ways: Sequence[Way[Answer]]) -> None:
        super().__init__()
        self._question, self._ways = question, tuple(ways)

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        with Vertical(classes="sheet"):
            yield LineView(id="question")

    def on_mount(self) -> None:
        """Write them."""
        keys: list[Span] = []
        for way in self._ways:
            keys += [span(way.shown, Role.KEY), quiet(f" {way.words}   ")]
        asked = wrapped(self._question, _ROOM)
        view = self.query_one("#question", LineView)
        view.styles.height = len(asked) + 2
        view.show_lines([*asked, BLANK, Line(tuple(keys))])

    def on_key(self, event: events.Key) -> None:
        """One of its keys; it must not reach the screen below, where it is a command."""
        for way in self._ways:
            if event.key in way.keys:
                event.stop()
                event.prevent_default()
                self.dismiss(way.answer)
                return


class Confirm(Question[bool]):
    """One sentence; Enter does it, Esc does not."""

    def __init__(self, question: str, yes: str) -> None:
        do_it = Way(("enter", "ctrl+j", "y"), "Enter", yes, True)
        super().__init__(question, (do_it, Way(("escape", "n", "q"), "Esc", "leave it as it is", False)))


class Chooser(ModalScreen[object]):
    """A list of which one is chosen by Enter; other keys listed at its foot close it with (key, item)."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self, title: str, items: Sequence[Item], keys: Sequence[tuple[str, str]] = (), at: object = None
    ) -> None:
        super().__init__()
        self._title, self._items, self._keys, self._at = title, tuple(items), tuple(keys), at

    def compose(self) -> ComposeResult:
        """The list, and its keys."""
        with Vertical(classes="sheet"):
            yield ItemList(framed=False, id="choices")
            yield LineView(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Fill the list."""
        sheet = self.query_one(".sheet")
        sheet.border_title = Content(span(self._title).text)
        choices = self.query_one("#choices", ItemList)
        choices.styles.height = max(1, min(18, sum(len(item.lines) for item in self._items)))
        choices.show(self._items)
        choices.point_at(self._at)
        choices.focus()
        spans: list[Span] = [Span("Enter", Role.KEY), quiet(" choose   ")]
        for key, title in self._keys:
            spans += [Span(key, Role.KEY), quiet(f" {title}   ")]
        self.query_one("#foot", LineView).show_lines([Line((*spans, Span("Esc", Role.KEY), quiet(" back")))])

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter on a row."""
        self.dismiss(("enter", message.key))

    def on_key(self, event: events.Key) -> None:
        """One of the keys at the foot; it must not reach the screen below, where it is a command."""
        if event.character in [each for each, _ in self._keys]:
            event.stop()
            event.prevent_default()
            self.dismiss((event.character, self.query_one("#choices", ItemList).key))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
