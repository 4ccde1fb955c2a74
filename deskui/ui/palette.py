"""The command palette: every command of the registry by what it does, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.commands import COMMANDS, Where
from deskui.commands.printed import printed_keys
from deskui.ui.kit.sheet import AROUND, BACK, Sheet, keys_line
from deskui.ui.lines import Item, Line, Role, Span, quiet, span
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from deskui.commands import Command

OFFERED = tuple(each for each in COMMANDS if not each.fixed and each.where is not Where.FORM and each.id != "palette")
"""Every command that is not a mere movement, in the order of the key table."""


class Palette(Sheet[str]):
    """Commands by what was typed; Enter answers with the id of the one under the cursor."""

    BINDINGS = [("escape", "leave")]

    def __init__(self, why_not: Callable[[Command], str], overrides: Mapping[str, str]) -> None:
        super().__init__("All commands")
        self._why_not, self._overrides = why_not, overrides

    def contents(self) -> ComposeResult:
        """The box, what it leaves, and the keys."""
        yield LineInput(placeholder="some words of what you want to do", id="wanted")
        yield CommandList(framed=False, id="commands")
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Offer everything."""
        self.list.led = True
        self.query_one(".foot", LineView).show_lines([keys_line((("Enter", "do it"), BACK))])
        self._offer("")

    def on_resize(self) -> None:
        """Take as many lines as there are now."""
        self.list.styles.height = max(1, min(len(OFFERED), self.app.size.height - AROUND))

    @property
    def list(self) -> ItemList:
        """The commands on offer."""
        return self.query_one("#commands", ItemList)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Offer what has these words in it."""
        self._offer(message.value)

    def on_input_submitted(self) -> None:
        """Do what is under the cursor."""
        if self.list.key is not None:
            self.dismiss(str(self.list.key))

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the box."""
        if event.key in ("down", "up"):
            self.list.action_move(1 if event.key == "down" else -1)
        elif event.key in ("pagedown", "pageup"):
            self.list.action_page(1 if event.key == "pagedown" else -1)

    def _offer(self, typed: str) -> None:
        found = matching(typed)
        nothing = [Item((Line((quiet("No command has these words in it; ? has all keys."),)),))]
        self.list.fill(lambda _width: [self._row(each) for each in found] or nothing, keep=False)

    def _row(self, command: Command) -> Item:
        """What it does, and its keys at the right; quiet where it does not work, which it says why when chosen."""
        works = not self._why_not(command)
        key = printed_keys(command, self._overrides)
        words = span(command.help, Role.TEXT if works else Role.QUIET)
        return Item((Line((words,), (Span(key, Role.KEY if works else Role.QUIET),)),), command.id)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)


class CommandList(ItemList, can_focus=False):
    """The commands; its cursor is steered from the box above, which keeps the focus."""


def matching(typed: str) -> Iterable[Command]:
    """The commands that have all typed words in their title or sentence; those with words beginning so go first."""
    wanted = typed.casefold().split()

    def place(command: Command) -> tuple[bool, bool]:
        words = f"{command.title} {command.help}".casefold()
        begins = all(any(word.startswith(each) for word in words.split()) for each in wanted)
        return not command.help.casefold().startswith(typed.casefold().strip()), not begins

    found = [each for each in OFFERED if all(word in f"{each.title} {each.help}".casefold() for word in wanted)]
    return sorted(found, key=place)
