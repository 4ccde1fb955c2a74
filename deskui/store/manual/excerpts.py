"""A piece of an article around the words that were looked for, with these marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.manual.found import Pieces
    from deskui.store.manual.searching import Groups

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SIGNS: Final = re.compile(r"^[\s#>|*+-]+|\*\*|__|[`|]|\]\([^)\s]*\)|!?\[|https?://\S+", re.MULTILINE)
"""What is Markdown in a text and no word."""
_BEFORE: Final = 30
"""Letters of the text before the first hit."""
LONGEST: Final = 160
_READ: Final = 20_000
"""So many letters of a text are looked through."""


def excerpt(text: str, groups: Groups) -> Pieces:
    """The text from a little before the first word that was looked for; its beginning when none is in it."""
    plain = " ".join(_SIGNS.sub(" ", text[:_READ]).split())
    wanted = tuple(word for group in groups for word in group)
    first = _first(plain, wanted)
    start = 0
    if first > _BEFORE:
        start = plain.find(" ", first - _BEFORE) + 1
        start = start if 0 < start <= first else first
    shown = plain[start : start + LONGEST]
    return marked(f"… {shown}" if start else shown, groups)


def marked(line: str, groups: Groups) -> Pieces:
    """A line in pieces, those marked that begin as a word that was looked for does."""
    wanted = tuple(word for group in groups for word in group)
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _WORD.finditer(line) if wanted else ():
        if any(each.startswith(wanted) for each in fold(match[0]).split()):
            pieces += [(line[end : match.start()], False), (match[0], True)]
            end = match.end()
    return tuple(piece for piece in (*pieces, (line[end:], False)) if piece[0])


def _first(plain: str, wanted: Sequence[str]) -> int:
    """Where the first word that was looked for begins; -1 when none is there."""
    if not wanted:
        return -1
    if plain.isascii() and "'" not in plain:
        found = re.search(rf"\b(?:{'|'.join(map(re.escape, wanted))})", plain.lower())
        return -1 if found is None else found.start()
    return next((m.start() for m in _WORD.finditer(plain) if fold(m[0]).startswith(tuple(wanted))), -1)
