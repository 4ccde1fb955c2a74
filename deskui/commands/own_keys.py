"""The user's own keys: what the [keys] table of the settings may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.commands import COMMANDS, IN_DUE, Needs, Where, keys_of
from deskui.commands.printed import shown
from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.commands import Command


def check_overrides(overrides: Mapping[str, str], place: str) -> None:
    """Raises: Usage naming the key of [keys] that is no command, is fixed, or takes a key twice."""
    known = {command.id: command for command in COMMANDS}
    for name in overrides:
        if name not in known:
            raise Usage(f"{place}: [keys] {name} is not a command; `deskui keys` lists them.")
        if known[name].fixed:
            raise Usage(f"{place}: [keys] {name} cannot be changed.")
    desk = [command for command in COMMANDS if command.where not in (Where.FORM, Where.DUE, Where.BOARD)]
    due = [each for each in COMMANDS if each.needs is Needs.DUE or each.needs is Needs.NOTHING or each.id in IN_DUE]
    board = [each for each in COMMANDS if each.needs in (Needs.BOARD, Needs.NOTHING)]
    for together in (desk, *([each for each in some if each.where is not Where.FORM] for some in (due, board))):
        _check_apart(together, overrides, place)


def _check_apart(together: Iterable[Command], overrides: Mapping[str, str], place: str) -> None:
    taken: dict[str, str] = {}
    for command in together:
        for key in keys_of(command, overrides):
            if taken.setdefault(key, command.id) != command.id:
                raise Usage(f"{place}: [keys] gives {shown(key)} to both {taken[key]} and {command.id}.")
