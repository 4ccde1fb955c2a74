"""`deskui keys`: the key table as the program will obey it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deskui.cli.columns import aligned

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation


@click.command("keys")
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Print the key table, with your own keys in it.

    The last column is the name of the command in the [keys] table of the settings file.
    """
    click.echo("\n".join(key_lines(invocation.settings.key_overrides)))


def key_lines(overrides: dict[str, str]) -> list[str]:
    """One line a command: its keys, what it does, and its name in the settings file."""
    from deskui.commands import COMMANDS

    heading = ("key", "does", "name")
    rows = [(shown_keys(overrides.get(each.id, each.key)), each.help, each.id) for each in COMMANDS]
    return aligned([heading, *rows], widest=60)


def shown_keys(keys: str) -> str:
    """Keys as people write them: `ctrl+p,f1` becomes `Ctrl+P F1`."""
    return " ".join(_shown(key.strip()) for key in keys.split(",") if key.strip())


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    name = last if len(last) == 1 and not modifiers else _NAMES.get(last, last.replace("_", " ").title())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
