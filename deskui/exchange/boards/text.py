"""The board as plain text."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from deskui.domain.board.report import LEGEND, LISTED_TITLES
from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.board.report import Report, ReportGroups, ReportPart

WIDTH: Final = 100
_TITLE, _COUNT, _SHARE, _BEFORE = 34, 10, 16, 16
_LABEL, _CELL = 20, 7


def board_text(page: Report) -> str:
    """The page in lines of at most 100 cells."""
    return "\n".join(visible(line).rstrip() for line in _lines(page)) + "\n"


def _lines(page: Report) -> Iterator[str]:
    yield from (page.title, "=" * min(WIDTH, len(page.title)), *page.head)
    for part in page.parts:
        yield from _part(part)
    for level in page.groups:
        yield from _groups(level)
    yield from ("", *wrap(LEGEND, WIDTH))


def _part(part: ReportPart) -> Iterator[str]:
    head = f"{part.title:<{_TITLE}}{'':>{_COUNT}}  {'':<{_SHARE}}{'before':<{_BEFORE}}change"
    yield from ("", head, "-" * len(part.title))
    for row in part.rows:
        front = f"{row.title:<{_TITLE}}{row.count or '-':>{_COUNT}}  {row.share:<{_SHARE}}"
        yield f"{front}{row.before:<{_BEFORE}}{row.change}"


def _groups(level: ReportGroups) -> Iterator[str]:
    yield from ("", f"{level.title:<{_LABEL}}" + "".join(f"{name:>{_CELL + 1}}" for name in LISTED_TITLES))
    yield "-" * len(level.title)
    for label, counts in level.rows:
        yield f"{visible(label)[: _LABEL - 1]:<{_LABEL}}" + "".join(f"{each:>{_CELL + 1}}" for each in counts)
    if level.more:
        yield f"and {level.more} more"
