"""The board on one sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.board.report import LEGEND, LISTED_TITLES
from deskui.exchange.paper import LETTER_REGIONS, Paper

if TYPE_CHECKING:
    from deskui.domain.board.report import Report, ReportGroups, ReportPart

_SIZE: Final = 7.5
_TITLE, _COUNT, _SHARE, _BEFORE = 58.0, 18.0, 34.0, 34.0
_LABEL, _CELL = 36.0, 12.0


def board_pdf(page: Report, region: str = "") -> bytes:
    """The page as a PDF on the paper of that region.

    Raises: MissingExtra where the library for it is not installed.
    """
    size = "letter" if region in LETTER_REGIONS else "a4"
    paper = Paper(page.title, f"{page.title}, internal", page.written_at, size)
    paper.text(page.title, size=13, strong=True)
    for each in page.head:
        paper.text(each, size=8.5)
    for part in page.parts:
        _part(paper, part)
    for level in page.groups:
        _groups(paper, level)
    paper.gap(1.5)
    paper.text(LEGEND, size=6.5, grey=True)
    return paper.bytes()


def _part(paper: Paper, part: ReportPart) -> None:
    _row(paper, (part.title, "", "", "before"), "change")
    paper.rule()
    for row in part.rows:
        _row(paper, (row.title, row.count or "-", row.share, row.before), row.change)


def _row(paper: Paper, front: tuple[str, ...], last: str) -> None:
    widths = (_TITLE, _COUNT, _SHARE, _BEFORE)
    paper.row([*zip(front, widths, strict=True), (last or " ", 0)], size=_SIZE)


def _groups(paper: Paper, level: ReportGroups) -> None:
    _counts(paper, level.title, LISTED_TITLES)
    paper.rule()
    for label, counts in level.rows:
        _counts(paper, label[:24], counts)
    if level.more:
        paper.text(f"and {level.more} more", size=_SIZE, grey=True)


def _counts(paper: Paper, label: str, counts: tuple[str, ...]) -> None:
    *front, last = counts
    paper.row([(label, _LABEL), *((each, _CELL) for each in front), (last, 0)], size=_SIZE)
