"""The story of a case as plain text."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from deskui.domain.story.page import story_page
from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.story.page import Row
    from deskui.domain.story.story import Story

WIDTH: Final = 80
_MARK, _CLOCK, _KIND = 10, 7, 11


def story_text(story: Story, width: int = WIDTH) -> str:
    """The page in lines of that width; in front of each text stands who may read it."""
    page = story_page(story)
    lines = [page.title, "=" * min(width, len(page.title))]
    for each in page.head:
        lines += _wrapped(each, width)
    lines += ["", *_wrapped(page.legend, width)]
    lines += ["", page.note] if page.note else []
    for section in page.sections:
        lines += ["", section.title, "-" * len(section.title)]
        for row in section.rows:
            lines += _row(row, width, is_marked=page.is_marked)
    return "\n".join(visible(line).rstrip() for line in lines) + "\n"


def _row(row: Row, width: int, *, is_marked: bool) -> Iterator[str]:
    mark = f"{row.mark:<{_MARK}}" if is_marked else ""
    front = f"{row.clock:<{_CLOCK}}{row.kind:<{_KIND}}"
    by = f" · {row.by}" if row.by else ""
    bar = "| " if is_marked and row.is_internal else "  "
    below = (bar * bool(mark)).ljust(len(mark) + len(front))
    for place, text in enumerate(_wrapped(f"{row.text}{by}", width - len(below) - len(bar))):
        yield f"{mark}{front}{bar}{text}" if place == 0 else f"{below}{bar}{text}"


def _wrapped(text: str, width: int) -> list[str]:
    return [part for line in text.split("\n") for part in wrap(line, width) or [""]]
