"""One sentence, and the keys that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from deskui.ui.kit.sheet import INNER, Sheet, keys_line
from deskui.ui.lines import BLANK, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Way(Generic[Answer]):
    """An answer to a question: its keys, the one that is shown, and what it does in words."""

    keys: tuple[str, ...]
    shown: str
    words: str
    answer: Answer


class Question(Sheet[Answer]):
    """One sentence with the keys that answer it; no other key does anything."""

    def __init__(self, question: str, ways: Sequence[Way[Answer]]) -> None:
        super().__init__()
        self._question, self._ways = question, tuple(ways)

    def contents(self) -> ComposeResult:
        """The question and its keys."""
        yield LineView(id="question")

    def on_mount(self) -> None:
        """Write them."""
        asked = wrapped(self._question, INNER)
        view = self.query_one("#question", LineView)
        view.styles.height = len(asked) + 2
        view.show_lines([*asked, BLANK, keys_line((way.shown, way.words) for way in self._ways)])

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
