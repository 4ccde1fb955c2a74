"""`deskui keys`: the key table as the program will obey it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deskui.cli.columns import aligned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.cli.invocation import Invocation


@click.command("keys")
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Print the key table, with your own keys in it.

    The last column is the name in the [keys] table of the settings file, where the key can be changed.
    """
    click.echo("\n".join(key_lines(invocation.settings.key_overrides)))


def key_lines(overrides: Mapping[str, str]) -> list[str]:
    """One line a command: its keys, what it does, and its name in the settings file; a heading a part."""
    from deskui.commands import COMMANDS
    from deskui.commands.printed import printed_keys

    rows = [(printed_keys(each, overrides), each.help, "" if each.fixed else each.id) for each in COMMANDS]
    heading, *lines = aligned([("key", "does", "name"), *rows], widest=60)
    parts = [heading]
    for command, line in zip(COMMANDS, lines, strict=True):
        if (title := f"\n{command.where}") not in parts:
            parts.append(title)
        parts.append(line)
    return parts
