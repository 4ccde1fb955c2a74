"""The foot of a form: its keys, and what is said about what was typed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.ui.kit.look import Offer

_READ: Final = 1.0
"""Seconds a sentence stays although typing goes on: what is said of a paste comes with the paste."""


class FormFoot(LineView):
    """One sentence when there is one, and below it the keys of the form."""

    def __init__(self, leaving: str, *, enter_saves: bool = False, offers: bool = False) -> None:
        super().__init__(id="foot", classes="foot")
        self._leaving, self._enter_saves, self._offers = leaving, enter_saves, offers
        self._offer: Offer | None = None
        self._said: tuple[Line, ...] = ()
        self._said_at = 0.0

    def offer(self, offer: Offer | None) -> None:
        """Name what Ctrl+N would take, or nothing any more."""
        if offer != self._offer:
            self._offer = offer
            self._show()

    def say(self, said: Span) -> None:
        """Say one sentence, as many lines as it needs."""
        self.say_lines(wrapped(said.text, self._room, said.role))

    def say_lines(self, lines: Sequence[Line]) -> None:
        """Say these lines."""
        self._said, self._said_at = tuple(lines), monotonic()
        self._show()

    def wrap(self, words: str) -> tuple[Line, ...]:
        """Words in lines that fit here, eight at most."""
        return wrapped(words, self._room, most=8)

    def question(self, sentence: str) -> None:
        """Ask whether to save all the same; the same key again is the answer."""
        key = "Enter" if self._enter_saves else "Ctrl+S"
        answer = Line((Span(key, Role.KEY), quiet(" again saves it as it is")))
        self.say_lines([*wrapped(sentence, self._room, Role.WARN), answer])
        self.call_after_refresh(self.scroll_visible, animate=False)

    def hush(self) -> None:
        """Only the keys, unless the sentence has just been said."""
        if self._said and monotonic() - self._said_at > _READ:
            self._said = ()
            self._show()

    def keys_only(self) -> None:
        """Only the keys."""
        self._said = ()
        self._show()

    @property
    def _room(self) -> int:
        return self.size.width or 60

    def _show(self) -> None:
        offer = BLANK if self._offer is None else Line((Span("Ctrl+N", Role.KEY), span(f" {self._offer.title}")))
        lines = [*((offer,) if self._offers else ()), *self._said, self._keys()]
        self.styles.height = len(lines)
        self.show_lines(lines)

    def _keys(self) -> Line:
        save = (("Enter", "save"), ("Tab", "more")) if self._enter_saves else (("Ctrl+S", "save"), ("Tab", "next"))
        pairs = ((Span(key, Role.KEY), quiet(f" {title}   ")) for key, title in (*save, ("Esc", self._leaving)))
        return Line(tuple(part for pair in pairs for part in pair))
