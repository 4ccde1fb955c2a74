"""The first and the last line of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from deskui.commands import COMMANDS, Needs, Where, keys_of, shown
from deskui.ui.format import clock_words
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.timer import Timer

    from deskui.commands import Command
    from deskui.desk.session import Session
    from deskui.ui.panels.scene import Scene


class StatusLine(LineView):
    """Where we are, who is acting, and what time it is."""

    def tell(self, session: Session | None, scene: Scene) -> None:
        """Show the shop, the desk, the person and the clock."""
        if session is None:
            self.show_lines([Line((quiet(" opening …"),))])
            return
        me = session.employee
        who = f"{me.name}, {me.role.value}" if me else ""
        parts = [part for part in (session.shop, session.desk, who) if part]
        spans: list[Span] = [Span(" ")]
        for place, part in enumerate(parts):
            spans.append(quiet("  ·  ") if place else Span(""))
            spans.append(span(part, Role.TITLE if place == 0 else Role.QUIET))
        self.show_lines([Line(tuple(spans), (quiet(clock_words(scene.now, scene.zone) + " "),))])


class KeyBar(LineView):
    """The keys that work here; for a few seconds, what has just been done or refused."""

    STAYS = 6.0

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._keys: Line = Line()
        self._timer: Timer | None = None

    def keys(self, have: frozenset[Needs], overrides: Mapping[str, str]) -> None:
        """Show the keys whose needs are met."""
        shown_here = [each for each in COMMANDS if each.in_footer and each.needs in have]
        always = [each for each in shown_here if each.where is Where.DESK]
        self.offer([each for each in shown_here if each not in always], always, overrides)

    def offer(self, here: Iterable[Command], always: Iterable[Command], overrides: Mapping[str, str]) -> None:
        """Show the keys of these commands, those that always work at the right."""
        spans = [Span(" "), *self._of(here, overrides)]
        tail = self._of(always, overrides)
        self._keys = Line(tuple(spans), (*tail[:-1], Span(" ")))
        if self._timer is None:
            self.show_lines([self._keys])

    @staticmethod
    def _of(commands: Iterable[Command], overrides: Mapping[str, str]) -> list[Span]:
        spans: list[Span] = []
        for command in commands:
            key = shown(keys_of(command, overrides)[0])
            spans += [span(key, Role.KEY), Span(" "), quiet(command.title), Span("   ")]
        return spans

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Show a sentence in place of the keys for a while."""
        mark = {Role.GOOD: "✓ ", Role.BAD: "! ", Role.WARN: "! "}.get(role, "")
        self.show_lines([Line((Span(" "), span(mark + sentence, role)))])
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(max(self.STAYS, cell_len(sentence) / 12), self.hush)

    def hush(self) -> None:
        """Show the keys again."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.show_lines([self._keys])
