"""Lines made into what the terminal is sent: cut to the width, padded, and framed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from deskui.ui.lines import Line, Role, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style

_LEAST: Final = 8
"""Cells of a title that are left beside its tail."""


def strip_of(line: Line, width: int, styles: Mapping[Role, Style]) -> Strip:
    """A strip of exactly `width` cells; what does not fit on the left ends in an ellipsis."""
    tail, room = line.tail, width
    tail_width = sum(cell_len(each.text) for each in tail)
    if tail and tail_width + 1 < width:
        room = width - tail_width - 1
    else:
        tail = ()
    segments, used = _cut(line.spans, room, styles)
    gap = width - used - (tail_width if tail else 0)
    if gap > 0:
        segments.append(Segment(" " * gap, styles[Role.TEXT]))
    segments.extend(Segment(each.text, styles[each.role]) for each in tail)
    return Strip(segments, width)


def _cut(spans: Sequence[Span], room: int, styles: Mapping[Role, Style]) -> tuple[list[Segment], int]:
    segments: list[Segment] = []
    used = 0
    for each in spans:
        size = cell_len(each.text)
        if used + size > room:
            left = room - used
            if left > 0:
                segments.append(Segment(set_cell_size(each.text, left - 1) + "…", styles[each.role]))
            return segments, max(room, used)
        segments.append(Segment(each.text, styles[each.role]))
        used += size
    return segments, used


def frame_top(title: Line, width: int, frame: Style, styles: Mapping[Role, Style]) -> Strip:
    """The upper edge of a panel with its title, and the title's tail at the right; the title gives way to that."""
    tail_width = sum(cell_len(each.text) for each in title.tail)
    tail = list(title.tail) if tail_width and tail_width + _LEAST + 9 <= width else []
    inner, used = _cut(title.spans, max(0, width - (tail_width + 9 if tail else 6)), styles)
    fill = width - used - 5 - (tail_width + 3 if tail else 0)
    segments = [Segment("╭─ ", frame), *inner, Segment(" " + "─" * max(0, fill), frame)]
    if tail:
        segments.append(Segment(" ", frame))
        segments.extend(Segment(each.text, styles[each.role]) for each in tail)
        segments.append(Segment(" ─", frame))
    segments.append(Segment("╮", frame))
    return Strip(segments).adjust_cell_length(width)


def frame_bottom(note: str, width: int, frame: Style, styles: Mapping[Role, Style]) -> Strip:
    """The lower edge of a panel, with a short note (such as +14) near its right end."""
    if not note or len(note) + 6 > width:
        return Strip([Segment("╰" + "─" * (width - 2) + "╯", frame)], width)
    left = width - len(note) - 5
    return Strip(
        [
            Segment("╰" + "─" * left + " ", frame),
            Segment(note, styles[Role.QUIET]),
            Segment(" ─╯", frame),
        ],
        width,
    )
