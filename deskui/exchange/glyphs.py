"""Text for printers and fonts that cannot show every letter: what they lack is written in letters they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

_UNKNOWN: Final = "?"


def with_glyphs(text: str, can_show: Callable[[str], bool]) -> str:
    """The text with each sign that cannot be shown in plain letters, `张伟` as `ZhangWei`, else as `?`."""
    harmless = visible(text)
    if all(map(can_show, harmless)):
        return harmless
    return "".join(sign if can_show(sign) else _spelt(sign, can_show) for sign in harmless)


def _spelt(sign: str, can_show: Callable[[str], bool]) -> str:
    from anyascii import anyascii

    plain = anyascii(sign)
    if not plain and not sign.isprintable():
        return ""
    return plain if plain and all(map(can_show, plain)) else _joined_or_unknown(sign)


def _joined_or_unknown(sign: str) -> str:
    """Nothing for what only changes the sign before it, as accents and joiners do."""
    from unicodedata import category

    return "" if category(sign) in ("Mn", "Me", "Cf") else _UNKNOWN
