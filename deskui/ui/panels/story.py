"""The story of a case on the screen: in front of each text a word says who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.story.page import Row, StoryPage

_MARK, _CLOCK, _KIND = 10, 7, 10
_BAR: Final = Span("│ ", Role.WARN)
_SIGNS: Final = {"broken": Role.BAD, "kept": Role.GOOD, "moved": Role.WARN, "due": Role.ACCENT}


def story_items(page: StoryPage, width: int) -> list[Item]:
    """The page in lines of that width, each of them an item."""
    return [Item((each,)) for each in _lines(page, width)]


def _lines(page: StoryPage, width: int) -> Iterator[Line]:
    yield from wrapped(page.title, width, Role.STRONG)
    for each in page.head:
        yield from wrapped(each, width)
    yield from wrapped(page.legend, width, Role.QUIET)
    if page.note:
        yield from wrapped(page.note, width, Role.WARN)
    for section in page.sections:
        yield from (BLANK, Line((Span(section.title, Role.TITLE),)))
        for row in section.rows:
            yield from _row(row, width, is_marked=page.is_marked)


def _row(row: Row, width: int, *, is_marked: bool) -> Iterator[Line]:
    is_apart = is_marked and row.is_internal
    mark = Span(f"{row.mark:<{_MARK}}", Role.WARN if is_apart else Role.QUIET)
    front = (
        *((mark,) if is_marked else ()),
        quiet(f"{row.clock:<{_CLOCK}}"),
        Span(f"{row.kind:<{_KIND}}", _SIGNS.get(row.kind, Role.TEXT)),
    )
    bar = (_BAR,) if is_apart else ()
    taken = sum(len(each.text) for each in (*front, *bar))
    by = span(f" · {row.by}", Role.QUIET) if row.by else Span("")
    *texts, last = wrapped(row.text, width - taken)
    fits = len(last.spans[0].text) + len(by.text) + taken <= width
    ends = [Line((*last.spans, by))] if fits else [last, Line((by,))]
    below = Span(" " * sum(len(each.text) for each in front))
    for place, each in enumerate((*texts, *ends)):
        yield Line((*(front if place == 0 else (below,)), *bar, *each.spans))
