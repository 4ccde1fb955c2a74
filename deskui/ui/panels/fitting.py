"""Parts of a line that are shown whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from deskui.ui.lines import Line, Role, Span, quiet, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DOT: Final = "  ·  "


def cells(spans: Iterable[Span]) -> int:
    """How wide these spans are together."""
    return sum(cell_len(each.text) for each in spans)


def cut(part: Span, room: int) -> Span:
    """The span in at most `room` cells; what is left out shows as an ellipsis."""
    if cell_len(part.text) <= room:
        return part
    return Span(set_cell_size(part.text, room - 1).rstrip() + "…" if room > 1 else "", part.role)


def joined(groups: Sequence[Sequence[Span]], gap: str = DOT) -> tuple[Span, ...]:
    """Groups of spans one after the other, a gap between two of them."""
    put: list[Span] = []
    for group in groups:
        put += [*([Span(gap, Role.QUIET)] if put else []), *group]
    return tuple(put)


def fitting(groups: Sequence[Sequence[Span]], room: int, more: str = " more", gap: str = DOT) -> tuple[Span, ...]:
    """As many groups as fit into the room, the first one in any case, and how many are left out: `+2 more`."""
    shown = len(groups)
    while shown > 1 and cells(_with_rest(groups, shown, more, gap)) > room:
        shown -= 1
    return _with_rest(groups, shown, more, gap)


def _with_rest(groups: Sequence[Sequence[Span]], shown: int, more: str, gap: str) -> tuple[Span, ...]:
    rest = len(groups) - shown
    return joined([*groups[:shown], *([(quiet(f"+{rest}{more}"),)] if rest else [])], gap)


def whole(parts: Iterable[Span], room: int, gap: str = DOT) -> tuple[Span, ...]:
    """The parts that fit side by side into the room, the first in any case; nothing tells of the rest."""
    shown: list[tuple[Span]] = []
    for part in parts:
        if part.text and (not shown or cells(joined([*shown, (part,)], gap)) <= room):
            shown.append((part,))
    return joined(shown, gap)


def flowing(parts: Iterable[Span | None], width: int, indent: int = 0, gap: str = " · ") -> tuple[Line, ...]:
    """Parts side by side in as many lines as they need, none of them broken."""
    lines: list[list[Span]] = []
    for part in parts:
        if part is None or not part.text:
            continue
        if lines and cells(lines[-1]) + len(gap) + cell_len(part.text) <= width - indent:
            lines[-1] += [Span(gap, Role.QUIET), part]
        else:
            lines.append([part])
    return tuple(Line((Span(" " * indent), *each)) for each in lines)


def laid(ways: Sequence[Sequence[Span | None]], width: int, gap: str = DOT) -> tuple[Line, ...]:
    """The first of these ways to say it that fits into a line; if none does the last one, in lines as it needs."""
    lines = (Line(spaced(way, gap)) for way in ways)
    fit = next((each for each in lines if cells(each.spans) <= width), None)
    return flowing(ways[-1], width, gap=gap) if fit is None else (fit,)


def given(name: str) -> str:
    """The first word of a name, for where all of it does not fit."""
    return name.partition(" ")[0]


def packed(groups: Sequence[Sequence[Span]], width: int, room: int) -> list[tuple[Span, ...]]:
    """The groups in at most `room` lines, and in the last one how many are left out."""
    lines: list[tuple[Span, ...]] = []
    left = list(groups)
    while left and len(lines) < room - 1:
        fit = 1
        while fit < len(left) and cells(joined(left[: fit + 1])) <= width:
            fit += 1
        lines.append(joined(left[:fit]))
        left = left[fit:]
    return [*lines, fitting(left, width)] if left else lines
