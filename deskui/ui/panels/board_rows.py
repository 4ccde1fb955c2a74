"""The rows behind a number of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.board.rows import BoardRow
    from deskui.ui.panels.scene import Scene

_NAME: Final = 22
_WHEN: Final = 16
_GAP: Final = Span("  ")
_INDENT: Final = _WHEN + 2
_MOST: Final = 6
"""Lines of what was said at most; the customer has all of it."""


def row_items(rows: Sequence[BoardRow], number: int, scene: Scene, width: int) -> list[Item]:
    """One item a row: when, whom, what, and below who and what became of it; how many are not shown at the end."""
    if not rows:
        return [Item((Line((span("There is none.", Role.STRONG),)),))]
    longest = max(cells((span(each.customer),)) for each in rows)
    called = min(longest, max(_NAME, width // 4))
    items = [Item(_lines(each, scene, width, called), (each.source, each.id)) for each in rows]
    if number > len(rows):
        said = f"The newest {len(rows):,} of {number:,} are shown; a shorter period shows the rest."
        items.append(Item((BLANK, Line((quiet(said),)))))
    return items


def _lines(row: BoardRow, scene: Scene, width: int, called: int) -> tuple[Line, ...]:
    """What was said stands beside the name where it fits, else in full below it."""
    name = cut(span(row.customer, Role.STRONG), called)
    front = (quiet(f"{moment_words(row.at, scene.now, scene.zone):<{_WHEN}}"), _GAP, name)
    number = (quiet(f"#{row.case_number}"),) if row.case_number is not None else ()
    what = row.what or "nothing written down"
    beside = wrapped(what, max(1, width - _INDENT - called - 4 - cells(number)), most=2)
    by = scene.called(None, row.clerk) if row.clerk else ""
    below = wrapped(" · ".join(filter(None, (by, row.note))), width, Role.QUIET, _INDENT) if by or row.note else ()
    if len(beside) == 1:
        gap = Span(" " * (called - cells((name,))))
        return (Line((*front, gap, _GAP, *beside[0].spans), number), *below)
    return (Line(front, number), *wrapped(what, width, indent=_INDENT, most=_MOST), *below)
