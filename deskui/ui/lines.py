"""Painted text: spans of data with a role, put together to lines; data is never parsed as markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """What a piece of text is to the reader; the theme decides how it looks."""

    NAME = "name"
    """The customer in front of us: the first thing the eye meets, and the only one on a ground of its own."""
    TEXT = "text"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUIET = "quiet"
    FAINT = "faint"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    TITLE = "title"
    KEY = "key"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and what it is; made by `span`, so that no control character is in it."""

    text: str
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Line:
    """Spans from the left, and spans that keep to the right edge; the left ones give way, with an ellipsis."""

    spans: tuple[Span, ...] = ()
    tail: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: its lines, and the key the cursor stays on; without a key it is passed over."""

    lines: tuple[Line, ...]
    key: object = None


BLANK = Line()

_LONGEST: Final = 1_000
"""Characters of a span: more than any terminal is wide, and few enough to be measured again and again."""
_PER_CELL: Final = 8
"""Characters that may share a cell, as accents and joined emoji do; more than that is cut with the line."""


def span(text: object, role: Role = Role.TEXT) -> Span:
    """Text of any origin as one span of a single line, control and bidi characters made visible."""
    words = str(text)
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    return Span(visible(" ".join(words.split("\n"))), role)


def line(*parts: Span | str, tail: Iterable[Span] = ()) -> Line:
    """A line of spans and plain words of our own."""
    spans = tuple(part if isinstance(part, Span) else Span(part) for part in parts)
    return Line(spans, tuple(tail))


def quiet(text: object) -> Span:
    """Text that steps back."""
    return span(text, Role.QUIET)


def strong(text: object) -> Span:
    """Text that stands out among its neighbours."""
    return span(text, Role.STRONG)


def spaced(parts: Iterable[Span | None], gap: str = "  ") -> tuple[Span, ...]:
    """Spans with a gap between those that have text."""
    shown = [part for part in parts if part is not None and part.text]
    put: list[Span] = []
    for place, part in enumerate(shown):
        if place:
            put.append(Span(gap, Role.QUIET))
        put.append(part)
    return tuple(put)


def wrapped(text: str, width: int, role: Role = Role.TEXT, indent: int = 0, most: int = 0) -> tuple[Line, ...]:
    """A text in lines of at most `width` cells, blanks as breaks; `most` lines at most, the last with an ellipsis."""
    from rich.cells import cell_len

    room = max(8, width - indent)
    longest = (most + 1) * room * _PER_CELL if most else len(text)
    text, is_cut = text[:longest], len(text) > longest
    found: list[str] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        current = ""
        for word in visible(paragraph).split():
            for piece in _pieces(word, room):
                if current and cell_len(current) + 1 + cell_len(piece) > room:
                    found.append(current)
                    current = piece
                else:
                    current = f"{current} {piece}" if current else piece
        found.append(current)
    if most and (is_cut or len(found) > most):
        found = [*found[: most - 1], f"{found[most - 1]} …"] if len(found) >= most else [*found, "…"]
    return tuple(Line((Span(" " * indent + each, role),)) for each in found)


def _pieces(word: str, room: int) -> list[str]:
    """A word cut where it is longer than a whole line."""
    from rich.cells import chop_cells

    return [word] if len(word) <= room // 2 else chop_cells(word, room)
