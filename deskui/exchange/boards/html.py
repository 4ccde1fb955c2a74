"""The board as one HTML page that needs nothing else and prints on one sheet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from deskui.domain.board.report import LEGEND, LISTED_TITLES
from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deskui.domain.board.report import Report, ReportGroups, ReportPart

_STYLE: Final = """
body { font: 15px/1.35 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #111;
  background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
p { margin: 0; color: #555; }
table { border-collapse: collapse; width: 100%; margin-top: .9rem; break-inside: avoid; }
th { text-align: left; border-bottom: 1px solid #bbb; padding: .1rem .4rem .1rem 0; }
td { padding: .05rem .4rem .05rem 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.quiet { color: #555; }
.legend { margin-top: .9rem; font-size: .85rem; }
@media print { body { margin: 0; font-size: 8.5pt; max-width: none; } @page { margin: 14mm; } }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""The file may load nothing and run nothing, whatever stands in it."""


def board_html(page: Report) -> str:
    """The page; everything that was ever typed is escaped, and control characters are shown as marks."""
    return "".join(_document(page))


def _document(page: Report) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{_safe(page.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<h1>{_safe(page.title)}</h1>\n"
    yield from (f"<p>{_safe(each)}</p>\n" for each in page.head)
    yield from map(_part, page.parts)
    yield from map(_groups, page.groups)
    yield f'<p class="legend">{_safe(LEGEND)}</p>\n</body>\n</html>\n'


def _part(part: ReportPart) -> str:
    head = (part.title, "", "", "before", "change")
    rows = ((each.title, each.count or "-", each.share, each.before, each.change) for each in part.rows)
    return _table(head, rows, ("", "number", "quiet", "quiet", "quiet"))


def _groups(level: ReportGroups) -> str:
    rows: list[tuple[str, ...]] = [(label, *counts) for label, counts in level.rows]
    if level.more:
        rows.append((f"and {level.more} more",))
    return _table((level.title, *LISTED_TITLES), rows, ("", *("number" for _ in LISTED_TITLES)))


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], looks: Iterable[str]) -> str:
    looks = tuple(looks)
    top = "".join(f'<th class="{look}">{_safe(cell)}</th>' for cell, look in zip(head, looks, strict=False))
    body = "".join(
        "<tr>"
        + "".join(f'<td class="{look}">{_safe(cell)}</td>' for cell, look in zip(row, looks, strict=False))
        + "</tr>\n"
        for row in rows
    )
    return f"<table>\n<tr>{top}</tr>\n{body}</table>\n"


def _safe(text: str) -> str:
    return escape(visible(text))
