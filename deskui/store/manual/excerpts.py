"""A piece of an article around the words that were looked for, with these marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.manual.found import Pieces
    from deskui.store.manual.searching import Groups

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APART: Final = re.compile(r"^[\s#>|*+-]+(?=\s|\|)|\||\]\([^)\s]*\)|https?://\S+", re.MULTILINE)
_SIGNS: Final = re.compile(r"\*+|__|`|!?\[|^[#>\s]+|\](?=\W)", re.MULTILINE)
"""What is Markdown in a text and no word."""
_BEFORE: Final = 30
"""Letters of the text before the first hit."""
LONGEST: Final = 160
_AROUND: Final = 3 * LONGEST
"""So many letters on, signs and all, a piece is cut from."""
_READ: Final = 20_000
"""So many letters of a text are looked through."""
_TRIED: Final = 3
"""So many places are looked at: the first may be in an address."""


def excerpt(text: str, groups: Groups) -> Pieces:
    """The text from a little before the first word that was looked for; its beginning when none is in it."""
    wanted = tuple(word for group in groups for word in group)
    for _, place in zip(range(_TRIED), _places(text[:_READ], wanted), strict=False):
        start = max(0, text.rfind(" ", 0, max(0, place - _BEFORE)) + 1)
        shown = marked(_cleaned(text[start : start + _AROUND]), groups)
        if any(is_hit for _, is_hit in shown):
            return (("… ", False), *shown) if start else shown
    return marked(_cleaned(text[:_AROUND]), groups)


def marked(line: str, groups: Groups) -> Pieces:
    """A line in pieces, those marked that begin as a word that was looked for does."""
    wanted = tuple(word for group in groups for word in group)
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _WORD.finditer(line) if wanted else ():
        if _begins(match[0], wanted):
            pieces += [(line[end : match.start()], False), (match[0], True)]
            end = match.end()
    return tuple(piece for piece in (*pieces, (line[end:], False)) if piece[0])


def _cleaned(text: str) -> str:
    return " ".join(_SIGNS.sub("", _APART.sub(" ", text)).split())[:LONGEST]


def _places(text: str, wanted: Sequence[str]) -> Iterator[int]:
    """Where words that were looked for begin."""
    if wanted and text.isascii() and "'" not in text:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})", re.IGNORECASE)
        yield from (match.start() for match in pattern.finditer(text))
    elif wanted:
        yield from (match.start() for match in _WORD.finditer(text) if _begins(match[0], wanted))


def _begins(word: str, wanted: Sequence[str]) -> bool:
    plain = word.lower() if word.isascii() and word.isalnum() else fold(word)
    return any(each.startswith(tuple(wanted)) for each in plain.split())
