"""The first and the last line of the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.cells import cell_len

from deskui.commands import COMMANDS, Command, command
from deskui.commands.printed import key_in
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, joined
from deskui.ui.panels.status import status_line
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.timer import Timer

    from deskui.commands import Command, Needs
    from deskui.desk.session import Session
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Shell

Key: TypeAlias = "tuple[Span, ...]"
"""A key and what it does."""
_ALWAYS: Final = ("keys", "quit")
_GAP: Final = "   "


class StatusLine(LineView):
    """Where we are, who is acting, what is due, how long the visit lasts, and what time it is."""

    app: Shell

    def on_mount(self) -> None:
        """Follow the counts as they come, and a visit by the second."""
        self.app.status_changed.subscribe(self, self._again)
        self.set_interval(1, self._next_second)

    def tell(self, session: Session | None, scene: Scene) -> None:
        """Show the person, the clock, and what the app knows of the day and the visit."""
        if session is None:
            self.show_lines([Line((quiet(" opening …"),))])
            return
        width = self.size.width or self.app.size.width
        self.show_lines([status_line(session, scene, self.app.day_counts.day, self.app.visiting.visit, width)])
        self._through_dialogs()

    def _through_dialogs(self) -> None:
        """A dialog below another one keeps what it painted of the screen behind it, and has to paint it anew."""
        stack = self.app.screen_stack
        if self.screen in stack:
            for between in stack[stack.index(self.screen) + 1 : -1]:
                between.refresh(self.region)

    def on_resize(self) -> None:
        """Say as much as fits now."""
        self._again()

    def _again(self, _changed: object = None) -> None:
        self.tell(self.app.session, self.app.scene())

    def _next_second(self) -> None:
        """Below a dialog it moves with the screen's own tick alone: there a line cannot be painted by itself."""
        if self.app.visiting.visit is not None and self.screen.is_active:
            self._again()


class KeyBar(LineView):
    """The keys that work here; for a few seconds, what has just been done or refused."""

    STAYS = 6.0
    LINGERS = 12.0
    """Seconds that a quiet word stays, such as what is half typed: nobody waits for it, and it must be seen."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._here: tuple[Key, ...] = ()
        self._always: tuple[Key, ...] = ()
        self._timer: Timer | None = None
        self._rests = False
        self._said: Line | None = None

    def rest(self, rests: bool) -> None:
        """Show neither keys nor what was said before while a dialog, which has keys of its own, is open above."""
        self._rests = rests
        if rests:
            self.hush()
        else:
            self._show_keys()

    def keys(
        self, have: frozenset[Needs], overrides: Mapping[str, str], *, enter: str = "", typing: bool = False
    ) -> None:
        """Show the keys whose needs are met, and what Enter does; while `typing`, only those that are no letters."""
        here = sorted((each for each in COMMANDS if each.footer and each.needs in have), key=lambda each: each.footer)
        always = [each for each in here if each.id in _ALWAYS]
        first = [replace(command("open"), title=enter)] if enter else []
        self.offer([*first, *(each for each in here if each not in always)], always, overrides, typing=typing)

    def offer(
        self,
        here: Iterable[Command],
        always: Iterable[Command],
        overrides: Mapping[str, str],
        *,
        typing: bool = False,
    ) -> None:
        """Show the keys of these commands, as many as fit; those that are never left out stand at the right."""
        self._here, self._always = (
            tuple(_key(each, key) for each in some if (key := key_in(each, overrides, typing=typing)))
            for some in (here, always)
        )
        self._show_keys()

    def on_resize(self) -> None:
        """Show as many keys as fit now."""
        self._show_keys()

    def _show_keys(self) -> None:
        if self._said is not None:
            self.show_lines([self._said])
        else:
            here, always = ((), ()) if self._rests else (self._here, self._always)
            self.show_lines([_keys_line(here, always, self.size.width or self.app.size.width)])

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Show a sentence in place of the keys for a while."""
        mark = {Role.GOOD: "✓ ", Role.BAD: "! ", Role.WARN: "! "}.get(role, "")
        self._said = _sentence(mark + sentence, role, self.size.width or self.app.size.width)
        if not self._is_said_above:
            self.show_lines([self._said])
        if self._timer is not None:
            self._timer.stop()
        stays = self.LINGERS if role is Role.QUIET else max(self.STAYS, cell_len(sentence) / 12)
        self._timer = self.set_timer(stays, self.hush)

    @property
    def _is_said_above(self) -> bool:
        """Whether a dialog above says the same; it is said here once that is closed."""
        return self._rests and self.app.screen is not self.screen and hasattr(self.app.screen, "say")

    def hush(self) -> None:
        """Show the keys again."""
        self._said = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._show_keys()


def _sentence(words: str, role: Role, width: int) -> Line:
    """A sentence in one line; where it is too long, its last part, which says what may follow, is never cut."""
    first, _, last = words.rpartition("; ")
    if not first or cell_len(words) < width:
        return Line((Span(" "), span(words, role)))
    return Line((Span(" "), span(first, role)), (span(last, role), Span(" ")))


def _key(command: Command, key: str) -> Key:
    """`c contact`."""
    return (span(key, Role.KEY), Span(" "), quiet(command.title))


def _keys_line(here: Iterable[Key], always: Sequence[Key], width: int) -> Line:
    """Whole keys only: of those that may give way the first that fit beside those that always stand there."""
    tail = (*joined(always, _GAP), Span(" "))
    room = width - cells(tail) - len(_GAP)
    fit: list[Key] = []
    for each in here:
        if cells(joined([*fit, each], _GAP)) < room:
            fit.append(each)
    return Line((Span(" "), *joined(fit, _GAP)), tail)
