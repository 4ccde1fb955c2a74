"""A group of commands that are imported when they are used, so that help and lookups start at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

import click

if TYPE_CHECKING:
    from click import Command, Context, HelpFormatter


class Lazy(NamedTuple):
    """A subcommand not imported yet: the module whose `command` it is, and its line in the help."""

    module: str
    help: str


SUBCOMMANDS: Final = {
    "demo": Lazy("deskui.cli.demo", "Open a throw-away sample shop."),
    "find": Lazy("deskui.cli.find", "Look a customer up without opening the desk."),
    "import": Lazy("deskui.cli.import_file", "Bring in customers, orders and benefits from a shop's export."),
    "story": Lazy("deskui.cli.story", "Tell a case from its first contact to now."),
    "board": Lazy("deskui.cli.board", "Count what was done: promises kept, contacts, visits, cases."),
    "slip": Lazy("deskui.cli.slip", "Write what the customer of a case takes along."),
    "check": Lazy("deskui.cli.check", "Look the database over, and say what is not as it was written."),
    "manual": Lazy("deskui.cli.manual", "Export, import and search the manual."),
    "setup": Lazy("deskui.cli.setup", "Export and import the set-up of the shop."),
    "pin": Lazy("deskui.cli.pin", "Give somebody on the staff list a new PIN, without the old one."),
    "keys": Lazy("deskui.cli.keys", "Print the key table, with your own keys in it."),
}


class LazyGroup(click.Group):
    """Knows its subcommands by name and help line alone."""

    def list_commands(self, ctx: Context) -> list[str]:
        """The names, in the order of the help."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command itself; its module is imported now."""
        if cmd_name not in SUBCOMMANDS:
            return None
        found: Command = import_module(SUBCOMMANDS[cmd_name].module).command
        return found

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in SUBCOMMANDS.items()])
