"""The user's own keys: what the [keys] table of the settings may say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskui.commands import ALSO, ANYWHERE, COMMANDS, Needs, Where, keys_of
from deskui.commands.printed import shown
from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.commands import Command

_ELSEWHERE: Final = (Where.FORM, Where.DUE, Where.CALLS, Where.BOARD, Where.REVIEW)
"""Parts of the key table whose keys mean something else on the desk."""
_OVER_ALL: Final = (*ANYWHERE, "find", "review", "undo", "keys", "manual")
"""Commands that work in a dialog as well."""
_NO_LETTER: Final = re.compile(r"(ctrl\+|f[0-9]+$)")


def check_overrides(overrides: Mapping[str, str], place: str) -> None:
    """Raises: Usage naming the key of [keys] that is no command, is fixed, or takes a key twice."""
    known = {command.id: command for command in COMMANDS}
    for name in overrides:
        if name not in known:
            raise Usage(f"{place}: [keys] {name} is not a command; `deskui keys` lists them.")
        if known[name].fixed:
            raise Usage(f"{place}: [keys] {name} cannot be changed.")
        if name in ANYWHERE and any(_NO_LETTER.match(key) is None for key in keys_of(known[name], overrides)):
            raise Usage(f"{place}: [keys] {name} works while text is typed; give it an F key, or one with Ctrl.")
    _check_apart((each for each in COMMANDS if each.where not in _ELSEWHERE), overrides, place)
    for there in (Where.DUE, Where.CALLS, Where.BOARD):
        elsewhere = {each for each in _ELSEWHERE if each is not there}
        listed = (each for each in COMMANDS if each.needs is Needs.NOTHING or _is_of(each, there))
        _check_apart((each for each in listed if each.where not in elsewhere), overrides, place)
    _check_apart((each for each in COMMANDS if _is_of(each, Where.REVIEW) or each.id in _OVER_ALL), overrides, place)


def _is_of(command: Command, there: Where) -> bool:
    return command.where is there or command.id in ALSO.get(there, ())


def _check_apart(together: Iterable[Command], overrides: Mapping[str, str], place: str) -> None:
    taken: dict[str, str] = {}
    for command in together:
        for key in keys_of(command, overrides):
            if taken.setdefault(key, command.id) != command.id:
                raise Usage(f"{place}: [keys] gives {shown(key)} to both {taken[key]} and {command.id}.")
