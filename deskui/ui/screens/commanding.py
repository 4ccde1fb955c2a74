"""Carrying out the commands of the registry: what the screens that take them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from deskui.commands import command
from deskui.errors import DeskError
from deskui.ui.lines import Role
from deskui.ui.openers import opener
from deskui.ui.widgets.bars import KeyBar
from deskui.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from deskui.commands import Command
    from deskui.ui.shell import Shell


class Commanding(Screen[None], Ground):
    """A screen that takes commands: its own, by a method `do_` and the id, and those that open a dialog."""

    app: Shell

    def on_screen_suspend(self) -> None:
        """A dialog is open: other keys work now."""
        self.query_one(KeyBar).rest(True)

    def on_screen_resume(self) -> None:
        """The keys of this screen work again."""
        self.query_one(KeyBar).rest(False)

    @property
    def kept_in_view(self) -> int:
        """Lines at the top that dialogs leave in view where they can: who is open."""
        return 0

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        raise NotImplementedError

    def opened_on(self) -> object:
        """The desk that dialogs opened from here are about."""
        return self

    def action_run(self, name: str) -> None:
        """A key of the registry was pressed."""
        self.run_command(name)

    def run_command(self, name: str) -> None:
        """Carry out a command, or say why it does not work here."""
        wanted = command(name)
        if reason := self.why_not(wanted):
            self.say(reason, Role.WARN)
            return
        own = getattr(self, f"do_{name}", None)
        try:
            if own is not None:
                own()
            else:
                opener(wanted)(self.opened_on())
        except DeskError as error:
            self.app.report(error)

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something in the last line."""
        self.query_one(KeyBar).say(sentence, role)

    def do_lock(self) -> None:
        """Hide the screen until somebody signs in."""
        self.app.action_lock()

    def do_switch(self) -> None:
        """Let another clerk sign in here."""
        self.app.action_switch()

    def do_keys(self) -> None:
        """Show what works here, and why something does not."""
        from deskui.ui.dialogs.help import Help

        self.app.push_screen(Help(self.why_not, self.app.overrides))

    def do_palette(self) -> None:
        """Show all commands by name."""
        from deskui.ui.palette import Palette

        def chosen(name: str | None) -> None:
            if name is not None:
                self.run_command(name)

        self.app.push_screen(Palette(self.why_not, self.app.overrides), chosen)
