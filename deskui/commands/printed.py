"""Keys as they are printed on keyboards, in the last line, in the help and in the key table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.commands import command, keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.commands import Command

_SHOWN: Final = {
    "slash": "/",
    "full_stop": ".",
    "question_mark": "?",
    "exclamation_mark": "!",
    "plus": "+",
    "asterisk": "*",
    "minus": "-",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "enter": "Enter",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}


def shown(key: str) -> str:
    """A key as it is printed on keyboards and in the table: `ctrl+p` is `Ctrl+P`, `slash` is `/`."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) > 1 else key


def printed_keys(command: Command, overrides: Mapping[str, str]) -> str:
    """All keys of a command."""
    return " ".join(map(shown, keys_of(command, overrides)))


def printed_key(name: str, overrides: Mapping[str, str]) -> str:
    """The first key of the command of that id."""
    return shown(keys_of(command(name), overrides)[0])


def key_in(command: Command, overrides: Mapping[str, str], *, typing: bool) -> str:
    """The key to show for a command; while `typing`, one that types no letter, or nothing."""
    printed = [shown(each) for each in keys_of(command, overrides)]
    return next((each for each in printed if not typing or len(each) > 1), "")
