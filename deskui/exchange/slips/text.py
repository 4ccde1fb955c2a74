"""The hand-off slip as plain text, as wide as a receipt."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from deskui.domain.slips.layout import PartKind, layout
from deskui.domain.visible import visible
from deskui.exchange.codes import drawn_in_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.layout import Part

WIDTH: Final = 48
_LABEL: Final = 9
_NUMBERED: Final = 2
"""Cells of a label, and of the number of a step."""
_MIDDLE: Final = frozenset({PartKind.SHOP, PartKind.CASE})


def slip_text(content: SlipContent | BenefitSlip, width: int = WIDTH) -> str:
    """The slip in lines of that width, with the code of the case drawn in blocks."""
    lines = [line for part in layout(content) for line in part_lines(part, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def part_lines(part: Part, width: int) -> list[str]:
    """One part in lines of at most that width."""
    text = visible_lines(part.text)
    if part.kind is PartKind.GAP:
        return [""]
    if part.kind is PartKind.CODE:
        return [line.center(width) for line in (*drawn_in_text(part.text), part.text)]
    if part.kind in _MIDDLE:
        return [line.center(width) for line in wrapped(text, width)]
    if part.kind is PartKind.HEADING:
        return [*wrapped(visible(part.text).upper(), width), "-" * width]
    if part.kind is PartKind.FIELD:
        label = f"{visible(part.label):<{_NUMBERED if part.label.endswith('.') else _LABEL}} "
        first, *rest = wrapped(text, max(8, width - len(label))) or [""]
        return [label + first, *(" " * len(label) + each for each in rest)]
    return wrapped(text, width)


def visible_lines(text: str) -> str:
    """The text with its line ends, and every other control character as a mark."""
    return "\n".join(map(visible, text.split("\n")))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most that width."""
    return [part for line in text.split("\n") for part in _pieces(line, width)]


def _pieces(line: str, width: int) -> Iterable[str]:
    return wrap(line, width) or [""]
