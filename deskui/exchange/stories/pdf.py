"""The story of a case on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.story.page import story_page
from deskui.exchange.paper import LETTER_REGIONS, Paper

if TYPE_CHECKING:
    from deskui.domain.story.page import Row
    from deskui.domain.story.story import Story

_MARK, _CLOCK, _KIND = 19.0, 13.0, 22.0
_TALLEST: Final = 16.0
"""Millimetres that the heading of a day and its first line take."""


def story_pdf(story: Story, region: str = "") -> bytes:
    """The page as a PDF on the paper of that region; every page says at its foot whether it may be handed out.

    Raises: MissingExtra where the library for it is not installed.
    """
    page = story_page(story)
    foot = f"{page.title}, {'customer copy' if story.is_for_customer else 'internal: not to be handed out'}"
    paper = Paper(page.title, foot, story.written_at, "letter" if region in LETTER_REGIONS else "a4")
    paper.text(page.title, size=15, strong=True)
    for each in page.head:
        paper.text(each)
    paper.gap(2)
    for each in filter(None, (page.legend, page.note)):
        paper.text(each, size=8.5, grey=True)
    for section in page.sections:
        paper.gap()
        paper.keep_together(_TALLEST)
        paper.text(section.title, size=11, strong=True)
        paper.rule()
        for row in section.rows:
            _row(paper, row, is_marked=page.is_marked)
    return paper.bytes()


def _row(paper: Paper, row: Row, *, is_marked: bool) -> None:
    text = f"{row.text} · {row.by}" if row.by else row.text
    front = [(row.mark, _MARK)] if is_marked else []
    columns = [*front, (row.clock, _CLOCK), (row.kind, _KIND)]
    top, page = paper.at(), paper.page()
    paper.row([*columns, (text, 0)])
    if is_marked and row.is_internal and paper.page() == page:
        paper.bar(top, sum(width for _, width in columns) - 2)
