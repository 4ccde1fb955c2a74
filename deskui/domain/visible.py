"""Characters that steer a terminal or hide text, made visible: stored text is hostile until it is shown."""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters (C0, DEL, C1), bidi marks, Unicode's line separators, and lone surrogates."""

_MARKS: Final = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}


def visible(text: str) -> str:
    """The same text with each hidden character as a mark: `␛` for escape, `‹U+202E›` for a bidi override.

    A text of several lines is split first: line ends and tabs become marks too.
    """
    return text if text.isprintable() else HIDDEN.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    character = found[0]
    return _MARKS.get(character) or f"‹U+{ord(character):04X}›"
