"""The first and the last line of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from deskui.commands import COMMANDS, Needs, Where, keys_of, shown
from deskui.ui.format import clock_words
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.timer import Timer

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
        spans: list[Span] = [Span(" ")]
        tail: list[Span] = []
        for command in COMMANDS:
            if command.in_footer and command.needs in have:
                key = shown(keys_of(command, overrides)[0])
                always = command.where is Where.DESK
                (tail if always else spans).extend(
                    (span(key, Role.KEY), Span(" "), quiet(command.title), Span("   "))
                )
        self._keys = Line(tuple(spans), (*tail[:-1], Span(" ")))
        if self._timer is None:
            self.show_lines([self._keys])

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
