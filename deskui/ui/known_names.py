"""Names in the settings that only the screen toolkit knows: themes and keys."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping


def refuse_unknown(theme: str, keys: Mapping[str, str]) -> None:
    """Raises: Usage naming a theme or a key that the toolkit does not know."""
    from textual.keys import Keys
    from textual.theme import BUILTIN_THEMES

    if theme and theme not in BUILTIN_THEMES:
        raise Usage(f"There is no theme {theme!r}; T in the app lists them, such as nord or textual-light.")
    known = {each.value for each in Keys}
    for name, typed in keys.items():
        for key in (each.strip() for each in typed.split(",")):
            bare = key.rpartition("+")[2]
            if len(bare) != 1 and key not in known and bare not in known and not _is_character(bare):
                raise Usage(f"[keys] {name}: {key!r} is no key; write such as f7, ctrl+t or question_mark.")


def _is_character(name: str) -> bool:
    """Whether it is the toolkit's name of a character, such as `question_mark`."""
    from textual.keys import _get_unicode_name_from_key

    try:
        unicodedata.lookup(_get_unicode_name_from_key(name))
    except KeyError:
        return name in ("slash", "minus", "plus", "at", "backslash", "underscore")
    return True
