"""What a search of the manual found, a title and a piece of the text for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.manual.found import Standing
from deskui.domain.moments import date_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deskui.domain.manual.found import Found, Pieces

_INDENT: Final = Span("  ")

_EMPTY: Final = "The manual is empty. Tab, then n writes the first article; supervisors and administrators may."


def manual_items(in_view: Sequence[Found], found: Sequence[Found], typed: str, width: int, today: date) -> list[Item]:
    """What belongs to who is in view, then what was found, or written last."""
    items: list[Item] = []
    if in_view:
        items += [_heading("About what is in view"), *(_item(each, width, today) for each in in_view)]
    if found and in_view:
        items.append(_heading("All others, newest first", BLANK))
    items += [_item(each, width, today) for each in found]
    if not items and typed:
        words = f"Nothing in the manual has “{typed}” in it; fewer or other words may find it."
        items.append(Item(wrapped(words, width, Role.QUIET)))
    elif not items:
        items.append(Item(wrapped(_EMPTY, width, Role.QUIET)))
    return items


def _heading(words: str, *above: Line) -> Item:
    return Item((*above, Line((Span(words, Role.TITLE),))))


def _item(found: Found, width: int, today: date) -> Item:
    tail = _tail(found, today)
    title = _spans(found.title, Role.TEXT, max(12, width - cells(tail) - 2))
    return Item((Line(title, tail), Line((_INDENT, *_spans(found.excerpt, Role.QUIET, width - 2)))), found.key)


def _tail(found: Found, today: date) -> tuple[Span, ...]:
    kind = quiet("guide, step by step" if found.steps is not None else found.kind.value)
    if found.standing is Standing.RETIRED:
        return (span("retired  ", Role.WARN), kind)
    if found.edition is not None and found.standing is Standing.LATER:
        return (span(f"from {date_words(found.edition.version.valid_from, today.year)}  ", Role.WARN), kind)
    if found.standing is Standing.OVER:
        return (span("no longer so  ", Role.WARN), kind)
    if found.changes_on is not None:
        return (span(f"changes {date_words(found.changes_on, today.year)}  ", Role.WARN), kind)
    return (kind,)


def _spans(pieces: Pieces, role: Role, room: int) -> tuple[Span, ...]:
    shown: list[Span] = []
    left = room
    for text, is_hit in pieces:
        part = cut(span(text, Role.KEY if is_hit else role), left)
        shown.append(part)
        left -= cells((part,))
        if left <= 0:
            break
    return tuple(shown)
