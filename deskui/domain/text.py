"""Text as people type it and files bring it: what is accepted, and how long it may be."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from deskui.errors import BadInput

LONGEST_LINE: Final = 200
"""Longest name, label, number or title, in characters."""
LONGEST_TEXT: Final = 20_000
"""Longest note or summary, in characters."""

_FORBIDDEN: Final = re.compile("[\x00\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS: Final = re.compile(r"\s+")


def clean_line(value: str, what: str, *, longest: int = LONGEST_LINE, needed: bool = False) -> str:
    """One line of text: blanks folded to one, composed (NFC), of at most `longest` characters.

    Raises: BadInput naming `what` when it is too long, holds control characters, or is empty though `needed`.
    """
    line = _BLANKS.sub(" ", unicodedata.normalize("NFC", _refuse_hidden(value, what))).strip()
    return _bounded(line, what, longest, needed)


def clean_text(value: str, what: str, *, longest: int = LONGEST_TEXT, needed: bool = False) -> str:
    """Text of several lines: line ends made plain, blanks at the ends dropped, composed (NFC).

    Raises: BadInput naming `what` when it is too long, holds control characters, or is empty though `needed`.
    """
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", _refuse_hidden(plain, what)).split("\n"))
    return _bounded("\n".join(lines).strip(), what, longest, needed)


def storable(value: str) -> bool:
    """Whether both engines can keep this text as it is: no NUL and no lone surrogate (shared hazard of both)."""
    return _FORBIDDEN.search(value) is None


def without_hidden(value: str) -> str:
    """The same text without control and bidi characters; for imports, where a stray mark must not cost a row."""
    return _CONTROL.sub("", _FORBIDDEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")))


def _refuse_hidden(value: str, what: str) -> str:
    if not storable(value) or _CONTROL.search(value):
        raise BadInput(f"{what} holds characters that cannot be seen; type it again without them.", what)
    return value


def _bounded(value: str, what: str, longest: int, needed: bool) -> str:
    if needed and not value:
        raise BadInput(f"{what} is empty; type it first.", what)
    if len(value) > longest:
        raise BadInput(f"{what} is {len(value):,} characters long; {longest:,} is the most.", what)
    return value
