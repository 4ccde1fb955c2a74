"""A question, and the keys that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from deskui.ui.kit.sheet import INNER, Sheet, is_low, keys_line
from deskui.ui.lines import BLANK, Role, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from deskui.ui.screens.desk import DeskScreen

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Way(Generic[Answer]):
    """An answer to a question: its keys, the one that is shown, and what it does in words."""

    keys: tuple[str, ...]
    shown: str
    words: str
    answer: Answer


class Question(Sheet[Answer]):
    """Sentences, a line each, with the keys that answer them; no other key does anything."""

    def __init__(self, sentences: Sequence[str], ways: Sequence[Way[Answer]]) -> None:
        super().__init__()
        self._sentences, self._ways = tuple(sentences), tuple(ways)

    def contents(self) -> ComposeResult:
        """The question and its keys."""
        yield LineView(id="question")

    def on_mount(self) -> None:
        """Write them."""
        asked = [line for each in self._sentences for line in wrapped(each, INNER)]
        gap = () if is_low(self.app.size) else (BLANK,)
        lines = [*asked, *gap, keys_line((way.shown, way.words) for way in self._ways)]
        view = self.query_one("#question", LineView)
        view.styles.height = len(lines)
        view.show_lines(lines)

    def wanted(self) -> int:
        """Its sentences, and the keys."""
        return len(self._sentences) + 2 + self.around

    def on_key(self, event: events.Key) -> None:
        """One of its keys; it must not reach the screen below, where it is a command."""
        for way in self._ways:
            if event.key in way.keys:
                event.stop()
                event.prevent_default()
                self.dismiss(way.answer)
                return


class Confirm(Question[bool]):
    """Only Enter does it and only Esc does not: letters may be meant for a form or the lookup."""

    def __init__(self, sentences: Sequence[str], yes: str) -> None:
        do_it = Way(("enter", "ctrl+j"), "Enter", yes, True)
        super().__init__(sentences, (do_it, Way(("escape",), "Esc", "leave it as it is", False)))

    def left_for(self, desk: DeskScreen) -> None:
        """On the desk again: what was asked about was not done, and that is said."""
        super().left_for(desk)
        desk.say(f"Nothing was done; the question was: {self._sentences[-1]}", Role.WARN)
