"""The command palette: every command of the registry by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from deskui.commands import COMMANDS, Where, keys_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Hits

    from deskui.commands import Command


class Commands(Provider):
    """Commands as hits; what does not work here says why when chosen."""

    async def discover(self) -> Hits:
        """All commands, in the order of the key table."""
        for command in self._commands():
            yield DiscoveryHit(self._name(command), self._runner(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Commands whose name or sentence matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            name = self._name(command)
            score = max(matcher.match(name), 0.8 * matcher.match(command.help))
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._runner(command), help=command.help)

    def _commands(self) -> list[Command]:
        return [each for each in COMMANDS if not each.fixed and each.where is not Where.FORM and each.id != "palette"]

    def _name(self, command: Command) -> str:
        overrides = getattr(self.app, "overrides", {})
        return f"{command.title.capitalize()}  ({shown(keys_of(command, overrides)[0])})"

    def _runner(self, command: Command) -> Callable[[], None]:
        def run() -> None:
            for screen in reversed(self.app.screen_stack):
                if hasattr(screen, "run_command"):
                    screen.run_command(command.id)
                    return

        return run
