"""The hand-off slip on half a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.slips.layout import PartKind, layout
from deskui.exchange.paper import Paper

if TYPE_CHECKING:
    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.layout import Part

_LABEL: Final = 24.0
_HALF_A_SHEET: Final = (148.0, 210.0)


def slip_pdf(content: SlipContent | BenefitSlip) -> bytes:
    """The slip as a PDF.

    Raises: MissingExtra where the library for it is not installed.
    """
    paper = Paper(content.title, f"{content.shop}, {content.title}", content.written_at, _HALF_A_SHEET)
    if content.code:
        paper.corner(content.code)
    for part in layout(content):
        _put(paper, part)
    return paper.bytes()


def _put(paper: Paper, part: Part) -> None:
    """The head stands beside the code, which is at its place already; the first gap ends it."""
    if part.kind is PartKind.SHOP:
        paper.text(part.text, size=11)
    elif part.kind is PartKind.CASE:
        paper.text(part.text, size=20, strong=True)
        paper.gap(1)
    elif part.kind is PartKind.HEADING:
        paper.keep_together(14)
        paper.text(part.text, size=9, grey=True)
        paper.rule()
    elif part.kind is PartKind.FIELD:
        paper.row([(part.label, _LABEL), (part.text, 0)])
    elif part.kind is PartKind.GAP:
        paper.below_corner()
        paper.gap()
    elif part.kind is not PartKind.CODE:
        paper.text(part.text, strong=part.kind is PartKind.STRONG, grey=part.kind is PartKind.QUIET)
