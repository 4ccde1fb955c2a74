"""The story of a case as one HTML file that needs nothing else and prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from deskui.domain.story.page import story_page
from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.story.page import Row, Section, StoryPage
    from deskui.domain.story.story import Story

_STYLE: Final = """
body { font: 16px/1.45 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111;
  background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .4rem; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; border-bottom: 1px solid #bbb; break-after: avoid; }
p { margin: 0; }
.legend { margin-top: .8rem; color: #555; }
.row { display: grid; grid-template-columns: 5rem 3.2rem 5.6rem 1fr; gap: .5rem; padding: .15rem 0;
  break-inside: avoid; }
.copy .row { grid-template-columns: 3.2rem 5.6rem 1fr; }
.mark { font-size: .75rem; padding-top: .2rem; color: #555; }
.clock, .kind { color: #555; }
.text { white-space: pre-wrap; }
.by { color: #555; }
.internal .text { border-left: 4px solid #888; padding-left: .5rem; font-style: italic; }
.internal .mark { color: #111; font-weight: bold; }
@media print { body { margin: 0; font-size: 11pt; max-width: none; } @page { margin: 18mm; } }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""The file may load nothing and run nothing, whatever stands in it."""


def story_html(story: Story) -> str:
    """The page; everything that was ever typed is escaped, and control characters are shown as marks."""
    return "".join(_document(story_page(story)))


def _document(page: StoryPage) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{_safe(page.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
    yield f'<body class="{"marked" if page.is_marked else "copy"}">\n<h1>{_safe(page.title)}</h1>\n'
    yield from (f"<p>{_safe(each)}</p>\n" for each in page.head)
    yield f'<p class="legend">{_safe(page.legend)}</p>\n'
    if page.note:
        yield f'<p class="legend">{_safe(page.note)}</p>\n'
    for section in page.sections:
        yield from _section(section, is_marked=page.is_marked)
    yield "</body>\n</html>\n"


def _section(section: Section, *, is_marked: bool) -> Iterator[str]:
    yield f"<h2>{_safe(section.title)}</h2>\n"
    yield from (_row(row, is_marked=is_marked) for row in section.rows)


def _row(row: Row, *, is_marked: bool) -> str:
    mark = f'<span class="mark">{_safe(row.mark)}</span>' if is_marked else ""
    by = f' <span class="by">· {_safe(row.by)}</span>' if row.by else ""
    return (
        f'<div class="row {_safe(row.mark)}">{mark}<span class="clock">{_safe(row.clock)}</span>'
        f'<span class="kind">{_safe(row.kind)}</span><span class="text">{_safe(row.text)}{by}</span></div>\n'
    )


def _safe(text: str) -> str:
    return "\n".join(escape(visible(line)) for line in text.split("\n"))
