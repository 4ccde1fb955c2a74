"""The rows behind a number of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.board.rows import BoardRow
    from deskui.ui.panels.scene import Scene

_NAME: Final = 22
_WHEN: Final = 16
_GAP: Final = Span("  ")


def row_items(rows: Sequence[BoardRow], number: int, scene: Scene, width: int) -> list[Item]:
    """One item a row: when, whom, what, and below who and what became of it; how many are not shown at the end."""
    if not rows:
        return [Item((Line((span("There is none.", Role.STRONG),)),))]
    items = [Item(_lines(each, scene, width), (each.source, each.id)) for each in rows]
    if number > len(rows):
        said = f"The newest {len(rows):,} of {number:,} are shown; a shorter period shows the rest."
        items.append(Item((BLANK, Line((quiet(said),)))))
    return items


def _lines(row: BoardRow, scene: Scene, width: int) -> tuple[Line, ...]:
    when = moment_words(row.at, scene.now, scene.zone)
    name = cut(span(row.customer, Role.STRONG), _NAME)
    number = (quiet(f"#{row.case_number}"),) if row.case_number is not None else ()
    first = (
        quiet(f"{when:<{_WHEN}}"),
        _GAP,
        name,
        Span(" " * (_NAME - cells((name,)))),
        _GAP,
        span(row.what or "nothing written down"),
    )
    by = f"{scene.called(None, row.clerk)} · " if row.clerk else ""
    return Line(first, number), Line((Span(" " * (_WHEN + 2)), quiet(f"{by}{row.note}")))
